-- Modelled throughout; orientation as the two books have it.
SELECT count(*) > 80000 AND bool_and(origin = 'modelled') FROM figure WHERE source = 'worldbank_bilateral_migration'
SELECT value = 737000 FROM figure WHERE source = 'worldbank_bilateral_migration' AND indicator = 'migrant_stock_born' AND from_state = 'KAZ' AND to_state = 'DEU'
SELECT value = 223789 FROM figure WHERE source = 'worldbank_bilateral_migration' AND indicator = 'migrant_stock_born' AND from_state = 'DEU' AND to_state = 'KAZ'
SELECT abs(value / 1e6 - 73.45) < 0.01 FROM figure WHERE source = 'worldbank_bilateral_migration' AND indicator = 'remittances' AND from_state = 'DEU' AND to_state = 'KAZ'
SELECT abs(value / 1e6 - 387.27) < 0.01 FROM figure WHERE source = 'worldbank_bilateral_migration' AND indicator = 'remittances' AND from_state = 'KAZ' AND to_state = 'DEU'
SELECT count(*) FILTER (value = 0) = 0 AND count(*) FILTER (absence = 'true_zero') = 0 FROM figure WHERE source = 'worldbank_bilateral_migration'
SELECT count(DISTINCT from_state) = 9 FROM figure WHERE source = 'worldbank_bilateral_migration' AND from_state IN ('TUR', 'NAM', 'XKX', 'COD', 'COG', 'PRK', 'KOR', 'SRB', 'DEU') AND value > 0
SELECT rejected = 0 AND records_read = 95044 FROM account WHERE source = 'worldbank_bilateral_migration'
SELECT whole('worldbank_bilateral_migration') = 'COD 848, COG 848, DEU 848, KOR 848, NAM 848, PRK 848, SRB 848, TUR 848, XKX 847'
SELECT lost('worldbank_bilateral_migration') = 0
