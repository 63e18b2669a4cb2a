-- Contradictions that one pair's facts do not show by themselves: revisions of one publisher and the days on which a state
-- begins and ends. What one pair's facts show is dossier/disagreements.hpp; both go into the table `disagreement`.

-- Two editions of one publisher's figure (rule 21: revisions are never mixed): the newest period in which they differ by a
-- tenth or more, where the figure is of any size.
CREATE TEMP TABLE revision AS
SELECT o.* FROM all_observation o
WHERE o.to_state IS NOT NULL AND o.absence = 'value' AND o.product = 'total' AND o.value > 0 AND regexp_matches(coalesce(o.variant, ''), '^(rev|book of )[0-9]{4}$');

INSERT INTO all_disagreement
SELECT least(r.from_state, r.to_state)::UINTEGER * 65536 + greatest(r.from_state, r.to_state)::UINTEGER AS pair, 5 AS consequence, 'revision' AS kind,
       i.title || ', ' || x.name || ' to ' || y.name || ', ' || year(r.period_start) || ': which edition?' AS title,
       d.publisher || ', ' || r.before_variant || ': ' || format('{:,}', round(r.before)::BIGINT) || '; ' || r.after_variant || ': ' || format('{:,}', round(r.after)::BIGINT) AS said,
       'The publisher revised its figures: the later edition replaces the earlier one, and the two do not make a series.' AS reading,
       r.factor AS size, 'factor' AS unit, r.key_a, r.key_b
FROM (
  SELECT a.indicator, a.source, a.from_state, a.to_state, a.period_start, a.variant AS before_variant, b.variant AS after_variant, a.value AS before, b.value AS after, a.key AS key_a,
         b.key AS key_b, greatest(a.value / b.value, b.value / a.value) AS factor
  FROM revision a JOIN revision b ON b.source = a.source AND b.indicator = a.indicator AND b.from_state = a.from_state AND b.to_state = a.to_state
    AND b.reporter IS NOT DISTINCT FROM a.reporter AND b.period_start = a.period_start AND b.period_months = a.period_months AND b.currency IS NOT DISTINCT FROM a.currency
    AND b.variant > a.variant
  WHERE greatest(a.value / b.value, b.value / a.value) >= 1.1 AND greatest(a.value, b.value) >= CASE WHEN a.unit = 'money' THEN 1e6 ELSE 1000 END
  QUALIFY row_number() OVER (PARTITION BY a.indicator, a.source, a.from_state, a.to_state ORDER BY a.period_start DESC, b.variant DESC, a.variant DESC) = 1) r
JOIN own_indicators i ON i.key = r.indicator::VARCHAR JOIN state x ON x.id = r.from_state JOIN state y ON y.id = r.to_state JOIN declared d ON d.key = r.source::VARCHAR;

-- Days on which sources of different classes let a state begin or end.
CREATE TEMP TABLE span_end AS
SELECT e.state_a AS state, e.kind, e.date_edtf, edtf_from(e.date_edtf) AS day_from, edtf_to(e.date_edtf) AS day_to, e.key, d.publisher, d.independence
FROM all_event e JOIN declared d ON d.key = e.source::VARCHAR AND d.role <> 'fixture'
WHERE e.state_b IS NULL AND e.kind IN ('independence', 'independence_lost', 'state_begins', 'state_ends', 'system_entry', 'system_exit') AND edtf_from(e.date_edtf) IS NOT NULL;

INSERT INTO all_disagreement
SELECT p.state::UINTEGER, 5, 'state_span', s.name || ': ' || replace(p.kind, '_', ' ') || ' on ' || one_date || ' or ' || other_date || '?',
       one_publisher || ': ' || one_date || '; ' || other_publisher || ': ' || other_date,
       'Lists of states count by different marks: independence declared, recognised, admitted to the United Nations, or control of the territory.', days, 'days', key_a, key_b
FROM (
  SELECT a.state, a.kind, a.date_edtf AS one_date, b.date_edtf AS other_date, a.publisher AS one_publisher, b.publisher AS other_publisher, a.key AS key_a, b.key AS key_b,
         abs(datediff('day', a.day_from, b.day_from)) AS days
  FROM span_end a JOIN span_end b ON b.state = a.state AND b.kind = a.kind AND b.independence <> a.independence AND b.key > a.key
    AND (b.day_from > a.day_to OR a.day_from > b.day_to)
  -- A state that began twice is no contradiction: only the nearest dates of two lists are held against each other.
  QUALIFY row_number() OVER (PARTITION BY a.state, a.kind, a.publisher, b.publisher ORDER BY abs(datediff('day', a.day_from, b.day_from))) = 1) p JOIN state s ON s.id = p.state
WHERE days < 3660;
