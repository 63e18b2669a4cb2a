-- 198 rows: all but the European Union and the United States give a fact; three have signed only.
SELECT records_read = 198 AND used = 196 AND rejected = 0 AND unwanted = 2 FROM account WHERE source = 'paris_agreement';
SELECT count(*) = 3 FROM membership WHERE source = source_id('paris_agreement') AND kind = 'signatory';
SELECT date_from = '2017-01-05' FROM membership WHERE source = source_id('paris_agreement') AND state = state_id('KAZ');
SELECT date_from = '2016-11-04' FROM membership WHERE source = source_id('paris_agreement') AND state = state_id('DEU');
-- A withdrawal that only the curated table knows is not undone by this list.
SELECT count(*) = 0 FROM membership WHERE source = source_id('paris_agreement') AND state = state_id('USA');
SELECT whole('paris_agreement') = 'COD 1, COG 1, DEU 1, KOR 1, NAM 1, PRK 1, SRB 1, TUR 1'
SELECT lost('paris_agreement') = 0
