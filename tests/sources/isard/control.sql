-- Two lists of states, democracy and estimates by either; nothing is rejected, rows of blanks are left out.
SELECT records_read = 75240 AND rejected = 0 AND unwanted = 105 FROM account WHERE source = 'isard'
SELECT count(*) = 2 FROM series WHERE source = source_id('isard') AND indicator = indicator_id('polity2') AND scheme || from_code IN ('cow255', 'gw260') AND DATE '2000-06-30' BETWEEN day_from AND day_to AND value = 10
SELECT value BETWEEN 16.5 AND 16.7 FROM series WHERE source = source_id('isard') AND indicator = indicator_id('pwtpop') AND scheme = 'cow' AND from_code = 705 AND DATE '2010-06-30' BETWEEN day_from AND day_to
-- The population is in millions and no logarithm: China has more than a thousand million.
SELECT value > 1000 FROM series WHERE source = source_id('isard') AND indicator = indicator_id('pwtpop') AND scheme = 'cow' AND from_code = 710 AND DATE '2010-06-30' BETWEEN day_from AND day_to
-- 243 and 239 spells of the lists, and the states they speak of.
SELECT count(*) = 491 FROM event WHERE source = source_id('isard') AND kind = 'state_span'
-- 243 spells of the COW list, 239 of Gleditsch and Ward's with 23 microstates.
SELECT count(*) FILTER (scheme = 'cow') = 243 AND count(*) FILTER (scheme = 'gw') = 239 FROM series WHERE source = source_id('isard') AND indicator = indicator_id('system_member')
SELECT count(DISTINCT from_code) = 23 FROM series WHERE source = source_id('isard') AND indicator = indicator_id('system_microstate')
SELECT value = 10 FROM series WHERE source = source_id('isard') AND indicator = indicator_id('polity2') AND scheme = 'cow' AND from_code = 2 AND DATE '2000-07-01' BETWEEN day_from AND day_to
SELECT whole('isard') = 'COD 1089, COG 1061, DDR 612, DEU 1129, DEU_1871 1058, KOR 1285, NAM 561, PRK 1151, SRB 270, TUR 3091, XKX 253, YUG 1412'
SELECT lost('isard') = 0
