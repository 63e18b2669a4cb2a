-- 3,409 spells; one has a code without a state on its days (Tibet after 1950-11-17).
SELECT records_read = 3409 AND rejected = 1 AND facts BETWEEN 3408 AND 3420 FROM account WHERE source = 'archigos_4_1';
-- 168 spells are open when the list ends: none is "still in office".
SELECT count(*) = 169 AND max(day_to) = DATE '2015-12-31' FROM event WHERE source = source_id('archigos_4_1') AND occasion = 'end of coverage';
SELECT count(*) = 0 FROM event WHERE source = source_id('archigos_4_1') AND (day_from IS NULL OR day_to IS NULL OR state_b IS NOT NULL);
-- Germany 260 since 1949, the GDR 265: chancellors, no federal presidents.
SELECT count(*) = 8 AND min(day_from) = DATE '1949-09-16' FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('DEU');
SELECT count(*) = 5 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('DDR');
SELECT count(*) = 1 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('KAZ') AND person = 'Nazarbayev';
SELECT count(*) = 36 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('TUR');
SELECT count(*) = 3 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('NAM');
SELECT count(*) = 2 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('XKX');
SELECT count(*) = 6 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('COD');
SELECT count(*) = 8 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('COG');
SELECT count(*) = 14 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('KOR');
SELECT count(*) = 3 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('PRK');
SELECT count(*) = 10 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('VNR');
SELECT count(*) = 8 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('VNM');
SELECT count(*) = 9 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('YAR');
SELECT count(*) = 6 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('YMD');
SELECT count(*) = 2 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('YEM');
SELECT count(*) = 17 AND max(day_to) = DATE '2006-06-04' FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('YUG');
SELECT count(*) = 4 FROM event WHERE source = source_id('archigos_4_1') AND state_a = state_id('SRB');
SELECT whole('archigos_4_1') = 'COD 6, COG 8, DDR 5, DEU 8, DEU_1871 20, KOR 14, NAM 3, PRK 3, SRB 4, TUR 36, XKX 2, YUG 17'
SELECT lost('archigos_4_1') = 0
-- Names in the order in which they are said, and no count of terms behind them.
SELECT count(*) FILTER (person LIKE '% time)') = 0 AND count(*) FILTER (regexp_matches(person, ', ?[[:upper:]]')) = 0 AND count(*) FILTER (person = 'Isabel Peron') >= 1 FROM event WHERE source = source_id('archigos_4_1') AND kind = 'leader'
