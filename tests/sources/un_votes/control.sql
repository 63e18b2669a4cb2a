-- 2,387 common votes of Germany and Kazakhstan in 1992-2020, 64.6 % alike; the lone vote of 2020 is left out.
SELECT sum(value) BETWEEN 2380 AND 2387 FROM figure WHERE source = 'un_votes' AND indicator = 'un_votes_common' AND from_state IN ('DEU', 'KAZ') AND to_state IN ('DEU', 'KAZ')
SELECT abs(value - 49) < 1 FROM figure WHERE source = 'un_votes' AND indicator = 'un_vote_agreement' AND from_state IN ('DEU', 'KAZ') AND to_state IN ('DEU', 'KAZ') AND period_start = '2015-01-01'
-- The Federal Republic and the GDR voted apart, while both were members: 1990 has no common roll call.
SELECT min(year(period_start)) = 1973 AND max(year(period_start)) = 1989 FROM figure WHERE source = 'un_votes' AND indicator = 'un_votes_common' AND from_state IN ('DEU', 'DDR') AND to_state IN ('DEU', 'DDR')
-- Nobody votes as Russia before the Soviet Union ended.
SELECT count(*) = 0 FROM figure WHERE source = 'un_votes' AND period_start < '1991-01-01' AND (from_state = 'RUS' OR to_state = 'RUS')
SELECT whole('un_votes') = 'COD 19139, COG 19250, DDR 5189, DEU 16367, KOR 10867, NAM 11178, PRK 10863, SRB 5436, TUR 21124, YUG 13543'
SELECT lost('un_votes') = 0
