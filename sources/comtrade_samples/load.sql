-- The interface's own names in JSON, the same in snake_case, and extracts of nine columns. refMonth 52 is the year. Codes are
-- Comtrade's numbers, some of them not ISO's (842, 251, 757, 579, 699); codes of products are texts. CIF or FOB is told by
-- which of the two values is there. Re-exports and re-imports are flows of their own.
CREATE TEMP TABLE line AS
SELECT _file, _record, whole(ref_year) AS year, whole(ref_month) AS month, flow_code, trim(cmd_code) AS product, primary_value AS amount,
       CASE WHEN number(cifvalue) IS NOT NULL AND flow_code IN ('M', 'RM') THEN 'cif' WHEN number(fobvalue) IS NOT NULL THEN 'fob' ELSE 'unknown' END AS valuation,
       state_by_code_in_year('comtrade', reporter_code, whole(ref_year)) AS reporter, state_by_code_in_year('comtrade', partner_code, whole(ref_year)) AS partner,
       reporter_code AS reporter_name, partner_code AS partner_name, partner_code = '0' AS is_total
FROM (SELECT _file, _record, ref_year, ref_month, reporter_code, flow_code, partner_code, cmd_code, cifvalue, fobvalue, primary_value FROM read_json_records('answer')
      UNION ALL SELECT _file, _record, ref_year, ref_month, reporter_code, flow_code, partner_code, cmd_code, cifvalue, fobvalue, primary_value FROM read_delimited('shrimp')
      UNION ALL SELECT _file, _record, ref_year, ref_month, reporter_code, flow_code, partner_code, cmd_code, cifvalue, fobvalue, primary_value FROM read_delimited('world'))
UNION ALL
SELECT _file, _record, whole(ref_year), 52, CASE flow_desc WHEN 'Import' THEN 'M' WHEN 'Export' THEN 'X' END, trim(cmd_code), primary_value, 'unknown',
       state_by_code_in_year('iso3', reporter_iso, whole(ref_year)),
       CASE trim(partner_iso) WHEN 'S19' THEN state_by_key('TWN') ELSE state_by_code_in_year('iso3', trim(partner_iso), whole(ref_year)) END, reporter_iso, trim(partner_iso), trim(partner_iso) = 'W00'
FROM read_delimited('wood');

CREATE VIEW observation AS
SELECT CASE WHEN flow_code IN ('M', 'RM') THEN 'goods_imports' ELSE 'goods_exports' END || CASE WHEN is_total THEN '_total' ELSE '' END AS indicator,
       CASE WHEN is_total OR flow_code IN ('X', 'RX') THEN reporter ELSE partner END AS from_state,
       CASE WHEN NOT is_total THEN CASE WHEN flow_code IN ('X', 'RX') THEN partner ELSE reporter END END AS to_state, reporter, year_start(year) AS period_start,
       CASE product WHEN 'TOTAL' THEN 'total' ELSE product END AS product, CASE WHEN product <> 'TOTAL' THEN 'HS' END AS product_scheme,
       CASE flow_code WHEN 'RM' THEN 're-imports' WHEN 'RX' THEN 're-exports' END AS variant, CASE WHEN number(amount) > 0 THEN number(amount) END AS value,
       CASE WHEN number(amount) = 0 THEN 'below_unit' ELSE 'value' END AS absence, 'money' AS unit, 'USD' AS currency, valuation, _file, _record, 'primary_value' AS _col,
       CASE WHEN year IS NULL OR month <> 52 THEN 'not a whole year' WHEN flow_code IS NULL OR flow_code NOT IN ('M', 'X', 'RM', 'RX') THEN 'unknown flow: ' || coalesce(flow_code, '(blank)')
            WHEN number(amount) IS NULL THEN 'not a number: ' || amount WHEN reporter IS NULL THEN 'unknown code of a reporter: ' || reporter_name
            WHEN partner IS NULL AND NOT is_total AND NOT is_rest THEN 'unknown code of a partner: ' || partner_name END AS _reject,
       CASE WHEN is_rest THEN 'not a state: unspecified' WHEN reporter = partner THEN 'goods that come back from where they are reported' END AS _unwanted
FROM (SELECT *, partner_name IN ('E19', 'F19', 'X1', 'XX', '_X', '568', '577', '837', '838', '839', '899', '97') OR (partner IS NULL AND partner_name LIKE 'A__') AS is_rest FROM line)
UNION ALL BY NAME
SELECT _file, _record, 'a list of codes' AS _unwanted FROM read_delimited('products')
UNION ALL BY NAME
SELECT _file, _record, 'a list of codes' AS _unwanted FROM read_delimited('partners')
UNION ALL BY NAME
SELECT _file, _record, 'a list of codes' AS _unwanted FROM read_delimited('reporters');
