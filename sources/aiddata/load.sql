-- A row is one project of China's. As the publisher asks, only those recommended for research and not umbrellas of others
-- are summed: loans, and credits for exports and suppliers, per recipient and year of commitment, in current dollars. A sum
-- of projects of which some have no amount is "at least". Grants, training and debt relief are not credits. The second book
-- is a later revision for one region: a series of its own.
CREATE TEMP TABLE project AS
SELECT _file, _record, 'Global 1.0 of 2017' AS variant, project_id, upper(blank(recommended_for_research)) AS recommended, upper(blank(umbrella)) AS umbrella, whole("year") AS year,
       recipient_condensed AS recipient_name, flow, blank(usd_current) AS amount, upper(blank(year_uncertain)) AS uncertain, whole(recipient_count) AS recipients, recipient_iso3 AS iso3
FROM read_xlsx('finance')
UNION ALL
SELECT _file, _record, 'South and Central Asia 1.0 of 2020', project_id, upper(blank(recommended_for_research)), upper(blank(umbrella_project)), whole("year"),
       recipient_condensed, flow, blank(usd_current), upper(blank(year_uncertain)), whole(recipient_count), recipient_iso3
FROM read_xlsx('sca_finance');

CREATE TEMP TABLE credit AS
SELECT *, coalesce(state_by_code('iso3', iso3, DATE '2017-12-31'), state_by_name(recipient_name, DATE '2017-12-31')) AS recipient,
       CASE WHEN flow LIKE 'Loan%' THEN 'loan' WHEN flow IN ('Export credits', 'Strategic/Supplier Credit') THEN 'export_credit' END AS indicator,
       CASE WHEN blank(project_id) IS NULL THEN 'a line without a project'
            WHEN recommended NOT IN ('1', 'TRUE') OR recommended IS NULL THEN 'not recommended for research by the publisher'
            WHEN umbrella IN ('1', 'TRUE') THEN 'an umbrella of projects that stand by themselves'
            WHEN flow NOT LIKE 'Loan%' AND flow NOT IN ('Export credits', 'Strategic/Supplier Credit') THEN 'a grant, training or debt relief, not a credit'
            WHEN recipients > 1 OR recipient_name LIKE '%, regional' THEN 'several recipients, whose parts are not known' END AS left_out
FROM project;

CREATE TEMP TABLE good AS
SELECT * FROM credit WHERE left_out IS NULL AND year IS NOT NULL AND recipient IS NOT NULL AND (amount IS NULL OR number(amount) > 0);

CREATE VIEW observation AS
SELECT indicator, state_by_key('CHN') AS from_state, recipient AS to_state, year_start(year) AS period_start, variant, round(sum(number(amount)), 2) AS value,
       CASE WHEN count(amount) = 0 THEN 'not_reported' ELSE 'value' END AS absence, 'money' AS unit, 'USD' AS currency, 'compiler' AS origin,
       CASE WHEN count(amount) BETWEEN 1 AND count(*) - 1 THEN hedge_flag('ge') ELSE 0 END AS flags,
       concat(count(*), CASE WHEN count(*) = 1 THEN ' project' ELSE ' projects' END, CASE WHEN count(amount) < count(*) THEN printf(', %d without an amount', count(*) - count(amount)) END,
              CASE WHEN count(*) FILTER (uncertain IN ('1', 'TRUE')) > 0 THEN printf(', the year of %d uncertain', count(*) FILTER (uncertain IN ('1', 'TRUE'))) END) AS note,
       any_value(_file) AS _file, min(_record) AS _record, 'usd_current' AS _col
FROM good GROUP BY indicator, recipient, year, variant;

CREATE VIEW also_used AS SELECT _file, _record FROM good;

CREATE VIEW observation_left_out AS
SELECT indicator, _file, _record, left_out AS _unwanted,
       CASE WHEN left_out IS NOT NULL THEN NULL WHEN year IS NULL THEN 'no year' WHEN number(amount) IS NULL AND amount IS NOT NULL THEN 'not a number: ' || amount
            WHEN number(amount) <= 0 THEN 'an amount at or below zero' ELSE 'unknown state: ' || coalesce(recipient_name, '(blank)') END AS _reject
FROM credit c WHERE NOT EXISTS (SELECT 1 FROM good g WHERE g._file = c._file AND g._record = c._record);

-- Country-years of public diplomacy: students in China and China's scholarships; visits, institutes and towns stand in lists of their own.
CREATE VIEW observation_people AS
SELECT indicator, state_by_name(receiving_country, DATE '2018-12-31') AS from_state, state_by_key('CHN') AS to_state, year_start(whole("year")) AS period_start,
       CASE WHEN number(text) > 0 THEN number(text) END AS value, CASE WHEN number(text) > 0 THEN 'value' WHEN blank(text) IS NULL THEN 'not_reported' ELSE 'zero_or_not_reported' END AS absence,
       'persons' AS unit, 'compiler' AS origin, _file, _record, col AS _col,
       CASE WHEN whole("year") IS NULL THEN 'no year' WHEN blank(text) IS NOT NULL AND number(text) IS NULL THEN 'not a number: ' || text
            ELSE unknown_state(state_by_name(receiving_country, DATE '2018-12-31'), receiving_country) END AS _reject
FROM (SELECT _file, _record, "year", receiving_country, 'students' AS indicator, international_students AS text, 'international_students' AS col FROM read_xlsx('sca_diplomacy')
      UNION ALL SELECT _file, _record, "year", receiving_country, 'scholarships', scholarships, 'scholarships' FROM read_xlsx('sca_diplomacy'));
