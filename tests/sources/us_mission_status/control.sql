-- 656 spells, 183 of them without a mission.
SELECT records_read = 656 + 670 + 725 + 17302 AND rejected = 0 AND facts = 473 FROM account WHERE source = 'us_mission_status'
-- No embassy in Iran since 1980.
SELECT count(*) = 0 FROM mission WHERE source = source_id('us_mission_status') AND receiving = state_id('IRN') AND kind = 'embassy' AND closed IS NULL
SELECT count(*) = 1 FROM mission WHERE source = source_id('us_mission_status') AND receiving = state_id('KAZ') AND kind = 'embassy' AND resident AND closed IS NULL
SELECT whole('us_mission_status') = 'COD 1, COG 2, DDR 1, DEU 2, DEU_1871 3, KOR 1, NAM 1, SRB 1, TUR 3, XKX 1, YUG 4'
SELECT lost('us_mission_status') = 0
