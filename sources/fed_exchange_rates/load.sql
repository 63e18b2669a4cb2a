-- Every rate is units of the currency per US dollar, the euro's and the pound's as well. Two generations of the annual table
-- are at hand: the newer one is read. Countries stand for currencies; a unit that changed within the series gives no rate.
CREATE TEMP TABLE unit (place VARCHAR, currency VARCHAR);
INSERT INTO unit VALUES ('Australia', 'AUD'), ('Brazil', 'BRL'), ('Canada', 'CAD'), ('China', 'CNY'), ('Denmark', 'DKK'), ('Euro', 'EUR'), ('Hong Kong', 'HKD'), ('India', 'INR'),
  ('Japan', 'JPY'), ('Malaysia', 'MYR'), ('Mexico', 'MXN'), ('New Zealand', 'NZD'), ('Norway', 'NOK'), ('Singapore', 'SGD'), ('South Africa', 'ZAR'), ('South Korea', 'KRW'),
  ('Sweden', 'SEK'), ('Switzerland', 'CHF'), ('Taiwan', 'TWD'), ('Thailand', 'THB'), ('Venezuela', NULL);

CREATE VIEW fx_rate AS
SELECT 'USD' AS base, u.currency, year(TRY_CAST("Date" AS DATE)) AS year, number("Exchange rate") AS rate, _file, _record, 'Exchange rate' AS _col,
       CASE WHEN TRY_CAST("Date" AS DATE) IS NULL THEN 'not a date: ' || "Date"
            WHEN u.place IS NULL THEN 'unknown currency of: ' || "Country"
            WHEN blank("Exchange rate") IS NOT NULL AND coalesce(number("Exchange rate"), 0) <= 0 THEN 'not a rate: ' || "Exchange rate" END AS _reject,
       CASE WHEN u.place IS NOT NULL AND u.currency IS NULL THEN 'a currency whose unit changed within the series' WHEN blank("Exchange rate") IS NULL THEN 'no rate in this year' END AS _unwanted
FROM read_delimited('annual') LEFT JOIN unit u ON u.place = "Country"
UNION ALL BY NAME
SELECT _file, _record, 'an older generation of the annual table' AS _unwanted FROM read_delimited('yearly')
UNION ALL BY NAME
SELECT _file, _record, 'a month; the annual means are read' AS _unwanted FROM read_delimited('monthly');
