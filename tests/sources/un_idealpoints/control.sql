SELECT records_read = 10469 + 10468 AND rejected = 0 FROM account WHERE source = 'un_idealpoints';
SELECT value BETWEEN 1.72 AND 1.7221 FROM figure WHERE source = 'un_idealpoints' AND from_state = 'DEU' AND period_start = '1991-01-01' AND variant = 'all votes';
-- Two Germanys for seventeen years, then one; the seat of China changes hands after session 26.
SELECT count(*) = 17 FROM figure WHERE source = 'un_idealpoints' AND from_state = 'DDR' AND variant = 'all votes';
SELECT count(*) = 18 + 29 FROM figure WHERE source = 'un_idealpoints' AND from_state = 'DEU' AND variant = 'all votes';
SELECT max(period_start) = '1971-01-01' FROM figure WHERE source = 'un_idealpoints' AND from_state = 'TWN';
SELECT min(period_start) = '1971-01-01' FROM figure WHERE source = 'un_idealpoints' AND from_state = 'CHN';
SELECT count(*) = 28 FROM figure WHERE source = 'un_idealpoints' AND from_state = 'KAZ' AND variant = 'all votes';
SELECT max(period_start) <= '2006-01-01' FROM figure WHERE source = 'un_idealpoints' AND from_state = 'YUG';
SELECT count(DISTINCT from_state) = 12 FROM figure WHERE source = 'un_idealpoints' AND from_state IN ('TUR', 'NAM', 'COD', 'COG', 'KOR', 'PRK', 'VNM', 'YEM', 'YAR', 'YMD', 'SRB', 'SUN');
SELECT whole('un_idealpoints') = 'COD 118, COG 118, DDR 34, DEU 94, KOR 58, NAM 60, PRK 58, SRB 28, TUR 146, YUG 104'
SELECT lost('un_idealpoints') = 0
