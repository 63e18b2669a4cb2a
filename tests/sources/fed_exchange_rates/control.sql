-- The euro is units per dollar too, and agrees with the European Central Bank's mean where that is part of the edition.
SELECT rate = 0.9242 FROM fx_rate WHERE source = source_id('fed_exchange_rates') AND currency = 'EUR' AND year = 2024
SELECT count(*) = 0 FROM fx_rate f JOIN fx_rate e ON e.base = 'EUR' AND e.currency = 'USD' AND e.year = f.year AND e.source <> f.source WHERE f.source = source_id('fed_exchange_rates') AND f.currency = 'EUR' AND abs(f.rate * e.rate - 1) > 0.01
-- No euro before 1999, no tenge at all: nothing is converted where no rate is.
SELECT min(year) = 1999 FROM fx_rate WHERE source = source_id('fed_exchange_rates') AND currency = 'EUR'
SELECT count(*) = 0 FROM fx_rate WHERE source = source_id('fed_exchange_rates') AND currency = 'KZT'
SELECT count(*) = 0 FROM fx_rate WHERE 'KZT' IN (base, currency) AND year > 2021
SELECT records_read = 19223 AND rejected = 0 FROM account WHERE source = 'fed_exchange_rates'
SELECT whole('fed_exchange_rates') = ''
SELECT lost('fed_exchange_rates') = 0
