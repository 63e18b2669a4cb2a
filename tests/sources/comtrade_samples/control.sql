-- Samples of a format: read and counted; nothing is derived from them, and no dossier reads them.
SELECT records_read = 187457 AND rejected = 0 AND used = 177272 FROM account WHERE source = 'comtrade_samples'
SELECT count(*) = 177272 FROM figure WHERE source = 'comtrade_samples'
SELECT count(*) = 0 FROM standing WHERE source = source_id('comtrade_samples')
SELECT count(*) = 0 FROM derivation d JOIN observation o ON o.key = d.from_key WHERE o.source = source_id('comtrade_samples')
SELECT role = 'fixture' AND NOT redistributable FROM source WHERE key = 'comtrade_samples'
SELECT whole('comtrade_samples') = 'COD 248, COG 322, DEU 14495, KOR 1277, NAM 296, PRK 34, SRB 2498, TUR 2899'
SELECT lost('comtrade_samples') = 0
