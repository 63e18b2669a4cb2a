SELECT key FROM observation WHERE source = source_id('undesa_migrant_stock') AND to_state IS NOT NULL AND coalesce(variant, '') NOT LIKE 'rev%'
SELECT from_state, to_state, period_start, variant FROM observation WHERE source = source_id('undesa_migrant_stock') AND to_state IS NOT NULL AND value > 0 GROUP BY indicator, from_state, to_state, period_start, variant HAVING count(*) > 1
