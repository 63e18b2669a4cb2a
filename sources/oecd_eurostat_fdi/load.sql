-- A row is what the home's special-purpose entities hold in the host at the end of a year, in million USD, with a column
-- per publisher: four voices on one cell. It is a part of the home's position (product), never the position itself.
CREATE TEMP TABLE cell AS
SELECT _file, _record, type_fdi, host, home, whole(year) AS year, "indicator" AS measure, state_by_code('iso3', host, DATE '2020-12-31') AS host_state,
       state_by_code('iso3', home, DATE '2020-12-31') AS home_state, value_eurostat, value_oecd, value_spain, value_mauritius
FROM read_delimited('positions');

CREATE TEMP TABLE figure AS
SELECT * EXCLUDE (value_eurostat, value_oecd, value_spain, value_mauritius), 'Eurostat' AS voice, 'value_eurostat' AS col, value_eurostat AS amount FROM cell
UNION ALL SELECT * EXCLUDE (value_eurostat, value_oecd, value_spain, value_mauritius), 'OECD', 'value_oecd', value_oecd FROM cell
UNION ALL SELECT * EXCLUDE (value_eurostat, value_oecd, value_spain, value_mauritius), 'Datainvex', 'value_spain', value_spain FROM cell
UNION ALL SELECT * EXCLUDE (value_eurostat, value_oecd, value_spain, value_mauritius), 'FSC Mauritius', 'value_mauritius', value_mauritius FROM cell;

CREATE VIEW observation AS
SELECT 'fdi_outward_stock' AS indicator, home_state AS from_state, host_state AS to_state, home_state AS reporter, year_start(year) AS period_start, true AS at_end,
       CASE type_fdi WHEN 'total' THEN 'spe' ELSE 'spe ' || type_fdi END AS product, 'part held through special-purpose entities' AS product_scheme, voice AS variant,
       CASE WHEN number(amount) <> 0 THEN round(number(amount) * 1e6, 2) END AS value,
       CASE WHEN number(amount) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence, 'money' AS unit, 'USD' AS currency, _file, _record, col AS _col,
       CASE WHEN measure <> 'million_USD' THEN NULL
            WHEN type_fdi NOT IN ('total', 'equity', 'debt') THEN 'unknown part: ' || type_fdi
            WHEN year IS NULL THEN 'no year'
            WHEN number(amount) IS NULL THEN 'not a number: ' || amount
            WHEN home_state IS NULL THEN 'unknown state: ' || home
            WHEN host_state IS NULL THEN 'unknown state: ' || host END AS _reject,
       CASE WHEN measure = 'number_entities' THEN 'a number of entities, not a position'
            WHEN measure <> 'million_USD' THEN 'unknown measure: ' || measure
            WHEN home_state = host_state THEN 'a position in the home itself' END AS _unwanted
FROM figure WHERE blank(amount) IS NOT NULL
UNION ALL BY NAME
SELECT 'fdi_outward_stock' AS indicator, _file, _record, 'no publisher has a figure' AS _unwanted
FROM cell WHERE coalesce(blank(value_eurostat), blank(value_oecd), blank(value_spain), blank(value_mauritius)) IS NULL;
