SELECT records_read = 2524 + 4351 + 627 AND used = 2524 AND rejected = 0 FROM account WHERE source = 'reign';
-- 194 open ends are the end of the list.
SELECT count(*) = 194 AND min(day_to) = DATE '2021-03-31' AND max(day_to) = DATE '2021-03-31' FROM event WHERE source = source_id('reign') AND occasion = 'end of coverage';
SELECT count(*) = 2 FROM event WHERE source = source_id('reign') AND state_a = state_id('KAZ') AND person IN ('Nazarbaev', 'Tokayev');
SELECT count(*) = 9 FROM event WHERE source = source_id('reign') AND state_a = state_id('DEU');
SELECT count(*) = 5 FROM event WHERE source = source_id('reign') AND state_a = state_id('DDR');
SELECT count(*) = 29 FROM event WHERE source = source_id('reign') AND state_a = state_id('TUR');
SELECT count(*) = 3 FROM event WHERE source = source_id('reign') AND state_a = state_id('NAM');
SELECT count(*) = 5 FROM event WHERE source = source_id('reign') AND state_a = state_id('XKX');
SELECT count(*) = 7 FROM event WHERE source = source_id('reign') AND state_a = state_id('COD');
SELECT count(*) = 8 FROM event WHERE source = source_id('reign') AND state_a = state_id('COG');
SELECT count(*) = 16 FROM event WHERE source = source_id('reign') AND state_a = state_id('KOR');
SELECT count(*) = 3 FROM event WHERE source = source_id('reign') AND state_a = state_id('PRK');
SELECT count(*) = 10 FROM event WHERE source = source_id('reign') AND state_a = state_id('VNR');
SELECT count(*) = 8 FROM event WHERE source = source_id('reign') AND state_a = state_id('VNM');
SELECT count(*) = 7 FROM event WHERE source = source_id('reign') AND state_a = state_id('YAR');
SELECT count(*) = 6 FROM event WHERE source = source_id('reign') AND state_a = state_id('YMD');
SELECT count(*) >= 3 AND min(day_from) = DATE '1990-05-22' FROM event WHERE source = source_id('reign') AND state_a = state_id('YEM');
SELECT count(*) >= 14 AND max(day_to) <= DATE '2006-06-30' FROM event WHERE source = source_id('reign') AND state_a = state_id('YUG');
SELECT count(*) >= 5 AND min(day_from) >= DATE '2006-06-04' FROM event WHERE source = source_id('reign') AND state_a = state_id('SRB');
SELECT whole('reign') = 'COD 7, COG 8, DDR 5, DEU 9, KOR 16, NAM 3, PRK 3, SRB 6, TUR 29, XKX 5, YUG 15'
SELECT lost('reign') = 0
-- Names in the order in which they are said, and no count of terms behind them.
SELECT count(*) FILTER (person LIKE '% time)') = 0 AND count(*) FILTER (regexp_matches(person, ', ?[[:upper:]]')) = 0 AND count(*) FILTER (person = 'Isabel Peron') >= 1 FROM event WHERE source = source_id('reign') AND kind = 'leader'
