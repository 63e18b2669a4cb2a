-- A record is an estimate of what a country's residents send to another in a year, in million dollars (UNIT_MULT 6 where it is said). The receiver
-- is a breakdown: WB_KNOMAD_ and the World Bank's letters.
CREATE TEMP TABLE line AS
SELECT *, whole(left("year", 4)) AS y, regexp_extract(coalesce(partner, ''), '^WB_KNOMAD_([A-Z]{3})$', 1) AS receiver FROM read_json_records('answer');

CREATE VIEW observation AS
SELECT 'remittances' AS indicator, one AS from_state, two AS to_state, year_start(y) AS period_start,
       CASE WHEN number(amount) > 0 THEN round(number(amount) * 1e6, 2) END AS value, CASE WHEN number(amount) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, 'modelled' AS origin, _file, _record, 'amount' AS _col,
       CASE WHEN y IS NULL THEN 'not a year: ' || coalesce("year", '') WHEN coalesce(mult, '6') <> '6' THEN 'not in millions: UNIT_MULT ' || mult
            WHEN coalesce(number(amount), -1) < 0 THEN 'not a number: ' || coalesce(amount, '') WHEN receiver = '' THEN 'unknown breakdown: ' || coalesce(partner, '')
            WHEN one IS NULL AND sender <> 'WLD' THEN 'unknown code of a sender: ' || coalesce(sender, '') WHEN two IS NULL AND receiver <> 'WLD' THEN 'unknown code of a receiver: ' || receiver END AS _reject,
       CASE WHEN sender = 'WLD' OR receiver = 'WLD' THEN 'not a state: aggregate' WHEN one = two THEN 'within one state' END AS _unwanted
FROM (SELECT *, coalesce(state_by_code_in_year('wb', sender, y), state_by_code_in_year('iso3', sender, y)) AS one,
             coalesce(state_by_code_in_year('wb', receiver, y), state_by_code_in_year('iso3', receiver, y)) AS two FROM line);
