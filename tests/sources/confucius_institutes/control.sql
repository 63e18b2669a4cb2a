-- 665 records, of which eight repeat another and two are in China; 525 were marked closed.
SELECT records_read = 665 AND rejected = 0 AND unwanted = 10 FROM account WHERE source = 'confucius_institutes';
SELECT count(*) = 5 FROM presence WHERE source = source_id('confucius_institutes') AND host_state = state_id('KAZ');
SELECT count(*) BETWEEN 510 AND 525 FROM presence WHERE source = source_id('confucius_institutes') AND note IS NOT NULL;
SELECT whole('confucius_institutes') = 'COG 1, DEU 19, KOR 23, NAM 1, PRK 1, SRB 2, TUR 4'
SELECT lost('confucius_institutes') = 0
