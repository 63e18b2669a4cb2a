-- A row is one measure of the enterprises of a member state (geo) that units of one state (c_ctrl) control in the end. CONF_STATUS C is confidential and
-- then empty, never 0. Codes of two letters are states (EL, UK); DOM is the country itself, WRL_REST, EU27_2020, OFFSHO and others are groups.
-- The year, where the days of a period are one.
CREATE MACRO whole_year(first, last) AS CASE WHEN TRY_CAST(last AS DATE) - TRY_CAST(first AS DATE) BETWEEN 364 AND 365 THEN year(TRY_CAST(first AS DATE))::INTEGER END;
CREATE TEMP TABLE line AS
SELECT _file, _record, _problem, geo, c_ctrl, indic_sbs AS measure, nace_r2 AS activity, freq, "TIME_PERIOD" AS period, number(_value) AS amount, _absence, coalesce("OBS_FLAG", '') AS flag, whole_year(_period_from, _period_to) AS year
FROM read_sdmx('control');

CREATE VIEW observation AS
SELECT CASE measure WHEN 'ENT_NR' THEN 'affiliates_controlled' ELSE 'affiliates_employees' END AS indicator, home AS from_state, host AS to_state, host AS reporter, year_start(year) AS period_start, 12 AS period_months,
       CASE WHEN amount > 0 THEN amount END AS value, CASE WHEN amount IS NULL AND _absence = 'confidential' THEN 'confidential' WHEN amount IS NULL THEN 'not_reported' WHEN amount = 0 THEN 'true_zero' ELSE 'value' END AS absence,
       CASE measure WHEN 'ENT_NR' THEN 'companies' ELSE 'persons' END AS unit, CASE WHEN flag LIKE '%e%' THEN 'compiler' ELSE 'reported' END AS origin, CASE WHEN flag LIKE '%b%' THEN 2 ELSE 0 END AS flags,
       CASE WHEN flag LIKE '%p%' THEN 'provisional' END AS note, _file, _record, 'OBS_VALUE' AS _col,
       CASE WHEN _problem IS NOT NULL THEN _problem WHEN freq <> 'A' OR year IS NULL THEN 'not a year: ' || coalesce(period, '') WHEN measure NOT IN ('ENT_NR', 'EMP_NR') THEN 'unknown measure: ' || measure
            WHEN amount < 0 THEN 'not a count: ' || amount::VARCHAR WHEN host IS NULL THEN 'unknown code of a host: ' || coalesce(geo, '') WHEN home IS NULL AND length(c_ctrl) = 2 THEN 'unknown code: ' || c_ctrl END AS _reject,
       CASE WHEN activity <> 'B-S_X_O_S94' THEN 'a part of the economy' WHEN home IS NULL AND length(c_ctrl) <> 2 THEN 'not a state: aggregate' WHEN home = host THEN 'enterprises under domestic control' END AS _unwanted
FROM (SELECT *, state_by_code_in_year('eurostat', geo, year) AS host, coalesce(state_by_code_in_year('eurostat', c_ctrl, year), state_by_code_in_year('iso2', c_ctrl, year)) AS home FROM line);
