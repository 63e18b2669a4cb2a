SELECT sum(records_read) = 847 AND sum(rejected) = 0 FROM account WHERE source = 'cow_contiguity'
-- Germany and Kazakhstan never bordered; Germany and Poland do.
SELECT count(*) = 0 FROM series WHERE source = source_id('cow_contiguity') AND from_code = 255 AND to_code = 705
SELECT count(*) = 1 FROM series WHERE source = source_id('cow_contiguity') AND from_code = 255 AND to_code = 290 AND DATE '2000-01-01' BETWEEN day_from AND day_to AND value = 1
SELECT whole('cow_contiguity') = 'COD 10, COG 5, DDR 6, DEU 17, DEU_1871 16, KOR 4, NAM 4, PRK 4, SRB 1, TUR 34, XKX 4, YUG 16'
SELECT lost('cow_contiguity') = 0
