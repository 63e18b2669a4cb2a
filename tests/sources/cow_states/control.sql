-- 243 spells, 15,951 state-years, 14 spells of major powers; the second packaging says the same.
SELECT records_read = 16451 AND used = 257 AND rejected = 0 AND unwanted = 16194 FROM account WHERE source = 'cow_states'
SELECT count(*) = 14 FROM event WHERE source = source_id('cow_states') AND kind = 'major_power'
-- Germany: 255 to 1945-05-08 and from 1990-10-03, 260 from 1955-05-05 to 1990-10-02, 265 from 1954-03-25 to 1990-10-02; 705 from 1991-12-26.
SELECT count(*) = 1 FROM event WHERE source = source_id('cow_states') AND state_a = state_id('DEU_1871') AND kind = 'state_span' AND day_to = DATE '1945-05-08'
SELECT count(*) = 1 FROM event WHERE source = source_id('cow_states') AND state_a = state_id('DEU') AND title LIKE '% 255' AND kind = 'state_span' AND date_edtf = '1990-10-03/..'
SELECT count(*) = 1 FROM event WHERE source = source_id('cow_states') AND state_a = state_id('DEU') AND title LIKE '% 260' AND date_edtf = '1955-05-05/1990-10-02'
SELECT count(*) = 1 FROM event WHERE source = source_id('cow_states') AND state_a = state_id('DDR') AND date_edtf = '1954-03-25/1990-10-02'
SELECT count(*) = 1 FROM event WHERE source = source_id('cow_states') AND state_a = state_id('KAZ') AND date_edtf = '1991-12-26/..'
SELECT whole('cow_states') = 'COD 1, COG 1, DDR 1, DEU 3, DEU_1871 3, KOR 1, NAM 1, PRK 1, SRB 1, TUR 1, XKX 1, YUG 2'
SELECT lost('cow_states') = 0
