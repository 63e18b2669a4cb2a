-- The set is of developing countries: Germany and Kazakhstan have no treaty in force in it, only the Soviet Union's of 1981, which ended.
SELECT count(*) = 1 AND bool_and(status = 'terminated' AND terminated = '1996' AND title LIKE '%before independence%') FROM agreement WHERE source = source_id('ictd_tax_treaties') AND pair = least(state_id('DEU'), state_id('KAZ'))::UINTEGER * 65536 + greatest(state_id('DEU'), state_id('KAZ'))
-- Argentina and Germany 1978: one agreement with its protocol, in force, and no second row for the version before.
SELECT count(*) = 1 AND bool_and(status = 'in_force' AND signed_on = '1978' AND title LIKE '%protocol of 1996%') FROM agreement WHERE source = source_id('ictd_tax_treaties') AND pair = least(state_id('DEU'), state_id('ARG'))::UINTEGER * 65536 + greatest(state_id('DEU'), state_id('ARG')) AND signed_on = '1978'
-- No year of effect is given out as entry into force: only the list of terminations has those, also of two pre-independence treaties that still stand elsewhere.
SELECT count(*) = 2 FROM agreement WHERE source = source_id('ictd_tax_treaties') AND status = 'in_force' AND in_force IS NOT NULL
SELECT count(DISTINCT s.key) = 9 FROM agreement a JOIN state s ON s.id IN (a.state_a, a.state_b) WHERE a.source = source_id('ictd_tax_treaties') AND s.key IN ('TUR', 'NAM', 'XKX', 'COD', 'COG', 'PRK', 'KOR', 'SRB', 'DEU')
SELECT sum(records_read) = 17862 AND sum(rejected) < 10 FROM ledger WHERE source = source_id('ictd_tax_treaties')
SELECT whole('ictd_tax_treaties') = 'COD 16, COG 20, DEU 102, KOR 51, NAM 13, PRK 15, SRB 25, TUR 49, XKX 20, YUG 7'
SELECT lost('ictd_tax_treaties') = 0
