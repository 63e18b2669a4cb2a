-- A row is one flow of all goods between two economies in a year, dollars times ten to UNIT_MULT, after the publisher has made both sides agree: a
-- compiler's figure in nobody's books. Balanced exports of A to B are balanced imports of B from A, so that only exports are kept. The name of the
-- dimension of the flow is read as the answer has it.
-- The year, where the days of a period are one.
CREATE MACRO whole_year(first, last) AS CASE WHEN TRY_CAST(last AS DATE) - TRY_CAST(first AS DATE) BETWEEN 364 AND 365 THEN year(TRY_CAST(first AS DATE))::INTEGER END;
CREATE TEMP TABLE line AS
SELECT _file, _record, _problem, "REF_AREA" AS seller_code, "COUNTERPART_AREA" AS buyer_code, flow, "UNIT_MEASURE" AS unit_code, "FREQ" AS freq, "TIME_PERIOD" AS period, number(_value) AS amount, "OBS_VALUE" AS text,
       whole_year(_period_from, _period_to) AS year
FROM (SELECT *, COLUMNS('^(TRADE_FLOW|FLOW)$') AS flow FROM read_sdmx('flows'));
CREATE MACRO is_group(code) AS length(code) <> 3 OR regexp_matches(code, '[0-9_]') OR code LIKE 'W%';

CREATE VIEW observation AS
SELECT 'goods_exports' AS indicator, seller AS from_state, buyer AS to_state, year_start(year) AS period_start, 'total' AS product, 'balanced' AS variant, CASE WHEN amount > 0 THEN round(amount, 2) END AS value,
       CASE WHEN amount IS NULL THEN 'not_reported' WHEN amount = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence, 'money' AS unit, 'USD' AS currency, 'fob' AS valuation, 'compiler' AS origin,
       _file, _record, 'OBS_VALUE' AS _col,
       CASE WHEN _problem IS NOT NULL THEN _problem WHEN freq <> 'A' OR year IS NULL THEN 'not a year: ' || coalesce(period, '') WHEN unit_code <> 'USD_EXC' THEN 'not in current dollars: ' || unit_code
            WHEN flow IS NULL OR flow NOT IN ('X', 'M') THEN 'unknown flow: ' || coalesce(flow, '(blank)') WHEN amount < 0 THEN 'not a value: ' || text
            WHEN seller IS NULL AND NOT is_group(seller_code) THEN 'unknown code: ' || coalesce(seller_code, '') WHEN buyer IS NULL AND NOT is_group(buyer_code) THEN 'unknown code: ' || coalesce(buyer_code, '') END AS _reject,
       CASE WHEN flow = 'M' THEN 'the same flow from the other side' WHEN (seller IS NULL AND is_group(seller_code)) OR (buyer IS NULL AND is_group(buyer_code)) THEN 'not a state: aggregate'
            WHEN seller = buyer THEN 'within one state' END AS _unwanted
FROM (SELECT *, state_by_code_in_year('iso3', seller_code, year) AS seller, state_by_code_in_year('iso3', buyer_code, year) AS buyer FROM line);
