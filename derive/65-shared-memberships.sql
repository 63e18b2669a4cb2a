-- Rule 26: organisations to which both belong, from the dated table with exits only (an older list knows no exits). Each
-- organisation is asked on the day to which its own list reaches; those whose list ends two years before the newest are left out.
-- Treaties and initiatives are no organisations; observers, candidates and suspended members do not count.
CREATE TEMP TABLE listed_organization AS
SELECT key, edtf_to(coverage_to) AS day FROM own_organizations
WHERE kind NOT IN ('treaty', 'initiative') AND dissolved IS NULL AND edtf_to(coverage_to) > (SELECT max(edtf_to(coverage_to)) FROM own_organizations) - INTERVAL 2 YEAR;

CREATE TEMP TABLE standing_row AS
SELECT m.state, m.organization, m.kind, m.key, m.file, m.record, m.source
FROM all_membership m JOIN listed_organization o ON o.key = m.organization
WHERE (m.date_from IS NULL OR edtf_from(m.date_from) <= o.day) AND (m.date_to IS NULL OR edtf_to(m.date_to) >= o.day);

CREATE TEMP TABLE standing_member AS
SELECT * FROM standing_row WHERE kind IN ('member', 'founding_member', 'participant')
  AND (state, organization) NOT IN (SELECT (state, organization) FROM standing_row WHERE kind IN ('suspended', 'takes_no_part'))
QUALIFY row_number() OVER (PARTITION BY state, organization ORDER BY key) = 1;

CREATE TEMP TABLE shared_member AS
SELECT a.state AS one, b.state AS two, a.organization, a.key AS key_one, b.key AS key_two, a.source, a.file, a.record,
       fact_key(concat_ws('|', 'shared memberships', a.state, b.state)) AS count_key
FROM standing_member a JOIN standing_member b ON b.organization = a.organization AND b.state > a.state;

INSERT INTO all_observation BY NAME
SELECT 'shared_memberships' AS indicator, one AS from_state, two AS to_state, (SELECT min(day) FROM listed_organization) AS period_start, 0 AS period_months,
       true AS at_end, 'total' AS product, count(*) AS value, 'value' AS absence, 'count' AS unit, 'none' AS valuation, 'derived' AS origin, 0 AS flags,
       'of ' || (SELECT count(*) FROM listed_organization) || ' organisations looked at' AS note, any_value(count_key) AS key,
       arg_min(source, organization) AS source, arg_min(file, organization) AS file, arg_min(record, organization) AS record, 0 AS col
FROM shared_member GROUP BY one, two;

INSERT INTO derivation
SELECT count_key, 'organisations to which both belong', part FROM (SELECT count_key, unnest([key_one, key_two]) AS part FROM shared_member) ORDER BY ALL;
