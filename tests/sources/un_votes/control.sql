-- 2,387 common votes of Germany and Kazakhstan in 1992-2020, 64.6 % alike. By session, not by year: 75 % in session 47 (1992), 52 % in session 70 (2015).
SELECT abs(sum(s.value * n.value / 100) / sum(n.value) - 0.646) < 0.0005 FROM figure s JOIN figure n ON n.source = s.source AND n.from_state = s.from_state AND n.to_state = s.to_state AND n.period_start = s.period_start WHERE s.source = 'un_votes' AND s.indicator = 'un_vote_agreement' AND n.indicator = 'un_votes_common' AND s.from_state IN ('DEU', 'KAZ') AND s.to_state IN ('DEU', 'KAZ')
SELECT value = 75 FROM figure WHERE source = 'un_votes' AND indicator = 'un_vote_agreement' AND from_state IN ('DEU', 'KAZ') AND to_state IN ('DEU', 'KAZ') AND period_start = '1992-01-01'
SELECT sum(value) = 2387 FROM figure WHERE source = 'un_votes' AND indicator = 'un_votes_common' AND from_state IN ('DEU', 'KAZ') AND to_state IN ('DEU', 'KAZ')
SELECT abs(value - 52.1) < 0.1 FROM figure WHERE source = 'un_votes' AND indicator = 'un_vote_agreement' AND from_state IN ('DEU', 'KAZ') AND to_state IN ('DEU', 'KAZ') AND period_start = '2015-01-01'
-- The Federal Republic and the GDR voted apart, while both were members: 1990 has no common roll call.
SELECT min(year(period_start)) = 1973 AND max(year(period_start)) = 1989 FROM figure WHERE source = 'un_votes' AND indicator = 'un_votes_common' AND from_state IN ('DEU', 'DDR') AND to_state IN ('DEU', 'DDR')
-- Nobody votes as Russia before the Soviet Union ended.
SELECT count(*) = 0 FROM figure WHERE source = 'un_votes' AND period_start < '1991-01-01' AND (from_state = 'RUS' OR to_state = 'RUS')
SELECT sum(regexp_extract(note, ', (\d+) opposed', 1)::INTEGER) = 294 FROM figure WHERE source = 'un_votes' AND indicator = 'un_vote_agreement' AND from_state IN ('DEU', 'KAZ') AND to_state IN ('DEU', 'KAZ')
SELECT whole('un_votes') = 'COD 19366, COG 19477, DDR 5189, DEU 16379, KOR 10879, NAM 11190, PRK 10863, SRB 5748, TUR 21366, YUG 13403'
SELECT lost('un_votes') = 0
