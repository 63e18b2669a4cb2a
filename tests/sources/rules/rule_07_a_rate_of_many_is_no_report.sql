-- Imports of 2014 that grew by 5.6 per cent between the Gulf states were carried on from 2013: none of them is a report.
SELECT f.from_state, f.to_state FROM figure f WHERE f.source = 'cow_trade_4_0' AND f.indicator = 'goods_imports' AND year(f.period_start) = 2014 AND f.to_state = 'OMN' AND f.from_state IN ('ARE', 'SAU', 'KWT', 'QAT', 'BHR') AND f.origin <> 'compiler'
