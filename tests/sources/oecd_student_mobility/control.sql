-- A fixture: read, counted, and marked as one.
SELECT role = 'fixture' FROM source WHERE key = 'oecd_student_mobility';
SELECT records_read = 57858 AND rejected = 0 FROM account WHERE source = 'oecd_student_mobility';
SELECT list(value ORDER BY period_start) = [1390, 2146, 1476, 1486, 1500, 1912, 1926] FROM figure WHERE source = 'oecd_student_mobility' AND from_state = 'KAZ' AND to_state = 'DEU';
-- Most counts are even: summed twice.
SELECT count(*) FILTER (value % 2 = 0) > 0.9 * count(*) FROM figure WHERE source = 'oecd_student_mobility' AND value > 50;
SELECT count(DISTINCT from_state) = 10 FROM figure WHERE source = 'oecd_student_mobility' AND from_state IN ('TUR', 'NAM', 'COD', 'COG', 'KOR', 'PRK', 'VNM', 'YEM', 'SRB', 'DEU');
-- A fixture has no standing.
SELECT count(*) = 0 FROM standing WHERE source = source_id('oecd_student_mobility');
SELECT whole('oecd_student_mobility') = 'COD 274, COG 274, DEU 1738, KOR 1738, NAM 274, PRK 274, SRB 274, TUR 1738, XKX 44'
SELECT lost('oecd_student_mobility') = 0
