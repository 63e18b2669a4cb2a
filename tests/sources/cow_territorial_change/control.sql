-- 842 changes (822 of a gainer that the register holds) from 1816 to 2015; 2,706 rows of entities, one without a status.
SELECT records_read = 3548 AND rejected = 1 AND used = 1180 FROM account WHERE source = 'cow_territorial_change'
SELECT min(year(day_from)) = 1816 AND max(year(day_from)) = 2015 AND count(*) = 822 FROM event WHERE source = source_id('cow_territorial_change') AND kind = 'territorial_change'
SELECT count(*) = 1 FROM event WHERE source = source_id('cow_territorial_change') AND kind = 'territorial_change' AND title LIKE 'Alaska%' AND state_a = state_id('USA') AND state_b = state_id('RUS_EMPIRE') AND date_edtf LIKE '1867%'
SELECT whole('cow_territorial_change') = 'COD 2, COG 2, DDR 3, DEU 7, DEU_1871 84, KOR 3, NAM 7, PRK 3, SRB 2, TUR 63, XKX 1, YUG 16'
SELECT lost('cow_territorial_change') = 0
