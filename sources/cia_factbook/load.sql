-- One profile per file, named by its GEC code (gm is Germany, ch China, au Austria). Each profile measures its own borders.
CREATE MACRO edition_day() AS DATE '2026-02-01';
CREATE MACRO without_entities(t) AS replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(t,
  '&nbsp;', ' '), '&amp;', '&'), '&rsquo;', '’'), '&eacute;', 'é'), '&Eacute;', 'É'), '&iacute;', 'í'), '&Iacute;', 'Í'), '&aacute;', 'á'), '&Aacute;', 'Á'),
  '&oacute;', 'ó'), '&Oacute;', 'Ó'), '&uacute;', 'ú'), '&Uacute;', 'Ú'), '&ntilde;', 'ñ'), '&Ntilde;', 'Ñ'), '&ccedil;', 'ç'), '&egrave;', 'è');
CREATE MACRO plain_text(t) AS trim(regexp_replace(replace(without_entities(regexp_replace(t, '<[^>]*>', ' ', 'g')), chr(160), ' '), '\s+', ' ', 'g'));

CREATE TEMP TABLE profile AS
SELECT *, upper(regexp_extract(member, '([a-z]{2})\.json$', 1)) AS gec, coalesce(state_by_code('gec', gec, edition_day()), CASE WHEN gec = 'GZ' THEN state_by_key('PSE') END) AS state FROM read_json_records('profiles');

-- "Spain (Ceuta) 8 km and Spain (Melilla) 10.5 km": parts of one border add up, as do the West Bank's and the Gaza Strip's, each a neighbour
-- and a profile of its own here. A remark in brackets behind a length is none.
CREATE TEMP TABLE border AS
SELECT min(_file) AS _file, arg_min(_record, _file) AS _record, state, CASE WHEN named IN ('West Bank', 'Gaza Strip') THEN 'Palestine' ELSE named END AS neighbour, sum(number(replace(km, ',', ''))) AS km
FROM (SELECT *, trim(regexp_replace(neighbour, '\s*\([^)]*\)\s*$', '')) AS named FROM (SELECT *, unnest(regexp_extract_all(text, '(?:^|[;,]|\band\b)\s*([^;0-9]+?) ([0-9][0-9,.]*) km', 1)) AS neighbour,
             unnest(regexp_extract_all(text, '(?:^|[;,]|\band\b)\s*([^;0-9]+?) ([0-9][0-9,.]*) km', 2)) AS km
      FROM (SELECT *, regexp_replace(plain_text(borders), 'km \([^)]*\)', 'km', 'g') AS text FROM profile WHERE state IS NOT NULL)))
GROUP BY state, 4;

-- A territory whose borders the list counts once in its own profile and once more with the state that administers it: a border of the
-- territory is not that state's.
CREATE TEMP TABLE counted_with AS SELECT state_by_key(s) AS holder, state_by_key(t) AS territory FROM (VALUES ('MAR', 'ESH')) v(s, t);
CREATE TEMP TABLE measured AS SELECT *, state_by_name(neighbour, edition_day()) AS other FROM border;
CREATE TEMP TABLE net AS
SELECT m.*, t.km AS of_territory, c.territory FROM measured m LEFT JOIN counted_with c ON c.holder IN (m.state, m.other) AND c.territory NOT IN (m.state, m.other)
LEFT JOIN measured t ON t.state = c.territory AND t.other = CASE WHEN c.holder = m.state THEN m.other ELSE m.state END;

CREATE VIEW observation AS
SELECT 'border_km' AS indicator, least(state, other) AS from_state, greatest(state, other) AS to_state, DATE '2026-02-01' AS period_start, 0 AS period_months,
       CASE WHEN state = state_by_key('PSE') THEN 'as the profiles of the West Bank and the Gaza Strip give it' ELSE 'as the profile of ' || state_name_of(state) || ' gives it' END || CASE WHEN of_territory IS NOT NULL THEN ', less the border of ' || state_name_of(territory) ELSE '' END AS variant,
       km - coalesce(of_territory, 0) AS value, 'km' AS unit, CASE WHEN of_territory IS NULL THEN 'compiler' ELSE 'derived' END AS origin, _file, _record, 'borders' AS _col,
       CASE WHEN unknown_state(other, neighbour) IS NOT NULL THEN unknown_state(other, neighbour) WHEN km IS NULL THEN 'no length of the border with ' || neighbour
            WHEN other = state THEN 'a state with itself' END AS _reject,
       CASE WHEN no_state(other, neighbour) IS NOT NULL THEN no_state(other, neighbour) WHEN km <= of_territory THEN 'a border of ' || state_name_of(territory) || ', counted with another state' END AS _unwanted
FROM net;

