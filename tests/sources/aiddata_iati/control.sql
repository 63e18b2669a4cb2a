-- Samples of a format, in two versions of the standard: read and counted, nothing more.
SELECT records_read > 50 AND rejected = 0 AND used = 0 FROM account WHERE source = 'aiddata_iati'
SELECT count(*) = 3 AND bool_and(records_read > 0) FROM ledger WHERE source = source_id('aiddata_iati')
