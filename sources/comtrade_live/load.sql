-- The interface's own names in JSON. refMonth 52 is the year. Codes are Comtrade's numbers, some of them not ISO's (842, 251, 757, 579,
-- 699). CIF or FOB is told by which of the two values is there. A breakdown that was left open would count everything twice: only the totals of
-- second partner (0), customs procedure (C00) and mode of transport (0) are facts. The same reporter's year may lie here from the preview and
-- from the keyed interface; the keyed answer is the one that counts.
CREATE TEMP TABLE line AS
SELECT _file, _record, whole(ref_year) AS year, whole(ref_month) AS month, flow_code, trim(cmd_code) AS product, primary_value AS amount, reporter_code, partner_code,
       CASE WHEN number(cifvalue) IS NOT NULL AND flow_code = 'M' THEN 'cif' WHEN number(fobvalue) IS NOT NULL THEN 'fob' ELSE 'unknown' END AS valuation,
       state_by_code_in_year('comtrade', reporter_code, whole(ref_year)) AS reporter, state_by_code_in_year('comtrade', partner_code, whole(ref_year)) AS partner,
       partner_code = '0' AS is_total, is_reported = 'false' AS is_estimated,
       coalesce(partner2_code, '0') = '0' AND coalesce(customs_code, 'C00') = 'C00' AND coalesce(mot_code, '0') = '0' AS is_whole,
       _file LIKE 'preview-%' AS is_preview,
       -- Areas not elsewhere specified, bunkers, free zones, special categories.
       partner_code IN ('568', '577', '637', '837', '838', '839', '849', '879', '899', '97', '129', '221', '290', '471', '472', '473', '490', '492', '527', '536', '636') AS is_rest
FROM read_json_records('answer');

CREATE TEMP TABLE keyed AS SELECT DISTINCT reporter_code, year, flow_code FROM line WHERE NOT is_preview;

CREATE VIEW observation AS
SELECT CASE flow_code WHEN 'M' THEN 'goods_imports' ELSE 'goods_exports' END || CASE WHEN is_total THEN '_total' ELSE '' END AS indicator,
       CASE WHEN is_total OR flow_code = 'X' THEN reporter ELSE partner END AS from_state,
       CASE WHEN NOT is_total THEN CASE flow_code WHEN 'X' THEN partner ELSE reporter END END AS to_state, reporter, year_start(year) AS period_start,
       CASE product WHEN 'TOTAL' THEN 'total' ELSE product END AS product, CASE WHEN product <> 'TOTAL' THEN 'HS' END AS product_scheme,
       CASE WHEN number(amount) > 0 THEN number(amount) END AS value, CASE WHEN number(amount) = 0 THEN 'below_unit' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, valuation, CASE WHEN is_estimated THEN 'compiler' ELSE 'reported' END AS origin, _file, _record, 'primary_value' AS _col,
       CASE WHEN year IS NULL OR month <> 52 THEN 'not a whole year' WHEN flow_code IS NULL OR flow_code NOT IN ('M', 'X', 'RM', 'RX') THEN 'unknown flow: ' || coalesce(flow_code, '(blank)')
            WHEN number(amount) IS NULL OR number(amount) < 0 THEN 'not a number: ' || coalesce(amount, '') WHEN reporter IS NULL THEN 'unknown code of a reporter: ' || coalesce(reporter_code, '')
            WHEN partner IS NULL AND NOT is_total AND NOT is_rest THEN 'unknown code of a partner: ' || coalesce(partner_code, '') END AS _reject,
       CASE WHEN NOT is_whole THEN 'a breakdown of a total' WHEN flow_code IN ('RM', 'RX') THEN 're-imports and re-exports apart' WHEN partner IS NULL AND is_rest THEN 'not a state: unspecified'
            WHEN reporter = partner THEN 'goods that come back from where they are reported'
            WHEN is_preview AND (reporter_code, year, flow_code) IN (SELECT (reporter_code, year, flow_code) FROM keyed) THEN 'the preview of an answer that is here' END AS _unwanted
FROM line;
