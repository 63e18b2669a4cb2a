-- A row is a member state's (geo) position with a partner at the end of a year, million euro. stk_flow NI is net inward, NO net outward (the directional
-- principle); ASS, LIAB and NET are gross or net assets and liabilities, another basis. counterp IMM is the immediate counterpart, ULT the ultimate
-- investor: two figures, never one series. D?__D__F is the whole position, longer items its parts. CONF_STATUS C: empty, never 0.
-- The year, where the days of a period are one.
CREATE MACRO whole_year(first, last) AS CASE WHEN TRY_CAST(last AS DATE) - TRY_CAST(first AS DATE) BETWEEN 364 AND 365 THEN year(TRY_CAST(first AS DATE))::INTEGER END;
CREATE TEMP TABLE line AS
SELECT _file, _record, _problem, geo, partner AS other, counterp, entity, stk_flow AS side, fdi_item AS item, nace_r2 AS activity, currency, freq, "TIME_PERIOD" AS period, number(_value) AS amount, _absence, coalesce("OBS_FLAG", '') AS flag,
       whole_year(_period_from, _period_to) AS year, fdi_item IN ('DI__D__F', 'DO__D__F') AS is_whole
FROM read_sdmx('positions');
-- Where an answer has the whole position under both names, the one of the flow's own direction counts.
CREATE TEMP TABLE ranked AS
SELECT *, row_number() OVER (PARTITION BY geo, other, counterp, entity, side, activity, currency, period, is_whole ORDER BY (item = CASE side WHEN 'NO' THEN 'DO__D__F' ELSE 'DI__D__F' END) DESC, _file, _record) AS nth FROM line;

CREATE VIEW observation AS
SELECT CASE side WHEN 'NO' THEN 'fdi_outward_stock' ELSE 'fdi_inward_stock' END AS indicator, CASE side WHEN 'NO' THEN reporter ELSE partner END AS from_state, CASE side WHEN 'NO' THEN partner ELSE reporter END AS to_state,
       reporter, year_start(year) AS period_start, true AS at_end, CASE counterp WHEN 'ULT' THEN 'ultimate investor' END AS variant, CASE WHEN amount <> 0 THEN round(amount * 1e6, 2) END AS value,
       CASE WHEN amount IS NULL AND _absence = 'confidential' THEN 'confidential' WHEN amount IS NULL THEN 'not_reported' WHEN amount = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence,
       'money' AS unit, 'EUR' AS currency, CASE WHEN flag LIKE '%e%' THEN 'compiler' ELSE 'reported' END AS origin, CASE WHEN flag LIKE '%b%' THEN 2 ELSE 0 END AS flags, _file, _record, 'OBS_VALUE' AS _col,
       CASE WHEN _problem IS NOT NULL THEN _problem WHEN freq <> 'A' OR year IS NULL THEN 'not a year: ' || coalesce(period, '') WHEN side NOT IN ('NI', 'NO', 'ASS', 'LIAB', 'NET') THEN 'unknown side: ' || side
            WHEN counterp NOT IN ('IMM', 'ULT') THEN 'unknown counterpart: ' || counterp WHEN currency <> 'MIO_EUR' THEN 'not in euro: ' || currency WHEN reporter IS NULL THEN 'unknown code of a reporter: ' || coalesce(geo, '')
            WHEN partner IS NULL AND length(other) = 2 THEN 'unknown code: ' || other END AS _reject,
       CASE WHEN side NOT IN ('NI', 'NO') THEN 'assets and liabilities, not the direction' WHEN NOT is_whole OR entity <> 'TOTAL' OR activity <> 'FDI' THEN 'a part of the position' WHEN nth > 1 THEN 'the same position under another name'
            WHEN partner IS NULL AND length(other) <> 2 THEN 'not a state: aggregate' WHEN partner = reporter THEN 'an economy''s position in itself' END AS _unwanted
FROM (SELECT *, state_by_code_in_year('eurostat', geo, year) AS reporter, coalesce(state_by_code_in_year('eurostat', other, year), state_by_code_in_year('iso2', other, year)) AS partner FROM ranked);
