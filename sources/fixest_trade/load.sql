-- A row is a flow of one of twenty unnamed products in euro; zero flows are absent.
CREATE VIEW observation AS
SELECT 'goods_exports' AS indicator, seller AS from_state, buyer AS to_state, year_start(whole("Year")) AS period_start, "Product" AS product, 'fixest' AS product_scheme,
       number("Euros") AS value, 'money' AS unit, 'EUR' AS currency, 'unknown' AS valuation, 'unknown' AS origin, _file, _record, 'Euros' AS _col,
       CASE WHEN whole("Year") IS NULL THEN 'no year' WHEN coalesce(number("Euros"), 0) <= 0 THEN 'not a flow: ' || "Euros"
            WHEN seller IS NULL THEN 'unknown state: ' || "Origin" WHEN buyer IS NULL THEN 'unknown state: ' || "Destination" END AS _reject
FROM (SELECT *, state_by_code('iso2', "Origin", DATE '2016-12-31') AS seller, state_by_code('iso2', "Destination", DATE '2016-12-31') AS buyer FROM read_delimited('trade'));
