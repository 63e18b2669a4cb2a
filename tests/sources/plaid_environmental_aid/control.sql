-- Germany to Kazakhstan 2007: about 164.3 million dollars of 2000 in 49 records, of which 0.05 million EBD_GREEN.
SELECT abs(value / 1e6 - 164.35) < 0.01 AND origin = 'derived' FROM figure WHERE source = 'plaid_environmental_aid' AND from_state = 'DEU' AND to_state = 'KAZ' AND period_start = '2007-01-01' AND product = 'total'
SELECT abs(value - 49314.8) < 1 FROM figure WHERE source = 'plaid_environmental_aid' AND from_state = 'DEU' AND to_state = 'KAZ' AND period_start = '2007-01-01' AND product = 'EBD_GREEN'
-- 2008 is incomplete; all in prices of 2000; commitments, never payments.
SELECT max(year(period_start)) = 2007 AND bool_and(price_base = 2000 AND indicator = 'oda_commitment') AND count(*) FILTER (value <= 0) = 0 FROM figure WHERE source = 'plaid_environmental_aid'
SELECT count(DISTINCT to_state) = 9 FROM figure WHERE source = 'plaid_environmental_aid' AND to_state IN ('TUR', 'NAM', 'XKX', 'COD', 'COG', 'PRK', 'KOR', 'SRB', 'YUG')
SELECT records_read = 156611 AND rejected = 0 FROM account WHERE source = 'plaid_environmental_aid'
SELECT whole('plaid_environmental_aid') = 'COD 880, COG 456, DEU 7558, KOR 4531, NAM 688, PRK 255, SRB 114, TUR 707, XKX 69, YUG 446'
SELECT lost('plaid_environmental_aid') = 0
