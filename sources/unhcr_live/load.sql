-- One record per year, origin and asylum with persons in several categories, each a number or a text, "-" where there is none. UNHCR's own
-- codes collide with ISO's, so only coo_iso and coa_iso are read. Today's codes stand in every year.
CREATE MACRO is_nothing(text) AS coalesce(trim(text), '') IN ('', '-');

CREATE TEMP TABLE population AS
SELECT whole(year) AS year, coo_name, coa_name, refugees, asylum_seekers, oip, _file, _record,
       state_by_code_in_year('iso3', coo_iso, whole(year)) AS origin, state_by_code_in_year('iso3', coa_iso, whole(year)) AS asylum,
       coalesce(number(refugees), 0) + coalesce(number(asylum_seekers), 0) + coalesce(number(oip), 0) AS people
FROM read_json_records('population');

CREATE VIEW observation AS
SELECT indicator, origin AS from_state, asylum AS to_state, year_start(year) AS period_start, true AS at_end,
       CASE WHEN number(persons) > 0 THEN number(persons) END AS value,
       CASE WHEN number(persons) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence, 'persons' AS unit, _file, _record, indicator_column AS _col,
       CASE WHEN year IS NULL THEN 'no year'
            WHEN number(persons) IS NULL OR number(persons) < 0 THEN 'not a number of persons: ' || persons
            WHEN origin = asylum THEN NULL
            ELSE coalesce(unknown_state(origin, coo_name), unknown_state(asylum, coa_name)) END AS _reject,
       CASE WHEN origin = asylum THEN 'people within their own state'
            ELSE coalesce(no_state(origin, coo_name), no_state(asylum, coa_name)) END AS _unwanted
FROM (SELECT *, 'refugees' AS indicator, 'refugees' AS indicator_column, refugees AS persons FROM population
      UNION ALL SELECT *, 'asylum_seekers', 'asylum_seekers', asylum_seekers FROM population
      UNION ALL SELECT *, 'others_in_need', 'oip', oip FROM population)
WHERE persons IS NOT NULL AND trim(persons) NOT IN ('', '-') AND (people > 0 OR number(refugees) IS NULL);

-- Rows that hold only internally displaced, returned or stateless people and host communities.
CREATE VIEW observation_others AS
SELECT 'refugees' AS indicator, NULL AS from_state, _file, _record, 'neither refugees, asylum seekers nor others in need of protection' AS _unwanted
FROM population WHERE people = 0 AND (number(refugees) IS NOT NULL OR (is_nothing(refugees) AND is_nothing(asylum_seekers) AND is_nothing(oip)));
