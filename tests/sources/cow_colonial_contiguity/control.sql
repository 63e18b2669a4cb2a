-- 1,349 spells, 14,538 dyad-years, 15,951 state-years, to 2016; the three that repeat are codes of Germany in 1990.
SELECT records_read = 31838 AND rejected = 0 AND unwanted = 3 FROM account WHERE source = 'cow_colonial_contiguity'
SELECT value = 1 FROM figure WHERE source = 'cow_colonial_contiguity' AND indicator = 'colonial_contiguities_land' AND from_state = 'CAN' AND to_state = 'USA' AND period_start = '1920-01-01'
SELECT max(year(period_start)) = 2016 FROM figure WHERE source = 'cow_colonial_contiguity'
SELECT whole('cow_colonial_contiguity') = 'COD 180, COG 159, DDR 74, DEU 124, DEU_1871 1636, KOR 136, NAM 54, PRK 138, SRB 22, TUR 1718, XKX 18, YUG 170'
SELECT lost('cow_colonial_contiguity') = 0
