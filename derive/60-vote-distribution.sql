-- Rule 24: what a share of agreement in the General Assembly is worth shows only beside the state's shares with all others
-- in that session: the lowest, the quartiles, the median and the highest over all states with thirty or more common votes.
CREATE TEMP TABLE vote_share AS
SELECT a.from_state, a.to_state, a.period_start, a.period_months, a.source, a.file, a.value
FROM all_observation a JOIN all_observation n ON n.source = a.source AND n.from_state = a.from_state AND n.to_state = a.to_state AND n.period_start = a.period_start
WHERE a.indicator = 'un_vote_agreement'::indicator_t AND n.indicator = 'un_votes_common'::indicator_t AND n.value >= 30 AND a.value IS NOT NULL AND a.variant IS NULL;

CREATE TEMP TABLE vote_distribution AS
SELECT of_state, period_start, period_months, source, min(file) AS file, count(*) AS states, quantile_cont(value, [0.0, 0.25, 0.5, 0.75, 1.0]) AS quantiles
FROM (SELECT from_state AS of_state, * FROM vote_share UNION ALL SELECT to_state, * FROM vote_share) GROUP BY ALL;

CREATE TEMP TABLE vote_quantile AS
SELECT d.*, q.name, quantiles[q.place] AS value, fact_key(concat_ws('|', 'vote distribution', source::VARCHAR, of_state, period_start, q.name)) AS key
FROM vote_distribution d CROSS JOIN (VALUES (1, 'lowest'), (2, 'lower quartile'), (3, 'median'), (4, 'upper quartile'), (5, 'highest')) q(place, name) WHERE states >= 4;

INSERT INTO all_observation BY NAME
SELECT 'un_vote_agreement_distribution' AS indicator, of_state AS from_state, period_start, period_months, false AS at_end, 'total' AS product, name AS variant, value,
       'value' AS absence, 'percent' AS unit, 'none' AS valuation, 'derived' AS origin, 0 AS flags, 'over ' || states || ' states with 30 or more common votes' AS note, key, source, file,
       0 AS record, 0 AS col
FROM vote_quantile;

-- Every pair of the state in that year is a part: 0 stands for them all.
INSERT INTO derivation SELECT key, 'distribution over all states with 30 or more common votes of the session', 0 FROM vote_quantile ORDER BY key;
