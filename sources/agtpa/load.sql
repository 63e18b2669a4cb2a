-- A row is a pair and year of a panel for estimation, trade in million dollars; the exporter's trade with itself is in it.
CREATE VIEW observation AS
SELECT 'goods_exports' AS indicator, seller AS from_state, buyer AS to_state, year_start(whole(year)) AS period_start, 'manufactures' AS product, 'AGTPA' AS product_scheme,
       CASE WHEN number(trade) > 0 THEN round(number(trade) * 1e6, 2) END AS value, CASE WHEN number(trade) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, 'unknown' AS valuation, 'compiler' AS origin, _file, _record, 'trade' AS _col,
       CASE WHEN whole(year) IS NULL THEN 'no year' WHEN coalesce(number(trade), -1) < 0 THEN 'not a flow: ' || trade
            WHEN seller IS NULL THEN 'unknown state: ' || exporter WHEN buyer IS NULL THEN 'unknown state: ' || importer END AS _reject,
       CASE WHEN exporter = importer THEN 'trade within one state' END AS _unwanted
FROM (SELECT *, coalesce(state_by_code('iso3', exporter, DATE '2006-12-31'), state_by_code('iso3_former', exporter, DATE '2001-12-31')) AS seller,
             coalesce(state_by_code('iso3', importer, DATE '2006-12-31'), state_by_code('iso3_former', importer, DATE '2001-12-31')) AS buyer FROM read_delimited('panel'));
