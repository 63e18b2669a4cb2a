-- Data for estimation: read and counted; nothing is derived from it, and no dossier reads it.
SELECT records_read = 38325 AND rejected = 0 AND used = 38325 FROM account WHERE source = 'fixest_trade'
SELECT count(*) = 38325 FROM figure WHERE source = 'fixest_trade'
SELECT count(*) = 0 FROM standing WHERE source = source_id('fixest_trade')
SELECT whole('fixest_trade') = 'DEU 5569'
SELECT lost('fixest_trade') = 0
