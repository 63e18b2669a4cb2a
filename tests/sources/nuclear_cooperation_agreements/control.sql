-- 3,152 directed rows; 22 carry the code of one state and the name of another.
SELECT records_read = 3152 AND rejected = 22 FROM account WHERE source = 'nuclear_cooperation_agreements';
SELECT count(*) = 2138 AND bool_and(kind = 'nuclear_cooperation' AND status = 'unknown' AND in_force IS NULL) FROM agreement WHERE source = source_id('nuclear_cooperation_agreements');
-- The Federal Republic and Germany are one, the GDR another; the Soviet Union is not Russia.
SELECT count(*) = 233 FROM agreement WHERE source = source_id('nuclear_cooperation_agreements') AND state_id('DEU') IN (state_a, state_b);
SELECT count(*) = 15 AND max(signed_on) < '1990' FROM agreement WHERE source = source_id('nuclear_cooperation_agreements') AND state_id('DDR') IN (state_a, state_b);
SELECT count(*) = 198 AND max(signed_on) <= '1991' FROM agreement WHERE source = source_id('nuclear_cooperation_agreements') AND state_id('SUN') IN (state_a, state_b);
SELECT count(*) = 121 AND min(signed_on) >= '1992' FROM agreement WHERE source = source_id('nuclear_cooperation_agreements') AND state_id('RUS') IN (state_a, state_b);
SELECT count(*) = 40 FROM agreement WHERE source = source_id('nuclear_cooperation_agreements') AND state_id('YUG') IN (state_a, state_b);
SELECT count(*) = 64 FROM agreement WHERE source = source_id('nuclear_cooperation_agreements') AND state_id('KOR') IN (state_a, state_b);
SELECT count(*) = 8 FROM agreement WHERE source = source_id('nuclear_cooperation_agreements') AND state_id('PRK') IN (state_a, state_b);
SELECT count(*) = 8 FROM agreement WHERE source = source_id('nuclear_cooperation_agreements') AND state_id('TUR') IN (state_a, state_b);
SELECT count(*) = 5 FROM agreement WHERE source = source_id('nuclear_cooperation_agreements') AND state_id('VNM') IN (state_a, state_b);
SELECT count(*) = 1 FROM agreement WHERE source = source_id('nuclear_cooperation_agreements') AND state_id('VNR') IN (state_a, state_b);
SELECT whole('nuclear_cooperation_agreements') = 'DDR 15, DEU 233, KOR 64, PRK 8, TUR 8, YUG 40'
-- What names one of them and is no fact: the publisher wrote codes and names of different states into six rows.
SELECT lost('nuclear_cooperation_agreements') = 6
SELECT lost_because('nuclear_cooperation_agreements') = '1 a state with itself; 5 code and name are two states'
