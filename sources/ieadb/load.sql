-- The members are a workbook: days are serial numbers from the end of 1899 (days where the cell is so formatted), and one
-- beyond 2022 (364880, which is 2899, and the like) stands for "no date". Per state: signed, ratified, in force, then left, in force again, left again in turn.
CREATE MACRO day_of(text) AS CASE WHEN TRY_CAST(text AS INTEGER) BETWEEN 61 AND 60000 THEN DATE '1899-12-30' + TRY_CAST(text AS INTEGER) ELSE TRY_CAST(text AS DATE) END;
CREATE MACRO serial(text) AS CASE WHEN day_of(text) < DATE '2023-01-01' THEN day_of(text) END;
CREATE TEMP TABLE member AS
SELECT _file, _record, trim(country) AS country, mitch_id AS id, inclusion, trim(treatyname) AS treatyname, serial(tsig) AS signed, serial(tterm) AS ended, serial(csig) AS own_signed, serial(crat) AS ratified,
       [serial(ceif3), serial(ceif5), serial(ceif7), serial(ceif9)] AS entries, [serial(ceif4), serial(ceif6), serial(ceif8), NULL::DATE] AS exits,
       -- China that joined before 1949 and never left is on today's list as the state that holds the seat, as the FAO's own list has it.
       CASE WHEN trim(country) = 'China' AND serial(ceif4) IS NULL THEN state_by_key('CHN')
            -- So is Serbia, which keeps what Yugoslavia had joined and not left.
            WHEN trim(country) = 'Serbia' AND coalesce(serial(ceif4), DATE '9999-12-31') >= DATE '2006-06-05' THEN state_by_key('SRB')
            ELSE coalesce(state_by_name(trim(country), coalesce(serial(csig), serial(crat), serial(ceif3), serial(tsig), DATE '2020-01-01')), state_by_name(trim(country), DATE '2020-01-01')) END AS state
FROM read_xlsx('members');

CREATE TEMP TABLE treaty AS
SELECT _file, _record, trim("IEA# (click for add'l info)") AS id, "Inclusion" AS inclusion, trim("Treaty Name") AS name, TRY_CAST(nullif("Signature Date", '2699-01-01') AS DATE) AS signed,
       TRY_CAST(nullif("Date IEA entered into force", '') AS DATE) AS in_force
FROM read_delimited('treaties');

-- The members are named as of today; what two states signed is the act of those of that day.
CREATE MACRO signatory(state, day) AS CASE WHEN state = state_by_key('RUS') AND day BETWEEN DATE '1922-12-30' AND DATE '1991-12-25' THEN state_by_key('SUN')
  WHEN state = state_by_key('RUS') AND day < DATE '1922-12-30' THEN state_by_key('RUS_EMPIRE')
  WHEN state = state_by_key('KOR') AND day <= DATE '1910-08-22' THEN state_by_key('KOREA')
  WHEN state IN (state_by_key('HRV'), state_by_key('SVN'), state_by_key('BIH'), state_by_key('MKD')) AND day < DATE '1991-06-25' THEN state_by_key('YUG')
  WHEN state = state_by_key('SRB') AND day < DATE '1918-12-01' THEN state_by_key('SRB_1878')
  WHEN state = state_by_key('SRB') AND day BETWEEN DATE '1918-12-01' AND DATE '2006-06-05' THEN state_by_key('YUG')
  WHEN state IN (state_by_key('CZE'), state_by_key('SVK')) AND day < DATE '1993-01-01' THEN state_by_key('CSK') ELSE state END;

-- Bilateral agreements are rows of a pair. Multilateral ones are memberships: a row per party, not per pair of parties, of
-- which a convention with 190 parties would make 18,000.
CREATE TEMP TABLE pair AS
SELECT id, min(_record) AS first, max(_record) AS second, any_value(_file) AS _file, arg_min(signatory(state, signed), _record) AS one, arg_max(signatory(state, signed), _record) AS two, count(*) AS parties, count(state) AS known,
       any_value(signed) AS signed, any_value(ended) AS ended, any_value(treatyname) AS treatyname, max(entries[1]) AS in_force, count(entries[1]) AS dated, max(exits[1]) AS left_on
FROM member WHERE inclusion LIKE 'B%' GROUP BY id;

-- The list of members has China alone; the title tells whose government signed.
CREATE MACRO of_taipei(state, title, day) AS CASE WHEN state = state_by_key('CHN') AND day > DATE '1949-10-01' AND regexp_matches(title, 'Republic of China', 'i') AND NOT regexp_matches(title, 'People.?s Republic of China', 'i')
  THEN state_by_key('TWN') ELSE state END;

-- New Year's day is nine times as frequent a day of signature as it would be by chance: it is a year of which the list knows no day.
CREATE MACRO signed_when(day) AS CASE WHEN month(day) = 1 AND day(day) = 1 THEN CAST(year(day) AS VARCHAR) ELSE CAST(day AS VARCHAR) END;
-- Half of the list's titles have every word in capitals: "Convention On The High Seas". Articles, prepositions and conjunctions within are small.
CREATE MACRO small(t, big, little) AS regexp_replace(t, '([[:alnum:],)''’]) ' || big || '\b', '\1 ' || little, 'g');
CREATE MACRO in_title(t) AS small(small(small(small(small(small(small(small(small(small(small(small(small(small(small(small(small(small(t,
  'Of', 'of'), 'And', 'and'), 'On', 'on'), 'In', 'in'), 'To', 'to'), 'For', 'for'), 'From', 'from'), 'By', 'by'), 'With', 'with'), 'At', 'at'), 'Or', 'or'), 'As', 'as'), 'An', 'an'), 'Their', 'their'),
  'Between', 'between'), 'Under', 'under'), 'The', 'the'), 'A', 'a');

