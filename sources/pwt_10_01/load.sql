-- A row is one economy in one year: read are output-side real GDP (million dollars of 2017 at purchasing power parity),
-- population (millions) and the exchange rate, in today's unit throughout, which therefore is no rate to convert old sums with.
-- Codes are today's: a row before the state existed is the compiler's figure for its later territory.
CREATE TEMP TABLE economy AS
SELECT _file, _record, country, isocode, whole(year) AS year, "currency" AS unit_name, rgdpo, pop, xr, state_by_code('iso3', isocode, DATE '2019-12-31') AS state FROM read_delimited('table');

CREATE VIEW observation AS
SELECT indicator, state AS from_state, year_start(year) AS period_start, 'PWT 10.01' AS variant,
       -- a rate may be of any size (Brazil's of 1950 is 8e-15, in today's unit) and is not rounded to nothing
       CASE WHEN indicator = 'exchange_rate_per_usd' THEN number(text) ELSE round(number(text) * scale, 6) END AS value, unit, currency, price_base, 'compiler' AS origin, note, _file, _record, col AS _col,
       CASE WHEN year IS NULL THEN 'no year' WHEN number(text) IS NULL THEN 'not a number: ' || text WHEN state IS NULL THEN 'unknown state: ' || coalesce(isocode, '(blank)') END AS _reject
FROM (SELECT *, 'gdp_real_ppp' AS indicator, rgdpo AS text, 1e6 AS scale, 'money' AS unit, 'USD' AS currency, 2017 AS price_base, NULL AS note, 'rgdpo' AS col FROM economy
      UNION ALL SELECT *, 'population', pop, 1e6, 'persons', NULL, NULL, NULL, 'pop' FROM economy
      UNION ALL SELECT *, 'exchange_rate_per_usd', xr, 1, 'rate', NULL, NULL, unit_name, 'xr' FROM economy)
WHERE blank(text) IS NOT NULL
UNION ALL BY NAME
SELECT NULL AS indicator, _file, _record, 'no figure for this economy in this year' AS _unwanted FROM economy WHERE coalesce(blank(rgdpo), blank(pop), blank(xr)) IS NULL;
