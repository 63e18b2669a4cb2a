SELECT abs(value - 1318709386.27) < 1 AND price_base = 2010 AND reporter IS NULL FROM figure WHERE source = 'itpde_r01_aggregated' AND from_state = 'DEU' AND to_state = 'KAZ' AND period_start = '2016-01-01'
-- Its own indicator, all in prices of 2010, never among the figures of goods.
SELECT bool_and(indicator = 'goods_services_trade' AND price_base = 2010 AND value > 0) AND count(*) = 425845 FROM figure WHERE source = 'itpde_r01_aggregated'
SELECT count(DISTINCT from_state) = 196 FROM figure WHERE source = 'itpde_r01_aggregated'
SELECT count(DISTINCT from_state) = 8 FROM figure WHERE source = 'itpde_r01_aggregated' AND from_state IN ('TUR', 'NAM', 'COD', 'COG', 'PRK', 'KOR', 'SRB', 'DEU')
-- The copy's 2,618 rows of domestic trade are left out, and nothing else.
SELECT records_read = 428463 AND rejected = 0 AND unwanted = 2618 FROM account WHERE source = 'itpde_r01_aggregated'
SELECT whole('itpde_r01_aggregated') = 'COD 3072, COG 3871, DEU 6470, KOR 6429, NAM 4590, PRK 3605, SRB 3788, TUR 6216'
SELECT lost('itpde_r01_aggregated') = 0
