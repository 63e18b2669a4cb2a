-- The unit: the flows of 2015 sum to 16.4 trillion USD.
SELECT sum(value) / 1e12 BETWEEN 16.3 AND 16.5 FROM figure WHERE source = 'unctad_trade_matrix' AND period_start = '2015-01-01'
SELECT bool_and(origin = 'compiler') AND count(DISTINCT period_start) = 3 AND count(*) FILTER (value = 0) = 0 FROM figure WHERE source = 'unctad_trade_matrix'
SELECT count(DISTINCT from_state) = 7 FROM figure WHERE source = 'unctad_trade_matrix' AND period_start = '2015-01-01' AND from_state IN ('TUR', 'NAM', 'COD', 'COG', 'PRK', 'KOR', 'SRB')
-- Serbia and Montenegro is Yugoslavia's, Serbia comes after it.
SELECT count(*) > 400 AND max(year(period_start)) = 2005 FROM figure WHERE source = 'unctad_trade_matrix' AND 'YUG' IN (from_state, to_state)
SELECT min(year(period_start)) = 2015 FROM figure WHERE source = 'unctad_trade_matrix' AND 'SRB' IN (from_state, to_state)
SELECT records_read = 74422 AND rejected = 0 AND unwanted = 4 FROM account WHERE source = 'unctad_trade_matrix'
SELECT whole('unctad_trade_matrix') = 'COD 548, COG 583, DEU 1265, KOR 1173, NAM 806, PRK 651, SRB 323, TUR 1122, YUG 500'
SELECT lost('unctad_trade_matrix') = 0
