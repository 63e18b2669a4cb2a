-- 842 changes (822 of a gainer that the register holds) from 1816 to 2015; 2,706 rows of entities, one without a status.
SELECT records_read = 3548 AND rejected = 1 AND used = 1180 FROM account WHERE source = 'cow_territorial_change'
SELECT min(year(day_from)) = 1816 AND max(year(day_from)) = 2015 AND count(*) = 822 FROM event WHERE source = source_id('cow_territorial_change') AND kind = 'territorial_change'
SELECT count(*) = 1 FROM event WHERE source = source_id('cow_territorial_change') AND kind = 'territorial_change' AND title LIKE 'Alaska%' AND state_a = state_id('USA') AND state_b = state_id('RUS_EMPIRE') AND date_edtf LIKE '1867%'
SELECT count(*) = 1 FROM event WHERE source = source_id('cow_territorial_change') AND kind = 'territorial_change' AND occasion = 'secession' AND state_a = state_id('NAM') AND state_b = state_id('ZAF')
