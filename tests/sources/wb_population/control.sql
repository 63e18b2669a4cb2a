-- Every state of the list, and no aggregate as a state.
SELECT count(DISTINCT from_state) BETWEEN 200 AND 220 AND count(to_state) = 0 AND min(value) > 0 FROM figure WHERE source = 'wb_population'
SELECT count(DISTINCT from_state) = 9 FROM figure WHERE source = 'wb_population' AND from_state IN ('TUR', 'NAM', 'XKX', 'COD', 'COG', 'PRK', 'KOR', 'SRB', 'DEU')
SELECT value BETWEEN 83e6 AND 84.5e6 FROM figure WHERE source = 'wb_population' AND from_state = 'DEU' AND period_start = '2022-01-01'
SELECT rejected = 0 FROM account WHERE source = 'wb_population'
