-- 29,574 country-years, 292 entries in three tables. Rejects: the year 1990, in which GW's 678 goes on as Yemen.
SELECT records_read = 30505 AND rejected = 3 FROM account WHERE source = 'countrycode'
SELECT bool_and(reason LIKE 'codes of two states: COW 678 and GW 678 in 1990%' OR reason LIKE 'codes of two states: COW % and GW % in %') FROM reject WHERE source = source_id('countrycode')
SELECT records = 19120 FROM unwanted WHERE source = source_id('countrycode') AND reason = 'codes of a year that the register confirms'
SELECT whole('countrycode') = ''
-- What names one of them and is no fact: Yugoslavias number ends within 1918 and 2006: COW and GW name different states there.
SELECT lost('countrycode') = 2
SELECT lost_because('countrycode') = '2 codes of two states'
