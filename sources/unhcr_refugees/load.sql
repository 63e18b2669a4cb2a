-- One row per year, origin and asylum with persons in several categories; the three that are people of one state in
-- another become facts, and those who went back within the year, who are never added to them. UNHCR's own codes collide with ISO's (AUS is Austria), so only coo_iso and coa_iso are read.
-- The list is written back in time: today's codes stand in old years too. Where today's state has the place of a larger one
-- of then, the people are that one's (rule 6); for Yemen and Armenia it is not said whose they were. Figures are of the year's end.
CREATE MACRO of_then(iso, year) AS CASE WHEN iso = 'RUS' AND year < 1991 THEN state_by_key('SUN') WHEN iso = 'CZE' AND year < 1993 THEN state_by_key('CSK')
  WHEN iso = 'SRB' AND year < 2006 THEN state_by_key('YUG') END;
CREATE MACRO not_yet(iso, year) AS (iso = 'YEM' AND year < 1990) OR (iso IN ('ARM', 'AZE', 'BLR', 'EST', 'GEO', 'KAZ', 'KGZ', 'LTU', 'LVA', 'MDA', 'TJK', 'TKM', 'UKR', 'UZB', 'BIH', 'HRV', 'MKD', 'SVN') AND year < 1991)
  OR (iso = 'SVK' AND year < 1993) OR (iso = 'MNE' AND year < 2006);
-- UNHCR counts Serbia and Kosovo as one and says so in the name; the code is Serbia's.
CREATE MACRO with_kosovo(origin, asylum) AS CASE WHEN origin LIKE 'Serbia and Kosovo%' OR asylum LIKE 'Serbia and Kosovo%' THEN 'Serbia with Kosovo: the publisher counts both as one' END;
CREATE TEMP TABLE population AS
SELECT not_yet(coo_iso, whole(year)) OR not_yet(coa_iso, whole(year)) AS too_early, whole(year) AS year, coo_name, coa_name, refugees, asylum_seekers, oip, returned_refugees, _file, _record,
       coalesce(of_then(coo_iso, whole(year)), state_by_code_in_year('iso3', coo_iso, whole(year)), state_by_code('iso3', coo_iso, DATE '2025-12-31')) AS origin,
       coalesce(of_then(coa_iso, whole(year)), state_by_code_in_year('iso3', coa_iso, whole(year)), state_by_code('iso3', coa_iso, DATE '2025-12-31')) AS asylum,
       coalesce(number(refugees), 0) + coalesce(number(asylum_seekers), 0) + coalesce(number(oip), 0) AS people
FROM read_delimited('population');

CREATE VIEW observation AS
SELECT indicator, origin AS from_state, asylum AS to_state, year_start(year) AS period_start, true AS at_end,
       CASE WHEN number(persons) > 0 THEN number(persons) END AS value,
       CASE WHEN number(persons) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence, 'persons' AS unit, with_kosovo(coo_name, coa_name) AS note, _file, _record, indicator_column AS _col,
       CASE WHEN year IS NULL THEN 'no year'
            WHEN number(persons) IS NULL OR number(persons) < 0 THEN 'not a number of persons: ' || persons
            WHEN origin = asylum OR too_early THEN NULL
            ELSE coalesce(unknown_state(origin, coo_name), unknown_state(asylum, coa_name)) END AS _reject,
       CASE WHEN origin = asylum THEN 'people within their own state'
            WHEN too_early THEN 'a state of today in a year before it: whose people they were is not said'
            ELSE coalesce(no_state(origin, coo_name), no_state(asylum, coa_name)) END AS _unwanted
FROM (SELECT *, 'refugees' AS indicator, 'refugees' AS indicator_column, refugees AS persons FROM population
      UNION ALL SELECT *, 'asylum_seekers', 'asylum_seekers', asylum_seekers FROM population
      UNION ALL SELECT *, 'others_in_need', 'oip', oip FROM population)
WHERE persons IS NOT NULL AND trim(persons) NOT IN ('', 'NA') AND (people > 0 OR number(refugees) IS NULL);

-- Who returned to their own state in the year. Zero is written for "not counted", and most rows have it.
CREATE VIEW observation_returned AS
SELECT 'returned_refugees' AS indicator, origin AS from_state, asylum AS to_state, year_start(year) AS period_start, 12 AS period_months, number(returned_refugees) AS value, 'persons' AS unit, with_kosovo(coo_name, coa_name) AS note,
       _file, _record, 'returned_refugees' AS _col,
       CASE WHEN origin = asylum OR too_early THEN NULL ELSE coalesce(unknown_state(origin, coo_name), unknown_state(asylum, coa_name)) END AS _reject,
       CASE WHEN origin = asylum THEN 'people within their own state'
            WHEN too_early THEN 'a state of today in a year before it: whose people they were is not said'
            ELSE coalesce(no_state(origin, coo_name), no_state(asylum, coa_name)) END AS _unwanted
FROM population WHERE number(returned_refugees) > 0;

-- Palestine refugees under the mandate of UNRWA, whom UNHCR does not count among its refugees.
CREATE VIEW observation_unrwa AS
SELECT 'refugees_unrwa' AS indicator, origin AS from_state, asylum AS to_state, year_start(year) AS period_start, true AS at_end, number(total) AS value, 'persons' AS unit, _file, _record, 'total' AS _col,
       CASE WHEN year IS NULL THEN 'no year' WHEN number(total) IS NULL OR number(total) <= 0 THEN 'not a number of persons: ' || coalesce(blank(total), '(blank)')
            WHEN origin = asylum THEN NULL ELSE coalesce(unknown_state(origin, coo_name), unknown_state(asylum, coa_name)) END AS _reject,
       CASE WHEN origin = asylum THEN 'people within their own state' ELSE coalesce(no_state(origin, coo_name), no_state(asylum, coa_name)) END AS _unwanted
FROM (SELECT whole(year) AS year, coo_name, coa_name, total, _file, _record, state_by_code('iso3', coo_iso, DATE '2025-12-31') AS origin, state_by_code('iso3', coa_iso, DATE '2025-12-31') AS asylum FROM read_delimited('unrwa'));

-- Rows that hold only internally displaced or stateless people and host communities.
CREATE VIEW observation_others AS
SELECT 'refugees' AS indicator, NULL AS from_state, _file, _record, 'neither refugees, asylum seekers, others in need of protection nor any who returned' AS _unwanted
FROM population WHERE people = 0 AND coalesce(number(returned_refugees), 0) = 0 AND (number(refugees) IS NOT NULL OR (blank(refugees) IS NULL AND blank(asylum_seekers) IS NULL AND blank(oip) IS NULL));
