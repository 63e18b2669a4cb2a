-- 17,195 rows, 1960 to 2024, mid-year; aggregates are left out.
SELECT records_read = 17195 AND rejected = 0 FROM account WHERE source = 'wb_population'
SELECT min(year(period_start)) = 1960 AND max(year(period_start)) = 2024 FROM figure WHERE source = 'wb_population'
SELECT value BETWEEN 18e6 AND 19e6 FROM figure WHERE source = 'wb_population' AND from_state = 'KAZ' AND period_start = '2018-01-01'
SELECT whole('wb_population') = 'COD 65, COG 65, DEU 65, KOR 65, NAM 65, PRK 65, SRB 65, TUR 65, XKX 65'
SELECT lost('wb_population') = 0
