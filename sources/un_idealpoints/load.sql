-- A row is one state in one session, which begins in the year 1945 + its number. Codes are COW's of that year; the seat of
-- China is 713 to session 26 and 710 from there on.
CREATE VIEW observation AS
SELECT 'ideal_point' AS indicator, state AS from_state, make_date(1945 + session, 1, 1) AS period_start, 12 AS period_months, FALSE AS at_end, variant, number(position) AS value, 'value' AS absence,
       'score' AS unit, 'none' AS valuation, 'modelled' AS origin, votes || ' votes' AS note, _file, _record, col AS _col,
       CASE WHEN session IS NULL OR session NOT BETWEEN 1 AND 100 THEN 'not a session' WHEN state IS NULL THEN 'no state has the COW code ' || coalesce(ccode, '') || ' in ' || 1945 + session
            WHEN number(position) IS NULL THEN 'not a number: ' || coalesce(position, '') END AS _reject
FROM (SELECT *, coalesce(state_by_code_in_year('cow', trim(ccode), 1945 + session), state_by_code('cow', trim(ccode), make_date(1945 + session, 12, 31)), CASE WHEN trim(ccode) = '713' THEN state_by_key('TWN') END) AS state FROM (
  SELECT _file, _record, ccode, whole(session) AS session, NVotes AS votes, IdealPoint AS position, 'all votes' AS variant, 'IdealPoint' AS col FROM read_delimited('all')
  UNION ALL SELECT _file, _record, ccode, whole(session), NVotesNoNukes, IdealPointNoNukes, 'without nuclear votes', 'IdealPointNoNukes' FROM read_delimited('no_nukes')));
