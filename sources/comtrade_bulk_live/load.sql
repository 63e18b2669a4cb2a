-- The 47 fields of the interface as columns parted by tabs (some write CIFValue, FOBValue), every level of the classification in one file: the total
-- (TOTAL) and chapters of two digits are facts. Breakdowns by second partner, customs procedure or mode of transport would count twice. A year that was
-- published again is a second file with another hash: the list names the newest one, by its time; what no list names comes from hand and counts.
CREATE TEMP TABLE named AS
SELECT _file, _record, row_key, regexp_extract(address, '/([0-9a-f]+)$', 1) AS hash, published FROM read_json_records('lists');
CREATE TEMP TABLE old AS
SELECT 'C-A-HS-' || hash || '.txt.gz' AS file FROM (SELECT hash, row_number() OVER (PARTITION BY row_key ORDER BY published DESC, hash) AS nth FROM named WHERE row_key IS NOT NULL) WHERE nth > 1;
CREATE TEMP TABLE line AS
SELECT _file, _record, whole(refYear) AS year, whole(refMonth) AS month, flowCode AS flow, trim(cmdCode) AS product, primaryValue AS amount, reporterCode AS reporter_code, partnerCode AS partner_code,
       CASE WHEN number(cifvalue) > 0 AND flowCode = 'M' THEN 'cif' WHEN number(fobvalue) > 0 THEN 'fob' ELSE 'unknown' END AS valuation, state_by_code_in_year('comtrade', reporterCode, whole(refYear)) AS reporter,
       state_by_code_in_year('comtrade', partnerCode, whole(refYear)) AS partner, lower(isReported) IN ('0', 'false') AS is_estimated,
       coalesce(blank(partner2Code), '0') = '0' AND coalesce(blank(customsCode), 'C00') = 'C00' AND coalesce(blank(motCode), '0') = '0' AS is_whole,
       partnerCode IN ('568', '577', '637', '837', '838', '839', '849', '879', '899', '97', '129', '221', '290', '471', '472', '473', '490', '492', '527', '536', '636') AS is_rest,
       regexp_extract(_file::VARCHAR, '([^/]+)$', 1) IN (SELECT file FROM old) AS is_old
FROM read_delimited('bulk');

CREATE VIEW observation AS
SELECT CASE flow WHEN 'M' THEN 'goods_imports' ELSE 'goods_exports' END || CASE WHEN partner_code = '0' THEN '_total' ELSE '' END AS indicator, CASE WHEN flow = 'X' OR partner_code = '0' THEN reporter ELSE partner END AS from_state,
       CASE WHEN partner_code <> '0' THEN CASE flow WHEN 'X' THEN partner ELSE reporter END END AS to_state, reporter,
       year_start(year) AS period_start, CASE product WHEN 'TOTAL' THEN 'total' ELSE product END AS product, CASE WHEN product <> 'TOTAL' THEN 'HS' END AS product_scheme, CASE WHEN number(amount) > 0 THEN number(amount) END AS value,
       CASE WHEN number(amount) = 0 THEN 'below_unit' ELSE 'value' END AS absence, 'money' AS unit, 'USD' AS currency, valuation, CASE WHEN is_estimated THEN 'compiler' ELSE 'reported' END AS origin, _file, _record, 'primaryValue' AS _col,
       CASE WHEN year IS NULL OR month <> 52 THEN 'not a whole year' WHEN flow IS NULL OR flow NOT IN ('M', 'X', 'RM', 'RX', 'DX', 'FM', 'MIP', 'XIP', 'MOP', 'XOP') THEN 'unknown flow: ' || coalesce(flow, '(blank)')
            WHEN number(amount) IS NULL OR number(amount) < 0 THEN 'not a number: ' || coalesce(amount, '') WHEN reporter IS NULL THEN 'unknown code of a reporter: ' || coalesce(reporter_code, '')
            WHEN partner IS NULL AND partner_code <> '0' AND NOT is_rest THEN 'unknown code of a partner: ' || coalesce(partner_code, '') END AS _reject,
       CASE WHEN is_old THEN 'an older file' WHEN NOT is_whole THEN 'a breakdown of a total' WHEN flow NOT IN ('M', 'X') THEN 're-trade, processing and other flows apart' WHEN product <> 'TOTAL' AND length(product) <> 2 THEN 'below the chapter'
            WHEN partner_code = '0' AND product <> 'TOTAL' THEN 'not a state: world' WHEN partner IS NULL AND is_rest THEN 'not a state: unspecified' WHEN reporter = partner THEN 'goods that come back from where they are reported' END AS _unwanted
FROM line;
CREATE VIEW also_used AS SELECT _file, _record FROM named;
