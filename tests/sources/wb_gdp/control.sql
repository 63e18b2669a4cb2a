-- 13,979 rows, 1960 to 2023; aggregates are left out.
SELECT records_read = 13979 AND rejected = 0 FROM account WHERE source = 'wb_gdp'
SELECT min(year(period_start)) = 1960 AND max(year(period_start)) = 2023 FROM figure WHERE source = 'wb_gdp'
SELECT value BETWEEN 1.78e11 AND 1.81e11 FROM figure WHERE source = 'wb_gdp' AND from_state = 'KAZ' AND period_start = '2018-01-01'
SELECT whole('wb_gdp') = 'COD 32, COG 64, DEU 64, KOR 64, NAM 44, SRB 31, TUR 64, XKX 16'
SELECT lost('wb_gdp') = 0
