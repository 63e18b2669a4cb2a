-- Rows 337, 198, 62 and 420, though three of the files have lone carriage returns for line ends.
SELECT records_read = 1017 AND rejected = 0 AND unwanted = 103 FROM account WHERE source = 'cow_wars'
SELECT count(*) = 1 FROM ledger l JOIN source_file f ON f.id = l.file WHERE l.source = source_id('cow_wars') AND f.path LIKE 'Inter%' AND l.records_read = 337 AND l.used = 337
SELECT count(*) = 1 FROM ledger l JOIN source_file f ON f.id = l.file WHERE l.source = source_id('cow_wars') AND f.path LIKE 'INTRA%' AND l.records_read = 420
-- Germany from 1871 fights as itself, Prussia as Prussia, and neither is today's Germany.
SELECT count(*) = 1 FROM event WHERE source = source_id('cow_wars') AND kind = 'war' AND title LIKE 'Franco-Prussian%' AND state_id('PRUSSIA') IN (state_a, state_b) AND state_id('FRA') IN (state_a, state_b)
SELECT count(*) = 0 FROM event WHERE source = source_id('cow_wars') AND kind = 'war' AND state_id('DEU') IN (state_a, state_b) AND day_from < DATE '1949-05-23'
SELECT count(*) > 30 FROM event WHERE source = source_id('cow_wars') AND kind = 'war' AND state_id('DEU_1871') IN (state_a, state_b)
-- Where both sides were coalitions nobody is said to have fought a particular other one.
SELECT bool_and(status = 'vague' AND title LIKE '%on opposite sides)') FROM event WHERE source = source_id('cow_wars') AND title LIKE 'World War%'
SELECT count(*) = 0 FROM event WHERE source = source_id('cow_wars') AND state_a = state_b
-- Turkey, both Congos, both Koreas and Yugoslavia take part as themselves.
SELECT list_sort(list(DISTINCT s.key)) = ['COD', 'COG', 'KOR', 'PRK', 'TUR', 'YUG'] FROM event e JOIN state s ON s.id IN (e.state_a, e.state_b) WHERE e.source = source_id('cow_wars') AND s.key IN ('TUR', 'COG', 'COD', 'PRK', 'KOR', 'YUG')
SELECT whole('cow_wars') = 'COD 8, COG 2, DEU 2, DEU_1871 37, KOR 4, PRK 14, TUR 78, YUG 14'
SELECT lost('cow_wars') = 0
