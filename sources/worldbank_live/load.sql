-- A row per country or aggregate and year; a missing figure is null. Aggregates have codes of three letters too (WLD, EUU) or none.
CREATE VIEW observation AS
SELECT CASE indicator WHEN 'NY.GDP.MKTP.CD' THEN 'gdp' WHEN 'SP.POP.TOTL' THEN 'population' END AS indicator, state AS from_state, year_start(year) AS period_start,
       number("value") AS value, CASE WHEN "value" IS NULL THEN 'not_reported' ELSE 'value' END AS absence, CASE indicator WHEN 'SP.POP.TOTL' THEN 'persons' ELSE 'money' END AS unit,
       CASE indicator WHEN 'NY.GDP.MKTP.CD' THEN 'USD' END AS currency, CASE obs_status WHEN 'F' THEN 'modelled' ELSE 'compiler' END AS origin, _file, _record, 'value' AS _col,
       CASE WHEN indicator NOT IN ('NY.GDP.MKTP.CD', 'SP.POP.TOTL') THEN 'unknown indicator: ' || indicator
            WHEN year IS NULL THEN 'not a year: ' || coalesce(date, '')
            WHEN "value" IS NOT NULL AND number("value") IS NULL THEN 'not a number: ' || "value"
            ELSE unknown_state(state, name) END AS _reject,
       no_state(state, name) AS _unwanted
FROM (SELECT *, whole(date) AS year, coalesce(state_by_code_in_year('wb', code, whole(date)), state_by_code_in_year('iso3', code, whole(date))) AS state FROM read_json_records('answer'));
