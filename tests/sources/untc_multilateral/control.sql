-- 324 files with 23,757 participants; every treaty has its name from the index.
SELECT records_read = 401 + 324 + 23757 AND rejected = 0 FROM account WHERE source = 'untc_multilateral';
SELECT count(*) = 324 FROM organization WHERE key LIKE 'untc:%' AND kind = 'treaty' AND coverage_to = '2015-03' AND name IS NOT NULL;
SELECT count(*) = 0 FROM membership WHERE organization LIKE 'untc:%' AND organization NOT IN (SELECT key FROM organization);
-- 82 tables list both Germany and Kazakhstan: 81 treaties and the resolutions of admission, which give no membership.
SELECT count(*) = 81 FROM (SELECT organization FROM membership WHERE organization LIKE 'untc:%' AND state IN (state_id('DEU'), state_id('KAZ')) GROUP BY 1 HAVING count(DISTINCT state) = 2);
-- 75 have both rows filled in the last column: one of them holds pages of the Treaty Series; two more bind by an earlier column.
SELECT count(*) = 75 - 1 + 2 FROM (SELECT organization FROM membership WHERE organization LIKE 'untc:%' AND kind = 'party' AND state IN (state_id('DEU'), state_id('KAZ')) GROUP BY 1 HAVING count(DISTINCT state) = 2);
SELECT date_from = '1964-11-11' FROM membership WHERE organization = 'untc:3-3' AND state = state_id('DEU');
SELECT date_from = '1994-01-05' FROM membership WHERE organization = 'untc:3-3' AND state = state_id('KAZ');
SELECT whole('untc_multilateral') = 'COD 101, COG 103, DEU 187, KOR 126, NAM 69, PRK 51, SRB 171, TUR 130'
SELECT lost('untc_multilateral') = 0
-- A bracket that the index has lost is opened again.
SELECT count(*) = 1 FROM organization WHERE key LIKE 'untc:%' AND name LIKE '%in Europe (EMEP)'
