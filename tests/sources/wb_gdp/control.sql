-- Every state of the list, and no aggregate as a state.
SELECT count(DISTINCT from_state) BETWEEN 200 AND 220 AND count(to_state) = 0 AND min(value) > 0 FROM figure WHERE source = 'wb_gdp'
SELECT count(DISTINCT from_state) = 8 FROM figure WHERE source = 'wb_gdp' AND from_state IN ('TUR', 'NAM', 'XKX', 'COD', 'COG', 'KOR', 'SRB', 'DEU')
SELECT value BETWEEN 3.9e12 AND 4.4e12 FROM figure WHERE source = 'wb_gdp' AND from_state = 'DEU' AND period_start = '2022-01-01'
SELECT rejected = 0 FROM account WHERE source = 'wb_gdp'