-- Between whom? Titles with one state and lists of parties with another: Slovakia and Slovenia (924, 925, 1061), Japan and Iceland (4480), Venezuela and Bolivia (7026),
-- Senegal and Tunisia (8230), Japan and Jordan (8388). Now the one, now the other is right, and nothing in the files tells which.
CREATE TEMP TABLE of_others AS SELECT * FROM (VALUES ('924'), ('925'), ('1061'), ('4480'), ('7026'), ('8230'), ('8388')) t(id);

CREATE VIEW agreement AS
SELECT of_taipei(one, coalesce(t.name, p.treatyname), coalesce(t.signed, p.signed)) AS state_a, of_taipei(two, coalesce(t.name, p.treatyname), coalesce(t.signed, p.signed)) AS state_b, 'environment' AS kind, 'environment' AS subject, in_title(coalesce(t.name, p.treatyname)) AS title, signed_when(coalesce(t.signed, p.signed)) AS signed_on,
       -- In force between the two once it binds both.
       CASE WHEN dated = 2 THEN CAST(p.in_force AS VARCHAR) ELSE CAST(serial(CAST(t.in_force AS VARCHAR)) AS VARCHAR) END AS in_force, CAST(least(ended, left_on) AS VARCHAR) AS terminated,
       CASE WHEN ended IS NOT NULL OR left_on IS NOT NULL THEN 'terminated' ELSE 'unknown' END AS status, 'own' AS capacity_a, 'own' AS capacity_b, p._file, p.first AS _record, 'mitch_id' AS _col,
       CASE WHEN one = two THEN 'a state with itself' END AS _reject,
       -- 4156 has the day of entry into force of 4158, the fisheries agreement with Taipei; Washington and Beijing had no such agreement before 1985.
       CASE WHEN p.id = '4156' THEN 'an agreement told a second time, under another state'
            WHEN p.id IN (FROM of_others) THEN 'title and list of parties name different states' END AS _unwanted
FROM pair p LEFT JOIN treaty t USING (id) WHERE parties = 2 AND known = 2;

CREATE TEMP TABLE spell AS
SELECT m.*, n, entries[n] AS entered, exits[n] AS left_on FROM member m, range(1, 5) AS r(n) WHERE inclusion LIKE 'M%' AND state IS NOT NULL AND (entries[n] IS NOT NULL OR (n = 1 AND (ratified IS NOT NULL OR own_signed IS NOT NULL)));

CREATE VIEW membership AS
SELECT state, 'iea:' || id AS organization, CASE WHEN entered IS NULL AND ratified IS NULL THEN 'signatory' ELSE 'party' END AS kind,
       CAST(coalesce(entered, ratified, own_signed) AS VARCHAR) AS date_from, CAST(coalesce(left_on, ended) AS VARCHAR) AS date_to, _file, _record,
       CASE WHEN entered IS NOT NULL THEN CASE n WHEN 1 THEN 'ceif3' WHEN 2 THEN 'ceif5' WHEN 3 THEN 'ceif7' ELSE 'ceif9' END WHEN ratified IS NOT NULL THEN 'crat' ELSE 'csig' END AS _col,
       CASE WHEN coalesce(left_on, ended) < coalesce(entered, ratified, own_signed) THEN 'left before it was bound' END AS _reject
FROM spell;

CREATE VIEW membership_rest AS
SELECT NULL AS state, NULL AS organization, NULL AS kind, _file, _record, unknown_state(state, country) AS _reject,
       CASE WHEN state IS NULL THEN no_state(state, country) WHEN inclusion LIKE 'B%' THEN 'a bilateral agreement of which one party is not listed or no state'
            WHEN inclusion LIKE 'M%' THEN 'named without a date of signature, ratification or entry into force' END AS _unwanted
FROM member WHERE (_file, _record) NOT IN (SELECT _file, _record FROM spell UNION ALL SELECT _file, first FROM pair WHERE parties = 2 AND known = 2 UNION ALL SELECT _file, second FROM pair WHERE parties = 2 AND known = 2)
UNION ALL SELECT NULL, NULL, NULL, _file, _record, NULL, 'a treaty without members at hand' FROM treaty WHERE id NOT IN (SELECT id FROM member);

CREATE VIEW also_used AS
SELECT _file, second AS _record FROM pair WHERE parties = 2 AND known = 2
UNION ALL SELECT _file, _record FROM treaty WHERE id IN (SELECT id FROM member);

-- None leads by itself: a dossier counts them.
CREATE VIEW organization AS
SELECT 'iea:' || id AS key, in_title(coalesce(t.name, m.treatyname)) AS name, NULL AS short_name, 'environment_treaty' AS kind, CAST(coalesce(t.signed, m.signed) AS VARCHAR) AS founded, CAST(m.ended AS VARCHAR) AS dissolved,
       6 AS importance, '2020' AS coverage_to, NULL AS note
FROM (SELECT id, any_value(treatyname) AS treatyname, any_value(signed) AS signed, any_value(ended) AS ended
      FROM member WHERE inclusion LIKE 'M%' GROUP BY id) m LEFT JOIN treaty t USING (id);
