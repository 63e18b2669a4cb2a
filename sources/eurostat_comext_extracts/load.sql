-- Monthly totals in euro, one row per reporter, partner and month, in three dialects: "202408-Aug. 2024" and
-- "Aug. 2024"; "TOTAL-Total" and "Total"; "2-EXPORT", "EXPORT". Labels carry notes in brackets.
CREATE TEMP TABLE monthly AS
SELECT regexp_replace("REPORTER", '\s*\(.*$', '') AS reporter_name, regexp_replace("PARTNER", '\s*\(.*$', '') AS partner_name,
       regexp_extract("PERIOD", '([A-Z][a-z]{2})\. (\d{4})$', 1) AS month_name, whole(regexp_extract("PERIOD", '(\d{4})$', 1)) AS year,
       list_position(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'], regexp_extract("PERIOD", '([A-Z][a-z]{2})\.? \d{4}$', 1)) AS month,
       "VALUE_IN_EUR" AS amount, "FLOW" AS flow, "PRODUCT" AS product, "PERIOD" AS period, _file, _record
FROM (SELECT * FROM read_delimited('exports') UNION ALL SELECT * FROM read_delimited('imports'));

CREATE VIEW observation AS
SELECT CASE WHEN is_import THEN 'goods_imports' ELSE 'goods_exports' END AS indicator,
       CASE WHEN is_import THEN partner ELSE reporter END AS from_state, CASE WHEN is_import THEN reporter ELSE partner END AS to_state, reporter,
       month_start(year, month) AS period_start, 1 AS period_months,
       number(amount) AS value, CASE WHEN number(amount) = 0 THEN 'true_zero' ELSE 'value' END AS absence,
       'money' AS unit, 'EUR' AS currency, CASE WHEN is_import THEN 'cif' ELSE 'fob' END AS valuation, _file, _record, 'VALUE_IN_EUR' AS _col,
       CASE WHEN year IS NULL OR month IS NULL THEN 'not a month: ' || period
            WHEN number(amount) IS NULL THEN 'not a number: ' || amount
            WHEN lower(product) NOT LIKE '%total' THEN 'not the total of goods: ' || product
            WHEN reporter_name LIKE 'Euro% countries' THEN NULL
            ELSE coalesce(unknown_state(reporter, reporter_name), unknown_state(partner, partner_name)) END AS _reject,
       CASE WHEN reporter_name LIKE 'Euro%' THEN 'the reporter is the European Union or the euro area'
            ELSE coalesce(no_state(reporter, reporter_name), no_state(partner, partner_name)) END AS _unwanted
FROM (SELECT *, flow LIKE '%IMPORT%' AS is_import, state_by_name_in_year(reporter_name, year) AS reporter, state_by_name_in_year(partner_name, year) AS partner FROM monthly);

-- The EU's yearly exports have no state as their reporter.
CREATE VIEW observation_union AS
SELECT NULL AS indicator, _file, _record, 'the reporter is the European Union' AS _unwanted FROM read_delimited('eu_year');
