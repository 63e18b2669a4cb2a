-- A row is what the exporter sold the importer in a year, goods and services of 170 industries together, in dollars of 2010.
-- Who reported is not known. The zero cells were left out of the file. Today's names.
CREATE TEMP TABLE flow AS
SELECT *, state_by_name(exporter, DATE '2016-12-31') AS seller, state_by_name(importer, DATE '2016-12-31') AS buyer FROM read_delimited('trade');

CREATE VIEW observation AS
SELECT 'goods_services_trade' AS indicator, seller AS from_state, buyer AS to_state, year_start(whole(year)) AS period_start, round(number(trade_usd_2010), 2) AS value,
       'money' AS unit, 'USD' AS currency, 2010 AS price_base, 'compiler' AS origin, _file, _record, 'trade_usd_2010' AS _col,
       CASE WHEN whole(year) IS NULL THEN 'no year'
            WHEN number(trade_usd_2010) IS NULL THEN 'not a number: ' || trade_usd_2010
            WHEN number(trade_usd_2010) <= 0 THEN 'a flow at or below zero'
            ELSE coalesce(unknown_state(seller, exporter), unknown_state(buyer, importer)) END AS _reject,
       CASE WHEN exporter = importer THEN 'trade within one state' ELSE coalesce(no_state(seller, exporter), no_state(buyer, importer)) END AS _unwanted
FROM flow;
