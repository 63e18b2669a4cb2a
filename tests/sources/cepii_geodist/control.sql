-- 224 by 224 territories; cities 238 rows. The publisher's books hold the same rows.
SELECT records_read = 100828 AND rejected = 0 FROM account WHERE source = 'cepii_geodist'
-- Germany-Kazakhstan: 5148.4 km from Essen to Almaty, 3884.7 between the capitals, 4333.3 weighted; no border, no language.
SELECT round(value, 1) = 5148.4 FROM figure WHERE source = 'cepii_geodist' AND indicator = 'distance_km' AND variant = 'most populated cities' AND from_state = 'DEU' AND to_state = 'KAZ'
SELECT round(value, 1) = 3884.7 FROM figure WHERE source = 'cepii_geodist' AND indicator = 'distance_capitals_km' AND from_state = 'DEU' AND to_state = 'KAZ'
SELECT round(value, 1) = 4333.3 FROM figure WHERE source = 'cepii_geodist' AND indicator = 'distance_km' AND variant = 'weighted by population' AND from_state = 'DEU' AND to_state = 'KAZ'
SELECT sum(value) = 0 AND count(*) = 3 FROM figure WHERE source = 'cepii_geodist' AND indicator IN ('land_border', 'language_official_common', 'language_spoken_common') AND from_state = 'DEU' AND to_state = 'KAZ'
-- "Same country" is asymmetric in 66 cells.
SELECT count(*) = 66 FROM figure a JOIN figure b ON b.source = a.source AND b.indicator = a.indicator AND b.from_state = a.to_state AND b.to_state = a.from_state WHERE a.source = 'cepii_geodist' AND a.indicator = 'same_country_coded' AND a.value <> b.value
SELECT value = 2717300 FROM figure WHERE source = 'cepii_geodist' AND indicator = 'area_km2' AND from_state = 'KAZ'
SELECT whole('cepii_geodist') = 'COD 2903, COG 2903, DEU 2904, KOR 2903, NAM 2903, PRK 2903, TUR 2904, YUG 2903'
SELECT lost('cepii_geodist') = 0
