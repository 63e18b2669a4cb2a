-- A sample of a format: read and counted; nothing is derived from it, and no dossier reads it.
SELECT records_read = 72097 AND rejected = 0 FROM account WHERE source = 'baci_sample'
SELECT count(*) = 72097 AND bool_and(length(product) = 6) FROM figure WHERE source = 'baci_sample'
SELECT count(*) = 0 FROM standing WHERE source = source_id('baci_sample')
SELECT role = 'fixture' FROM source WHERE key = 'baci_sample'
SELECT whole('baci_sample') = 'COD 1514, COG 491, DEU 1214, KOR 483, NAM 2305, PRK 9, SRB 151, TUR 463'
SELECT lost('baci_sample') = 0
