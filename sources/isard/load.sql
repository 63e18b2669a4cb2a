-- Two lists of states by day, and estimates of democracy, GDP and population by the members of each list and year. The codes
-- of the lists stay as they are: a member of a list is not always one state (COW 255 and 260 in 1990, 345 in 2006).
CREATE VIEW series_members AS
SELECT 'system_member' AS indicator, scheme, whole(code)::USMALLINT AS from_code, 1 AS item, day_from, day_to, 1 AS value, _file, _record, 'start' AS _col,
       CASE WHEN day_from IS NULL OR day_to IS NULL THEN 'not a day'
            WHEN state_by_code_in_year(scheme, code, year(day_to)::INTEGER) IS NULL THEN 'no state has this code in this year' END AS _reject
FROM (SELECT 'cow' AS scheme, ccode AS code, TRY_CAST(start AS DATE) AS day_from, TRY_CAST("end" AS DATE) AS day_to, _file, _record FROM read_delimited('cow_system')
      UNION ALL
      SELECT 'gw', gwcode, TRY_CAST(start AS DATE), TRY_CAST("end" AS DATE), _file, _record FROM read_delimited('gw_system'));

CREATE VIEW series_microstates AS
SELECT 'system_microstate' AS indicator, 'gw' AS scheme, whole(gwcode)::USMALLINT AS from_code, TRY_CAST(start AS DATE) AS day_from, TRY_CAST("end" AS DATE) AS day_to, 1 AS value,
       _file, _record, 'microstate' AS _col
FROM read_delimited('gw_system') WHERE microstate = '1' AND TRY_CAST(start AS DATE) IS NOT NULL AND TRY_CAST("end" AS DATE) IS NOT NULL;

CREATE TEMP TABLE text_cell AS
SELECT 'cow' AS scheme, ccode AS code, year, indicator, text, _file, _record
FROM (UNPIVOT (SELECT ccode, year, euds, aeuds, polity2, v2x_polyarchy, _file, _record FROM read_delimited('cow_democracy'))
      ON euds, aeuds, polity2, v2x_polyarchy INTO NAME indicator VALUE text)
UNION ALL
SELECT 'gw', gwcode, year, indicator, text, _file, _record
FROM (UNPIVOT (SELECT gwcode, year, euds, aeuds, polity2, v2x_polyarchy, _file, _record FROM read_delimited('gw_democracy'))
      ON euds, aeuds, polity2, v2x_polyarchy INTO NAME indicator VALUE text)
UNION ALL
SELECT 'cow', ccode, year, indicator, text, _file, _record
FROM (UNPIVOT (SELECT ccode, year, mrgdppc, sd_mrgdppc, pwtrgdp, sd_pwtrgdp, pwtpop, sd_pwtpop, _file, _record FROM read_delimited('cow_gdppop'))
      ON mrgdppc, sd_mrgdppc, pwtrgdp, sd_pwtrgdp, pwtpop, sd_pwtpop INTO NAME indicator VALUE text)
UNION ALL
SELECT 'gw', gwcode, year, indicator, text, _file, _record
FROM (UNPIVOT (SELECT gwcode, year, mrgdppc, sd_mrgdppc, pwtrgdp, sd_pwtrgdp, pwtpop, sd_pwtpop, _file, _record FROM read_delimited('gw_gdppop'))
      ON mrgdppc, sd_mrgdppc, pwtrgdp, sd_pwtrgdp, pwtpop, sd_pwtpop INTO NAME indicator VALUE text);

CREATE TEMP TABLE cell AS
SELECT scheme, code, whole(year) AS year, indicator, number(text) AS value, _file, _record,
       CASE WHEN whole(year) IS NULL THEN 'no year'
            WHEN state_by_code_in_year(scheme, code, whole(year)) IS NULL THEN 'no state has this code in this year'
            WHEN number(text) IS NULL THEN 'not a number: ' || text END AS problem
FROM text_cell WHERE blank(text) IS NOT NULL;
CREATE TEMP TABLE cow_cell AS SELECT * FROM cell WHERE scheme = 'cow';
CREATE TEMP TABLE gw_cell AS SELECT * FROM cell WHERE scheme = 'gw';

CREATE VIEW series_measures AS
SELECT * FROM runs_of_states('cow_cell', 'cow')
UNION ALL
SELECT * FROM runs_of_states('gw_cell', 'gw')
UNION ALL
SELECT indicator, scheme, NULL, NULL, NULL, NULL, _file, _record, indicator, problem FROM cell WHERE problem IS NOT NULL;

CREATE VIEW also_used AS SELECT DISTINCT _file, _record FROM cell WHERE problem IS NULL;
-- A record whose cells are all blank gives nothing.
CREATE VIEW series_blank AS
SELECT 'euds' AS indicator, NULL AS day_from, _file, _record, 'every cell is blank' AS _unwanted
FROM (SELECT _file, _record FROM read_delimited('cow_democracy') WHERE coalesce(blank(euds), blank(aeuds), blank(polity2), blank(v2x_polyarchy)) IS NULL
      UNION ALL
      SELECT _file, _record FROM read_delimited('gw_democracy') WHERE coalesce(blank(euds), blank(aeuds), blank(polity2), blank(v2x_polyarchy)) IS NULL
      UNION ALL
      SELECT _file, _record FROM read_delimited('cow_gdppop') WHERE coalesce(blank(mrgdppc), blank(sd_mrgdppc), blank(pwtrgdp), blank(sd_pwtrgdp), blank(pwtpop), blank(sd_pwtpop)) IS NULL
      UNION ALL
      SELECT _file, _record FROM read_delimited('gw_gdppop') WHERE coalesce(blank(mrgdppc), blank(sd_mrgdppc), blank(pwtrgdp), blank(sd_pwtrgdp), blank(pwtpop), blank(sd_pwtpop)) IS NULL);

-- The lists again as statements on states, to be held against other lists. The last day of each list is its edge, not an end.
CREATE TEMP TABLE spell AS
SELECT _file, _record, 'cow' AS scheme, 'Correlates of War' AS list, ccode AS code, cw_abb AS letters, cw_name AS name, "start" AS begun, "end" AS ended, "end" = '2016-12-31' AS open, 'ccode' AS col FROM read_delimited('cow_system')
UNION ALL SELECT _file, _record, 'gw', 'Gleditsch and Ward', gwcode, gw_abb, gw_name, "start", "end", "end" = '2020-12-31', 'gwcode' FROM read_delimited('gw_system');

CREATE TEMP TABLE located AS
SELECT *, state_by_code(scheme, code, TRY_CAST(begun AS DATE)) AS first_state, state_by_code(scheme, code, TRY_CAST(ended AS DATE)) AS last_state FROM spell;

CREATE VIEW event AS
SELECT 'state_span' AS kind, state AS state_a, begun || '/' || CASE WHEN open THEN '..' ELSE ended END AS date_edtf, list AS occasion, list || ' ' || code AS title,
       letters || ', ' || name AS detail, _file, _record, col AS _col,
       CASE WHEN TRY_CAST(begun AS DATE) IS NULL OR TRY_CAST(ended AS DATE) IS NULL THEN 'not a day: ' || coalesce(begun, '(blank)') || ' or ' || coalesce(ended, '(blank)')
            WHEN state IS NULL THEN 'no state has the code ' || code || ' from ' || begun || ' to ' || ended END AS _reject
FROM (SELECT *, unnest(list_distinct([first_state, last_state])) AS state FROM located
      UNION ALL SELECT *, NULL FROM located WHERE first_state IS NULL OR last_state IS NULL);
