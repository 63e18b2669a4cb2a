-- 564 German posts abroad, 201 foreign ones in Germany.
SELECT records_read = 765 AND rejected = 0 AND used >= 745 FROM account WHERE source = 'aa_missions_2016'
SELECT count(*) = 151 FROM mission WHERE source = source_id('aa_missions_2016') AND sending = state_id('DEU') AND kind = 'embassy'
-- The posts between Germany and Kazakhstan in early 2016.
SELECT list(kind || ' ' || city ORDER BY kind) = ['consulate_general Almaty', 'embassy Astana', 'honorary_consulate Atyrau'] FROM mission WHERE source = source_id('aa_missions_2016') AND sending = state_id('DEU') AND receiving = state_id('KAZ')
SELECT list(kind || ' ' || city ORDER BY kind) = ['branch Bonn', 'embassy Berlin'] FROM mission WHERE source = source_id('aa_missions_2016') AND sending = state_id('KAZ') AND receiving = state_id('DEU')
SELECT whole('aa_missions_2016') = 'COD 4, COG 3, DEU 751, KOR 4, NAM 2, PRK 2, SRB 2, TUR 13, XKX 2'
SELECT lost('aa_missions_2016') = 0
-- Both Congos have an embassy in Berlin, though the list has one code for them.
SELECT count(*) = 2 FROM mission WHERE source = source_id('aa_missions_2016') AND sending IN (state_id('COG'), state_id('COD')) AND receiving = state_id('DEU') AND city = 'Berlin'
