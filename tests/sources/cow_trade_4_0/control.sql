-- 673,654 pairs of years and 14,410 totals. Germany's imports from Kazakhstan 2012 and 2014: 5,008 and 5,770 million USD; Kazakhstan's 2,271 and 2,401.
SELECT records_read = 688064 AND rejected < 100 FROM account WHERE source = 'cow_trade_4_0'
SELECT list(value ORDER BY period_start) = [5008e6, 5770e6] FROM figure WHERE source = 'cow_trade_4_0' AND indicator = 'goods_imports' AND from_state = 'KAZ' AND to_state = 'DEU' AND period_start IN ('2012-01-01', '2014-01-01')
SELECT list(value ORDER BY period_start) = [2271e6, 2401e6] FROM figure WHERE source = 'cow_trade_4_0' AND indicator = 'goods_imports' AND from_state = 'DEU' AND to_state = 'KAZ' AND period_start IN ('2012-01-01', '2014-01-01')
-- Iraq's import from Turkey 2012 is an estimate from the partner's export, not a second voice (rule 7).
SELECT origin = 'partner_based' FROM figure WHERE source = 'cow_trade_4_0' AND indicator = 'goods_imports' AND from_state = 'TUR' AND to_state = 'IRQ' AND period_start = '2012-01-01'
-- No zero is a true zero: the unit is a million.
SELECT count(*) = 0 FROM figure WHERE source = 'cow_trade_4_0' AND (value = 0 OR absence = 'true_zero')
SELECT whole('cow_trade_4_0') = 'COD 14454, COG 15986, DDR 8130, DEU 10040, DEU_1871 4994, KOR 18850, NAM 5708, PRK 15404, SRB 8, TUR 21300, XKX 672, YUG 14036'
SELECT lost('cow_trade_4_0') = 0
