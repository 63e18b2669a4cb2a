-- A row is one state of the COW system: when it became independent (YYYYMM), from whom, and who ruled it before. -9 is none.
CREATE MACRO code(text) AS nullif(nullif(trim(text), '-9'), '0');
CREATE MACRO month_of(text) AS CASE WHEN code(text) IS NULL OR NOT regexp_full_match(trim(text), '\d{6}') THEN NULL
  WHEN substr(trim(text), 5) = '00' OR substr(trim(text), 5) > '12' THEN substr(trim(text), 1, 4) ELSE substr(trim(text), 1, 4) || '-' || substr(trim(text), 5) END;

-- The code in the month of independence, else on any later day that it was in use.
CREATE TEMP TABLE repaired AS
SELECT r.* REPLACE (coalesce(c.value, r.IndDate) AS IndDate), c.id AS repair FROM read_delimited('states') r LEFT JOIN correction c ON c.record = r._record AND c.col = 'IndDate' AND c.expect = r.Name || ' ' || r.IndDate;
CREATE TEMP VIEW applied_correction AS SELECT repair AS id FROM repaired WHERE repair IS NOT NULL;
CREATE TEMP TABLE line AS
SELECT * EXCLUDE (repair), month_of(IndDate) AS since, coalesce(state_by_code('cow', trim("State"), greatest(edtf_to(month_of(IndDate)), DATE '1816-01-01')), state_by_code('cow', trim("State"), DATE '2017-06-01'),
         state_by_code('cow', trim("State"), DATE '1990-06-01'), state_by_code('cow', trim("State"), DATE '1960-06-01'), state_by_code('cow', trim("State"), DATE '1900-06-01'), state_by_code('cow', trim("State"), DATE '1865-01-01')) AS whose
FROM repaired;
CREATE MACRO ruler(text, since) AS coalesce(state_by_code('cow', code(text), greatest(edtf_from(coalesce(since, '1900')) - 31, DATE '1816-01-01')), state_by_code('cow', code(text), DATE '1900-06-01'), state_by_code('cow', code(text), DATE '1955-06-01'));

-- From whom: not told where the code stands for a state of another name on that day (Mongolia left the Republic of China, Senegal the Mali Federation, Montenegro the union with
-- Serbia), where two or three had ruled together (Libya, the Sudan, Vanuatu, Poland) or an administration of the United Nations lay between (Timor-Leste), nor of Bhutan, which was
-- never India's. `detail` is the name of the Ottoman Empire, which the register has under Turkey's.
CREATE MACRO left_whom(state, since, from_code) AS CASE WHEN state NOT IN (SELECT state_by_key(key) FROM (VALUES ('MNG'), ('SEN'), ('MNE'), ('LBY'), ('SDN'), ('VUT'), ('POL'), ('TLS'), ('BTN')) t(key)) THEN ruler(from_code, since) END;

-- Canada in 1867 and South Africa in 1910 became dominions; what they did abroad was Britain's for years.
CREATE VIEW event AS
SELECT 'independence' AS kind, whose AS state_a, since AS date_edtf, left_whom(whose, since, IndFrom) AS third_state,
       CASE WHEN left_whom(whose, since, IndFrom) = state_by_key('TUR') AND since < '1923-10' THEN 'the Ottoman Empire' END AS detail,
       CASE code(IndType) WHEN '2' THEN 'Independence' WHEN '3' THEN 'Independence by secession' WHEN '4' THEN 'Independence by partition' ELSE 'Independence' END AS title,
       'asserted' AS status, _file, _record, 'IndDate' AS _col, CASE WHEN whose IS NULL THEN 'no state has the COW code ' || "State" END AS _reject
FROM line WHERE since IS NOT NULL AND code(IndType) IS DISTINCT FROM '1' AND whose NOT IN (state_by_key('CAN'), state_by_key('ZAF')) OR whose IS NULL;

CREATE VIEW observation AS
SELECT 'colonial_ruler' AS indicator, r AS from_state, whose AS to_state, edtf_from(since) AS period_start, 0 AS period_months, FALSE AS at_end, NULL AS value, 'not_applicable' AS absence, 'text' AS unit, 'none' AS valuation,
       'compiler' AS origin, CASE WHEN since IS NULL THEN 4 ELSE 0 END AS flags, Name AS note, _file, _record, 'ColRuler' AS _col
FROM (SELECT *, ruler(ColRuler, since) AS r FROM line) WHERE r IS NOT NULL AND r <> whose AND whose IS NOT NULL AND since IS NOT NULL;

CREATE VIEW event_rest AS
SELECT NULL AS kind, NULL AS state_a, _file, _record, 'formed, or without a month of independence' AS _unwanted FROM line WHERE (_file, _record) NOT IN (SELECT _file, _record FROM event UNION ALL SELECT _file, _record FROM observation);
