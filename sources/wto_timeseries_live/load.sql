-- A row is one figure of one of three indicators. TP_A_0010: simple average of a member's MFN applied tariffs, per cent. HS_P_0070: the lowest preferential
-- tariff on a product of six digits from a partner, per cent; 0 is free of duty. HS_M_0010: a member's imports from a partner, dollars, CIF or FOB not
-- said. Codes are ISO's numbers, 918 is the European Union, 000 the world; other codes of three digits or letters are groups. A value may be null with a flag.
CREATE TEMP TABLE line AS
SELECT _file, _record, what, lpad(trim(reporter_code), 3, '0') AS reporter_code, lpad(trim(coalesce(partner_code, '')), 3, '0') AS partner_code, product, product_name, scheme, frequency, whole("year") AS year, "year" AS year_text, "value" AS text, number("value") AS amount, flag
FROM read_json_records('answer');
CREATE TEMP TABLE placed AS
SELECT *, state_by_code_in_year('iso3n', reporter_code, year) AS reporter, state_by_code_in_year('iso3n', partner_code, year) AS partner, reporter_code = '918' AS is_union,
       what NOT IN ('TP_A_0010', 'HS_P_0070', 'HS_M_0010') AS is_strange FROM line;

-- Who belonged to the customs union in a year since 2015.
CREATE TEMP TABLE member AS
SELECT state_by_key(unnest(['AUT', 'BEL', 'BGR', 'CYP', 'CZE', 'DEU', 'DNK', 'ESP', 'EST', 'FIN', 'FRA', 'GRC', 'HRV', 'HUN', 'IRL', 'ITA', 'LTU', 'LUX', 'LVA', 'MLT', 'NLD', 'POL', 'PRT', 'ROU', 'SVK', 'SVN', 'SWE'])) AS state, 9999 AS until
UNION ALL SELECT state_by_key('GBR'), 2020;

CREATE VIEW observation AS
SELECT 'tariff_simple_average' AS indicator, coalesce(m.state, reporter) AS from_state, reporter AS reporter, year_start(year) AS period_start, 'total' AS product, amount AS value, 'value' AS absence, 'percent' AS unit, 'none' AS valuation, 'reported' AS origin,
       CASE WHEN m.state IS NOT NULL THEN 'the common tariff of the European Union' END AS note, _file, _record, 'value' AS _col
FROM placed LEFT JOIN member m ON is_union AND m.until >= year
WHERE what = 'TP_A_0010' AND year IS NOT NULL AND amount >= 0 AND (reporter IS NOT NULL OR m.state IS NOT NULL)
UNION ALL BY NAME
SELECT CASE what WHEN 'HS_P_0070' THEN 'tariff_preferential_lowest' ELSE 'goods_imports' END AS indicator, CASE what WHEN 'HS_P_0070' THEN reporter ELSE partner END AS from_state, CASE what WHEN 'HS_P_0070' THEN partner ELSE reporter END AS to_state, reporter,
       year_start(year) AS period_start, product, 'HS' AS product_scheme, CASE WHEN amount > 0 OR what = 'HS_P_0070' THEN amount END AS value, CASE WHEN amount = 0 AND what = 'HS_M_0010' THEN 'below_unit' ELSE 'value' END AS absence,
       CASE what WHEN 'HS_P_0070' THEN 'percent' ELSE 'money' END AS unit, CASE what WHEN 'HS_M_0010' THEN 'USD' END AS currency, CASE what WHEN 'HS_M_0010' THEN 'unknown' ELSE 'none' END AS valuation, 'reported' AS origin, blank(product_name) AS note, _file, _record, 'value' AS _col
FROM placed WHERE what IN ('HS_P_0070', 'HS_M_0010') AND year IS NOT NULL AND amount >= 0 AND reporter IS NOT NULL AND partner IS NOT NULL AND reporter <> partner AND product IS NOT NULL;

CREATE VIEW observation_rest AS
SELECT NULL AS indicator, _file, _record,
       CASE WHEN is_strange THEN 'unknown indicator: ' || coalesce(what, '(blank)') WHEN year IS NULL THEN 'not a year: ' || coalesce(year_text, '') WHEN blank(text) IS NOT NULL AND coalesce(amount, -1) < 0 THEN 'not a value: ' || text
            WHEN reporter IS NULL AND regexp_full_match(reporter_code, '\d{3}') AND NOT is_union AND reporter_code < '900' AND reporter_code <> '000' THEN 'unknown code of a reporter: ' || reporter_code
            WHEN what <> 'TP_A_0010' AND partner IS NULL AND regexp_full_match(partner_code, '\d{3}') AND partner_code < '900' AND partner_code <> '000' THEN 'unknown code of a partner: ' || partner_code END AS _reject,
       CASE WHEN blank(text) IS NULL THEN 'no value' || CASE WHEN flag IS NOT NULL THEN ' (' || flag || ')' ELSE '' END WHEN reporter = partner THEN 'a state with itself' WHEN is_union THEN 'the European Union as one' ELSE 'not a state: aggregate' END AS _unwanted
FROM placed WHERE (_file, _record) NOT IN (SELECT (_file, _record) FROM observation);
