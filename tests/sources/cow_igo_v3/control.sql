SELECT sum(records_read) = 15557 AND sum(rejected) = 0 FROM account WHERE source = 'cow_igo_v3'
-- Germany and Kazakhstan in 2014: 34 organisations in which both are full members.
SELECT count(*) = 34 FROM series a JOIN series b ON a.item = b.item AND a.value = 1 AND b.value = 1 AND a.from_code = 255 AND b.from_code = 705 AND DATE '2014-07-01' BETWEEN a.day_from AND a.day_to AND DATE '2014-07-01' BETWEEN b.day_from AND b.day_to WHERE a.indicator = indicator_id('igo_membership') AND b.indicator = indicator_id('igo_membership') AND a.source = source_id('cow_igo_v3') AND b.source = source_id('cow_igo_v3')
SELECT whole('cow_igo_v3') = 'COD 104, COG 110, DDR 38, DEU 153, DEU_1871 56, KOR 99, NAM 71, PRK 38, SRB 14, TUR 132, XKX 7, YUG 150'
SELECT lost('cow_igo_v3') = 0
