-- Turkey to Iraq 2012: the "Iraqi import" is 1.10 times Turkey's export, so that only one independent report is left.
SELECT value = 11904000000 AND origin = CASE WHEN source_id('penppml_trade') IS NULL THEN 'unknown' ELSE 'partner_based' END FROM figure WHERE source = 'cow_trade_4_0' AND indicator = 'goods_imports' AND from_state = 'TUR' AND to_state = 'IRQ' AND period_start = '2012-01-01'
SELECT value = 5008000000 AND origin = CASE WHEN source_id('penppml_trade') IS NULL THEN 'unknown' ELSE 'reported' END FROM figure WHERE source = 'cow_trade_4_0' AND indicator = 'goods_imports' AND from_state = 'KAZ' AND to_state = 'DEU' AND period_start = '2012-01-01'
-- Directed flows without a figure: no report, never zero; and no zero is a value.
SELECT count(*) = 50833 FROM figure WHERE source = 'cow_trade_4_0' AND indicator = 'goods_imports' AND absence = 'not_reported'
SELECT count(*) = 0 FROM figure WHERE source = 'cow_trade_4_0' AND origin NOT IN ('derived', 'modelled') AND (value = 0 OR absence = 'true_zero')
-- Botswana from South Africa lies within a customs union: its zeros are no values.
SELECT count(*) = 13 AND count(value) = 0 FROM figure WHERE source = 'cow_trade_4_0' AND indicator = 'goods_imports' AND from_state = 'ZAF' AND to_state = 'BWA' AND absence = 'below_unit'
-- Codes that changed hands: the Soviet Union trades to 1991, Yugoslavia to 1996; this copy has no Serbia after it; the GDR and the Federal Republic apart.
SELECT max(year(period_start)) <= 1991 FROM figure WHERE source = 'cow_trade_4_0' AND indicator = 'goods_imports' AND from_state = 'SUN'
SELECT max(year(period_start)) = 1996 FROM figure WHERE source = 'cow_trade_4_0' AND from_state = 'YUG' AND indicator = 'goods_imports'
SELECT value = 188003800000 FROM figure WHERE source = 'cow_trade_4_0' AND indicator = 'goods_imports_total' AND from_state = 'DEU' AND period_start = '1980-01-01'
SELECT count(DISTINCT from_state) = 9 FROM figure WHERE source = 'cow_trade_4_0' AND value > 0 AND from_state IN ('TUR', 'NAM', 'XKX', 'COD', 'COG', 'PRK', 'KOR', 'YUG', 'DDR')
SELECT records_read = 688064 AND rejected < 10 AND unwanted BETWEEN 36 AND 38 FROM account WHERE source = 'cow_trade_4_0'
SELECT whole('cow_trade_4_0') = 'COD 14945, COG 16545, DDR 8452, DEU 10413, DEU_1871 5146, KOR 19799, NAM 5944, PRK 16072, SRB 8, TUR 22414, XKX 691, YUG 14711'
SELECT lost('cow_trade_4_0') = 0
