-- Venezuelans in Colombia at the end of 2025, by category; nowhere added.
SELECT value = 1097 FROM figure WHERE source = 'unhcr_refugees' AND indicator = 'refugees' AND from_state = 'VEN' AND to_state = 'COL' AND period_start = '2025-01-01'
SELECT value = 16320 FROM figure WHERE source = 'unhcr_refugees' AND indicator = 'asylum_seekers' AND from_state = 'VEN' AND to_state = 'COL' AND period_start = '2025-01-01'
SELECT value = 2810778 FROM figure WHERE source = 'unhcr_refugees' AND indicator = 'others_in_need' AND from_state = 'VEN' AND to_state = 'COL' AND period_start = '2025-01-01'
-- Refugees from Kazakhstan in Germany 2018 to 2025.
SELECT list(value ORDER BY period_start) = [99, 114, 117, 112, 350, 363, 409, 384] FROM figure WHERE source = 'unhcr_refugees' AND indicator = 'refugees' AND from_state = 'KAZ' AND to_state = 'DEU' AND period_start >= '2018-01-01'
-- From Germany in Kazakhstan there is no row.
SELECT count(*) = 0 FROM figure WHERE source = 'unhcr_refugees' AND from_state = 'DEU' AND to_state = 'KAZ' AND value IS NOT NULL
SELECT rejected = 0 AND used > 130000 FROM account WHERE source = 'unhcr_refugees'
SELECT value = 150 FROM figure WHERE source = 'unhcr_refugees' AND indicator = 'asylum_seekers' AND from_state = 'KAZ' AND to_state = 'DEU' AND period_start = '2025-01-01'
-- A fall of more than nine tenths in a year is mostly a definition: Ukrainians in Russia.
SELECT list(value ORDER BY period_start) = [1227554, 6894] FROM figure WHERE source = 'unhcr_refugees' AND indicator = 'refugees' AND from_state = 'UKR' AND to_state = 'RUS' AND year(period_start) IN (2023, 2024)
-- Nobody fled from Russia before it was: the Soviet Union's, Yugoslavia's and Czechoslovakia's people are theirs.
SELECT count(DISTINCT from_state) = 3 FROM figure WHERE source = 'unhcr_refugees' AND from_state IN ('SUN', 'YUG', 'CSK') AND value > 0
SELECT whole('unhcr_refugees') = 'COD 7354, COG 4733, DEU 8096, KOR 2608, NAM 1472, PRK 649, SRB 2490, TUR 5299, YUG 1641'
-- Afghans who went back from Iran in 2025 are no part of those who are there; UNRWA's people in Jordan are none of UNHCR's.
SELECT value = 1386970 AND period_months = 12 FROM figure WHERE source = 'unhcr_refugees' AND indicator = 'returned_refugees' AND from_state = 'AFG' AND to_state = 'IRN' AND period_start = '2025-01-01'
SELECT value = 2398179 FROM figure WHERE source = 'unhcr_refugees' AND indicator = 'refugees_unrwa' AND from_state = 'PSE' AND to_state = 'JOR' AND period_start = '2025-01-01'
SELECT lost('unhcr_refugees') = 0
-- Under UNRWA's mandate in Jordan at the end of 2025.
SELECT value = 2398179 FROM figure WHERE source = 'unhcr_refugees' AND indicator = 'refugees_unrwa' AND from_state = 'PSE' AND to_state = 'JOR' AND period_start = '2025-01-01'
SELECT string_agg(DISTINCT to_state, ' ' ORDER BY to_state) = 'JOR LBN SYR' AND count(*) = 221 FROM figure WHERE source = 'unhcr_refugees' AND indicator = 'refugees_unrwa' AND from_state = 'PSE'
