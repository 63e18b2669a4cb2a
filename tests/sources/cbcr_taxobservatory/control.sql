-- Fifteen companies report on Kazakhstan, none of them German.
SELECT count(DISTINCT name) = 15 AND count(*) FILTER (home_state = state_id('DEU')) = 0 FROM presence WHERE source = source_id('cbcr_taxobservatory') AND host_state = state_id('KAZ')
SELECT count(*) = 1 AND max(note) = '1413 employees in 2022' FROM presence WHERE source = source_id('cbcr_taxobservatory') AND host_state = state_id('KAZ') AND name = 'Eni'
-- Named companies only: this sample gives no count.
SELECT count(count) = 0 AND count(*) = count(name) FROM presence WHERE source = source_id('cbcr_taxobservatory')
SELECT count(DISTINCT host_state) = 7 FROM presence WHERE source = source_id('cbcr_taxobservatory') AND host_state IN (state_id('TUR'), state_id('NAM'), state_id('XKX'), state_id('COD'), state_id('COG'), state_id('KOR'), state_id('SRB'))
SELECT records_read = 8846 AND rejected = 0 FROM account WHERE source = 'cbcr_taxobservatory'
SELECT whole('cbcr_taxobservatory') = 'COD 6, COG 3, DEU 199, KOR 39, NAM 12, SRB 14, TUR 35, XKX 3'
SELECT lost('cbcr_taxobservatory') = 0
-- Names in capitals are written as elsewhere; initials stay.
SELECT list(DISTINCT name ORDER BY name) = ['Aker Solutions', 'BP', 'El Corte Inglés', 'TotalEnergies'] FROM presence WHERE source = source_id('cbcr_taxobservatory') AND name IN ('Aker Solutions', 'AKER SOLUTIONS', 'BP', 'Bp', 'El Corte Inglés', 'EL CORTE INGLÉS', 'TotalEnergies', 'TOTALENERGIES')
