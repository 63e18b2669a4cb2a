-- Snapshots: a rule is known for the snapshot's day. The rule's words go into `note`; a number is days without a visa.
-- The snapshot of 2019 has codes in place of words. In 2020 to 2022 "covid ban" hides the rule.
CREATE TEMP TABLE rule AS
SELECT "Passport" AS passport, "Destination" AS destination, trim("Requirement") AS requirement, _file, _record, DATE '2025-01-12' AS day, 'Requirement' AS col FROM read_delimited('now')
UNION ALL
SELECT "Passport", "Destination", trim("Requirement"), _file, _record, TRY_CAST(regexp_extract(_file, '_(\d{4}-\d\d-\d\d)\.csv', 1) AS DATE), 'Requirement' FROM read_delimited('before')
UNION ALL
SELECT "Passport", "Destination", CASE "Code" WHEN '3' THEN 'visa free' WHEN '2' THEN 'visa on arrival' WHEN '1' THEN 'eta' WHEN '0' THEN 'visa required' WHEN '-1' THEN '-1' ELSE 'code ' || "Code" END,
       _file, _record, DATE '2019-11-23', 'Code' FROM read_delimited('first');

CREATE VIEW observation AS
SELECT 'visa_rule' AS indicator, holder AS from_state, host AS to_state, day AS period_start, 0 AS period_months,
       days AS value, CASE WHEN days IS NULL THEN 'not_applicable' ELSE 'value' END AS absence, CASE WHEN days IS NULL THEN 'text' ELSE 'days' END AS unit,
       CASE WHEN requirement = 'EVW' THEN 'electronic visa waiver' WHEN requirement = 'eta' THEN 'electronic travel authorisation' WHEN days IS NULL THEN requirement ELSE 'visa free' END AS note, 'compiler' AS origin, _file, _record, col AS _col,
       CASE WHEN requirement = '-1' OR requirement = 'covid ban' THEN NULL
            WHEN days IS NULL AND requirement NOT IN ('visa free', 'visa on arrival', 'eta', 'e-visa', 'visa required', 'no admission', 'Hayya Entry Permit', 'EVW') THEN 'not a rule: ' || requirement
            WHEN days <= 0 THEN 'not a number of days: ' || requirement
            ELSE coalesce(unknown_state(holder, passport), unknown_state(host, destination)) END AS _reject,
       CASE WHEN requirement = '-1' OR holder = host THEN 'a state''s own passport'
            WHEN requirement = 'covid ban' THEN 'a ban of the pandemic hides the rule' END AS _unwanted
FROM (SELECT *, number(requirement) AS days, state_by_code('iso3', passport, day) AS holder, state_by_code('iso3', destination, day) AS host FROM rule);
