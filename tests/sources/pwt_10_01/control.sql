SELECT value = 525124062500 AND price_base = 2017 FROM figure WHERE source = 'pwt_10_01' AND indicator = 'gdp_real_ppp' AND from_state = 'KAZ' AND period_start = '2019-01-01'
SELECT abs(value - 382.7473) < 0.001 FROM figure WHERE source = 'pwt_10_01' AND indicator = 'exchange_rate_per_usd' AND from_state = 'KAZ' AND period_start = '2019-01-01'
-- 183 economies; every figure is a compiler's, none is a rate that converts.
SELECT count(DISTINCT from_state) = 183 AND bool_and(origin = 'compiler') FROM figure WHERE source = 'pwt_10_01'
SELECT count(*) = 0 FROM fx_rate WHERE source = source_id('pwt_10_01')
SELECT count(DISTINCT from_state) = 7 FROM figure WHERE source = 'pwt_10_01' AND from_state IN ('TUR', 'NAM', 'COD', 'COG', 'KOR', 'SRB', 'DEU')
SELECT records_read = 12810 AND rejected = 0 AND unwanted = 2411 FROM account WHERE source = 'pwt_10_01'
SELECT whole('pwt_10_01') = 'COD 210, COG 180, DEU 210, KOR 201, NAM 180, SRB 90, TUR 210'
SELECT lost('pwt_10_01') = 0
