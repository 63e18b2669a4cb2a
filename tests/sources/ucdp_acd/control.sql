-- 354 of the rows are of two states; Hyderabad (751) is no state of the register.
SELECT records_read = 5652 AND rejected = 1 AND used = 354 FROM account WHERE source = 'ucdp_acd'
SELECT count(*) = 85 AND count(DISTINCT pair) BETWEEN 55 AND 75 FROM event WHERE source = source_id('ucdp_acd')
-- Russia and Ukraine from 24 February 2022, still going on when the list ends; Morocco and Algeria in 1963; Sudan and South Sudan in 2012.
SELECT count(*) = 1 FROM event WHERE source = source_id('ucdp_acd') AND date_edtf = '2022-02-24/..' AND state_a = state_id('RUS') AND state_b = state_id('UKR') AND title LIKE 'War over territory and government%'
SELECT count(*) = 1 FROM event WHERE source = source_id('ucdp_acd') AND date_edtf LIKE '1963-10%' AND state_a IN (state_id('DZA'), state_id('MAR')) AND title LIKE 'Armed conflict over territory%'
SELECT count(*) = 1 FROM event WHERE source = source_id('ucdp_acd') AND date_edtf LIKE '2012-%' AND state_a IN (state_id('SDN'), state_id('SSD'))
SELECT whole('ucdp_acd') = 'KOR 1, PRK 1, TUR 1'
SELECT lost('ucdp_acd') = 0
