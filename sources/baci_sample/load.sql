-- A row is a reconciled flow of one product: t year, i exporter, j importer (numbers of the United Nations), k HS 2017 with
-- its leading zero lost, v thousand dollars, q tonnes as a padded text where "NA" is missing.
CREATE VIEW observation AS
SELECT 'goods_exports' AS indicator, seller AS from_state, buyer AS to_state, year_start(whole(t)) AS period_start, lpad(trim(k), 6, '0') AS product, 'HS17' AS product_scheme,
       round(number(v) * 1e3, 3) AS value, 'money' AS unit, 'USD' AS currency, 'fob' AS valuation, 'compiler' AS origin,
       CASE WHEN number(q) IS NOT NULL THEN printf('%g tonnes', number(q)) END AS note, _file, _record, 'v' AS _col,
       CASE WHEN whole(t) IS NULL THEN 'no year' WHEN NOT regexp_matches(trim(k), '^\d{5,6}$') THEN 'not a product of HS: ' || k WHEN coalesce(number(v), 0) <= 0 THEN 'not a value: ' || v
            WHEN number(q) IS NULL AND trim(q) <> 'NA' THEN 'not a quantity: ' || q
            WHEN seller IS NULL THEN 'unknown number of an exporter: ' || i WHEN buyer IS NULL AND j <> '490' THEN 'unknown number of an importer: ' || j END AS _reject,
       CASE WHEN j = '490' AND buyer IS NULL THEN 'not a state: aggregate' END AS _unwanted
FROM (SELECT *, coalesce(state_by_code_in_year('comtrade', i, whole(t)), state_by_code_in_year('comtrade', lpad(i, 3, '0'), whole(t)), state_by_code_in_year('iso3n', lpad(i, 3, '0'), whole(t))) AS seller,
             coalesce(state_by_code_in_year('comtrade', j, whole(t)), state_by_code_in_year('comtrade', lpad(j, 3, '0'), whole(t)), state_by_code_in_year('iso3n', lpad(j, 3, '0'), whole(t))) AS buyer FROM read_delimited('flows'));
