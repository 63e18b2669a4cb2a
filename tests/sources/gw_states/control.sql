-- 216 spells in three packagings, 239 with the 23 microstates in the fourth; all four agree.
SELECT records_read = 887 AND used = 239 AND rejected = 0 AND unwanted = 648 FROM account WHERE source = 'gw_states'
SELECT count(*) = 23 FROM event WHERE source = source_id('gw_states') AND detail LIKE '%(microstate)'
-- Germany is 260 from 1949-09-21, 255 only to 1945-05-07; Kazakhstan 705 from 1991-12-16.
SELECT count(*) = 1 FROM event WHERE source = source_id('gw_states') AND state_a = state_id('DEU') AND title LIKE '% 260' AND date_edtf = '1949-09-21/..'
SELECT count(*) = 1 FROM event WHERE source = source_id('gw_states') AND state_a = state_id('DEU_1871') AND title LIKE '% 255' AND day_to = DATE '1945-05-07'
SELECT count(*) = 1 FROM event WHERE source = source_id('gw_states') AND state_a = state_id('KAZ') AND date_edtf = '1991-12-16/..'
SELECT whole('gw_states') = 'COD 1, COG 1, DDR 1, DEU 1, DEU_1871 1, KOR 1, NAM 1, PRK 1, SRB 1, TUR 1, XKX 1, YUG 1'
SELECT lost('gw_states') = 0
