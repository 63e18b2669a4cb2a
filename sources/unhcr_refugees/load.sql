-- One row per year, origin and asylum with persons in several categories; the three that are people of one state in
-- another become facts. UNHCR's own codes collide with ISO's (AUS is Austria), so only coo_iso and coa_iso are read.
-- The list is written back in time: today's codes stand in old years too. Where today's state has the place of a larger one
-- of then, the people are that one's (rule 6); for Yemen and Armenia it is not said whose they were. Figures are of the year's end.
CREATE MACRO of_then(iso, year) AS CASE WHEN iso = 'RUS' AND year < 1991 THEN state_by_key('SUN') WHEN iso = 'CZE' AND year < 1993 THEN state_by_key('CSK')
  WHEN iso = 'SRB' AND year < 2006 THEN state_by_key('YUG') END;
CREATE MACRO not_yet(iso, year) AS (iso = 'YEM' AND year < 1990) OR (iso IN ('ARM', 'AZE', 'BLR', 'EST', 'GEO', 'KAZ', 'KGZ', 'LTU', 'LVA', 'MDA', 'TJK', 'TKM', 'UKR', 'UZB', 'BIH', 'HRV', 'MKD', 'SVN') AND year < 1991)
  OR (iso = 'SVK' AND year < 1993) OR (iso = 'MNE' AND year < 2006);
CREATE TEMP TABLE population AS
SELECT not_yet(coo_iso, whole(year)) OR not_yet(coa_iso, whole(year)) AS too_early, whole(year) AS year, coo_name, coa_name, refugees, asylum_seekers, oip, _file, _record,
       coalesce(of_then(coo_iso, whole(year)), state_by_code_in_year('iso3', coo_iso, whole(year)), state_by_code('iso3', coo_iso, DATE '2025-12-31')) AS origin,
       coalesce(of_then(coa_iso, whole(year)), state_by_code_in_year('iso3', coa_iso, whole(year)), state_by_code('iso3', coa_iso, DATE '2025-12-31')) AS asylum,
       coalesce(number(refugees), 0) + coalesce(number(asylum_seekers), 0) + coalesce(number(oip), 0) AS people
FROM read_delimited('population');

CREATE VIEW observation AS
SELECT indicator, origin AS from_state, asylum AS to_state, year_start(year) AS period_start, true AS at_end,
       CASE WHEN number(persons) > 0 THEN number(persons) END AS value,
       CASE WHEN number(persons) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence, 'persons' AS unit, _file, _record, indicator_column AS _col,
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

-- Palestine refugees under the mandate of UNRWA are in none of the categories above.
CREATE VIEW observation_unrwa AS
SELECT 'refugees_unrwa' AS indicator, origin AS from_state, asylum AS to_state, year_start(whole(year)) AS period_start, true AS at_end, number(total) AS value, 'persons' AS unit, _file, _record, 'total' AS _col,
       CASE WHEN whole(year) IS NULL THEN 'no year' WHEN coalesce(number(total), -1) < 0 THEN 'not a number of persons: ' || coalesce(total, '(blank)')
            WHEN origin = asylum THEN NULL ELSE coalesce(unknown_state(origin, coo_name), unknown_state(asylum, coa_name)) END AS _reject,
       CASE WHEN origin = asylum THEN 'people within their own state' ELSE coalesce(no_state(origin, coo_name), no_state(asylum, coa_name)) END AS _unwanted
FROM (SELECT *, state_by_code('iso3', coo_iso, DATE '2025-12-31') AS origin, state_by_code('iso3', coa_iso, DATE '2025-12-31') AS asylum FROM read_delimited('unrwa'));

-- Rows that hold only internally displaced, returned or stateless people and host communities.
CREATE VIEW observation_others AS
SELECT 'refugees' AS indicator, NULL AS from_state, _file, _record, 'neither refugees, asylum seekers nor others in need of protection' AS _unwanted
FROM population WHERE people = 0 AND (number(refugees) IS NOT NULL OR (blank(refugees) IS NULL AND blank(asylum_seekers) IS NULL AND blank(oip) IS NULL));
