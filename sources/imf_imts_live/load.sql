-- SDMX-CSV of version 1 or 2: a row is a reporter's flow with a counterpart in a year (2024 or 2024-A1), plain dollars whatever SCALE says.
-- Counterparts are ISO's letters, Kosovo KOS; groups begin with G and digits or hold an underscore. "NaN" is no figure.
CREATE TEMP TABLE line AS
SELECT _file, _record, "COUNTRY" AS country, "COUNTERPART_COUNTRY" AS counterpart, "INDICATOR" AS flow, "FREQUENCY" AS freq, nullif(blank("OBS_VALUE"), 'NaN') AS amount,
       whole(regexp_extract("TIME_PERIOD", '^(\d{4})(-A1)?$', 1)) AS year, "TIME_PERIOD" AS period, regexp_full_match("COUNTERPART_COUNTRY", 'G[0-9X].*|.*_.*|W.*\d.*|TX\d+') AS is_group
FROM read_delimited('trade');

CREATE VIEW observation AS
SELECT CASE WHEN flow LIKE 'XG%' THEN 'goods_exports' ELSE 'goods_imports' END AS indicator, CASE WHEN flow LIKE 'XG%' THEN reporter ELSE partner END AS from_state,
       CASE WHEN flow LIKE 'XG%' THEN partner ELSE reporter END AS to_state, reporter, year_start(year) AS period_start, 'total' AS product,
       -- Both valuations of the same imports are two figures.
       CASE flow WHEN 'MG_FOB_USD' THEN 'fob' END AS variant,
       CASE WHEN number(amount) <> 0 THEN number(amount) END AS value, CASE WHEN amount IS NULL THEN 'not_reported' WHEN number(amount) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, CASE WHEN flow LIKE '%CIF%' THEN 'cif' ELSE 'fob' END AS valuation, 'unknown' AS origin, _file, _record, 'OBS_VALUE' AS _col,
       CASE WHEN freq <> 'A' OR year IS NULL THEN 'not a year: ' || coalesce(period, '') WHEN flow NOT IN ('XG_FOB_USD', 'MG_CIF_USD', 'MG_FOB_USD') THEN 'unknown flow: ' || flow
            WHEN amount IS NOT NULL AND number(amount) IS NULL THEN 'not a number: ' || amount WHEN reporter IS NULL THEN 'unknown code of a reporter: ' || coalesce(country, '')
            WHEN partner IS NULL AND NOT is_group THEN 'unknown code of a counterpart: ' || coalesce(counterpart, '') END AS _reject,
       CASE WHEN partner IS NULL AND is_group THEN 'not a state: aggregate' WHEN reporter = partner THEN 'goods that come back from where they are reported' END AS _unwanted
FROM (SELECT *, coalesce(state_by_code_in_year('iso3', country, year), CASE country WHEN 'KOS' THEN state_by_key('XKX') END) AS reporter,
             coalesce(state_by_code_in_year('iso3', counterpart, year), CASE counterpart WHEN 'KOS' THEN state_by_key('XKX') END) AS partner FROM line);
