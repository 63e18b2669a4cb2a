SELECT s.key, g.title, g.signed_on, g.terminated FROM agreement g JOIN source s ON s.id = g.source WHERE left(g.terminated, 4)::INTEGER < left(g.signed_on, 4)::INTEGER
-- In force before it was signed: an earlier year is that from which it applies, or a slip.
SELECT s.key, g.title, g.signed_on, g.in_force FROM agreement g JOIN source s ON s.id = g.source WHERE left(g.in_force, 4)::INTEGER < left(g.signed_on, 4)::INTEGER
SELECT s.key, g.title FROM agreement g JOIN source s ON s.id = g.source WHERE g.status = 'in_force' AND g.terminated IS NOT NULL AND left(g.terminated, 4)::INTEGER <= 2023
-- A treaty of three or more is not said to be in force for each of its pairs.
SELECT g.title FROM agreement g WHERE g.source = source_id('desta_02_02') AND g.status = 'in_force' AND g.capacity_a = 'own' AND g.capacity_b = 'own' AND NOT regexp_matches(g.title, '\b(EC|EU|EEC)\b') GROUP BY g.title, g.signed_on HAVING count(*) > 2
-- Through the Union acts only who is its member then.
SELECT g.title, g.signed_on FROM agreement g WHERE g.source = source_id('desta_02_02') AND g.signed_on < '2004' AND NOT contains(g.title, 'accession') AND ((g.state_a IN (state_id('POL'), state_id('CZE'), state_id('CYP')) AND g.capacity_a = 'through:EU') OR (g.state_b IN (state_id('POL'), state_id('CZE'), state_id('CYP')) AND g.capacity_b = 'through:EU'))
