CREATE MACRO state_of(code, year) AS coalesce(state_by_code_in_year('iso3', code, year), CASE code WHEN 'XKV' THEN state_by_key('XKX') END);
CREATE MACRO is_group(code) AS length(code) <> 3 OR regexp_matches(code, '[0-9_]');
-- A row is a donor's net aid to a recipient in a year, current dollars times ten to UNIT_MULT. Donors and recipients are ISO's letters; Kosovo XKV;
-- multilateral donors, groups and regions have longer codes. DAC2A-2020~2026-10-05.csv holds what had changed by that day: of a figure the newest file
-- has the word, and ACTION D takes it away.
CREATE TEMP TABLE line AS
SELECT *, whole("TIME_PERIOD") AS year, number("OBS_VALUE") * power(10, coalesce(number("UNIT_MULT"), 0)) AS amount FROM read_delimited('aid');

CREATE VIEW observation AS
SELECT 'oda_net_disbursement' AS indicator, giver AS from_state, taker AS to_state, giver AS reporter, year_start(year) AS period_start,
       CASE WHEN amount <> 0 THEN round(amount, 2) END AS value, CASE WHEN blank("OBS_VALUE") IS NULL THEN 'not_reported' WHEN amount = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, _file, _record, 'OBS_VALUE' AS _col,
       CASE WHEN year IS NULL THEN 'not a year: ' || coalesce("TIME_PERIOD", '') WHEN "MEASURE" <> '206' OR "PRICE_BASE" <> 'V' OR "UNIT_MEASURE" <> 'USD' THEN 'not net aid at current dollars'
            WHEN blank("OBS_VALUE") IS NOT NULL AND amount IS NULL THEN 'not a number: ' || "OBS_VALUE"
            WHEN giver IS NULL AND NOT is_group("DONOR") THEN 'unknown code of a donor: ' || coalesce("DONOR", '')
            WHEN taker IS NULL AND NOT is_group("RECIPIENT") THEN 'unknown code of a recipient: ' || coalesce("RECIPIENT", '') END AS _reject,
       CASE WHEN nth > 1 THEN 'changed since' WHEN "ACTION" = 'D' THEN 'withdrawn by the publisher' WHEN giver IS NULL AND is_group("DONOR") THEN 'the donor is no state' WHEN taker IS NULL AND is_group("RECIPIENT") THEN 'not a state: aggregate' END AS _unwanted
FROM (SELECT *, state_of("DONOR", year) AS giver, state_of("RECIPIENT", year) AS taker,
             row_number() OVER (PARTITION BY "DONOR", "RECIPIENT", "MEASURE", "UNIT_MEASURE", "PRICE_BASE", "TIME_PERIOD" ORDER BY regexp_extract(_file::VARCHAR, '~(\d{4}-\d\d-\d\d)\.', 1) DESC, _record DESC) AS nth
      FROM line);
