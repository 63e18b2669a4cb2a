-- 20,320 pair rows and 1,649 withdrawals; signatures 1948 to 2023. Germany and Kazakhstan: the agreement of 2015, in force 2020.
SELECT records_read = 21969 AND rejected = 0 FROM account WHERE source = 'desta_02_02'
SELECT count(*) = 1 FROM agreement WHERE source = source_id('desta_02_02') AND title = 'EC Kazakhstan' AND signed_on = '2015' AND in_force = '2020' AND state_id('DEU') IN (state_a, state_b) AND state_id('KAZ') IN (state_a, state_b)
SELECT min(signed_on) = '1948' AND max(signed_on) = '2023' FROM agreement WHERE source = source_id('desta_02_02')
SELECT whole('desta_02_02') = 'COD 338, COG 222, DDR 1, DEU 607, KOR 144, NAM 259, PRK 47, SRB 50, TUR 116, XKX 42, YUG 85'
SELECT lost('desta_02_02') = 0
-- The Central American agreement of 2004 came into force in 2006.
SELECT count(*) >= 10 AND bool_and(in_force = '2006') FROM agreement WHERE source = source_id('desta_02_02') AND title = 'Central American Free Trade Agreement (CAFTA)'
-- Cooperation agreements of before the association agreements with the Mediterranean ended with these.
SELECT bool_and(status = 'terminated') AND max(terminated) FILTER (title = 'EC Israel' AND signed_on = '1970') = '1975' AND max(terminated) FILTER (title = 'EC Israel' AND signed_on = '1975') = '2000' FROM agreement WHERE source = source_id('desta_02_02') AND regexp_matches(title, '^(Algeria EC|EC (Egypt|Israel|Jordan|Lebanon|Morocco|Tunisia|Yugoslavia))( Agreement| Association Agreement)?(,.*)?$')
-- The first Arusha agreement lapsed unratified in 1969: nothing comes into force after its end.
SELECT count(*) = 0 FROM agreement WHERE source = source_id('desta_02_02') AND in_force > terminated
-- Neither the Democratic Republic of the Congo nor São Tomé was ever in the Monetary Community of Central Africa.
SELECT count(*) = 0 FROM agreement WHERE source = source_id('desta_02_02') AND title LIKE '%(CEMAC)%' AND (state_id('COD') IN (state_a, state_b) OR state_id('STP') IN (state_a, state_b))
