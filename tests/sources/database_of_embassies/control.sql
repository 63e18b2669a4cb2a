SELECT records_read = 9852 AND rejected <= 5 AND used > 9700 FROM account WHERE source = 'database_of_embassies'
-- Germany has 151 embassies here and 17 consulates general; the one in Almaty is missing.
SELECT count(*) BETWEEN 145 AND 155 FROM mission WHERE source = source_id('database_of_embassies') AND sending = state_id('DEU') AND kind = 'embassy' AND resident
SELECT count(*) = 1 AND min(city) = 'Astana' FROM mission WHERE source = source_id('database_of_embassies') AND sending = state_id('DEU') AND receiving = state_id('KAZ') AND kind = 'embassy'
SELECT count(*) = 0 FROM mission WHERE source = source_id('database_of_embassies') AND sending = state_id('DEU') AND receiving = state_id('KAZ') AND kind = 'consulate_general'
SELECT whole('database_of_embassies') = 'COD 87, COG 82, DEU 431, KOR 211, NAM 140, PRK 100, SRB 345, TUR 387, XKX 84'
SELECT lost('database_of_embassies') = 0
-- Australia's embassies whose rows name Australia as the country stand where their cities are.
SELECT count(*) = 3 AND bool_and(resident) FROM mission WHERE source = source_id('database_of_embassies') AND sending = state_id('AUS') AND kind = 'embassy' AND receiving IN (state_id('TUR'), state_id('BRA'), state_id('USA'))
-- Five rows name a ministry of foreign affairs as the sender: it sends for its state.
SELECT count(*) = 1 FROM mission WHERE source = source_id('database_of_embassies') AND sending = state_id('CHN') AND receiving = state_id('DEU') AND kind = 'embassy'
SELECT count(*) = 1 FROM mission WHERE source = source_id('database_of_embassies') AND sending = state_id('TWN') AND receiving = state_id('VAT') AND kind = 'embassy'
-- Only Italy is accredited to somebody from its own capital: to the Holy See.
SELECT count(*) = 1 AND bool_and(receiving = state_id('VAT')) FROM mission WHERE source = source_id('database_of_embassies') AND covered_from_state = sending
-- No position of another post: Belgium's in Havana is not in Zagreb, China's in South Tarawa not in Reykjavík; and a high commission in Georgetown is none in Ottawa.
SELECT count(*) = 5 AND count(lat) = 0 FROM mission WHERE source = source_id('database_of_embassies') AND resident AND kind = 'embassy' AND (sending, receiving) IN ((state_id('BEL'), state_id('CUB')), (state_id('CHN'), state_id('KIR')), (state_id('SVK'), state_id('LBN')), (state_id('ISR'), state_id('KOR')), (state_id('VAT'), state_id('TON')))
SELECT count(*) = 1 AND count(city) = 0 AND count(lat) = 1 FROM mission WHERE source = source_id('database_of_embassies') AND resident AND sending = state_id('TTO') AND receiving = state_id('GUY')
