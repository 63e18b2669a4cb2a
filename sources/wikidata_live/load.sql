-- Results of three questions (relations.rq, missions.rq, leaders.rq), a record per statement. A deprecated statement is what Wikidata itself says not to
-- believe. Dates come with their precision: 9 a year, 10 a month, 11 a day. Statements without any reference are marked so.
CREATE MACRO item(address) AS regexp_extract(address, '/entity/(Q\d+)$', 1);
CREATE MACRO told(moment, fineness) AS CASE WHEN NOT regexp_matches(coalesce(moment, ''), '^\d{4}-\d\d-\d\dT') THEN NULL WHEN fineness = '11' THEN left(moment, 10) WHEN fineness = '10' THEN left(moment, 7) WHEN fineness = '9' THEN left(moment, 4) END;
CREATE MACRO day_in(edtf, otherwise) AS coalesce(edtf_from(edtf), otherwise);
CREATE MACRO is_deprecated(said) AS coalesce(said, '') LIKE '%DeprecatedRank';
CREATE MACRO unreferenced(count_of) AS CASE WHEN coalesce(whole(count_of), 0) = 0 THEN 'no reference' END;

CREATE TEMP TABLE relation AS
SELECT *, told(start, start_precision) AS since, told("end", end_precision) AS until,
       state_by_code('wikidata', item(a), day_in(told(start, start_precision), DATE '2026-01-01')) AS one, state_by_code('wikidata', item(b), day_in(told(start, start_precision), DATE '2026-01-01')) AS two
FROM read_json_records('relations');

-- Each pair usually stands under both of its states.
CREATE TEMP TABLE pair_statement AS
SELECT *, row_number() OVER (PARTITION BY least(one, two), greatest(one, two), since, until, is_deprecated(rank) ORDER BY coalesce(whole("references"), 0) DESC, _record) AS nth FROM relation;

CREATE VIEW event AS
SELECT CASE side WHEN 'start' THEN 'relations_established' ELSE 'relations_severed' END AS kind, one AS state_a, two AS state_b, CASE side WHEN 'start' THEN since ELSE until END AS date_edtf,
       'asserted' AS status, nullif(concat_ws('; ', unreferenced("references"), reference), '') AS detail, _file, _record, side AS _col,
       CASE WHEN item(a) = '' OR item(b) = '' THEN 'not an item: ' || coalesce(a, '') || ', ' || coalesce(b, '') WHEN start IS NOT NULL AND since IS NULL THEN 'not a date: ' || start
            WHEN "end" IS NOT NULL AND until IS NULL THEN 'not a date: ' || "end" END AS _reject,
       CASE WHEN is_deprecated(rank) THEN 'a deprecated statement' WHEN one IS NULL OR two IS NULL THEN 'not a state of the register' WHEN one = two THEN 'a state with itself' WHEN nth > 1 THEN 'the partner''s item says the same'
            WHEN CASE side WHEN 'start' THEN since ELSE until END IS NULL THEN 'no date' END AS _unwanted
FROM pair_statement, (VALUES ('start'), ('end')) sides(side);

CREATE TEMP TABLE post AS
SELECT *, told(opened, opened_precision) AS since, told(closed, closed_precision) AS until, state_by_code('wikidata', item(operator), coalesce(TRY_CAST(left(listed, 10) AS DATE), DATE '2026-01-01')) AS sending,
       state_by_code('wikidata', item(country), coalesce(TRY_CAST(left(listed, 10) AS DATE), DATE '2026-01-01')) AS receiving FROM read_json_records('missions');

CREATE VIEW mission AS
SELECT sending, receiving, CASE item(kind) WHEN 'Q3917681' THEN 'embassy' WHEN 'Q7843791' THEN 'consulate_general' WHEN 'Q372690' THEN 'consulate' END AS kind, true AS resident,
       coalesce(city_of(city), blank(city)) AS city, since AS opened, until AS closed, left(listed, 10) AS as_listed_on, label AS name, _file, _record,
       CASE WHEN item(mission) = '' THEN 'not an item: ' || coalesce(mission, '') WHEN item(kind) NOT IN ('Q3917681', 'Q7843791', 'Q372690') THEN 'unknown kind: ' || coalesce(kind, '')
            WHEN TRY_CAST(left(listed, 10) AS DATE) IS NULL THEN 'no day of the answer' END AS _reject,
       CASE WHEN is_deprecated(rank) THEN 'a deprecated statement' WHEN sending IS NULL THEN 'not run by a state' WHEN receiving IS NULL THEN 'not in a state of the register' WHEN sending = receiving THEN 'within one state'
            WHEN until IS NOT NULL THEN 'closed before the day of the answer' WHEN nth > 1 THEN 'the same post told twice' END AS _unwanted
FROM (SELECT *, row_number() OVER (PARTITION BY mission, sending, receiving, is_deprecated(rank) ORDER BY (closed IS NULL)::INT, _record) AS nth FROM post);

CREATE TEMP TABLE spell AS
SELECT *, told(start, start_precision) AS since, told("end", end_precision) AS until, state_by_code('wikidata', item(country), day_in(told(start, start_precision), DATE '2026-01-01')) AS state FROM read_json_records('leaders');

CREATE VIEW event_leaders AS
SELECT 'leader' AS kind, state AS state_a, since || '/' || coalesce(until, left(listed, 10)) AS date_edtf, person, office, CASE WHEN until IS NULL THEN 'end of coverage' END AS occasion, 'asserted' AS status,
       unreferenced("references") AS detail, _file, _record, 'person' AS _col,
       CASE WHEN blank(person) IS NULL THEN 'no name' WHEN TRY_CAST(left(listed, 10) AS DATE) IS NULL THEN 'no day of the answer' WHEN start IS NOT NULL AND since IS NULL THEN 'not a date: ' || start WHEN "end" IS NOT NULL AND until IS NULL THEN 'not a date: ' || "end"
            WHEN edtf_from(until) < edtf_from(since) THEN 'ends before it begins: ' || until END AS _reject,
       CASE WHEN is_deprecated(rank) THEN 'a deprecated statement' WHEN state IS NULL THEN 'not a state of the register' WHEN since IS NULL THEN 'no date' WHEN regexp_full_match(person, 'Q\d+') THEN 'a person without an English name' END AS _unwanted
FROM spell;
