-- 499 polities in three packagings; those of the list's own codes are not in the register.
SELECT records_read = 1497 AND rejected = 0 AND used = 266 FROM account WHERE source = 'isd_2_2'
SELECT records = 699 FROM unwanted WHERE source = source_id('isd_2_2') AND reason = 'a polity that the register does not hold'
SELECT count(*) = 1 FROM event WHERE source = source_id('isd_2_2') AND state_a = state_id('DDR') AND date_edtf = '1954-03-25/1990-10-02'
SELECT count(*) = 1 FROM event WHERE source = source_id('isd_2_2') AND state_a = state_id('XKX') AND date_edtf LIKE '2008-02-20%'
SELECT whole('isd_2_2') = 'COD 1, COG 1, DDR 1, DEU 2, DEU_1871 1, KOR 1, NAM 1, PRK 1, SRB 1, TUR 1, XKX 1, YUG 2'
SELECT lost('isd_2_2') = 0
