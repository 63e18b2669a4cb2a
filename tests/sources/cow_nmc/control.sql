-- 17,121 state-years; the United States in 1816; the shares of 1900 add up to 1.02 in this copy, not to 1.
SELECT sum(records_read) = 17121 AND sum(rejected) = 0 FROM account WHERE source = 'cow_nmc'
SELECT value = 17 FROM series WHERE indicator = indicator_id('milper') AND source = source_id('cow_nmc') AND from_code = 2 AND DATE '1816-07-01' BETWEEN day_from AND day_to
SELECT abs(sum(value) - 1.0226255133) < 1e-9 AND count(*) = 42 FROM series WHERE indicator = indicator_id('cinc') AND source = source_id('cow_nmc') AND DATE '1900-07-01' BETWEEN day_from AND day_to
SELECT whole('cow_nmc') = 'COD 352, COG 329, DDR 244, DEU 464, DEU_1871 495, KOR 487, NAM 160, PRK 439, SRB 100, TUR 1180, XKX 55, YUG 572'
SELECT lost('cow_nmc') = 0
