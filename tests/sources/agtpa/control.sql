-- Data for estimation: read and counted; nothing is derived from it, and no dossier reads it.
SELECT records_read = 99981 AND rejected = 0 AND unwanted = 1449 AND used = 98532 FROM account WHERE source = 'agtpa'
SELECT count(*) = 98532 FROM figure WHERE source = 'agtpa'
SELECT count(*) = 0 FROM standing WHERE source = source_id('agtpa')
SELECT role = 'estimation' FROM source WHERE key = 'agtpa'
SELECT whole('agtpa') = 'DEU 2856, KOR 2856, TUR 2856'
SELECT lost('agtpa') = 0
