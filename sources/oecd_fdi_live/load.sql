-- A row is a reporter's net position with a counterpart at the end of a year, dollars times ten to UNIT_MULT. DO is outward, DI inward; IMC the
-- immediate counterpart, ULT the ultimate investor: two figures, never one series. Status C is confidential. Groups of counterparts have longer codes.
-- POS_CTRY-DEU-2015~2026-10-05.csv holds what had changed by that day: of a figure the newest file has the word, and ACTION D takes it away.
CREATE TEMP TABLE line AS
SELECT *, whole("TIME_PERIOD") AS year, number("OBS_VALUE") * power(10, coalesce(number("UNIT_MULT"), 0)) AS amount, "MEASURE_PRINCIPLE" = 'DO' AS is_outward, coalesce("OBS_STATUS", '') AS status,
       state_by_code_in_year('iso3', "REF_AREA", whole("TIME_PERIOD")) AS reporter, state_by_code_in_year('iso3', "COUNTERPART_AREA", whole("TIME_PERIOD")) AS partner,
       length("COUNTERPART_AREA") <> 3 OR regexp_matches("COUNTERPART_AREA", '[0-9_]') OR "COUNTERPART_AREA" LIKE 'W%' AS is_group
FROM read_delimited('positions');

CREATE TEMP TABLE told AS
SELECT *, row_number() OVER (PARTITION BY "REF_AREA", "COUNTERPART_AREA", "MEASURE_PRINCIPLE", "LEVEL_COUNTERPART", "TIME_PERIOD"
                             ORDER BY regexp_extract(_file::VARCHAR, '~(\d{4}-\d\d-\d\d)\.', 1) DESC, _record DESC) AS nth
FROM line;

CREATE VIEW observation AS
SELECT CASE WHEN is_outward THEN 'fdi_outward_stock' ELSE 'fdi_inward_stock' END AS indicator, CASE WHEN is_outward THEN reporter ELSE partner END AS from_state,
       CASE WHEN is_outward THEN partner ELSE reporter END AS to_state, reporter, year_start(year) AS period_start, true AS at_end,
       CASE "LEVEL_COUNTERPART" WHEN 'ULT' THEN 'ultimate investor' END AS variant,
       CASE WHEN amount <> 0 THEN round(amount, 2) END AS value,
       CASE WHEN amount IS NULL AND status = 'C' THEN 'confidential' WHEN amount IS NULL THEN 'not_reported' WHEN amount = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, CASE status WHEN 'E' THEN 'compiler' ELSE 'reported' END AS origin, _file, _record, 'OBS_VALUE' AS _col,
       CASE WHEN "FREQ" <> 'A' OR year IS NULL THEN 'not a year: ' || coalesce("TIME_PERIOD", '') WHEN "MEASURE_PRINCIPLE" NOT IN ('DO', 'DI') THEN 'unknown principle: ' || "MEASURE_PRINCIPLE"
            WHEN blank("OBS_VALUE") IS NOT NULL AND amount IS NULL THEN 'not a number: ' || "OBS_VALUE" WHEN reporter IS NULL THEN 'unknown code of a reporter: ' || coalesce("REF_AREA", '')
            WHEN partner IS NULL AND NOT is_group THEN 'unknown code of a counterpart: ' || coalesce("COUNTERPART_AREA", '') END AS _reject,
       CASE WHEN nth > 1 THEN 'changed since' WHEN "ACTION" = 'D' THEN 'withdrawn by the publisher' WHEN partner IS NULL AND is_group THEN 'not a state: aggregate'
            WHEN reporter = partner THEN 'an economy''s position in itself' END AS _unwanted
FROM told;
