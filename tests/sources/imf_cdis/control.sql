-- Germany in Kazakhstan: 541.585 million USD at the end of 2018; confidential from 2020 on.
SELECT value = 541585000 AND at_end AND reporter = 'DEU' FROM figure WHERE source = 'imf_cdis' AND indicator = 'fdi_outward_stock' AND from_state = 'DEU' AND to_state = 'KAZ' AND period_start = '2018-01-01'
SELECT count(*) = 3 AND bool_and(value IS NULL AND absence = 'confidential') FROM figure WHERE source = 'imf_cdis' AND indicator = 'fdi_outward_stock' AND from_state = 'DEU' AND to_state = 'KAZ' AND period_start >= '2020-01-01'
-- No aggregate among the partners: they stay below the world's total in every year, and not far below.
SELECT sum(value) FILTER (indicator = 'fdi_outward_stock') / sum(value) FILTER (indicator = 'fdi_outward_stock_total') BETWEEN 0.85 AND 1 FROM figure WHERE source = 'imf_cdis' AND indicator LIKE 'fdi_outward%' GROUP BY period_start
-- Confidential cells are kept, negative positions too, and no zero is a value.
SELECT count(*) FILTER (absence = 'confidential') > 29000 AND count(*) FILTER (value < 0) > 3000 AND count(*) FILTER (value = 0) = 0 FROM figure WHERE source = 'imf_cdis'
SELECT abs(value / 1e6 - 72012.5) < 0.1 FROM figure WHERE source = 'imf_cdis' AND indicator = 'fdi_inward_stock_total' AND from_state = 'KAZ' AND period_start = '2009-01-01'
SELECT rejected = 0 AND records_read > 210000 FROM account WHERE source = 'imf_cdis'
SELECT whole('imf_cdis') = 'COD 820, COG 822, DEU 4397, KOR 4286, NAM 829, PRK 738, SRB 2206, TUR 4365, XKX 3864'
SELECT lost('imf_cdis') = 0
-- The largest investor in Kazakhstan at the end of 2021 is not ranked: investors whose positions are confidential could be above.
SELECT count(*) > 20 AND max(rank) = 0 AND bool_and(why_no_rank LIKE '%confidential%') FROM standing WHERE source = source_id('imf_cdis') AND of_state = state_id('KAZ') AND NOT outgoing AND period_start = '2021-01-01' AND indicator = indicator_id('fdi_outward_stock')
-- What is less than a dollar is the speck of a sum.
SELECT count(*) = 0 FROM figure WHERE source = 'imf_cdis' AND indicator = 'fdi_outward_stock' AND abs(value) < 1
