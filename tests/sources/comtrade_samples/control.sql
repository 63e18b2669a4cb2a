-- Samples of a format: read and counted, and no row of them is a fact of the edition.
SELECT records_read = 187457 AND rejected = 0 AND used = 177272 FROM account WHERE source = 'comtrade_samples'
SELECT count(*) = 0 FROM figure WHERE source = 'comtrade_samples'
SELECT role = 'fixture' AND NOT redistributable FROM source WHERE key = 'comtrade_samples'
