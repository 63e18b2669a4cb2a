SELECT role = 'fixture' FROM source WHERE key = 'icews_sample';
SELECT records_read = 3705 + 312 AND rejected = 0 FROM account WHERE source = 'icews_sample';
SELECT count(*) = 882 AND bool_and(detail LIKE 'CAMEO %') FROM event WHERE source = source_id('icews_sample');
SELECT count(*) > 0 FROM event WHERE source = source_id('icews_sample') AND state_id('PRK') IN (state_a, state_b) AND state_id('KOR') IN (state_a, state_b);
SELECT whole('icews_sample') = 'COD 2, COG 2, DEU 46, KOR 50, PRK 73, SRB 1, TUR 15'
SELECT lost('icews_sample') = 0
