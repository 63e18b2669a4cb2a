-- 3,925 treaties. Germany and Kazakhstan: signed 1992-09-22, in force 1995-05-10.
SELECT records_read = 3925 AND rejected = 0 FROM account WHERE source = 'unctad_iia'
SELECT count(*) = 1 FROM agreement WHERE source = source_id('unctad_iia') AND kind = 'bilateral_investment_treaty' AND signed_on = '1992-09-22' AND in_force = '1995-05-10' AND state_id('DEU') IN (state_a, state_b) AND state_id('KAZ') IN (state_a, state_b)
-- No bilateral investment treaty is in force between Germany and India (terminated 2017-06-03) or Germany and Brazil.
SELECT count(*) FILTER (status = 'in_force') = 0 AND max(terminated) = '2017-06-03' FROM agreement WHERE source = source_id('unctad_iia') AND kind = 'bilateral_investment_treaty' AND state_id('DEU') IN (state_a, state_b) AND state_id('IND') IN (state_a, state_b)
SELECT count(*) FILTER (status = 'in_force') = 0 FROM agreement WHERE source = source_id('unctad_iia') AND kind = 'bilateral_investment_treaty' AND state_id('DEU') IN (state_a, state_b) AND state_id('BRA') IN (state_a, state_b)
-- North Korea's treaties are North Korea's.
SELECT count(*) = 24 FROM agreement WHERE source = source_id('unctad_iia') AND state_id('PRK') IN (state_a, state_b)
SELECT count(*) = 0 FROM agreement g JOIN state s ON s.id IN (g.state_a, g.state_b) WHERE g.source = source_id('unctad_iia') AND s.kind = 'historical'
SELECT whole('unctad_iia') = 'COD 21, COG 18, DEU 155, KOR 169, NAM 15, PRK 24, SRB 19, TUR 162, YUG 47'
SELECT lost('unctad_iia') = 0
-- A group's treaty with one other is none between the members: 15 states of the Caribbean with the United Kingdom are 15 pairs, not 120.
SELECT count(*) = 15 AND bool_and(state_id('GBR') IN (state_a, state_b)) FROM agreement WHERE source = source_id('unctad_iia') AND title LIKE 'CARIFORUM States - United Kingdom%'
SELECT count(*) = 0 FROM agreement WHERE source = source_id('unctad_iia') AND (title LIKE 'EU - SADC%' OR title LIKE 'Colombia - Ecuador - EU%' OR title LIKE '%Southern Africa States - EU%')
