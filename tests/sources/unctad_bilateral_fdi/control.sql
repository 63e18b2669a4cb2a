-- Kazakhstan's inflow from Germany 2012 is gross; Germany's outflow of the year is a gap, not a zero.
SELECT value = 682047000 AND variant = 'gross' AND reporter = 'KAZ' FROM figure WHERE source = 'unctad_bilateral_fdi' AND indicator = 'fdi_inflow' AND from_state = 'DEU' AND to_state = 'KAZ' AND period_start = '2012-01-01'
SELECT value IS NULL AND absence = 'zero_or_not_reported' AND variant = 'net' FROM figure WHERE source = 'unctad_bilateral_fdi' AND indicator = 'fdi_outflow' AND from_state = 'DEU' AND to_state = 'KAZ' AND period_start = '2012-01-01'
SELECT bool_and((reporter = 'KAZ') = (variant = 'gross')) FROM figure WHERE source = 'unctad_bilateral_fdi'
SELECT count(*) FILTER (value < 0) > 1000 AND count(*) FILTER (value = 0) = 0 FROM figure WHERE source = 'unctad_bilateral_fdi'
-- The rejects are Montenegro's few flows before its independence.
SELECT rejected = 27 AND records_read = 136944 FROM account WHERE source = 'unctad_bilateral_fdi'
SELECT whole('unctad_bilateral_fdi') = 'COD 504, COG 372, DEU 6806, KOR 4716, NAM 444, PRK 192, SRB 1190, TUR 3410, YUG 835'
-- What names one of them and is no fact: Montenegro as a partner of 2005, with a figure.
SELECT lost('unctad_bilateral_fdi') = 2
SELECT lost_because('unctad_bilateral_fdi') = '2 unknown state'
