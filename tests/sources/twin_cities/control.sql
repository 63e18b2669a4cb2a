-- 26,114 rows and their placed copy; five rows name no country.
SELECT records_read = 26114 + 25917 AND rejected = 5 AND used > 23000 FROM account WHERE source = 'twin_cities';
-- The lists hold no pair of Germany and Kazakhstan; 78 rows name Kazakhstan and one "Kazakhstah".
SELECT count(*) = 0 FROM presence WHERE source = source_id('twin_cities') AND home_state IN (state_id('DEU'), state_id('KAZ')) AND host_state IN (state_id('DEU'), state_id('KAZ'));
SELECT count(*) = 79 FROM presence WHERE source = source_id('twin_cities') AND state_id('KAZ') IN (home_state, host_state);
SELECT count(*) = 0 FROM presence WHERE source = source_id('twin_cities') AND home_state = host_state;
-- No pair of Germany and Kazakhstan, which the list knows as a partner only.
SELECT count(*) = 0 FROM presence WHERE source = source_id('twin_cities') AND state_id('DEU') IN (home_state, host_state) AND state_id('KAZ') IN (home_state, host_state)
SELECT count(*) BETWEEN 78 AND 79 FROM presence WHERE source = source_id('twin_cities') AND state_id('KAZ') IN (home_state, host_state)
SELECT whole('twin_cities') = 'COD 8, COG 7, DEU 4034, KOR 565, NAM 18, PRK 13, SRB 493, TUR 982, XKX 75'
-- What names one of them and is no fact: a row whose country is empty.
SELECT lost('twin_cities') = 1
SELECT lost_because('twin_cities') = '1 unknown state'