-- The list writes family names in capitals ("Donald J. TRUMP", "al-BURHAN"); told as they are written elsewhere. A Roman numeral stays: behind
-- a name in capitals (CHARLES III; but XI Jinping) or at the end. What stands behind an apostrophe within a name goes on small.
CREATE MACRO name_of_piece(ps, p, i) AS CASE
  WHEN p <> upper(p) OR lower(p) = upper(p) OR length(p) < 2 OR p IN ('UAE', 'UK', 'US', 'UN', 'SAR', 'CNSP') THEN p
  WHEN p IN ('BIN', 'BINT') OR (i > 2 AND ps[i - 1] IN ('''', '’') AND length(ps[i - 2]) > 1) THEN lower(p)
  WHEN regexp_full_match(p, '[IVX]+') AND (i = length(ps) OR (i > 2 AND length(ps[i - 2]) > 1 AND ps[i - 2] = upper(ps[i - 2]) AND ps[i - 2] <> lower(ps[i - 2]))) THEN p
  ELSE p[1] || lower(p[2:]) END;
CREATE MACRO as_written(ps) AS array_to_string(list_transform(ps, (p, i) -> name_of_piece(ps, p, i)), '');

-- Those named, without what stands in brackets before the day: "Taoiseach (Prime Minister) N. NAME (since …)", "N. NAME; also spelled … (since …)". The word
-- "since" may be missing, as may the day: "Captains Regent N. NAME and N. NAME (for the period …)", "N. NAME (28 October 2022)", "N. NAME; former President … was
-- overthrown". An office that is vacant names nobody, and neither does a sentence. Of several with one title (co-princes) each is told.
CREATE MACRO day_in_brackets() AS '\(([a-z ]*since |for the period |)([0-9]{1,2} [A-Z][a-z]+ [0-9]{4}[^);]*|[0-9]{4}[^);]*|[A-Z][a-z]+ [0-9]{4}[^);]*)\)?';
CREATE MACRO first_named(t) AS trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
  CASE WHEN regexp_matches(t, day_in_brackets()) THEN t[1:strpos(t, regexp_extract(t, day_in_brackets())) - 1] ELSE t END,
  '\([^)]*\)', '', 'g'), ';.*$', ''), '^co-chiefs of state ', ''), '\s+', ' ', 'g'), ' ,');
CREATE TEMP TABLE office_text AS
SELECT _file, _record, state, plain_text(chief_of_state) AS text, 'chief of state' AS office, 'chief_of_state' AS col FROM profile WHERE state IS NOT NULL
UNION ALL SELECT _file, _record, state, plain_text(head_of_government), 'head of government', 'head_of_government' FROM profile WHERE state IS NOT NULL;
CREATE TEMP TABLE named AS
SELECT *, first_named(text) AS who, regexp_extract(text, day_in_brackets(), 2) AS since FROM (
  SELECT * FROM office_text WHERE text IS NOT NULL
  UNION ALL
  SELECT * REPLACE (regexp_extract(text, '; and (.*)$', 1) AS text) FROM office_text WHERE split_part(regexp_extract(text, '; and (.*)$', 1), ' ', 1) = split_part(text, ' ', 1))
WHERE text NOT LIKE '%(vacant)%' AND length(first_named(text)) BETWEEN 4 AND 160 AND NOT regexp_matches(first_named(text), ' (is|are|was) ')
  -- who stands in for the head of a state is not the head of its government
  AND NOT (office = 'head of government' AND first_named(text) LIKE 'Vice President %');

-- One person in both offices is one entry.
CREATE VIEW event AS
SELECT 'in_office' AS kind, state AS state_a, as_written(regexp_extract_all(who, '\pL+|[^\pL]+')) AS person,
       CASE WHEN both_offices THEN 'chief of state and head of government' ELSE office END AS office,
       'As the edition of February 2026 has it' || CASE WHEN since <> '' THEN '; since ' || since ELSE '' END
         || CASE WHEN both_offices AND since_as_head <> '' AND since_as_head <> since THEN ', as head of government since ' || since_as_head ELSE '' END AS detail, _file, _record, col AS _col
FROM (SELECT *, count(DISTINCT office) OVER (PARTITION BY _file, _record, who) = 2 AS both_offices,
             max(CASE WHEN office = 'head of government' THEN since END) OVER (PARTITION BY _file, _record, who) AS since_as_head FROM named)
WHERE NOT (both_offices AND office = 'head of government');

CREATE VIEW event_rest AS
SELECT NULL AS kind, NULL AS state_a, _file, _record, CASE WHEN state IS NULL THEN 'no state: ' || lower(gec) || coalesce(', ' || name, '') ELSE 'names no leader and no neighbour' END AS _unwanted
FROM profile WHERE (_file, _record) NOT IN (SELECT _file, _record FROM observation UNION ALL SELECT _file, _record FROM event);
