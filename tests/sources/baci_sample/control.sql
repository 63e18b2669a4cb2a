-- A sample of a format: read and counted, and no row of it is a fact of the edition.
SELECT records_read = 72097 AND rejected = 0 FROM account WHERE source = 'baci_sample'
SELECT count(*) = 0 FROM figure WHERE source = 'baci_sample'
SELECT role = 'fixture' FROM source WHERE key = 'baci_sample'
