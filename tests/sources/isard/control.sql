-- Rejects: the year 1990, in which the two codes of Germany (260, then 255) give two values for one state.
SELECT rejected <= 5 AND records_read = 75240 FROM account WHERE source = 'isard'
SELECT bool_and(reason = 'another value for what an earlier record gives') FROM reject WHERE source = source_id('isard')
SELECT count(*) = 2 FROM figure WHERE source = 'isard' AND indicator = 'polity2' AND from_state = 'DEU' AND period_start = '2000-01-01' AND value = 10
SELECT value BETWEEN 16.5e6 AND 16.7e6 FROM figure WHERE source = 'isard' AND indicator = 'population_estimate' AND from_state = 'KAZ' AND variant = 'cow' AND period_start = '2010-01-01'
-- The population is a plain number and no logarithm: China has more than a billion.
SELECT value > 1e9 FROM figure WHERE source = 'isard' AND indicator = 'population_estimate' AND from_state = 'CHN' AND variant = 'cow' AND period_start = '2010-01-01'
