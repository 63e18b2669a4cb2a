-- Contradictions that one pair's facts do not show by themselves: revisions of one publisher and the days on which a state
-- begins and ends. What one pair's facts show is dossier/disagreements.hpp; both go into the table `disagreement`.

-- Two editions of one publisher's figure (rule 21: revisions are never mixed): the newest period in which they differ by a
-- tenth or more, where the figure is of any size.
-- As dossiers print numbers: narrow no-break spaces between groups, none within four digits.
CREATE TEMP MACRO grouped(value) AS CASE WHEN abs(round(value)) < 10000 THEN CAST(round(value)::BIGINT AS VARCHAR) ELSE replace(format('{:,}', round(value)::BIGINT), ',', chr(8239)) END;
CREATE TEMP TABLE revision AS
SELECT o.* FROM all_observation o
WHERE o.to_state IS NOT NULL AND o.absence = 'value' AND o.product = 'total' AND o.value > 0 AND regexp_matches(coalesce(o.variant, ''), '^(rev|book of )[0-9]{4}$');

INSERT INTO all_disagreement
SELECT least(r.from_state, r.to_state)::UINTEGER * 65536 + greatest(r.from_state, r.to_state)::UINTEGER AS pair, 5 AS consequence, 'revision' AS kind,
       i.title || ', ' || x.name || ' to ' || y.name || ', ' || year(r.period_start) || ': which edition?' AS title,
       d.publisher || ', ' || r.before_variant || ': ' || grouped(r.before) || '; ' || r.after_variant || ': ' || grouped(r.after) AS said,
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
SELECT e.state_a AS state, CASE WHEN e.kind IN ('independence', 'state_begins', 'system_entry') THEN 'state_begins' ELSE 'state_ends' END AS kind, e.date_edtf, edtf_from(e.date_edtf) AS day_from,
       edtf_to(e.date_edtf) AS day_to, e.key, d.publisher, d.independence
FROM all_event e JOIN declared d ON d.key = e.source::VARCHAR AND d.role <> 'fixture'
WHERE e.state_b IS NULL AND e.kind IN ('independence', 'independence_lost', 'state_begins', 'state_ends', 'system_entry', 'system_exit') AND edtf_from(e.date_edtf) IS NOT NULL;

-- A span in a list of states says both; its open ends are the edges of the list, and the first day of 1816 is where lists begin.
INSERT INTO span_end
SELECT e.state, e.side, e.date, edtf_from(e.date), edtf_to(e.date), e.key, d.publisher, d.independence
FROM (SELECT state_a AS state, key, source, unnest(['state_begins', 'state_ends']) AS side, unnest(string_split(date_edtf, '/')) AS date FROM all_event WHERE kind = 'state_span' AND state_b IS NULL AND date_edtf LIKE '%/%') e
JOIN declared d ON d.key = e.source::VARCHAR
WHERE e.date <> '..' AND e.date NOT LIKE '1816-01-01%' AND edtf_from(e.date) IS NOT NULL;

INSERT INTO all_disagreement
SELECT p.state::UINTEGER, 5, 'state_span', s.name || CASE p.kind WHEN 'state_begins' THEN ': a state from ' ELSE ': a state until ' END || one_date || ' or ' || other_date || '?',
       one_publisher || ': ' || one_date || '; ' || other_publisher || ': ' || other_date,
       'Lists of states count by different marks: independence declared, recognised, admitted to the United Nations, or control of the territory.', days, 'days', key_a, key_b
FROM (
  SELECT a.state, a.kind, a.date_edtf AS one_date, b.date_edtf AS other_date, a.publisher AS one_publisher, b.publisher AS other_publisher, a.key AS key_a, b.key AS key_b,
         CASE WHEN b.day_from > a.day_to OR a.day_from > b.day_to THEN abs(datediff('day', a.day_from, b.day_from)) ELSE 0 END AS days
  FROM span_end a JOIN span_end b ON b.state = a.state AND b.kind = a.kind AND b.independence <> a.independence AND b.key > a.key
  -- A state that began twice is no contradiction: only the nearest dates of two lists are held against each other.
  QUALIFY row_number() OVER (PARTITION BY a.state, a.kind, least(a.publisher, b.publisher), greatest(a.publisher, b.publisher)
                             ORDER BY CASE WHEN b.day_from > a.day_to OR a.day_from > b.day_to THEN abs(datediff('day', a.day_from, b.day_from)) ELSE 0 END, a.key, b.key) = 1) p JOIN state s ON s.id = p.state
WHERE days BETWEEN 1 AND 3659;
