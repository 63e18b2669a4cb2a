-- Each share has its number of votes, and no seat was two states': China is the Republic of China's to session 25 and in no session from 27 on.
SELECT from_state, to_state, period_start FROM observation WHERE source = source_id('un_votes') AND indicator IN (indicator_id('un_vote_agreement'), indicator_id('un_votes_common')) GROUP BY ALL HAVING count(*) <> 2
SELECT period_start FROM observation WHERE source = source_id('un_votes') AND state_id('CHN') IN (from_state, to_state) AND period_start < '1971-01-01'
SELECT period_start FROM observation WHERE source = source_id('un_votes') AND state_id('TWN') IN (from_state, to_state) AND period_start > '1971-01-01'
-- Each is of a session, in words.
SELECT period_start, note FROM observation WHERE source = source_id('un_votes') AND indicator IN (indicator_id('un_vote_agreement'), indicator_id('un_votes_common')) AND note NOT LIKE 'session ' || (year(period_start) - 1945) || ' (%'
-- No rank on fewer than thirty votes of the distribution's states.
SELECT key FROM observation WHERE indicator = indicator_id('un_vote_agreement_distribution') AND regexp_extract(note, 'over (\d+) states', 1)::INTEGER < 4
-- Nobody votes in a session that began when the state was no more: what the list calls the Yemen Arab Republic in the autumn of 1990 is Yemen.
WITH life AS (SELECT state, max(coalesce(day_to, DATE '9999-12-31')) AS until FROM state_span GROUP BY state) SELECT s.key, max(o.period_start) AS session FROM (SELECT *, unnest([from_state, to_state]) AS who FROM observation WHERE source = source_id('un_votes') AND indicator = indicator_id('un_votes_common')) o JOIN life ON life.state = o.who JOIN state s ON s.id = o.who WHERE year(o.period_start) > year(life.until) OR (year(o.period_start) = year(life.until) AND life.until < make_date(year(life.until), 9, 1)) GROUP BY s.key
