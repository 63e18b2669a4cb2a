-- Goods are traded with a hundred partners and more: of under fifty, most are missing, and a sum of them is no denominator.
SELECT t.pair FROM standing t JOIN indicator i ON i.id = t.indicator WHERE i.key IN ('goods_exports', 'goods_imports') AND t.region IS NULL AND t.partners < 50 AND (t.rank > 0 OR t.total IS NOT NULL OR t.why_no_rank IS NULL)
