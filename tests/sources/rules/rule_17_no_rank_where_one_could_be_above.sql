SELECT pair, indicator FROM standing WHERE rank > 0 AND why_no_rank IS NOT NULL
SELECT pair, indicator FROM standing WHERE rank > partners
-- A share has one denominator: value is part of total.
SELECT pair, indicator, value, total FROM standing WHERE value > 0 AND total > 0 AND indicator IN (SELECT id FROM indicator WHERE key IN ('goods_exports', 'goods_imports', 'migrant_stock_born')) AND value > total * 1.0000001
-- No rank in a book of direct investment that keeps a partner confidential.
SELECT t.pair, t.period_start FROM standing t WHERE t.source = source_id('imf_cdis') AND t.outgoing AND t.rank > 0 AND EXISTS (SELECT 1 FROM observation o WHERE o.source = t.source AND o.indicator = t.indicator AND o.reporter = t.reporter AND o.from_state = t.of_state AND o.period_start = t.period_start AND o.absence = 'confidential')
-- No growth from or to an estimate or over more than a year.
WITH g AS (SELECT key, from_key FROM derivation WHERE method LIKE 'growth%'), o AS (SELECT * FROM observation WHERE indicator IN (SELECT id FROM indicator WHERE key IN ('goods_exports', 'goods_imports'))) SELECT g.key FROM g JOIN o ON o.key = g.from_key GROUP BY g.key HAVING bool_or(o.origin IN ('partner_based', 'modelled', 'compiler') OR o.value IS NULL OR o.flags & 3 <> 0) OR count(*) <> 2 OR count(DISTINCT (o.source, o.indicator, o.reporter, coalesce(o.variant, ''), o.currency, o.valuation)) <> 1 OR max(year(o.period_start)) - min(year(o.period_start)) <> 1
