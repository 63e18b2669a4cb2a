-- Kyrgyzstan's own totals and the sum over its partners agree.
SELECT abs(1 - sum(value) FILTER (to_state IS NOT NULL) / max(value) FILTER (indicator = 'goods_exports_total')) < 0.02 FROM figure WHERE source = 'central_asia_national_trade' AND from_state = 'KGZ' AND currency = 'USD' AND period_start = '2022-01-01' AND indicator LIKE 'goods_exports%'
-- Uzbekistan's two unnamed tables: exports of 24.9 and imports of 38.7 billion dollars in 2023, 10.4 and 1.2 of them to and from "other countries".
SELECT sum(value) FILTER (indicator = 'goods_exports') / 1e9 BETWEEN 14.5 AND 14.6 AND sum(value) FILTER (indicator = 'goods_imports') / 1e9 BETWEEN 37.4 AND 37.5 FROM figure WHERE source = 'central_asia_national_trade' AND reporter = 'UZB' AND period_start = '2023-01-01'
SELECT value = 1417053600 FROM figure WHERE source = 'central_asia_national_trade' AND indicator = 'goods_exports' AND from_state = 'UZB' AND to_state = 'KAZ' AND reporter = 'UZB' AND period_start = '2023-01-01'
-- Armenia's year 2023 is January only: no annual figure; 2022 is whole.
SELECT bool_and(period_months = 1) AND count(*) > 0 FROM figure WHERE source = 'central_asia_national_trade' AND reporter = 'ARM' AND period_start >= '2023-01-01'
SELECT value = 106072200 AND period_months = 12 FROM figure WHERE source = 'central_asia_national_trade' AND indicator = 'goods_exports' AND from_state = 'ARM' AND to_state = 'DEU' AND period_start = '2022-01-01'
-- Georgia's 2024 ends in October: left out.
SELECT max(year(period_start)) = 2023 FROM figure WHERE source = 'central_asia_national_trade' AND from_state = 'GEO' AND indicator LIKE 'goods%total'
-- Nothing of the files that a third party turned into euro; nothing in soms but totals.
SELECT count(*) FILTER (currency = 'EUR') = 0 AND bool_and(currency <> 'KGS' OR to_state IS NULL) FROM figure WHERE source = 'central_asia_national_trade'
SELECT count(DISTINCT p) = 7 FROM (SELECT unnest([from_state, to_state]) AS p FROM figure WHERE source = 'central_asia_national_trade' AND value > 0) WHERE p IN ('TUR', 'NAM', 'COD', 'COG', 'PRK', 'KOR', 'SRB')
-- El Salvador has two rows of imports: what one leaves out the other tells. The rejects are six totals of Armenia without the name of a country.
SELECT value = 9800 FROM figure WHERE source = 'central_asia_national_trade' AND indicator = 'goods_imports' AND from_state = 'SLV' AND to_state = 'KGZ' AND period_start = '2007-01-01'
SELECT rejected = 6 AND records_read = 27514 FROM account WHERE source = 'central_asia_national_trade'
SELECT whole('central_asia_national_trade') = 'COD 73, COG 100, DEU 109, KOR 109, NAM 43, PRK 109, SRB 109, TUR 109'
SELECT lost('central_asia_national_trade') = 0
