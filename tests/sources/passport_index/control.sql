-- Germans may stay in Kazakhstan for 30 days; Kazakhs need a visa for Germany (2025-01-12).
SELECT value = 30 AND unit = 'days' FROM figure WHERE source = 'passport_index' AND from_state = 'DEU' AND to_state = 'KAZ' AND period_start = '2025-01-12'
SELECT value IS NULL AND note = 'visa required' FROM figure WHERE source = 'passport_index' AND from_state = 'KAZ' AND to_state = 'DEU' AND period_start = '2025-01-12'
-- The codes of 2019, and no ban of the pandemic in any snapshot.
SELECT note = 'visa free' AND value IS NULL FROM figure WHERE source = 'passport_index' AND from_state = 'DEU' AND to_state = 'KAZ' AND period_start = '2019-11-23'
SELECT count(*) FILTER (note LIKE '%covid%') = 0 AND count(DISTINCT period_start) = 6 FROM figure WHERE source = 'passport_index'
-- 199 passports to 198 other states each.
SELECT count(*) = 199 * 198 FROM figure WHERE source = 'passport_index' AND period_start = '2025-01-12'
SELECT rejected = 0 AND records_read = 237407 FROM account WHERE source = 'passport_index'
SELECT count(*) = 0 FROM figure WHERE source = 'passport_index' AND from_state IN ('DEU', 'KAZ') AND to_state IN ('DEU', 'KAZ') AND year(period_start) = 2021
SELECT whole('passport_index') = 'COD 2264, COG 2265, DEU 2159, KOR 1981, NAM 2267, PRK 2265, SRB 2279, TUR 2280, XKX 2268'
SELECT lost('passport_index') = 0
