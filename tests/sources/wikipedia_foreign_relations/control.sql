SELECT records_read = 43870 AND rejected = 0 AND unwanted < 5000 FROM account WHERE source = 'wikipedia_foreign_relations'
-- 41,152 rows are dated; a page's second list repeats its first.
SELECT count(*) BETWEEN 35000 AND 36000 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'relations_established' AND date_edtf IS NOT NULL
SELECT count(*) >= 1 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'relations_established' AND date_edtf = '1883-06-11' AND state_a IN (state_id('IRN'), state_id('USA')) AND state_b IN (state_id('IRN'), state_id('USA'))
SELECT count(*) = 1 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'relations_severed' AND date_edtf = '1980-04-07' AND state_a = state_id('IRN') AND state_b = state_id('USA')
-- Both pages say 1992-02-11 of Germany and Kazakhstan.
SELECT count(*) = 2 AND bool_and(date_edtf = '1992-02-11') FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind LIKE 'relations%' AND state_a IN (state_id('DEU'), state_id('KAZ')) AND state_b IN (state_id('DEU'), state_id('KAZ'))
-- 53 pairs of members of the United Nations stand without a number; spellings of ours make it 55. Those who left Taipei at a day not given are told apart.
SELECT count(DISTINCT pair) BETWEEN 50 AND 56 FROM event WHERE state_id('TWN') NOT IN (state_a, state_b) AND source = source_id('wikipedia_foreign_relations') AND kind = 'relations_severed' AND status = 'vague'
-- The date of a prose cell is no establishment: Israel and Saudi Arabia have none.
SELECT count(*) = 0 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'relations_established' AND state_a IN (state_id('ISR'), state_id('SAU')) AND state_b IN (state_id('ISR'), state_id('SAU'))
SELECT count(DISTINCT pair) BETWEEN 4500 AND 5680 FROM mission WHERE source = source_id('wikipedia_foreign_relations')
SELECT whole('wikipedia_foreign_relations') = 'COD 396, COG 340, DDR 1, DEU 1171, DEU_1871 19, KOR 653, NAM 456, PRK 471, SRB 679, TUR 1049, XKX 162, YUG 409'
-- Shanghai, São Paulo and Rio de Janeiro are towns in a list of towns, though parts of states bear their names; İzmir begins with a letter; towns behind "honorary consulates (" have no embassies.
SELECT count(*) > 35 FROM mission WHERE source = source_id('wikipedia_foreign_relations') AND receiving = state_id('CHN') AND city = 'Shanghai'
SELECT count(*) > 30 FROM mission WHERE source = source_id('wikipedia_foreign_relations') AND receiving = state_id('BRA') AND city = 'São Paulo'
SELECT count(*) > 8 FROM mission WHERE source = source_id('wikipedia_foreign_relations') AND receiving = state_id('TUR') AND city = 'İzmir'
SELECT count(*) = 0 FROM mission WHERE source = source_id('wikipedia_foreign_relations') AND receiving = state_id('IRL') AND kind = 'embassy' AND resident AND city <> 'Dublin'
SELECT lost('wikipedia_foreign_relations') = 0
-- Who left Taipei: the end that a cell names, or that the state is numbered among Beijing's. Those who stayed have none.
SELECT count(*) = 1 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'relations_severed' AND date_edtf = '1997-12-31' AND state_a = state_id('ZAF') AND state_b = state_id('TWN')
SELECT bool_and(coalesce(x.n, 0) > 0) FROM (VALUES ('JPN'), ('AUS'), ('CAN'), ('DMA'), ('MEX'), ('MKD'), ('SLB'), ('ZAF'), ('KOR')) t(k) LEFT JOIN (SELECT a.key AS k, count(*) AS n FROM event e JOIN state a ON a.id IN (e.state_a, e.state_b) WHERE e.source = source_id('wikipedia_foreign_relations') AND e.kind = 'relations_severed' AND state_id('TWN') IN (e.state_a, e.state_b) GROUP BY 1) x ON x.k = t.k
SELECT count(*) = 0 FROM event e JOIN state a ON a.id IN (e.state_a, e.state_b) WHERE e.source = source_id('wikipedia_foreign_relations') AND e.kind = 'relations_severed' AND e.date_edtf IS NULL AND state_id('TWN') IN (e.state_a, e.state_b) AND a.key IN ('BLZ', 'SWZ', 'GTM', 'HTI', 'MHL', 'PLW', 'PRY', 'KNA', 'LCA', 'VCT', 'TUV', 'VAT')
-- A number on a page outvotes another section's day on it; what a page dates as recognition makes no relations.
SELECT count(*) = 0 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'relations_established' AND date_edtf = '1992-01-15' AND state_a IN (state_id('BGR'), state_id('MKD')) AND state_b IN (state_id('BGR'), state_id('MKD'))
SELECT count(*) BETWEEN 1500 AND 1800 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'relations_established' AND status = 'disputed'
-- Armenia and Azerbaijan: two pages that number whom they have relations with, and neither the other.
SELECT count(DISTINCT pair) BETWEEN 20 AND 45 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'no_relations' AND title LIKE '%neither page%'
SELECT count(*) = 2 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'no_relations' AND state_a IN (state_id('ARM'), state_id('AZE')) AND state_b IN (state_id('ARM'), state_id('AZE'))
SELECT count(*) = 1 FROM event WHERE source = source_id('wikipedia_foreign_relations') AND kind = 'relations_severed' AND date_edtf = '2021-12-09' AND state_a = state_id('NIC') AND state_b = state_id('TWN')
-- 13,560 posts, those whose city the page does not name among them.
SELECT count(*) BETWEEN 13550 AND 13570 FROM mission WHERE source = source_id('wikipedia_foreign_relations')

-- Towns beside each other without a comma are two.
SELECT count(DISTINCT city) = 6 FROM mission WHERE source = source_id('wikipedia_foreign_relations') AND sending = state_id('TUR') AND kind = 'consulate_general' AND city IN ('Hamburg', 'Hanover', 'Karlsruhe', 'Mainz', 'Kazan', 'Novorossiysk')
