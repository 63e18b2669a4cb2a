-- One row per pair of members of a treaty; ISO numeric codes without leading zeros. Agreements of the European
-- Communities list each member state: its capacity is the Union's. Withdrawals end a base treaty for the pair, but not what the pair
-- concludes under it later; that a treaty ran out or was replaced (Lome by Cotonou) is not in the list, so that no row says that it
-- is still in force.
-- iso3n_alias holds DESTA's own numbers.
-- The German Democratic Republic has the Federal Republic's number; the title tells it.
CREATE MACRO german(name, country) AS CASE WHEN country = 'Germany' AND contains(name, 'German Democratic Republic') THEN 'German Democratic Republic' ELSE country END;
CREATE TEMP TABLE dyad AS
SELECT * REPLACE (german(name, country1) AS country1, german(name, country2) AS country2, coalesce((SELECT c.value FROM correction c WHERE c.col = 'entryforceyear' AND c.expect = name || ' ' || entryforceyear), entryforceyear) AS entryforceyear), lpad(iso1, 3, '0') AS code1, lpad(iso2, 3, '0') AS code2, whole(year) AS signed_year FROM read_delimited('dyads');
CREATE TEMP VIEW applied_correction AS SELECT c.id FROM read_delimited('dyads') r JOIN correction c ON c.record = r._record AND c.expect = r.name || ' ' || r.entryforceyear;

CREATE TEMP TABLE placed AS
SELECT *, coalesce(state_by_name_in_year(country1, signed_year), state_by_code_in_year('iso3n', code1, signed_year), state_by_code_in_year('iso3n', code1, 2023), state_by_code_in_year('iso3n_alias', code1, signed_year), state_by_name(country1, DATE '2023-12-31')) AS one,
       coalesce(state_by_name_in_year(country2, signed_year), state_by_code_in_year('iso3n', code2, signed_year), state_by_code_in_year('iso3n', code2, 2023), state_by_code_in_year('iso3n_alias', code2, signed_year), state_by_name(country2, DATE '2023-12-31')) AS two
FROM dyad;

-- CEFTA of 2006 is an amendment of the treaty of 1992 (192), but those who left it left 193.
CREATE TEMP TABLE withdrawal AS
SELECT CASE base_treaty WHEN '193' THEN '192' ELSE base_treaty END AS base_treaty, country1, country2, list(whole(year)) AS years FROM read_delimited('withdrawals') GROUP BY ALL;

-- A consolidated text is its base treaty told again, but where the pair has no other row: CEFTA of 2006 (193a) for those who came by it, the United Kingdom's
-- agreement with Andean countries (1016a).
CREATE TEMP TABLE told AS
SELECT DISTINCT base_treaty, least(code1, code2) AS low, greatest(code1, code2) AS high FROM dyad WHERE entry_type IN ('base_treaty', 'accession');

-- Listed as members, but they never signed: the depositary of PACER Plus lists Australia, Cook Islands, Kiribati, Nauru, New Zealand, Niue, Samoa, Solomon
-- Islands, Tonga, Tuvalu and Vanuatu; the Economic Cooperation Organization lists Afghanistan, Iran, Pakistan, Tajikistan and Turkey for ECOTA; the
-- Monetary Community of Central Africa has six members, and neither the Democratic Republic of the Congo nor São Tomé was ever one.
CREATE TEMP TABLE no_member AS
SELECT number, state_by_key(key) AS state FROM (VALUES ('895', 'FSM'), ('895', 'MHL'), ('895', 'PLW'), ('895', 'PNG'), ('371', 'AZE'), ('371', 'KAZ'), ('371', 'KGZ'), ('371', 'TKM'), ('371', 'UZB'),
  ('360+1', 'STP'), ('360+2', 'COD'), ('361', 'COD'), ('361', 'STP')) t(number, key);

-- The year of entry into force is the agreement's. With three or more members that act for themselves, members came to it in
-- different years and some never did: the list does not say who.
CREATE TEMP TABLE many AS
SELECT number FROM (SELECT number, one AS member FROM placed UNION SELECT number, two FROM placed) GROUP BY number HAVING count(DISTINCT member) > 2;

-- Through the Union acts who is its member in the year of signature (Poland signed the Europe Agreement of 1991 for itself), or came to it before the
-- agreement was in force: Croatia, a member since 2013, has the Bosnian agreement of 2008 and 2015 through the Union.
CREATE TEMP TABLE union_member AS
SELECT state_by_key(key) AS state, since, until FROM (VALUES ('BEL', 1958, 9999), ('DEU', 1958, 9999), ('FRA', 1958, 9999), ('ITA', 1958, 9999), ('LUX', 1958, 9999), ('NLD', 1958, 9999), ('DNK', 1973, 9999),
  ('GBR', 1973, 2020), ('IRL', 1973, 9999), ('GRC', 1981, 9999), ('ESP', 1986, 9999), ('PRT', 1986, 9999), ('AUT', 1995, 9999), ('FIN', 1995, 9999), ('SWE', 1995, 9999), ('CYP', 2004, 9999), ('CZE', 2004, 9999),
  ('EST', 2004, 9999), ('HUN', 2004, 9999), ('LVA', 2004, 9999), ('LTU', 2004, 9999), ('MLT', 2004, 9999), ('POL', 2004, 9999), ('SVK', 2004, 9999), ('SVN', 2004, 9999), ('BGR', 2007, 9999), ('ROU', 2007, 9999),
  ('HRV', 2013, 9999)) t(key, since, until);

