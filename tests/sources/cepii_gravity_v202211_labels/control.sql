-- 252 countries, 55 with a year; labels are read and left out.
SELECT records_read = 303 AND used = 55 AND rejected = 0 FROM account WHERE source = 'cepii_gravity_v202211_labels'
SELECT count(*) = 2 FROM event WHERE source = source_id('cepii_gravity_v202211_labels') AND state_a = state_id('DEU')
SELECT count(*) = 1 FROM event WHERE source = source_id('cepii_gravity_v202211_labels') AND state_a = state_id('DDR') AND date_edtf = '1949/1990'
SELECT whole('cepii_gravity_v202211_labels') = 'DDR 1, DEU 2, SRB 1, YUG 2'
SELECT lost('cepii_gravity_v202211_labels') = 0
