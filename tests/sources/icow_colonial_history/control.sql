SELECT records_read = 217 AND rejected = 0 FROM account WHERE source = 'icow_colonial_history';
SELECT count(*) = 1 AND min(date_edtf) = '1991-12' AND min(third_state) = state_id('SUN') FROM event WHERE source = source_id('icow_colonial_history') AND state_a = state_id('KAZ');
SELECT count(*) = 12 FROM event WHERE source = source_id('icow_colonial_history') AND kind = 'independence' AND state_a IN (state_id('NAM'), state_id('XKX'), state_id('COD'), state_id('COG'), state_id('KOR'), state_id('PRK'), state_id('VNM'), state_id('VNR'), state_id('YAR'), state_id('YMD'), state_id('DDR'), state_id('DEU'));
SELECT count(*) > 150 FROM figure WHERE source = 'icow_colonial_history' AND indicator = 'colonial_ruler' AND from_state IS NOT NULL;
SELECT whole('icow_colonial_history') = 'COD 2, COG 2, DDR 1, DEU 1, DEU_1871 1, KOR 2, NAM 2, PRK 2, TUR 21, XKX 2'
SELECT lost('icow_colonial_history') = 0
-- Rhodesia's own declaration of 1965 is not the independence that the United Kingdom gave.
SELECT count(*) = 1 AND min(date_edtf) = '1980-04' FROM event WHERE source = source_id('icow_colonial_history') AND kind = 'independence' AND state_a = state_id('ZWE')
-- From whom, by the name of the day: nobody left "Taiwan" in 1921; dominions of 1867 and 1910 were not yet independent.
SELECT count(*) FILTER (third_state = state_id('TWN')) = 0 AND count(*) FILTER (third_state = state_id('TUR') AND detail = 'the Ottoman Empire') >= 7 AND count(*) FILTER (state_a IN (state_id('CAN'), state_id('ZAF'))) = 0 FROM event WHERE source = source_id('icow_colonial_history')
SELECT count(*) = 1 AND min(date_edtf) = '1949-12' FROM event WHERE source = source_id('icow_colonial_history') AND state_a = state_id('IDN') AND third_state = state_id('NLD')
-- What two ruled together left neither alone; Bulgaria was autonomous from 1878 and independent from 1908.
SELECT count(*) FILTER (third_state IS NOT NULL) = 0 AND count(*) = 5 FROM event WHERE source = source_id('icow_colonial_history') AND kind = 'independence' AND state_a IN (state_id('LBY'), state_id('SDN'), state_id('VUT'), state_id('POL'), state_id('TLS'))
SELECT count(*) = 1 AND min(date_edtf) = '1908-10' FROM event WHERE source = source_id('icow_colonial_history') AND kind = 'independence' AND state_a = state_id('BGR')
