-- 27,002 members of 2,507 treaties; 5,728 treaties in all; 83 rows leave before they are bound.
SELECT records_read = 27002 + 5728 AND rejected = 83 FROM account WHERE source = 'ieadb';
-- Parties are memberships, a row a spell; a row per pair of parties would be 580,000.
SELECT count(*) BETWEEN 13000 AND 13400 FROM membership WHERE source = source_id('ieadb');
SELECT count(*) BETWEEN 1850 AND 1889 AND bool_and(kind = 'environment') FROM agreement WHERE source = source_id('ieadb');
SELECT count(*) = 539 FROM organization WHERE key LIKE 'iea:%' AND kind = 'environment_treaty';
-- No date of "no date" got through: nothing after the export, no signature in 2699.
SELECT count(*) = 0 FROM membership WHERE source = source_id('ieadb') AND (date_from > '2022' OR date_to > '2022');
SELECT count(*) = 0 FROM agreement WHERE source = source_id('ieadb') AND (signed_on > '2022' OR in_force > '2022');
-- Iceland left the whaling convention in 1992 and came back in 2002; Japan left in 2019.
SELECT count(*) = 2 AND min(date_to) = '1992-06-30' AND max(date_from) = '2002-10-10' FROM membership WHERE organization = 'iea:2621' AND state = state_id('ISL');
SELECT count(*) = 1 AND min(date_to) = '2019-06-30' FROM membership WHERE organization = 'iea:2621' AND state = state_id('JPN');
-- Bilateral agreements of before 1991-12-26 are the Soviet Union's.
SELECT count(*) = 153 AND max(signed_on) < '1991-12-26' FROM agreement WHERE source = source_id('ieadb') AND state_id('SUN') IN (state_a, state_b);
SELECT count(*) = 224 AND min(signed_on) > '1991-12-25' FROM agreement WHERE source = source_id('ieadb') AND state_id('RUS') IN (state_a, state_b);
SELECT count(*) = 221 FROM agreement WHERE source = source_id('ieadb') AND state_id('DEU') IN (state_a, state_b);
SELECT count(*) = 44 FROM agreement WHERE source = source_id('ieadb') AND state_id('KAZ') IN (state_a, state_b);
SELECT count(*) = 39 FROM agreement WHERE source = source_id('ieadb') AND state_id('TUR') IN (state_a, state_b);
SELECT count(*) = 18 FROM agreement WHERE source = source_id('ieadb') AND state_id('NAM') IN (state_a, state_b);
SELECT count(*) = 68 FROM agreement WHERE source = source_id('ieadb') AND state_id('YUG') IN (state_a, state_b);
SELECT count(DISTINCT state) = 6 FROM membership WHERE source = source_id('ieadb') AND state IN (state_id('COD'), state_id('COG'), state_id('KOR'), state_id('PRK'), state_id('VNM'), state_id('YEM'));
-- 40 multilateral treaties bind both Germany and Kazakhstan.
SELECT count(DISTINCT organization) = 40 FROM membership m SEMI JOIN (SELECT organization FROM membership WHERE kind = 'party' AND state = state_id('KAZ') AND source = source_id('ieadb')) k USING (organization) WHERE kind = 'party' AND state = state_id('DEU');
SELECT whole('ieadb') = 'COD 58, COG 68, DEU 367, DEU_1871 3, KOR 119, NAM 71, PRK 39, SRB 88, TUR 115, YUG 69'
-- What names one of them and is no fact: the publisher has the days of four memberships in the wrong order.
SELECT lost('ieadb') = 4
SELECT lost_because('ieadb') = '4 left before it was bound'
SELECT count(*) = 1 FROM agreement WHERE source = source_id('ieadb') AND title LIKE '%Republic of China concerning Fisheries%' AND state_id('TWN') IN (state_a, state_b) AND state_id('USA') IN (state_a, state_b)

-- What a title has of one state and the list of parties of another is told of neither.
SELECT count(*) = 0 FROM agreement WHERE source = source_id('ieadb') AND (title LIKE '%between Hungary and Slovakia%' AND state_id('SVN') IN (state_a, state_b) OR title LIKE '%Commercial Sperm Whaling%' OR title LIKE '%Republic of Senegal for the promotion%')
