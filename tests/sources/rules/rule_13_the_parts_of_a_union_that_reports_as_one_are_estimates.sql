-- The Correlates of War divide the trade of Belgium and Luxembourg up to 1996 in one ratio a year: no part of it is a report.
SELECT f.key, f.period_start FROM figure f WHERE f.source = 'cow_trade_4_0' AND f.indicator = 'goods_imports' AND f.value > 0 AND year(f.period_start) BETWEEN 1922 AND 1996 AND f.origin <> 'compiler' AND (f.to_state IN ('BEL', 'LUX') OR f.from_state IN ('BEL', 'LUX')) AND NOT (f.to_state IN ('BEL', 'LUX') AND f.from_state IN ('BEL', 'LUX')) LIMIT 5
-- From 1997 on each reports for itself.
SELECT 'all of 1997' WHERE loaded('cow_trade_4_0') AND NOT EXISTS (FROM figure f WHERE f.source = 'cow_trade_4_0' AND f.indicator = 'goods_imports' AND f.to_state = 'LUX' AND year(f.period_start) = 1997 AND f.origin <> 'compiler')
