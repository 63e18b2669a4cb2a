-- Data for estimation: read and counted, and no row of it is a fact of the edition.
SELECT records_read = 99981 AND rejected = 0 AND unwanted = 1449 AND used = 98532 FROM account WHERE source = 'agtpa'
SELECT count(*) = 0 FROM figure WHERE source = 'agtpa'
SELECT role = 'estimation' FROM source WHERE key = 'agtpa'
