-- 876 events of 200 headings; states that ended before 1919 without a place in the register are left out by name.
SELECT records_read = 876 AND rejected = 5 AND unwanted BETWEEN 90 AND 110 FROM account WHERE source = 'us_diplomatic_events';
SELECT count(*) BETWEEN 215 AND 235 FROM event WHERE source = source_id('us_diplomatic_events') AND kind = 'recognition' AND actor_state = state_id('USA');
-- Three events under "Germany" are the German Democratic Republic's; the Federal Republic and the German Reich are two.
SELECT count(*) >= 2 AND bool_and(day_from >= DATE '1974-01-01') FROM event WHERE source = source_id('us_diplomatic_events') AND state_id('DDR') IN (state_a, state_b);
SELECT count(*) = 3 AND bool_and(date_edtf IN ('1949', '1955')) FROM event WHERE source = source_id('us_diplomatic_events') AND state_id('DEU') IN (state_a, state_b);
SELECT count(*) = 2 FROM event WHERE source = source_id('us_diplomatic_events') AND kind = 'relations_severed' AND state_id('DEU_1871') IN (state_a, state_b) AND date_edtf IN ('1917', '1941');
-- Two Yemens broke on their own days, two Vietnams and two Chinas stand apart.
SELECT count(*) = 1 FROM event WHERE source = source_id('us_diplomatic_events') AND kind = 'relations_severed' AND date_edtf = '1967' AND state_id('YAR') IN (state_a, state_b);
SELECT count(*) = 1 FROM event WHERE source = source_id('us_diplomatic_events') AND kind = 'relations_severed' AND date_edtf = '1969' AND state_id('YMD') IN (state_a, state_b);
SELECT count(*) >= 5 AND bool_and(day_to < DATE '1976-01-01') FROM event WHERE source = source_id('us_diplomatic_events') AND state_id('VNR') IN (state_a, state_b);
SELECT count(*) >= 2 AND min(day_from) = DATE '1995-01-01' FROM event WHERE source = source_id('us_diplomatic_events') AND state_id('VNM') IN (state_a, state_b);
-- No break is made of the end of a state.
SELECT count(*) = 0 FROM event WHERE source = source_id('us_diplomatic_events') AND kind IN ('relations_severed', 'relations_suspended') AND (state_id('SUN') IN (state_a, state_b) OR state_id('CSK') IN (state_a, state_b) OR state_id('DDR') IN (state_a, state_b));
SELECT count(*) = 2 FROM event WHERE source = source_id('us_diplomatic_events') AND state_id('KAZ') IN (state_a, state_b) AND ((kind = 'recognition' AND date_edtf = '1991') OR (kind = 'mission_opened' AND date_edtf = '1992'));
SELECT count(*) = 2 FROM event WHERE source = source_id('us_diplomatic_events') AND state_id('NAM') IN (state_a, state_b);
SELECT count(*) = 2 FROM event WHERE source = source_id('us_diplomatic_events') AND state_id('XKX') IN (state_a, state_b);
SELECT count(*) = 2 FROM event WHERE source = source_id('us_diplomatic_events') AND state_id('COD') IN (state_a, state_b);
SELECT count(*) = 5 FROM event WHERE source = source_id('us_diplomatic_events') AND state_id('COG') IN (state_a, state_b);
SELECT count(*) = 2 FROM event WHERE source = source_id('us_diplomatic_events') AND state_id('KOR') IN (state_a, state_b);
SELECT count(*) = 1 FROM event WHERE source = source_id('us_diplomatic_events') AND state_id('TUR') IN (state_a, state_b) AND kind = 'relations_resumed' AND date_edtf = '1927';
SELECT count(*) = 6 FROM event WHERE source = source_id('us_diplomatic_events') AND state_id('YUG') IN (state_a, state_b);
SELECT whole('us_diplomatic_events') = 'COD 2, COG 5, DDR 2, DEU 3, DEU_1871 6, KOR 2, NAM 2, TUR 6, XKX 2, YUG 6'
SELECT lost('us_diplomatic_events') = 0
-- Before 1913 China is the empire: the Republic on Taiwan of today recognised nobody in 1844.
SELECT count(*) >= 2 AND bool_and(day_to < DATE '1914-01-01') FROM event WHERE source = source_id('us_diplomatic_events') AND state_id('CHN_QING') IN (state_a, state_b);
SELECT min(day_from) >= DATE '1913-01-01' FROM event WHERE source = source_id('us_diplomatic_events') AND state_id('TWN') IN (state_a, state_b);
