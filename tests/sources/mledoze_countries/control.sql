-- 250 countries and territories; Kosovo is UNK; India's border with Sri Lanka stands in one direction alone.
SELECT records_read = 250 AND used = 250 AND rejected = 0 FROM account WHERE source = 'mledoze_countries'
SELECT value = 2724900 FROM figure WHERE source = 'mledoze_countries' AND indicator = 'area_km2' AND from_state = 'KAZ'
SELECT count(*) = 325 FROM figure WHERE source = 'mledoze_countries' AND indicator = 'land_border'
SELECT list_sort(list(CASE WHEN from_state = 'KAZ' THEN to_state ELSE from_state END)) = ['CHN', 'KGZ', 'RUS', 'TKM', 'UZB'] FROM figure WHERE source = 'mledoze_countries' AND indicator = 'land_border' AND 'KAZ' IN (from_state, to_state)
SELECT count(*) > 1 FROM event WHERE source = source_id('mledoze_countries') AND kind = 'capital' AND state_a = state_id('ZAF')
SELECT whole('mledoze_countries') = 'COD 13, COG 9, DEU 13, KOR 5, NAM 8, PRK 7, SRB 12, TUR 12, XKX 8'
SELECT lost('mledoze_countries') = 0
