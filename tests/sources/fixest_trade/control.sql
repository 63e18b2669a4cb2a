-- Data for estimation: read and counted, and no row of it is a fact of the edition.
SELECT records_read = 38325 AND rejected = 0 AND used = 38325 FROM account WHERE source = 'fixest_trade'
SELECT count(*) = 0 FROM figure WHERE source = 'fixest_trade'
