-- 409 of GGO, 216 of Gleditsch-Ward, 499 of the ISD. Rejects: two dates that are no dates, the Mali Federation, a code of 1866.
SELECT records_read = 1124 AND rejected = 4 FROM account WHERE source = 'manystates'
SELECT count(*) = 1 FROM event WHERE source = source_id('manystates') AND state_a = state_id('KAZ') AND occasion = 'Gleditsch and Ward' AND date_edtf = '1991-12-16/..'
