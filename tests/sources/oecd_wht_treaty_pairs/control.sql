SELECT count(*) = 1 AND bool_and(signed_on = '1998' AND status = 'in_force') FROM agreement WHERE source = source_id('oecd_wht_treaty_pairs') AND pair = least(state_id('DEU'), state_id('KAZ'))::UINTEGER * 65536 + greatest(state_id('DEU'), state_id('KAZ'))
SELECT count(*) > 1000 AND bool_and(kind = 'double_taxation' AND in_force IS NULL) FROM agreement WHERE source = source_id('oecd_wht_treaty_pairs')
SELECT count(DISTINCT s.key) >= 6 FROM agreement a JOIN state s ON s.id IN (a.state_a, a.state_b) WHERE a.source = source_id('oecd_wht_treaty_pairs') AND s.key IN ('TUR', 'NAM', 'XKX', 'COD', 'COG', 'KOR', 'SRB', 'DEU')
SELECT rejected = 0 FROM account WHERE source = 'oecd_wht_treaty_pairs'
