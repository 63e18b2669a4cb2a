-- 728 rows, both directions of 321 borders, and 86 without a neighbour.
SELECT records_read = 728 AND rejected = 0 FROM account WHERE source = 'geodatasource_borders'
SELECT count(*) = 321 FROM figure WHERE source = 'geodatasource_borders' AND indicator = 'land_border'
SELECT count(*) = 86 FROM figure WHERE source = 'geodatasource_borders' AND indicator = 'land_neighbours' AND value = 0
-- KZ: CN KG RU TM UZ. DE: AT BE CZ DK FR LU NL PL CH.
SELECT list_sort(list(CASE WHEN from_state = 'KAZ' THEN to_state ELSE from_state END)) = ['CHN', 'KGZ', 'RUS', 'TKM', 'UZB'] FROM figure WHERE source = 'geodatasource_borders' AND indicator = 'land_border' AND 'KAZ' IN (from_state, to_state)
SELECT list_sort(list(CASE WHEN from_state = 'DEU' THEN to_state ELSE from_state END)) = ['AUT', 'BEL', 'CHE', 'CZE', 'DNK', 'FRA', 'LUX', 'NLD', 'POL'] FROM figure WHERE source = 'geodatasource_borders' AND indicator = 'land_border' AND 'DEU' IN (from_state, to_state)
SELECT whole('geodatasource_borders') = 'COD 10, COG 6, DEU 10, KOR 2, NAM 5, PRK 4, SRB 9, TUR 9'
SELECT lost('geodatasource_borders') = 0
