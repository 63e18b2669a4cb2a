-- 199 states in 78 years with two Koreas, each date told once.
SELECT records_read = 31036 AND rejected = 0 FROM account WHERE source = 'kdiplo_korea_ties';
SELECT count(*) BETWEEN 340 AND 390 FROM event WHERE source = source_id('kdiplo_korea_ties') AND kind = 'relations_established';
SELECT count(*) BETWEEN 25 AND 35 FROM event WHERE source = source_id('kdiplo_korea_ties') AND kind = 'relations_severed';
-- North Korea's Germany of 1949 is the GDR; with the Federal Republic relations begin in 2001.
SELECT count(*) = 1 AND min(date_edtf) = '1949' FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('PRK') IN (state_a, state_b) AND state_id('DDR') IN (state_a, state_b);
SELECT count(*) = 1 AND min(date_edtf) = '2001' FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('PRK') IN (state_a, state_b) AND state_id('DEU') IN (state_a, state_b);
SELECT count(*) = 1 AND min(date_edtf) = '1955' FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('KOR') IN (state_a, state_b) AND state_id('VNR') IN (state_a, state_b);
SELECT count(*) = 1 AND min(date_edtf) = '1992' FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('KOR') IN (state_a, state_b) AND state_id('VNM') IN (state_a, state_b);
SELECT count(*) = 1 AND min(date_edtf) = '1948' FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('PRK') IN (state_a, state_b) AND state_id('SUN') IN (state_a, state_b);
SELECT count(*) = 2 AND bool_and(date_edtf IS NULL) FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('RUS') IN (state_a, state_b);
SELECT count(*) = 3 FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('PRK') IN (state_a, state_b) AND state_id('YUG') IN (state_a, state_b);
-- "NA" is missing, and Namibia's iso2: both Koreas have had relations with Namibia since 1990.
SELECT count(*) = 2 AND bool_and(date_edtf = '1990') FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('NAM') IN (state_a, state_b);
SELECT count(*) = 2 AND bool_and(date_edtf = '1992') FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('KAZ') IN (state_a, state_b);
SELECT count(*) = 4 FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('COG') IN (state_a, state_b);
SELECT count(*) = 2 FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('COD') IN (state_a, state_b);
SELECT count(*) = 2 AND bool_and(kind = 'no_relations') FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('XKX') IN (state_a, state_b);
SELECT count(*) = 2 FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('TUR') IN (state_a, state_b) AND kind = 'relations_established';
SELECT count(*) = 2 FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('YAR') IN (state_a, state_b);
-- Ukraine broke with North Korea in 2022.
SELECT count(*) = 1 FROM event WHERE source = source_id('kdiplo_korea_ties') AND kind = 'relations_severed' AND date_edtf = '2022' AND state_id('UKR') IN (state_a, state_b) AND state_id('PRK') IN (state_a, state_b);
SELECT whole('kdiplo_korea_ties') = 'COD 2, COG 4, DDR 1, DEU 2, KOR 223, NAM 2, PRK 233, SRB 2, TUR 2, XKX 2, YUG 4'
SELECT lost('kdiplo_korea_ties') = 0
-- South Korea took up relations with Czechoslovakia in 1990; the year 1948 in Slovakia's rows is North Korea's.
SELECT list(date_edtf ORDER BY date_edtf) = ['1990'] FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('KOR') IN (state_a, state_b) AND state_id('CSK') IN (state_a, state_b)
SELECT count(*) = 2 FROM event WHERE source = source_id('kdiplo_korea_ties') AND state_id('SVK') IN (state_a, state_b) AND kind = 'relations_established'
-- A break before the beginning (Uruguay, Fiji): vague.
SELECT count(*) = 4 FROM event WHERE source = source_id('kdiplo_korea_ties') AND status = 'vague' AND kind IN ('relations_established', 'relations_severed')
