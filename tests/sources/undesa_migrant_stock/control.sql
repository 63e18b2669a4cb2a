-- Born in Kazakhstan, living in Germany, by revision: 2020 1,128,201; 2019 940,296; 2010 differs between the two.
SELECT value = 1128201 AND indicator = 'migrant_stock_born' FROM figure WHERE source = 'undesa_migrant_stock' AND variant = 'rev2020' AND from_state = 'KAZ' AND to_state = 'DEU' AND year(period_start) = 2020
SELECT value = 940296 FROM figure WHERE source = 'undesa_migrant_stock' AND variant = 'rev2019' AND from_state = 'KAZ' AND to_state = 'DEU' AND year(period_start) = 2019
SELECT list(value ORDER BY variant) = [816137, 812460] FROM figure WHERE source = 'undesa_migrant_stock' AND variant LIKE 'rev%' AND indicator = 'migrant_stock_born' AND from_state = 'KAZ' AND to_state = 'DEU' AND year(period_start) = 2010
-- Born in Germany, living in Kazakhstan: no figure, and never "none".
SELECT count(*) = 0 FROM figure WHERE source = 'undesa_migrant_stock' AND from_state = 'DEU' AND to_state = 'KAZ'
-- Totals with origins that are not listed.
SELECT list(value ORDER BY from_state) = [15762457, 3732073] FROM figure WHERE source = 'undesa_migrant_stock' AND indicator = 'migrant_stock_total' AND from_state IN ('DEU', 'KAZ') AND year(period_start) = 2020
-- Listed origins stay below the host's total: 3,459,530 of 3,732,073 in Kazakhstan, no region among them.
SELECT sum(value) = 3459530 FROM figure WHERE source = 'undesa_migrant_stock' AND variant = 'rev2020' AND to_state = 'KAZ' AND year(period_start) = 2020
-- 43 hosts count citizens.
SELECT count(DISTINCT to_state) = 43 FROM figure WHERE source = 'undesa_migrant_stock' AND indicator = 'migrant_stock_citizen' AND variant = 'rev2020'
SELECT rejected = 0 AND used > 78000 FROM account WHERE source = 'undesa_migrant_stock'
SELECT list(value ORDER BY period_start) = [10199, 248645, 487090, 671031, 812460, 832107, 1128201] FROM figure WHERE source = 'undesa_migrant_stock' AND variant = 'rev2020' AND from_state = 'KAZ' AND to_state = 'DEU'
SELECT list(value ORDER BY variant) = [848587, 832107] FROM figure WHERE source = 'undesa_migrant_stock' AND variant LIKE 'rev%' AND indicator = 'migrant_stock_born' AND from_state = 'KAZ' AND to_state = 'DEU' AND year(period_start) = 2015
SELECT whole('undesa_migrant_stock') = 'COD 988, COG 977, DEU 3619, KOR 1587, NAM 1637, PRK 993, SRB 1646, TUR 2657'
SELECT lost('undesa_migrant_stock') = 0
