-- Two tables of one form: people of a citizenship on 1 January, and people who came in a year by the country they came from. Codes of two
-- letters are states (EL, UK), longer ones groups. Flags: b break, e estimated, p provisional, c confidential (then the value is empty, not 0).
CREATE TEMP TABLE line AS
SELECT *, whole("TIME_PERIOD") AS year, state_by_code_in_year('eurostat', geo, whole("TIME_PERIOD")) AS host,
       coalesce(state_by_code_in_year('eurostat', other, whole("TIME_PERIOD")), state_by_code_in_year('iso2', other, whole("TIME_PERIOD"))) AS home, blank("OBS_VALUE") AS persons, coalesce("OBS_FLAG", '') AS flag
FROM (SELECT _file, _record, freq, partner AS other, geo, "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG", age, sex, 'migration_flow' AS indicator FROM read_delimited('immigrants')
      UNION ALL SELECT _file, _record, freq, citizen, geo, "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG", age, sex, 'migrant_stock_citizen' FROM read_delimited('citizens'));

CREATE VIEW observation AS
SELECT indicator, home AS from_state, host AS to_state, host AS reporter, year_start(year) AS period_start, CASE indicator WHEN 'migration_flow' THEN 12 ELSE 0 END AS period_months,
       CASE WHEN number(persons) > 0 THEN number(persons) END AS value,
       CASE WHEN persons IS NULL AND flag LIKE '%c%' THEN 'confidential' WHEN persons IS NULL THEN 'not_reported' WHEN number(persons) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence,
       'persons' AS unit, CASE WHEN flag LIKE '%e%' THEN 'compiler' ELSE 'reported' END AS origin, CASE WHEN flag LIKE '%b%' THEN 2 ELSE 0 END AS flags,
       CASE WHEN flag LIKE '%p%' THEN 'provisional' END AS note, _file, _record, 'OBS_VALUE' AS _col,
       CASE WHEN freq <> 'A' OR year IS NULL THEN 'not a year: ' || coalesce("TIME_PERIOD", '') WHEN age <> 'TOTAL' OR sex <> 'T' THEN 'not all ages and both sexes'
            WHEN persons IS NOT NULL AND coalesce(number(persons), -1) < 0 THEN 'not a number of persons: ' || persons WHEN host IS NULL THEN 'unknown code of a host: ' || coalesce(geo, '')
            WHEN home IS NULL AND length(other) = 2 THEN 'unknown code: ' || coalesce(other, '') END AS _reject,
       CASE WHEN home IS NULL AND length(other) <> 2 THEN 'not a state: aggregate' WHEN home = host THEN 'people in the state they belong to' END AS _unwanted
FROM line;
