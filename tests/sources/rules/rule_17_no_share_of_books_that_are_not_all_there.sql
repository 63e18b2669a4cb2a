-- Where a reporter's figures by partner add up to well under its own total, each is marked and none is a share or has a rank.
SELECT t.pair FROM standing t JOIN observation o ON o.pair = t.pair AND o.source = t.source AND o.indicator = t.indicator AND o.reporter = t.reporter AND o.period_start = t.period_start WHERE o.flags & 2048 <> 0
-- The marks are there where they must be: what Kuwait's, Suriname's and Lebanon's copies lost is most of it; Germany's of 2016 are whole.
SELECT 'marks are missing' WHERE loaded('penppml_trade') AND loaded('wits_trade_summary') AND (SELECT count(DISTINCT reporter) FROM figure WHERE source = 'penppml_trade' AND flags & 2048 <> 0 AND period_start = '2012-01-01' AND reporter IN ('SUR', 'LBN', 'ARE')) <> 3
SELECT reporter, period_start FROM figure WHERE source = 'penppml_trade' AND flags & 2048 <> 0 AND reporter = 'DEU' AND period_start = '2016-01-01'
-- No exports of Hong Kong or Macao that are only those of their own make.
SELECT from_state, period_start FROM figure WHERE source = 'penppml_trade' AND indicator = 'goods_exports' AND from_state IN ('HKG', 'MAC')
-- An absent partner of a copy with one year in four could be above by its figure of four years ago.
SELECT t.pair, t.of_state, t.period_start FROM standing t WHERE t.source = source_id('penppml_trade') AND t.rank > 0 AND t.region IS NULL AND EXISTS (SELECT 1 FROM observation a JOIN observation b ON b.source = a.source AND b.indicator = a.indicator AND b.reporter = a.reporter AND b.to_state = a.to_state AND b.period_start = a.period_start - INTERVAL 4 YEAR WHERE a.source = t.source AND a.reporter = t.of_state AND a.period_start = t.period_start AND a.absence = 'zero_or_not_reported' AND b.value > t.value)
