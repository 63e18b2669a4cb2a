-- Germany to Kazakhstan 2023: twelve months, 3,218.1 million EUR; 2019 and 2022 likewise; eight months of 2024.
SELECT count(*) = 12 AND abs(sum(value) / 1e6 - 3218.1) < 0.05 FROM figure WHERE source = 'eurostat_comext_extracts' AND period_months = 1 AND indicator = 'goods_exports' AND from_state = 'DEU' AND to_state = 'KAZ' AND year(period_start) = 2023
SELECT count(*) = 12 AND abs(sum(value) / 1e6 - 1441.5) < 0.05 FROM figure WHERE source = 'eurostat_comext_extracts' AND period_months = 1 AND indicator = 'goods_exports' AND from_state = 'DEU' AND to_state = 'KAZ' AND year(period_start) = 2019
SELECT count(*) = 12 AND abs(sum(value) / 1e6 - 2799.3) < 0.05 FROM figure WHERE source = 'eurostat_comext_extracts' AND period_months = 1 AND indicator = 'goods_exports' AND from_state = 'DEU' AND to_state = 'KAZ' AND year(period_start) = 2022
SELECT count(*) = 8 AND abs(sum(value) / 1e6 - 1939.5) < 0.05 FROM figure WHERE source = 'eurostat_comext_extracts' AND period_months = 1 AND indicator = 'goods_exports' AND from_state = 'DEU' AND to_state = 'KAZ' AND year(period_start) = 2024
-- The year is their sum, derived; the incomplete year has none.
SELECT count(*) = 5 AND bool_and(year(period_start) < 2024) AND abs(max(value) / 1e6 - 3218.1) < 0.05 FROM figure WHERE source = 'eurostat_comext_extracts' AND period_months = 12 AND indicator = 'goods_exports' AND from_state = 'DEU' AND to_state = 'KAZ'
-- German imports from Kazakhstan are not in these extracts.
SELECT count(*) = 0 FROM figure WHERE source = 'eurostat_comext_extracts' AND indicator = 'goods_imports' AND from_state = 'KAZ'
SELECT rejected = 0 AND records_read = 17499 FROM account WHERE source = 'eurostat_comext_extracts'
SELECT list(round(value / 1e6, 1) ORDER BY period_start) = [1441.5, 1454.2, 1443.8, 2799.3, 3218.1] FROM figure WHERE source = 'eurostat_comext_extracts' AND period_months = 12 AND indicator = 'goods_exports' AND from_state = 'DEU' AND to_state = 'KAZ'
SELECT whole('eurostat_comext_extracts') = 'DEU 476'
SELECT lost('eurostat_comext_extracts') = 0
