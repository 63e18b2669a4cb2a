-- Loans and export credits of China, committed; two revisions that never share a series.
SELECT bool_and(from_state = 'CHN' AND currency = 'USD' AND origin = 'compiler') AND count(DISTINCT variant) = 2 FROM figure WHERE source = 'aiddata' AND indicator IN ('loan', 'export_credit')
SELECT value = 3380000000 AND note = '3 projects' FROM figure WHERE source = 'aiddata' AND indicator = 'loan' AND to_state = 'KAZ' AND period_start = '2011-01-01' AND variant LIKE 'Global%'
SELECT value = 7500000000 AND flags & 16 = 16 FROM figure WHERE source = 'aiddata' AND indicator = 'loan' AND to_state = 'KAZ' AND period_start = '2008-01-01' AND variant LIKE 'South%'
SELECT value IS NULL AND absence = 'not_reported' FROM figure WHERE source = 'aiddata' AND indicator = 'export_credit' AND to_state = 'KAZ' AND period_start = '2007-01-01' AND variant LIKE 'Global%'
SELECT value = 13996 FROM figure WHERE source = 'aiddata' AND indicator = 'students' AND from_state = 'KAZ' AND to_state = 'CHN' AND period_start = '2016-01-01'
SELECT count(DISTINCT to_state) = 5 FROM figure WHERE source = 'aiddata' AND indicator = 'loan' AND to_state IN ('NAM', 'COD', 'COG', 'SRB', 'KAZ')
-- 870 projects of the second book, as the file has them; 247 country-years.
SELECT records_read = 6583 AND rejected = 0 FROM account WHERE source = 'aiddata'
SELECT whole('aiddata') = 'COD 3, COG 10, NAM 6, SRB 5, TUR 2'
SELECT lost('aiddata') = 0
