-- Each share has its number of votes, and no seat was two states': China is the Republic of China's to session 25 and in no session from 27 on.
SELECT from_state, to_state, period_start FROM observation WHERE source = source_id('un_votes') AND indicator IN (indicator_id('un_vote_agreement'), indicator_id('un_votes_common')) GROUP BY ALL HAVING count(*) <> 2
SELECT period_start FROM observation WHERE source = source_id('un_votes') AND state_id('CHN') IN (from_state, to_state) AND period_start < '1971-01-01'
SELECT period_start FROM observation WHERE source = source_id('un_votes') AND state_id('TWN') IN (from_state, to_state) AND period_start > '1971-01-01'
-- Each is of a session, in words.
SELECT period_start, note FROM observation WHERE source = source_id('un_votes') AND indicator IN (indicator_id('un_vote_agreement'), indicator_id('un_votes_common')) AND note NOT LIKE 'session ' || (year(period_start) - 1945) || ' (%'
-- No rank on fewer than thirty votes of the distribution's states.
SELECT key FROM observation WHERE indicator = indicator_id('un_vote_agreement_distribution') AND regexp_extract(note, 'over (\d+) states', 1)::INTEGER < 4
