-- 775 and 3,157 rows of the tables, 3,806 points of the map.
SELECT records_read = 775 + 3157 + 3806 AND rejected = 1 FROM account WHERE source = 'us_leader_travel';
SELECT count(*) BETWEEN 3925 AND 3950 FROM event WHERE source = source_id('us_leader_travel') AND kind = 'visit';
SELECT count(*) = 0 FROM event WHERE source = source_id('us_leader_travel') AND (person IS NULL OR actor_state <> state_id('USA') OR day_to - day_from > 213);
-- The first journey abroad of a President in office was Roosevelt's to Panama in 1906.
SELECT min(day_from) = DATE '1906-11-14' FROM event WHERE source = source_id('us_leader_travel') AND office = 'President';
-- In 1966 the host was the Republic of Vietnam; no President came to the other Vietnam before 2000.
SELECT count(*) = 1 FROM event WHERE source = source_id('us_leader_travel') AND state_b = state_id('VNR') AND date_edtf LIKE '1966-10-26%' AND person = 'Lyndon B. Johnson';
SELECT min(day_from) = DATE '2000-11-16' FROM event WHERE source = source_id('us_leader_travel') AND state_b = state_id('VNM') AND office = 'President';
-- States that change their code or their name arrive whole.
SELECT count(*) = 51 FROM event WHERE source = source_id('us_leader_travel') AND state_b = state_id('TUR');
SELECT count(*) = 1 FROM event WHERE source = source_id('us_leader_travel') AND state_b = state_id('NAM');
SELECT count(*) = 3 FROM event WHERE source = source_id('us_leader_travel') AND state_b = state_id('XKX');
SELECT count(*) = 7 FROM event WHERE source = source_id('us_leader_travel') AND state_b = state_id('COD');
SELECT count(*) = 4 FROM event WHERE source = source_id('us_leader_travel') AND state_b = state_id('PRK');
SELECT count(*) = 69 FROM event WHERE source = source_id('us_leader_travel') AND state_b = state_id('KOR');
SELECT count(*) = 2 FROM event WHERE source = source_id('us_leader_travel') AND state_b = state_id('DDR');
SELECT count(*) = 9 FROM event WHERE source = source_id('us_leader_travel') AND state_b = state_id('KAZ');
SELECT whole('us_leader_travel') = 'COD 7, DDR 2, DEU 166, DEU_1871 2, KOR 69, NAM 1, PRK 4, SRB 3, TUR 51, XKX 3, YUG 19'
SELECT lost('us_leader_travel') = 0
