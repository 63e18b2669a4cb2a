-- Totals and tariffs of states; no partner at all, so that the first five of a year cannot pass for all of them.
SELECT count(*) > 10000 AND count(to_state) = 0 FROM figure WHERE source = 'wits_trade_summary'
SELECT value = 45954430000 FROM figure WHERE source = 'wits_trade_summary' AND indicator = 'goods_exports_total' AND from_state = 'KAZ' AND period_start = '2015-01-01'
SELECT value = 6.91 AND unit = 'percent' FROM figure WHERE source = 'wits_trade_summary' AND indicator = 'tariff_simple_average' AND from_state = 'KAZ' AND period_start = '2015-01-01'
SELECT max(year(period_start)) = 2005 FROM figure WHERE source = 'wits_trade_summary' AND from_state = 'YUG'
SELECT min(year(period_start)) = 2006 FROM figure WHERE source = 'wits_trade_summary' AND from_state = 'SRB'
SELECT count(DISTINCT from_state) = 5 FROM figure WHERE source = 'wits_trade_summary' AND from_state IN ('TUR', 'NAM', 'COG', 'KOR', 'DEU')
SELECT rejected = 0 AND records_read > 24000 FROM account WHERE source = 'wits_trade_summary'
SELECT whole('wits_trade_summary') = 'COG 38, DEU 56, KOR 106, NAM 56, SRB 34, TUR 94, YUG 26'
SELECT lost('wits_trade_summary') = 0
