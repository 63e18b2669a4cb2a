-- A sample of a format: read and counted; nothing is derived from it, and no dossier reads it.
SELECT records_read = 4598 AND rejected = 0 FROM account WHERE source = 'gem_asia_gas'
SELECT count(*) = 56 FROM presence WHERE source = source_id('gem_asia_gas')
SELECT whole('gem_asia_gas') = 'DEU 1, KOR 1, PRK 1, TUR 2'
SELECT lost('gem_asia_gas') = 0
