-- A row is a reconciled flow of one product: t year, i exporter, j importer (numbers of the United Nations), v thousand dollars FOB. The fact is
-- the sum over products of a pair and year; of several releases the newest counts.
CREATE TEMP TABLE line AS
SELECT _file, _record, whole(t) AS year, i, j, number(v) AS v, v AS text, regexp_extract(_file, '_V(\d{6})\.zip', 1) AS release FROM read_delimited('flows');
CREATE TEMP TABLE code AS
SELECT code, year, coalesce(state_by_code_in_year('comtrade', code, year), state_by_code_in_year('iso3n', lpad(code, 3, '0'), year)) AS state
FROM (SELECT DISTINCT i AS code, year FROM line UNION SELECT DISTINCT j, year FROM line);
CREATE TEMP TABLE flow AS
SELECT line.*, s.state AS seller, b.state AS buyer, release < max(release) OVER () AS is_old
FROM line LEFT JOIN code s ON s.code = i AND s.year IS NOT DISTINCT FROM line.year LEFT JOIN code b ON b.code = j AND b.year IS NOT DISTINCT FROM line.year;

CREATE VIEW observation AS
SELECT 'goods_exports' AS indicator, seller AS from_state, buyer AS to_state, year_start(year) AS period_start, 'total' AS product, 'reconciled' AS variant, round(sum(v) * 1e3, 0) AS value,
       'money' AS unit, 'USD' AS currency, 'fob' AS valuation, 'compiler' AS origin, min(_file) AS _file, min(_record) AS _record, 'v' AS _col
FROM flow WHERE NOT is_old AND year IS NOT NULL AND v > 0 AND seller IS NOT NULL AND buyer IS NOT NULL AND seller <> buyer GROUP BY seller, buyer, year;
CREATE VIEW also_used AS
SELECT _file, _record FROM flow WHERE NOT is_old AND year IS NOT NULL AND v > 0 AND seller IS NOT NULL AND buyer IS NOT NULL AND seller <> buyer;
CREATE VIEW observation_rest AS
SELECT 'goods_exports' AS indicator, _file, _record,
       CASE WHEN is_old THEN NULL WHEN year IS NULL THEN 'no year' WHEN coalesce(v, 0) <= 0 THEN 'not a value: ' || coalesce(text, '')
            WHEN seller IS NULL AND i <> '490' THEN 'unknown number of an exporter: ' || i WHEN buyer IS NULL AND j <> '490' THEN 'unknown number of an importer: ' || j END AS _reject,
       CASE WHEN is_old THEN 'an older release' WHEN (seller IS NULL AND i = '490') OR (buyer IS NULL AND j = '490') THEN 'not a state: aggregate' WHEN seller = buyer THEN 'within one state' END AS _unwanted
FROM flow WHERE is_old OR year IS NULL OR NOT coalesce(v > 0, false) OR seller IS NULL OR buyer IS NULL OR seller = buyer;
