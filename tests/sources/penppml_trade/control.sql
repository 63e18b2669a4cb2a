SELECT abs(value / 1e6 - 262.2) < 0.1 AND reporter = 'KAZ' FROM figure WHERE source = 'penppml_trade' AND indicator = 'goods_exports' AND from_state = 'KAZ' AND to_state = 'DEU' AND period_start = '2016-01-01'
-- Four rows in ten are zeros that are not known to be zeros, and none is a value.
SELECT count(*) FILTER (absence = 'zero_or_not_reported') > 115000 AND count(*) FILTER (value = 0) = 0 FROM figure WHERE source = 'penppml_trade'
-- Before 1992 the partner is the Soviet Union, the FRY is Yugoslavia.
SELECT count(*) FILTER (to_state = 'SUN') > 500 AND count(*) FILTER (to_state = 'RUS' AND period_start < '1992-01-01') = 0 FROM figure WHERE source = 'penppml_trade'
SELECT rejected = 0 AND records_read = 316317 FROM account WHERE source = 'penppml_trade'
SELECT whole('penppml_trade') = 'COD 1775, COG 2869, DDR 777, DEU 4529, KOR 4592, NAM 1705, PRK 1625, SRB 1062, TUR 4522, YUG 3226'
SELECT lost('penppml_trade') = 0
