-- 409 of GGO, 216 of Gleditsch-Ward, 499 of the ISD. Rejects: two dates that are no dates, the Mali Federation, a code of 1866.
SELECT records_read = 1124 AND rejected = 4 FROM account WHERE source = 'manystates'
SELECT count(*) = 1 FROM event WHERE source = source_id('manystates') AND state_a = state_id('KAZ') AND occasion = 'Gleditsch and Ward' AND date_edtf = '1991-12-16/..'
SELECT whole('manystates') = 'COD 2, COG 2, DDR 3, DEU 3, DEU_1871 1, KOR 2, NAM 2, PRK 3, SRB 2, TUR 2, XKX 3, YUG 4'
-- What names one of them and is no fact: one list writes 0006-1815 for a beginning.
SELECT lost('manystates') = 1
SELECT lost_because('manystates') = '1 not a date'
