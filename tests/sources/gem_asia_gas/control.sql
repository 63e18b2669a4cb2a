-- A sample of a format: read and counted, and no row of it is a fact of the edition.
SELECT records_read = 4598 AND rejected = 0 FROM account WHERE source = 'gem_asia_gas'
SELECT count(*) = 0 FROM presence WHERE source = source_id('gem_asia_gas')
