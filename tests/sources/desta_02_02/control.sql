-- 20,320 pair rows and 1,649 withdrawals; signatures 1948 to 2023. Germany and Kazakhstan: the agreement of 2015, in force 2020.
SELECT records_read = 21969 AND rejected = 0 FROM account WHERE source = 'desta_02_02'
SELECT count(*) = 1 FROM agreement WHERE source = source_id('desta_02_02') AND title = 'EC Kazakhstan' AND signed_on = '2015' AND in_force = '2020' AND state_id('DEU') IN (state_a, state_b) AND state_id('KAZ') IN (state_a, state_b)
SELECT min(signed_on) = '1948' AND max(signed_on) = '2023' FROM agreement WHERE source = source_id('desta_02_02')
SELECT whole('desta_02_02') = 'COD 352, COG 226, DDR 1, DEU 607, KOR 144, NAM 259, PRK 47, SRB 50, TUR 116, XKX 42, YUG 85'
SELECT lost('desta_02_02') = 0
