-- Nothing of this source is a whole position, so that none of it enters a rank, a share or a headline.
SELECT count(*) > 9000 AND bool_and(product LIKE 'spe%') FROM figure WHERE source = 'oecd_eurostat_fdi'
SELECT count(*) = 0 FROM standing WHERE source = source_id('oecd_eurostat_fdi')
-- Two publishers on one cell, and not the same figure.
SELECT count(DISTINCT variant) = 2 AND max(value) / min(value) > 1.2 FROM figure WHERE source = 'oecd_eurostat_fdi' AND from_state = 'ESP' AND to_state = 'BRA' AND period_start = '2018-01-01' AND product = 'spe'
SELECT count(*) FILTER (variant = 'Eurostat') = 2401 AND count(*) FILTER (variant = 'OECD') = 9478 AND count(*) FILTER (variant = 'Datainvex') = 369 FROM figure WHERE source = 'oecd_eurostat_fdi'
-- 31 of the 34 homes have any figure.
SELECT count(DISTINCT from_state) = 31 AND count(DISTINCT to_state) = 59 FROM figure WHERE source = 'oecd_eurostat_fdi'
SELECT count(*) = 0 FROM figure WHERE source = 'oecd_eurostat_fdi' AND to_state = 'KAZ'
SELECT count(*) > 0 FROM figure WHERE source = 'oecd_eurostat_fdi' AND to_state = 'NAM'
SELECT count(*) > 0 FROM figure WHERE source = 'oecd_eurostat_fdi' AND to_state = 'COG'
SELECT records_read = 13945 AND rejected = 0 FROM account WHERE source = 'oecd_eurostat_fdi'
SELECT whole('oecd_eurostat_fdi') = 'COG 179, DEU 96, NAM 178, SRB 24'
SELECT lost('oecd_eurostat_fdi') = 0
