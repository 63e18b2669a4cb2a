-- Imports from Germany 2023 as the book of 2023 says, and exports to it.
SELECT abs(value / 1e6 - 3033.3) < 0.05 FROM figure WHERE source = 'kz_bns_trade' AND indicator = 'goods_imports' AND from_state = 'DEU' AND period_start = '2023-01-01'
SELECT abs(value / 1e6 - 740.9) < 0.05 FROM figure WHERE source = 'kz_bns_trade' AND indicator = 'goods_exports' AND to_state = 'DEU' AND period_start = '2023-01-01'
-- All exports and imports of 2023.
SELECT abs(value / 1e6 - 79138.8) < 0.05 FROM figure WHERE source = 'kz_bns_trade' AND indicator = 'goods_exports_total' AND period_start = '2023-01-01'
SELECT abs(value / 1e6 - 60412.3) < 0.05 FROM figure WHERE source = 'kz_bns_trade' AND indicator = 'goods_imports_total' AND period_start = '2023-01-01'
-- Partners add up to the total: no group of countries is among them, and none is missing.
SELECT abs(sum(value) FILTER (indicator = 'goods_exports') / max(value) FILTER (indicator = 'goods_exports_total') - 1) < 0.0005 FROM figure WHERE source = 'kz_bns_trade' AND origin = 'reported' GROUP BY period_start, variant
SELECT abs(sum(value) FILTER (indicator = 'goods_imports') / max(value) FILTER (indicator = 'goods_imports_total') - 1) < 0.0005 FROM figure WHERE source = 'kz_bns_trade' AND origin = 'reported' GROUP BY period_start, variant
-- Every year but the first and the last stands in two books.
SELECT list(books ORDER BY year) = [1, 2, 2, 2, 2, 1] FROM (SELECT year(period_start) AS year, count(DISTINCT variant) AS books FROM figure WHERE source = 'kz_bns_trade' AND origin = 'reported' GROUP BY ALL)
SELECT rejected = 0 AND used > 5000 FROM account WHERE source = 'kz_bns_trade'
SELECT whole('kz_bns_trade') = 'COD 24, COG 30, DEU 30, KOR 30, NAM 25, PRK 12, SRB 30, TUR 30'
SELECT lost('kz_bns_trade') = 0
