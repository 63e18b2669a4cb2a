SELECT role = 'fixture' FROM source WHERE key = 'gleif_lei';
SELECT records_read = 4102 + 39289 AND rejected = 0 FROM account WHERE source = 'gleif_lei';
SELECT count(*) = 73 FROM presence WHERE source = source_id('gleif_lei');
SELECT count(*) BETWEEN 1 AND 2 FROM presence WHERE source = source_id('gleif_lei') AND home_state = state_id('RUS') AND host_state = state_id('KAZ') OR source = source_id('gleif_lei') AND home_state = state_id('KAZ') AND host_state = state_id('KGZ');
SELECT whole('gleif_lei') = 'DEU 4, SRB 3, XKX 2'
SELECT lost('gleif_lei') = 0
