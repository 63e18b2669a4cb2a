-- Japan's gross aid to China goes on to 2022; its net aid of 2015 to 2022 is suppressed in this copy, and no net figure is a value.
SELECT count(*) = 8 AND bool_and(value IS NULL AND absence = 'suppressed_in_copy') FROM figure WHERE source = 'oecd_dac2a' AND indicator = 'oda_net_disbursement' AND from_state = 'JPN' AND to_state = 'CHN' AND period_start >= '2015-01-01'
SELECT count(*) = 14 AND max(value) = 862050000 AND min(value) = 750000 FROM figure WHERE source = 'oecd_dac2a' AND indicator = 'oda_gross_disbursement' AND from_state = 'JPN' AND to_state = 'CHN' AND product = 'total'
SELECT count(*) = 1670 AND count(value) = 0 FROM figure WHERE source = 'oecd_dac2a' AND indicator = 'oda_net_disbursement'
SELECT value = 18580000 AND price_base = 2022 FROM figure WHERE source = 'oecd_dac2a' AND from_state = 'DEU' AND to_state = 'KAZ' AND period_start = '2019-01-01' AND product = 'total'
-- One gross total for each of the copy's; nothing at or below zero; all in prices of 2022.
SELECT count(*) = 47467 AND min(value) > 0 AND bool_and(price_base = 2022) FROM figure WHERE source = 'oecd_dac2a' AND indicator = 'oda_gross_disbursement' AND product = 'total'
-- Every donor and recipient arrives: 50 and 151, both Congos, both Koreas, Namibia, Serbia, Turkey on both sides.
SELECT count(DISTINCT from_state) = 50 AND count(DISTINCT to_state) = 151 FROM figure WHERE source = 'oecd_dac2a'
SELECT count(DISTINCT to_state) = 6 FROM figure WHERE source = 'oecd_dac2a' AND to_state IN ('TUR', 'NAM', 'COD', 'COG', 'PRK', 'SRB')
SELECT count(DISTINCT from_state) = 3 FROM figure WHERE source = 'oecd_dac2a' AND from_state IN ('TUR', 'KOR', 'DEU')
SELECT records_read = 327763 AND rejected = 0 AND unwanted = 173931 FROM account WHERE source = 'oecd_dac2a'
SELECT whole('oecd_dac2a') = 'COD 1469, COG 939, DEU 7828, KOR 6413, NAM 1078, PRK 806, SRB 1454, TUR 6613'
SELECT lost('oecd_dac2a') = 0
