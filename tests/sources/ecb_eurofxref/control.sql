-- 6,983 days. Annual means of the US dollar 2016 to 2023 as its SOURCE.md gives them; nothing before 1999, no tenge.
SELECT records_read = 6983 AND rejected = 0 FROM account WHERE source = 'ecb_eurofxref'
SELECT list(round(rate, 4) ORDER BY year) = [1.1069, 1.1297, 1.1810, 1.1195, 1.1422, 1.1827, 1.0530, 1.0813] FROM fx_rate WHERE source = source_id('ecb_eurofxref') AND currency = 'USD' AND year BETWEEN 2016 AND 2023
SELECT min(year) = 1999 AND count(*) FILTER (currency = 'KZT') = 0 FROM fx_rate WHERE source = source_id('ecb_eurofxref')
SELECT max(year) <= 2021 FROM fx_rate WHERE source = source_id('ecb_eurofxref') AND currency = 'RUB'
SELECT whole('ecb_eurofxref') = ''
SELECT lost('ecb_eurofxref') = 0
