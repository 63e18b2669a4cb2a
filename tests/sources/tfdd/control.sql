SELECT records_read = 2118 AND rejected = 1 AND unwanted = 76 FROM account WHERE source = 'tfdd';
SELECT count(*) BETWEEN 420 AND 470 FROM agreement WHERE source = source_id('tfdd');
-- No treaty of 1905 is left of those whose year was taken for a serial number; the oldest is of 1820.
SELECT count(*) = 0 FROM agreement WHERE source = source_id('tfdd') AND signed_on BETWEEN '1904-12-04' AND '1905-07-12';
SELECT count(*) >= 1 FROM agreement WHERE source = source_id('tfdd') AND signed_on = '1996' AND state_id('KAZ') IN (state_a, state_b) AND state_id('RUS') IN (state_a, state_b);
SELECT count(*) = 0 FROM agreement WHERE source = source_id('tfdd') AND state_id('RUS') IN (state_a, state_b) AND signed_on BETWEEN '1923' AND '1991';
SELECT count(*) >= 20 FROM agreement WHERE source = source_id('tfdd') AND state_id('SUN') IN (state_a, state_b);
SELECT count(*) >= 10 FROM agreement WHERE source = source_id('tfdd') AND state_id('YUG') IN (state_a, state_b);
SELECT count(*) >= 15 FROM agreement WHERE source = source_id('tfdd') AND state_id('DEU') IN (state_a, state_b);
SELECT count(*) >= 5 FROM agreement WHERE source = source_id('tfdd') AND state_id('TUR') IN (state_a, state_b);
SELECT count(*) >= 3 FROM agreement WHERE source = source_id('tfdd') AND state_id('NAM') IN (state_a, state_b);
SELECT count(*) >= 2 FROM agreement WHERE source = source_id('tfdd') AND state_id('PRK') IN (state_a, state_b);
SELECT bool_and(kind = 'signatory') AND count(DISTINCT organization) > 80 FROM membership WHERE source = source_id('tfdd');
SELECT whole('tfdd') = 'COD 3, DDR 1, DEU 40, DEU_1871 14, KOR 2, NAM 13, PRK 5, TUR 10, YUG 33'
SELECT lost('tfdd') = 0
