-- 177 polygons, 1,249 places at 1:50 million and 243 at 1:110 million, lines without names.
SELECT records_read = 2216 AND rejected = 0 AND used = 392 FROM account WHERE source = 'natural_earth'
SELECT count(*) = 1 FROM event WHERE source = source_id('natural_earth') AND kind = 'capital' AND state_a = state_id('KAZ') AND place = 'Astana'
SELECT count(*) >= 1 FROM event WHERE source = source_id('natural_earth') AND kind = 'capital' AND state_a = state_id('XKX')
SELECT whole('natural_earth') = 'COD 1, COG 1, DEU 1, KOR 1, NAM 1, PRK 1, SRB 1, TUR 1, XKX 1'
SELECT lost('natural_earth') = 0
