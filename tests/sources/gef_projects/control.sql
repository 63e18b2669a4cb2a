-- Six projects in Kazakhstan; 5.38 million of 2007 for its forests.
SELECT sum(regexp_extract(note, '^(\d+)', 1)::INT) = 6 FROM figure WHERE source = 'gef_projects' AND from_state = 'KAZ'
SELECT value = 5377500.54 FROM figure WHERE source = 'gef_projects' AND from_state = 'KAZ' AND period_start = '2007-01-01'
SELECT count(to_state) = 0 AND count(reporter) = 0 FROM figure WHERE source = 'gef_projects'
SELECT count(DISTINCT from_state) = 4 FROM figure WHERE source = 'gef_projects' AND from_state IN ('TUR', 'COG', 'COD', 'SRB')
SELECT rejected = 0 AND records_read = 8464 FROM account WHERE source = 'gef_projects'
SELECT round(value / 1e6, 2) = 5.01 FROM figure WHERE source = 'gef_projects' AND from_state = 'KAZ' AND period_start = '2004-01-01'
SELECT whole('gef_projects') = 'COD 3, COG 2, SRB 3, TUR 4'
SELECT lost('gef_projects') = 0
