-- A row is a month of one reporter's trade in all goods with a partner, in euro; flow 1 is import (CIF), 2 export (FOB). Partners have two
-- letters (EL Greece, XS Serbia, XK Kosovo); most that begin with Q are
-- residuals (QA is Qatar), XC and XL parts of Spain, longer codes groups.
CREATE TEMP TABLE line AS
SELECT _file, _record, freq, partner AS partner_code, reporter AS reporter_code, product, flow, indicators, "TIME_PERIOD" AS period, blank("OBS_VALUE") AS amount,
       TRY_CAST("TIME_PERIOD" || '-01' AS DATE) AS month, flow = '1' AS is_import
FROM read_delimited('trade');

CREATE VIEW observation AS
SELECT CASE WHEN is_import THEN 'goods_imports' ELSE 'goods_exports' END AS indicator, CASE WHEN is_import THEN partner ELSE reporter END AS from_state,
       CASE WHEN is_import THEN reporter ELSE partner END AS to_state, reporter, month AS period_start, 1 AS period_months, 'total' AS product,
       number(amount) AS value, CASE WHEN amount IS NULL THEN 'not_reported' WHEN number(amount) = 0 THEN 'true_zero' ELSE 'value' END AS absence,
       'money' AS unit, 'EUR' AS currency, CASE WHEN is_import THEN 'cif' ELSE 'fob' END AS valuation, _file, _record, 'OBS_VALUE' AS _col,
       CASE WHEN freq <> 'M' OR month IS NULL THEN 'not a month: ' || coalesce(period, '') WHEN product <> 'TOTAL' THEN 'not the total of goods: ' || product
            WHEN flow NOT IN ('1', '2') THEN 'unknown flow: ' || flow WHEN indicators <> 'VALUE_IN_EUROS' THEN 'not a value: ' || indicators
            WHEN amount IS NOT NULL AND number(amount) IS NULL THEN 'not a number: ' || amount WHEN reporter IS NULL THEN 'unknown code of a reporter: ' || coalesce(reporter_code, '')
            WHEN partner IS NULL AND NOT is_rest THEN 'unknown code of a partner: ' || coalesce(partner_code, '') END AS _reject,
       CASE WHEN partner IS NULL AND is_rest THEN 'not a state: aggregate' WHEN reporter = partner THEN 'within one state' END AS _unwanted
FROM (SELECT *, length(partner_code) <> 2 OR partner_code LIKE 'Q_' OR partner_code IN ('XC', 'XL') AS is_rest,
             state_by_code_in_year('eurostat', reporter_code, year(month)::INTEGER) AS reporter,
             CASE partner_code WHEN 'XS' THEN state_by_key('SRB') ELSE coalesce(state_by_code_in_year('eurostat', partner_code, year(month)::INTEGER), state_by_code_in_year('iso2', partner_code, year(month)::INTEGER)) END AS partner FROM line);
