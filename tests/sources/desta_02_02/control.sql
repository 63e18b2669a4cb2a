-- Germany and Kazakhstan: the enhanced partnership of 2015, through the Union, in force since 2020; the one of 1995 is no trade agreement here.
SELECT count(*) = 1 AND bool_and(signed_on = '2015' AND in_force = '2020' AND 'through:EU' IN (capacity_a, capacity_b) AND 'own' IN (capacity_a, capacity_b)) FROM agreement WHERE source = source_id('desta_02_02') AND pair = least(state_id('DEU'), state_id('KAZ'))::UINTEGER * 65536 + greatest(state_id('DEU'), state_id('KAZ'))
SELECT count(*) FILTER (in_force IS NULL) > 1000 AND bool_and(kind = 'trade_agreement') FROM agreement WHERE source = source_id('desta_02_02')
SELECT count(DISTINCT s.key) = 8 FROM agreement a JOIN state s ON s.id IN (a.state_a, a.state_b) WHERE a.source = source_id('desta_02_02') AND s.key IN ('TUR', 'NAM', 'XKX', 'COD', 'COG', 'PRK', 'KOR', 'SRB', 'DEU')
SELECT rejected < 0.01 * records_read FROM account WHERE source = 'desta_02_02'
