-- 133,364 rows with six estimates each.
SELECT records_read = 133364 AND rejected = 0 AND facts = 800184 FROM account WHERE source = 'abel_cohen_flows';
SELECT count(DISTINCT variant) = 6 AND bool_and(origin = 'modelled' AND period_months = 60) FROM figure WHERE source = 'abel_cohen_flows';
-- Kazakhstan to Germany 2015 to 2020: nobody by one method, 296,094 by another.
SELECT value = 97479 FROM figure WHERE source = 'abel_cohen_flows' AND from_state = 'KAZ' AND to_state = 'DEU' AND period_start = '2015-01-01' AND variant = 'da_pb_closed';
SELECT value = 0 FROM figure WHERE source = 'abel_cohen_flows' AND from_state = 'KAZ' AND to_state = 'DEU' AND period_start = '2015-01-01' AND variant = 'da_min_closed';
SELECT value = 296094 FROM figure WHERE source = 'abel_cohen_flows' AND from_state = 'KAZ' AND to_state = 'DEU' AND period_start = '2015-01-01' AND variant = 'sd_drop_neg';
SELECT list(value ORDER BY period_start) = [393584, 516433, 167871, 114950, 82864, 97479] FROM figure WHERE source = 'abel_cohen_flows' AND from_state = 'KAZ' AND to_state = 'DEU' AND variant = 'da_pb_closed';
SELECT list(value ORDER BY period_start) = [1105, 20405, 90214, 99162, 96810, 121819] FROM figure WHERE source = 'abel_cohen_flows' AND from_state = 'DEU' AND to_state = 'KAZ' AND variant = 'da_pb_closed';
SELECT count(DISTINCT from_state) = 230 FROM figure WHERE source = 'abel_cohen_flows';
SELECT count(DISTINCT from_state) = 10 FROM figure WHERE source = 'abel_cohen_flows' AND from_state IN ('TUR', 'NAM', 'COD', 'COG', 'KOR', 'PRK', 'VNM', 'YEM', 'SRB', 'DEU');
SELECT whole('abel_cohen_flows') = 'COD 5652, COG 7968, DEU 14640, KOR 10068, NAM 9666, PRK 5868, SRB 2664, TUR 11628, YUG 5358'
SELECT lost('abel_cohen_flows') = 0
