-- 595 visits; seven rows repeat leader, state and year.
SELECT records_read = 595 AND used = 595 AND facts = 595 FROM account WHERE source = 'ceias_chinese_leader_travel';
SELECT count(*) = 7 FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND occasion IS NOT NULL;
SELECT count(*) = 0 FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND (office IS NULL OR person IS NULL OR actor_state <> state_id('CHN'));
-- The host is the state of the year: eleven visits to the Soviet Union are not Russia's, one was to the GDR.
SELECT count(*) = 11 AND max(day_to) <= DATE '1991-12-31' FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND state_id('SUN') IN (state_a, state_b);
SELECT count(*) = 29 AND min(day_from) >= DATE '1992-01-01' FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND state_id('RUS') IN (state_a, state_b);
SELECT count(*) = 13 FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND state_id('DEU') IN (state_a, state_b);
SELECT count(*) = 1 FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND state_id('DDR') IN (state_a, state_b);
SELECT count(*) = 14 FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND state_id('VNM') IN (state_a, state_b);
SELECT count(*) = 18 FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND state_id('PRK') IN (state_a, state_b);
SELECT count(*) = 9 FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND state_id('KOR') IN (state_a, state_b);
SELECT count(*) = 2 FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND state_id('COG') IN (state_a, state_b);
SELECT count(*) = 1 FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND state_id('COD') IN (state_a, state_b);
SELECT count(*) = 2 FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND state_id('NAM') IN (state_a, state_b);
SELECT count(*) = 5 FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND state_id('TUR') IN (state_a, state_b);
SELECT count(*) = 2 FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND state_id('SRB') IN (state_a, state_b);
SELECT count(*) = 2 FROM event WHERE source = source_id('ceias_chinese_leader_travel') AND state_id('YUG') IN (state_a, state_b);
SELECT whole('ceias_chinese_leader_travel') = 'COD 1, COG 2, DDR 1, DEU 13, KOR 9, NAM 2, PRK 18, SRB 2, TUR 5, YUG 2'
SELECT lost('ceias_chinese_leader_travel') = 0
