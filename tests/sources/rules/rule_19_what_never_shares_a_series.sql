-- A sum of months has its twelve.
SELECT key FROM derivation WHERE method = 'sum of twelve months' GROUP BY key HAVING count(*) <> 12
-- One series, one price base; constant prices say their year.
SELECT s.key, i.key, count(DISTINCT coalesce(price_base, 0)) FROM observation o JOIN source s ON s.id = o.source JOIN indicator i ON i.id = o.indicator WHERE o.unit = 'money' GROUP BY ALL HAVING count(DISTINCT coalesce(price_base, 0)) > 1
-- No euro before 1999, no rate of the tenge after 2021.
SELECT key FROM observation WHERE currency = 'EUR' AND year(period_start) < 1999 AND source IN (SELECT id FROM source WHERE role = 'facts')
SELECT key FROM fx_rate WHERE currency = 'KZT' AND year > 2021
SELECT key FROM fx_rate WHERE (base = 'EUR' OR currency = 'EUR') AND year < 1999 AND source IN (SELECT id FROM source WHERE role = 'facts')
-- The incomplete year of Eurostat has no annual sum.
SELECT key FROM observation WHERE source = source_id('eurostat_comext_extracts') AND period_months = 12 AND origin = 'derived' AND period_start >= '2024-01-01'
