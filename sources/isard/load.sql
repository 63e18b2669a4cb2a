-- Each table twice, by the codes of the Correlates of War (variant cow) and of Gleditsch and Ward (variant gw). Empty is missing.
CREATE MACRO isard_state(variant, code, year) AS state_by_code_in_year(variant, code, whole(year));

CREATE TEMP TABLE democracy AS
SELECT *, isard_state(list, code, year) AS state
FROM (SELECT 'cow' AS list, ccode AS code, * EXCLUDE (ccode) FROM read_delimited('democracy_cow') UNION ALL BY NAME SELECT 'gw' AS list, gwcode AS code, * EXCLUDE (gwcode) FROM read_delimited('democracy_gw'));

CREATE VIEW observation AS
SELECT m.indicator, state AS from_state, year_start(whole(year)) AS period_start, list AS variant, number(m.text) AS value,
       CASE WHEN blank(m.text) IS NULL THEN 'not_reported' ELSE 'value' END AS absence, 'score' AS unit, 'compiler' AS origin, _file, _record, m.col AS _col,
       CASE WHEN state IS NULL THEN 'no state has the code ' || code || ' in ' || year WHEN number(m.text) IS NULL AND blank(m.text) IS NOT NULL THEN 'not a number: ' || m.text END AS _reject
FROM (SELECT *, unnest([{indicator: 'democracy_euds', col: 'euds', text: euds}, {indicator: 'democracy_euds_adjusted', col: 'aeuds', text: aeuds},
                        {indicator: 'polity2', col: 'polity2', text: polity2}, {indicator: 'polyarchy', col: 'v2x_polyarchy', text: v2x_polyarchy}]) AS m FROM democracy);

-- GDP and population are in millions. They are levels here, whatever the publisher's text says of logarithms.
CREATE TEMP TABLE economy AS
SELECT *, isard_state(list, code, year) AS state
FROM (SELECT 'cow' AS list, ccode AS code, * EXCLUDE (ccode) FROM read_delimited('economy_cow') UNION ALL BY NAME SELECT 'gw' AS list, gwcode AS code, * EXCLUDE (gwcode) FROM read_delimited('economy_gw'));

CREATE VIEW observation_economy AS
SELECT m.indicator, state AS from_state, year_start(whole(year)) AS period_start, list AS variant, m.factor * number(m.text) AS value,
       CASE WHEN blank(m.text) IS NULL THEN 'not_reported' ELSE 'value' END AS absence, m.unit AS unit, 'modelled' AS origin, _file, _record, m.col AS _col,
       CASE WHEN state IS NULL THEN 'no state has the code ' || code || ' in ' || year WHEN number(m.text) IS NULL AND blank(m.text) IS NOT NULL THEN 'not a number: ' || m.text END AS _reject
FROM (SELECT *, unnest([{indicator: 'gdp_per_person_estimate', col: 'mrgdppc', text: mrgdppc, factor: 1e0, unit: 'international dollars'},
                        {indicator: 'gdp_per_person_estimate_sd', col: 'sd_mrgdppc', text: sd_mrgdppc, factor: 1e0, unit: 'international dollars'},
                        {indicator: 'gdp_estimate', col: 'pwtrgdp', text: pwtrgdp, factor: 1e6, unit: 'international dollars'},
                        {indicator: 'gdp_estimate_sd', col: 'sd_pwtrgdp', text: sd_pwtrgdp, factor: 1e6, unit: 'international dollars'},
                        {indicator: 'population_estimate', col: 'pwtpop', text: pwtpop, factor: 1e6, unit: 'persons'},
                        {indicator: 'population_estimate_sd', col: 'sd_pwtpop', text: sd_pwtpop, factor: 1e6, unit: 'persons'}]) AS m FROM economy);

-- The last day of each list is its edge, not an end.
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
