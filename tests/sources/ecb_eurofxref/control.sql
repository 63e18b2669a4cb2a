-- The mean of 2012 is 1.2848 dollars per euro; nothing before 1999, no year that is not over, no tenge.
SELECT abs(rate - 1.2848) < 0.0001 AND days > 250 FROM fx_rate WHERE source = source_id('ecb_eurofxref') AND currency = 'USD' AND year = 2012
SELECT min(year) = 1999 AND min(days) >= 250 AND bool_and(base = 'EUR') AND count(*) FILTER (currency = 'KZT') = 0 FROM fx_rate WHERE source = source_id('ecb_eurofxref')
SELECT rejected = 0 AND unwanted = 0 FROM account WHERE source = 'ecb_eurofxref'
