-- 658 locales in the archive, five more beside it; nothing contradicts the register.
SELECT rejected = 0 FROM account WHERE source = 'cldr'
SELECT count(*) = 658 FROM source_file WHERE source = source_id('cldr') AND path LIKE 'territories-all-locales%'
-- German speakers in Kazakhstan 6.4 %, Russian speakers in Germany 6 %.
SELECT value = 6.4 FROM figure WHERE source = 'cldr' AND indicator = 'language_share' AND from_state = 'KAZ' AND product = 'de'
SELECT round(value) = 6 FROM figure WHERE source = 'cldr' AND indicator = 'language_share' AND from_state = 'DEU' AND product = 'ru'
-- KZT from 1993-11-05; DEM 1948-06-20 to 2002-02-28, EUR from 1999-01-01.
SELECT count(*) = 1 FROM event WHERE source = source_id('cldr') AND kind = 'currency' AND state_a = state_id('KAZ') AND title = 'KZT' AND date_edtf = '1993-11-05/..'
SELECT list_sort(list(title || ' ' || date_edtf)) = ['DEM 1948-06-20/2002-02-28', 'EUR 1999-01-01/..'] FROM event WHERE source = source_id('cldr') AND kind = 'currency' AND state_a = state_id('DEU')
SELECT count(*) >= 1 FROM state_name WHERE state = state_id('KAZ') AND language = 'de' AND name = 'Kasachstan'
SELECT whole('cldr') = 'COD 11, COG 3, DDR 1, DEU 27, KOR 4, NAM 10, PRK 2, SRB 11, TUR 28, XKX 7, YUG 5'
SELECT lost('cldr') = 0
