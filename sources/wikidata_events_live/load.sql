-- Results of two questions (visits.rq, treaties.rq), a record per statement, with its rank; a deprecated one is what Wikidata itself says not to believe.
-- Dates come with their precision: 9 a year, 10 a month, 11 a day. A participant counts as a visitor only for the state whose head of state or government
-- the same item says he or she was on that day, and one trip is one visit. A treaty counts where it names exactly two states.
CREATE MACRO item(address) AS regexp_extract(address, '/entity/(Q\d+)$', 1);
CREATE MACRO told(moment, fineness) AS CASE WHEN NOT regexp_matches(coalesce(moment, ''), '^\d{4}-\d\d-\d\dT') THEN NULL WHEN fineness = '11' THEN left(moment, 10) WHEN fineness = '10' THEN left(moment, 7) WHEN fineness = '9' THEN left(moment, 4) END;
CREATE MACRO is_deprecated(said) AS coalesce(said, '') LIKE '%DeprecatedRank';
CREATE MACRO unreferenced(count_of) AS CASE WHEN coalesce(whole(count_of), 0) = 0 THEN 'no reference' END;

CREATE TEMP TABLE visit AS
SELECT *, coalesce(told(start, start_precision), told(day, day_precision)) AS began, told("end", end_precision) AS ended, TRY_CAST(left(office_start, 10) AS DATE) AS held_from, TRY_CAST(left(office_end, 10) AS DATE) AS held_to FROM read_json_records('visits');
CREATE TEMP TABLE trip AS
SELECT *, edtf_from(began) AS first_day, state_by_code('wikidata', item(sender), coalesce(edtf_from(began), DATE '2026-01-01')) AS visitor, state_by_code('wikidata', item(host), coalesce(edtf_from(began), DATE '2026-01-01')) AS visited FROM visit;
CREATE TEMP TABLE counted AS
SELECT *, (held_from IS NULL OR held_from <= edtf_to(began)) AND (held_to IS NULL OR held_to >= first_day) AND (held_from IS NOT NULL OR held_to IS NOT NULL) AS in_office,
       row_number() OVER (PARTITION BY item(visit), visitor, is_deprecated(rank), (held_from IS NULL OR held_from <= edtf_to(began)) AND (held_to IS NULL OR held_to >= first_day) AND (held_from IS NOT NULL OR held_to IS NOT NULL)
                          ORDER BY (office = 'head of state') DESC, _record) AS nth FROM trip;

CREATE VIEW event AS
SELECT 'visit' AS kind, visitor AS state_a, visited AS state_b, visitor AS actor_state, CASE WHEN ended IS NULL OR ended = began THEN began ELSE began || '/' || ended END AS date_edtf, name AS person, office,
       'bilateral' AS occasion, label AS title, nullif(concat_ws('; ', kind, unreferenced("references")), '') AS detail, 'asserted' AS status, _file, _record, 'visit' AS _col,
       CASE WHEN item(visit) = '' OR item(person) = '' THEN 'not an item: ' || coalesce(visit, '') || ', ' || coalesce(person, '') WHEN start IS NOT NULL AND told(start, start_precision) IS NULL THEN 'not a date: ' || start
            WHEN day IS NOT NULL AND told(day, day_precision) IS NULL THEN 'not a date: ' || day WHEN "end" IS NOT NULL AND ended IS NULL THEN 'not a date: ' || "end" WHEN edtf_from(ended) < first_day THEN 'ends before it begins: ' || ended END AS _reject,
       CASE WHEN is_deprecated(rank) THEN 'a deprecated statement' WHEN visitor IS NULL OR visited IS NULL THEN 'not a state of the register' WHEN visitor = visited THEN 'the host''s own representative' WHEN began IS NULL THEN 'no date'
            WHEN in_office IS NOT TRUE THEN 'not in office on that day' WHEN nth > 1 THEN 'the same trip told twice' WHEN regexp_full_match(name, 'Q\d+') THEN 'a person without an English name' END AS _unwanted
FROM counted;

CREATE TEMP TABLE signature AS
SELECT *, told(signed, signed_precision) AS signed_on, told(day, day_precision) AS of_day, told(start, start_precision) AS since, told("end", end_precision) AS until,
       state_by_code('wikidata', item(signatory), coalesce(edtf_from(told(signed, signed_precision)), edtf_from(told(day, day_precision)), edtf_from(told(start, start_precision)), DATE '2026-01-01')) AS state,
       item(treaty) = '' OR (signed IS NOT NULL AND told(signed, signed_precision) IS NULL) OR (day IS NOT NULL AND told(day, day_precision) IS NULL) OR (start IS NOT NULL AND told(start, start_precision) IS NULL) OR ("end" IS NOT NULL AND told("end", end_precision) IS NULL) AS is_broken
FROM read_json_records('treaties');
CREATE TEMP TABLE of_two AS
SELECT treaty, count(*) FILTER (state IS NULL) AS strange, count(DISTINCT state) AS states, min(state) AS one, max(state) AS other, min(coalesce(signed_on, of_day)) AS signed_on, min(since) AS since, min(until) AS until,
       any_value(label) AS label, max(coalesce(whole("references"), 0)) AS refs, min(_file) AS _file, min(_record) AS _record
FROM signature WHERE NOT is_deprecated(rank) AND NOT is_broken GROUP BY treaty;
CREATE TEMP TABLE sound AS SELECT * FROM of_two WHERE states = 2 AND strange = 0 AND NOT regexp_full_match(label, 'Q\d+');

CREATE VIEW agreement AS
SELECT one AS state_a, other AS state_b, label AS title, 'not told' AS subject, 'other' AS kind, signed_on, since AS in_force, until AS terminated, CASE WHEN until IS NOT NULL THEN 'terminated' ELSE 'unknown' END AS status,
       'own' AS capacity_a, 'own' AS capacity_b, _file, _record, 'treaty' AS _col FROM sound;
CREATE VIEW also_used AS
SELECT s._file, s._record FROM signature s JOIN sound ON sound.treaty = s.treaty WHERE NOT is_deprecated(rank) AND NOT is_broken AND s._record <> sound._record;
CREATE VIEW agreement_rest AS
SELECT NULL AS kind, s._file, s._record, CASE WHEN is_broken THEN 'neither item nor date: ' || concat_ws(', ', s.treaty, s.signed, s.day, s.start, s."end") END AS _reject,
       CASE WHEN is_deprecated(rank) THEN 'a deprecated statement' WHEN o.strange > 0 THEN 'a signatory that is no state of the register' WHEN o.states > 2 THEN 'a treaty of many states' WHEN o.states < 2 THEN 'a treaty of which one state is named'
            ELSE 'a treaty without an English name' END AS _unwanted
FROM signature s LEFT JOIN of_two o ON o.treaty = s.treaty WHERE is_deprecated(rank) OR is_broken OR s.treaty NOT IN (SELECT treaty FROM sound);
