SELECT role = 'fixture' FROM source WHERE key = 'gdelt_sample';
SELECT records_read = 2111 AND rejected = 0 FROM account WHERE source = 'gdelt_sample';
SELECT count(*) = 0 FROM event WHERE source = source_id('gdelt_sample') AND state_a IN (state_id('DEU'), state_id('KAZ')) AND state_b IN (state_id('DEU'), state_id('KAZ'));
SELECT bool_and(regexp_full_match(title, 'CAMEO \d{2,4}')) AND count(*) FILTER (title LIKE 'CAMEO 0%') > 50 FROM event WHERE source = source_id('gdelt_sample');
SELECT count(*) >= 1 FROM event WHERE source = source_id('gdelt_sample') AND state_id('TUR') IN (state_a, state_b);
SELECT whole('gdelt_sample') = 'DEU 11, KOR 8, NAM 2, PRK 6, TUR 19'
SELECT lost('gdelt_sample') = 0
