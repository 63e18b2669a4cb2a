SELECT role = 'fixture' FROM source WHERE key = 'aiddata_iati';
SELECT records_read = 26 + 1338 + 140 AND rejected = 0 FROM account WHERE source = 'aiddata_iati';
SELECT count(*) > 1000 FROM event WHERE source = source_id('aiddata_iati') AND state_a = state_id('IRQ') AND state_b IS NULL;
SELECT count(*) = 136 FROM event WHERE source = source_id('aiddata_iati') AND state_a = state_id('NGA');
SELECT whole('aiddata_iati') = ''
SELECT lost('aiddata_iati') = 0
