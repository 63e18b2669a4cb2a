-- 249 rows, and the six tables of M49 with 249 rows each; every code means the state that the register gives it.
SELECT records_read = 1743 AND rejected = 0 FROM account WHERE source = 'country_codes'
SELECT used = 249 FROM ledger l JOIN source_file f ON f.id = l.file WHERE l.source = source_id('country_codes') AND f.path = 'country-codes.csv'
-- Namibia's letters NA are no gap.
SELECT count(*) > 5 FROM state_name WHERE state = state_id('NAM') AND language IN ('ar', 'zh', 'ru', 'fr', 'es')
SELECT whole('country_codes') = 'COD 1, COG 1, DEU 1, KOR 1, NAM 1, PRK 1, SRB 1, TUR 1'
SELECT lost('country_codes') = 0
