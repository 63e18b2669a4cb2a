SELECT records_read = 9852 AND rejected <= 5 AND used > 9700 FROM account WHERE source = 'database_of_embassies'
-- Germany has 151 embassies here and 17 consulates general; the one in Almaty is missing.
SELECT count(*) BETWEEN 145 AND 155 FROM mission WHERE source = source_id('database_of_embassies') AND sending = state_id('DEU') AND kind = 'embassy' AND resident
SELECT count(*) = 1 AND min(city) = 'Astana' FROM mission WHERE source = source_id('database_of_embassies') AND sending = state_id('DEU') AND receiving = state_id('KAZ') AND kind = 'embassy'
SELECT count(*) = 0 FROM mission WHERE source = source_id('database_of_embassies') AND sending = state_id('DEU') AND receiving = state_id('KAZ') AND kind = 'consulate_general'
SELECT whole('database_of_embassies') = 'COD 87, COG 82, DEU 431, KOR 211, NAM 140, PRK 100, SRB 345, TUR 386, XKX 84'
SELECT lost('database_of_embassies') = 0
