-- 98,320 states in treaties, of which some 13,000 repeat a state of the same treaty.
SELECT records_read = 98320 + 4532 + 36731 AND rejected = 76 FROM account WHERE source = 'manytreaties';
SELECT count(*) = 78946 FROM membership WHERE source = source_id('manytreaties');
SELECT records BETWEEN 12900 AND 13049 FROM unwanted WHERE source = source_id('manytreaties') AND reason LIKE 'the same state%';
-- Not a row per pair: no agreement comes from here, and nothing of it is a second voice in a dossier.
SELECT count(*) = 0 FROM agreement WHERE source = source_id('manytreaties');
SELECT count(*) BETWEEN 3200 AND 3510 AND bool_and(kind = 'compiled_treaty') FROM organization WHERE key LIKE 'many:%';
SELECT count(*) = 0 FROM membership WHERE source = source_id('manytreaties') AND date_to LIKE '9999%';
SELECT count(DISTINCT organization) BETWEEN 200 AND 334 FROM membership m SEMI JOIN (SELECT organization FROM membership WHERE source = source_id('manytreaties') AND state = state_id('KAZ')) k USING (organization) WHERE state = state_id('DEU');
SELECT count(*) BETWEEN 600 AND 1100 FROM membership WHERE source = source_id('manytreaties') AND state = state_id('DEU');
SELECT count(DISTINCT state) = 12 FROM membership WHERE source = source_id('manytreaties') AND state IN (state_id('TUR'), state_id('NAM'), state_id('XKX'), state_id('COD'), state_id('COG'), state_id('KOR'), state_id('PRK'), state_id('VNM'), state_id('YEM'), state_id('SRB'), state_id('YUG'), state_id('DDR'));
SELECT whole('manytreaties') = 'COD 292, COG 415, DDR 19, DEU 884, KOR 428, NAM 353, PRK 292, SRB 362, TUR 486, XKX 75, YUG 116'
SELECT lost('manytreaties') = 0
