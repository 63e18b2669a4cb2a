-- Each origin is an indicator of its own, named "Inbound internationally mobile students from Asia: Students from Kazakhstan, both sexes (number)"; the
-- host is the country of the row. MAGNITUDE: NIL is nil or negligible (printed 0), NA not applicable (printed 0), SUPP suppressed at the state's wish
-- (empty), INCLUDED counted elsewhere (empty). Of several releases the newest counts.
CREATE MACRO release_of(path) AS regexp_extract(path, 'OPRI-(\d{6})', 1);
CREATE TEMP TABLE label AS
SELECT _file, _record, release_of(_file::VARCHAR) AS release, trim("INDICATOR_ID") AS id, regexp_extract("INDICATOR_LABEL_EN", '^Inbound internationally mobile students from [^:]+: Students from (.+), both sexes \(number\)$', 1) AS origin
FROM read_delimited('labels');
CREATE TEMP TABLE origin AS
SELECT release, id, any_value(origin) AS name, any_value(coalesce(state_by_name(origin, DATE '2025-06-30'), state_by_name(regexp_replace(origin, '^the ', ''), DATE '2025-06-30'))) AS state
FROM label WHERE origin <> '' GROUP BY ALL;
CREATE TEMP TABLE newest AS SELECT max(release) AS release FROM label;

CREATE TEMP TABLE line AS
SELECT _file, _record, release_of(_file::VARCHAR) AS release, trim("INDICATOR_ID") AS id, "COUNTRY_ID" AS host_code, whole("YEAR") AS year, "YEAR" AS year_text, "VALUE" AS text, upper(coalesce(blank("MAGNITUDE"), '')) AS magnitude, upper(coalesce(blank("QUALIFIER"), '')) AS qualifier
FROM read_delimited('national');

CREATE VIEW observation AS
SELECT 'students' AS indicator, o.state AS from_state, host AS to_state, host AS reporter, year_start(year) AS period_start, 12 AS period_months, true AS at_end,
       CASE WHEN number(text) > 0 AND magnitude NOT IN ('NIL', 'NA') THEN round(number(text), 0) END AS value,
       CASE WHEN magnitude = 'NIL' THEN 'below_unit' WHEN magnitude = 'NA' THEN 'not_applicable' WHEN magnitude = 'SUPP' THEN 'confidential' WHEN number(text) IS NULL THEN 'not_reported' WHEN number(text) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence,
       'persons' AS unit, CASE qualifier WHEN 'UIS_EST' THEN 'compiler' ELSE 'reported' END AS origin,
       CASE WHEN magnitude = 'INCLUDED' THEN 'counted in another figure' WHEN magnitude = 'INCLUDES' THEN 'holds what belongs to another figure' WHEN magnitude = 'LOWREL' THEN 'low reliability' WHEN qualifier = 'NAT_EST' THEN 'national estimate' END AS note,
       _file, _record, 'VALUE' AS _col,
       CASE WHEN year IS NULL THEN 'not a year: ' || coalesce(year_text, '') WHEN blank(text) IS NOT NULL AND coalesce(number(text), -1) < 0 THEN 'not a number of persons: ' || text
            WHEN magnitude NOT IN ('', 'NIL', 'NA', 'SUPP', 'LOWREL', 'INCLUDED', 'INCLUDES') THEN 'unknown magnitude: ' || magnitude
            WHEN host IS NULL THEN 'unknown code of a host: ' || coalesce(host_code, '') ELSE unknown_state(o.state, o.name) END AS _reject,
       CASE WHEN o.state = host THEN 'students in the state they come from' ELSE no_state(o.state, o.name) END AS _unwanted
FROM (SELECT *, state_by_code_in_year('iso3', host_code, year) AS host FROM line WHERE release = (SELECT release FROM newest)) JOIN origin o USING (release, id);

CREATE VIEW observation_rest AS
SELECT NULL AS indicator, _file, _record, CASE WHEN release <> (SELECT release FROM newest) THEN 'an older release' ELSE 'another indicator' END AS _unwanted
FROM line WHERE release <> (SELECT release FROM newest) OR (release, id) NOT IN (SELECT (release, id) FROM origin)
UNION ALL SELECT NULL, _file, _record, CASE WHEN release <> (SELECT release FROM newest) THEN 'an older release' ELSE 'another indicator' END FROM label WHERE origin = '' OR release <> (SELECT release FROM newest);
CREATE VIEW also_used AS SELECT _file, _record FROM label WHERE origin <> '' AND release = (SELECT release FROM newest);
