-- Visits and posts, counted, where one list covers all that a state makes or keeps: there a state without any is a true zero. Other lists
-- leave out whom they do not know (rules 3, 4, 11), so that nothing is counted from them. Trips are counted once (rule 4): a
-- Secretary of State who travels with the President makes none of his own. Only states that stood through the whole span have a count.
CREATE TEMP TABLE counted_list AS
SELECT v.*, s.id AS sender, l.file FROM (VALUES
  ('leader_visits', 'us_leader_travel', 'USA', DATE '2000-01-01', DATE '2019-12-31', 240,
   'bilateral visits of Presidents and Secretaries of State; meetings of many states, ceremonies, stopovers, visits to troops and travel with the President are not counted'),
  ('leader_visits', 'ceias_chinese_leader_travel', 'CHN', DATE '2000-01-01', DATE '2019-12-31', 240, 'visits of presidents, premiers and leaders of the party, of every occasion'),
  ('career_posts', 'aa_missions_2016', 'DEU', DATE '2016-02-01', DATE '2016-02-01', 0, 'embassies, consulates general and career consulates'))
  v(indicator, source, sender_key, from_day, to_day, months, what)
JOIN state s ON s.key = v.sender_key
JOIN (SELECT source::VARCHAR AS source, min(file) AS file FROM all_event WHERE kind = 'visit' GROUP BY ALL UNION ALL SELECT source::VARCHAR, min(file) FROM all_mission GROUP BY ALL) l ON l.source = v.source;

CREATE TEMP TABLE counted_part AS
SELECT l.indicator, l.source, CASE WHEN e.state_a = l.sender THEN e.state_b ELSE e.state_a END AS host, e.key, e.file, e.record
FROM counted_list l JOIN all_event e ON e.source::VARCHAR = l.source AND e.actor_state = l.sender
WHERE l.indicator = 'leader_visits' AND e.kind = 'visit' AND e.state_b IS NOT NULL AND edtf_from(e.date_edtf) BETWEEN l.from_day AND l.to_day AND (l.source <> 'us_leader_travel' OR e.occasion = 'bilateral')
UNION ALL
SELECT l.indicator, l.source, m.receiving, m.key, m.file, m.record
FROM counted_list l JOIN all_mission m ON m.source::VARCHAR = l.source AND m.sending = l.sender
WHERE l.indicator = 'career_posts' AND m.resident AND m.kind IN ('embassy', 'consulate_general', 'consulate');

CREATE TEMP TABLE counted AS
SELECT l.*, s.id AS host, p.parts, coalesce(p.first_file, l.file) AS of_file, coalesce(p.first_record, 0) AS of_record, coalesce(len(p.parts), 0) AS n,
       fact_key(concat_ws('|', l.indicator, l.source, l.sender, s.id, l.from_day)) AS key
FROM counted_list l JOIN state s ON s.kind = 'state' AND s.id <> l.sender
LEFT JOIN (SELECT indicator, source, host, list_sort(list(DISTINCT key)) AS parts, arg_min(file, (file, record)) AS first_file, arg_min(record, (file, record)) AS first_record FROM counted_part GROUP BY ALL) p
  ON p.indicator = l.indicator AND p.source = l.source AND p.host = s.id
WHERE EXISTS (SELECT 1 FROM state_span d WHERE d.state = s.id AND coalesce(d.day_from, DATE '0001-01-01') <= l.from_day AND coalesce(d.day_to, DATE '9999-12-31') >= l.to_day);

INSERT INTO all_observation BY NAME
SELECT indicator, sender AS from_state, host AS to_state, from_day AS period_start, months AS period_months, false AS at_end, 'total' AS product, n AS value,
       CASE WHEN n = 0 THEN 'true_zero' ELSE 'value' END AS absence, 'count' AS unit, 'none' AS valuation, 'derived' AS origin, 0 AS flags, what AS note, key, source, of_file AS file,
       of_record AS record, 0 AS col
FROM counted;

INSERT INTO derivation
SELECT key, 'counted', part FROM (SELECT key, unnest(parts) AS part FROM counted) ORDER BY ALL;
