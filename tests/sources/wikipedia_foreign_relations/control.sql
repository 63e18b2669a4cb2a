SELECT records_read = 43870 AND rejected = 0 AND unwanted < 5000 FROM account WHERE source = 'wikipedia_foreign_relations'
-- 41,152 rows are dated; a page's second list repeats its first.
SELECT count(*) BETWEEN 35000 AND 36000 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'relations_established' AND date_edtf IS NOT NULL
SELECT count(*) >= 1 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'relations_established' AND date_edtf = '1883-06-11' AND state_a IN (state_id('IRN'), state_id('USA')) AND state_b IN (state_id('IRN'), state_id('USA'))
SELECT count(*) = 1 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'relations_severed' AND date_edtf = '1980-04-07' AND state_a = state_id('IRN') AND state_b = state_id('USA')
-- Both pages say 1992-02-11 of Germany and Kazakhstan.
SELECT count(*) = 2 AND bool_and(date_edtf = '1992-02-11') FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind LIKE 'relations%' AND state_a IN (state_id('DEU'), state_id('KAZ')) AND state_b IN (state_id('DEU'), state_id('KAZ'))
-- 53 pairs of members of the United Nations stand without a number; spellings of ours make it 55.
SELECT count(DISTINCT pair) BETWEEN 50 AND 56 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'relations_severed' AND status = 'vague'
-- The date of a prose cell is no establishment: Israel and Saudi Arabia have none.
SELECT count(*) = 0 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'relations_established' AND state_a IN (state_id('ISR'), state_id('SAU')) AND state_b IN (state_id('ISR'), state_id('SAU'))
SELECT count(DISTINCT pair) BETWEEN 4500 AND 5680 FROM mission WHERE source = source_id('wikipedia_foreign_relations')
SELECT whole('wikipedia_foreign_relations') = 'COD 397, COG 340, DDR 1, DEU 1160, DEU_1871 16, KOR 652, NAM 457, PRK 464, SRB 678, TUR 1037, XKX 161, YUG 407'
SELECT lost('wikipedia_foreign_relations') = 0
