-- 273,296 directed dyad-years of alliances, and every one of them in a run.
SELECT sum((year(day_to) - year(day_from) + 1)) = 273282 FROM series WHERE indicator = indicator_id('atop_alliance')
SELECT value BETWEEN 2247 AND 2248 FROM series WHERE indicator = indicator_id('mindist') AND scheme = 'cow' AND from_code = 255 AND to_code = 705 AND DATE '2019-07-01' BETWEEN day_from AND day_to
-- Germany and Kazakhstan: no dispute, no rivalry.
SELECT count(*) = 0 FROM series WHERE indicator IN (indicator_id('gml_ongoing'), indicator_id('rivalry')) AND 255 IN (from_code, to_code) AND 705 IN (from_code, to_code)
SELECT count(DISTINCT item) BETWEEN 200 AND 264 FROM series WHERE indicator = indicator_id('rivalry')
SELECT whole('peacesciencer') = 'COD 1954, COG 1067, DDR 902, DEU 1825, DEU_1871 5747, KOR 2167, NAM 759, PRK 2796, SRB 332, TUR 7552, XKX 383, YUG 5727'
SELECT lost('peacesciencer') = 0
-- Belgrade under Gleditsch and Ward's 345 runs from 1878 to 2024 in the file, and counts in the years in which Yugoslavia held the number.
SELECT count(*) = 1 AND min(day_from) = DATE '1918-01-01' AND max(day_to) = DATE '2006-12-31' FROM series WHERE source = source_id('peacesciencer') AND indicator = indicator_id('capital_latitude') AND scheme = 'gw' AND from_code = 345