-- Who joins the Union leaves the trade agreements concluded for itself (its commercial policy is the Union's alone), and one with the Union lapses, which
-- names its partner ("EC Sweden"; of Denmark, one of the Communities when it began, it says nothing). Not so what binds members in their own right or brings
-- them in: the EEA, treaties of accession, the Communities' own treaties.
CREATE TEMP TABLE joined AS SELECT state, since FROM union_member WHERE since > 1958;
-- (The list writes "Czech Republic EC" and "Czechia".) A protocol by which new members came to an agreement with the Union lapses with it, when its partner joins in
-- turn: "EC Hungary Austria Finland Sweden accession" in 2004.
CREATE MACRO partner_part(name) AS regexp_replace(regexp_replace(name, ' (Greece|Port(ug|gu)al Spain|Austria Finland Sweden|Cyprus Czech Republic .*Slovenia|Bulgaria Romania|Croatia) accession\s*$', ''), '\bCzech Republic\b', 'Czechia');
CREATE MACRO ends_by_joining(name, country) AS NOT regexp_matches(partner_part(name), '\b(EEA|Enlargement|accession|Cotonou|Community|German Democratic Republic)\b|^E[CU]$')
  AND CASE WHEN regexp_matches(name, '\b(EC|EU|EEC)\b') THEN contains(partner_part(name), country) ELSE NOT contains(name, 'accession') END;

-- The Communities' and the Union's own treaties make members; they are no trade agreement of two of them. The United Kingdom left them.
CREATE MACRO of_the_union(name) AS regexp_matches(name, '^EC$|^EC (Maastricht|Amsterdam|Nice|Lisbon|\()|^European (Coal and Steel|Economic) Community');

-- Conventions with the African, Caribbean and Pacific states, each to its last year; the list has no ends. What joined one ended with it.
CREATE TEMP TABLE lapsed AS SELECT * FROM (VALUES ('Yaounde I', 1969), ('Yaounde II', 1975), ('Arusha Agreement I', 1969), ('Arusha Agreement II', 1975), ('Lome I', 1980), ('Lome II', 1985), ('Lome III', 1990), ('Lome IV', 2000),
  ('Cotonou Agreement', 2023)) t(title, ended);
CREATE MACRO lapsed_in(name) AS (SELECT [ended] FROM lapsed WHERE name = title OR starts_with(name, title || ' '));

-- Association agreements with Mediterranean states replaced, by their own words, the cooperation agreements of before, as those had replaced what was before them; the list has no
-- ends. Yugoslavia's was denounced on 25 November 1991, with effect after six months. Title, last year of signature of what is meant (a protocol by which members came to it), year of the end.
CREATE TEMP TABLE replaced AS SELECT * FROM (VALUES ('Algeria EC', 1994, 2005), ('EC Egypt Agreement', 1972, 1978), ('EC Egypt', 1994, 2004), ('EC Israel', 1974, 1975), ('EC Israel', 1994, 2000), ('EC Jordan', 1994, 2002), ('EC Lebanon', 1976, 1978),
  ('EC Lebanon', 1994, 2006), ('EC Morocco Association Agreement', 1969, 1978), ('EC Morocco', 1994, 2000), ('EC Tunisia Association Agreement', 1969, 1978), ('EC Tunisia', 1994, 1998), ('EC Yugoslavia', 1985, 1992)) t(title, last_signed, ended);
CREATE MACRO replaced_in(name, signed) AS (SELECT [min(ended)] FROM replaced WHERE title = partner_part(trim(name)) AND signed <= last_signed HAVING min(ended) IS NOT NULL);

-- Names as everybody knows them; the list's own in brackets where it is another.
CREATE TEMP TABLE known_name AS SELECT * FROM (VALUES ('EC Maastricht', 'Treaty on European Union (Maastricht)'), ('EC Amsterdam', 'Treaty of Amsterdam'), ('EC Nice', 'Treaty of Nice'), ('EC Lisbon', 'Treaty of Lisbon'),
  ('EC (9) Enlargement', 'Treaty of Accession of 1972'), ('EC (10) Enlargement', 'Treaty of Accession of 1979'), ('EC (12) Enlargement', 'Treaty of Accession of 1985'), ('EC Maastricht (15) Enlargement', 'Treaty of Accession of 1994'),
  ('EC Nice (25) Enlargement', 'Treaty of Accession of 2003'), ('EC Nice (27) Enlargement', 'Treaty of Accession of 2005'), ('EC Lisbon (28) Enlargement', 'Treaty of Accession of 2011')) t(listed, known);
CREATE MACRO told_title(name) AS coalesce((SELECT known || ' (“' || listed || '” in the list)' FROM known_name WHERE listed = trim(name)),
  regexp_replace(regexp_replace(regexp_replace(regexp_replace(replace(replace(trim(name), 'Lome I', 'Lomé I'), 'Yaounde I', 'Yaoundé I'), ' Port(ug|gu)al Spain accession$', ', accession of Portugal and Spain'), ' Austria Finland Sweden accession$', ', accession of Austria, Finland and Sweden'),
    ' Cyprus Czech Republic Estonia Hungary Latvia Lithuania Malta Poland Slovakia Slovenia accession$', ', accession of Cyprus, Czechia, Estonia, Hungary, Latvia, Lithuania, Malta, Poland, Slovakia and Slovenia'),
    ' Bulgaria Romania accession$', ', accession of Bulgaria and Romania'));

CREATE VIEW agreement AS
WITH p AS (
  SELECT p.*, p.number IN (SELECT number FROM many) AND NOT regexp_matches(p.name, '\b(EC|EU|EEC)\b') AS has_many, list_min(list_filter(list_concat(w.years, v.years, lapsed_in(p.name), replaced_in(p.name, p.signed_year), CASE WHEN of_the_union(p.name) AND state_by_key('GBR') IN (p.one, p.two) THEN [2020] END, CASE WHEN ends_by_joining(p.name, p.country1) AND j1.since > p.signed_year THEN [j1.since] END, CASE WHEN ends_by_joining(p.name, p.country2) AND j2.since > p.signed_year THEN [j2.since] END), y -> y >= p.signed_year)) AS left_year FROM placed p
  LEFT JOIN withdrawal w ON w.base_treaty = p.base_treaty AND w.country1 = p.country1 AND w.country2 = p.country2
  LEFT JOIN withdrawal v ON v.base_treaty = p.base_treaty AND v.country1 = p.country2 AND v.country2 = p.country1
  LEFT JOIN joined j1 ON j1.state = p.one LEFT JOIN joined j2 ON j2.state = p.two)
SELECT p.one AS state_a, p.two AS state_b, told_title(p.name) AS title, 'trade' AS subject, CASE WHEN of_the_union(p.name) OR (contains(p.name, '(EEA)') AND p.one IN (SELECT state FROM union_member) AND p.two IN (SELECT state FROM union_member)) THEN 'other' ELSE 'trade_agreement' END AS kind,
       p.signed_year::VARCHAR AS signed_on, CASE WHEN whole(p.entryforceyear) >= p.signed_year AND NOT coalesce(whole(p.entryforceyear) > p.left_year, false) THEN whole(p.entryforceyear) END::VARCHAR AS in_force, p.left_year::VARCHAR AS terminated,
       CASE WHEN p.left_year IS NOT NULL THEN 'terminated' WHEN whole(p.entryforceyear) IS NULL THEN 'signed' WHEN has_many THEN 'in_force_as_a_whole' ELSE 'entered_into_force' END AS status,
       CASE WHEN regexp_matches(p.name, '\b(EC|EU|EEC)\b') AND NOT of_the_union(p.name) AND e1.state IS NOT NULL THEN 'through:EU' ELSE 'own' END AS capacity_a,
       CASE WHEN regexp_matches(p.name, '\b(EC|EU|EEC)\b') AND NOT of_the_union(p.name) AND e2.state IS NOT NULL THEN 'through:EU' ELSE 'own' END AS capacity_b,
       p._file, p._record, 'name' AS _col,
       CASE WHEN p.one IS NULL THEN 'unknown state: ' || p.country1 || ' (' || p.iso1 || ')'
            WHEN p.two IS NULL THEN 'unknown state: ' || p.country2 || ' (' || p.iso2 || ')' END AS _reject,
       CASE WHEN p.one = p.two THEN 'both codes are one state'
            WHEN p.entry_type NOT IN ('base_treaty', 'accession') AND NOT (p.number IN ('193a', '1016a') AND t.low IS NULL) THEN 'a protocol, amendment or consolidation of a treaty that stands by itself'
            WHEN p.number IN (SELECT number FROM no_member WHERE state IN (p.one, p.two)) THEN 'one of the two never signed' END AS _unwanted
FROM p
LEFT JOIN told t ON t.base_treaty = p.base_treaty AND t.low = least(p.code1, p.code2) AND t.high = greatest(p.code1, p.code2)
-- Who joins the Union accedes to its agreements by protocols signed a year or three before or after.
LEFT JOIN union_member e1 ON e1.state = p.one AND greatest(p.signed_year + CASE WHEN contains(p.name, 'accession') THEN 3 ELSE 0 END, coalesce(whole(p.entryforceyear), 0)) >= e1.since AND p.signed_year < e1.until
LEFT JOIN union_member e2 ON e2.state = p.two AND greatest(p.signed_year + CASE WHEN contains(p.name, 'accession') THEN 3 ELSE 0 END, coalesce(whole(p.entryforceyear), 0)) >= e2.since AND p.signed_year < e2.until;

CREATE VIEW also_used AS SELECT _file, _record FROM read_delimited('withdrawals');
