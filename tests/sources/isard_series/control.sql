-- 243 spells of the COW list, 239 of Gleditsch and Ward's with 23 microstates.
SELECT count(*) FILTER (scheme = 'cow') = 243 AND count(*) FILTER (scheme = 'gw') = 239 FROM series WHERE indicator = indicator_id('system_member')
SELECT count(DISTINCT from_code) = 23 FROM series WHERE indicator = indicator_id('system_microstate')
SELECT value = 10 FROM series WHERE indicator = indicator_id('polity2') AND scheme = 'cow' AND from_code = 2 AND DATE '2000-07-01' BETWEEN day_from AND day_to
