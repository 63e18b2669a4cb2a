-- A row is one project of the fund in one country. Its commitments are summed per country and first year; a cancelled project
-- does not count, one in the pipeline does and is said. Whether the dollars are current the dictionary does not say.
CREATE TEMP TABLE project AS
SELECT _file, _record, "recipients" AS name, recipients_iso3 AS iso3, "status", whole(transactions_start_year) AS year, blank(total_commitments) AS amount,
       state_by_code('iso3', recipients_iso3, DATE '2016-12-31') AS recipient
FROM read_delimited('projects');

CREATE TEMP TABLE judged AS
SELECT *, CASE WHEN length(iso3) <> 3 THEN 'not a state: ' || coalesce(non_state(name), 'region') WHEN "status" = 'Cancelled' THEN 'a cancelled project' WHEN amount IS NULL THEN 'no amount' END AS left_out,
       CASE WHEN length(iso3) = 3 AND recipient IS NULL THEN 'unknown state: ' || iso3 WHEN year IS NULL THEN 'no year'
            WHEN amount IS NOT NULL AND coalesce(number(amount), -1) < 0 THEN 'not a commitment: ' || amount END AS wrong
FROM project;

CREATE VIEW observation AS
SELECT 'gef_commitment' AS indicator, recipient AS from_state, year_start(year) AS period_start, CASE WHEN sum(number(amount)) > 0 THEN round(sum(number(amount)), 2) END AS value,
       CASE WHEN sum(number(amount)) > 0 THEN 'value' ELSE 'zero_or_not_reported' END AS absence, 'money' AS unit, 'USD' AS currency, 'compiler' AS origin,
       concat(count(*), CASE WHEN count(*) = 1 THEN ' project' ELSE ' projects' END, CASE WHEN count(*) FILTER ("status" LIKE 'Pipeline%') > 0 THEN printf(', %d in the pipeline', count(*) FILTER ("status" LIKE 'Pipeline%')) END) AS note,
       any_value(_file) AS _file, min(_record) AS _record, 'total_commitments' AS _col
FROM judged WHERE left_out IS NULL AND wrong IS NULL GROUP BY recipient, year;

CREATE VIEW also_used AS SELECT _file, _record FROM judged WHERE left_out IS NULL AND wrong IS NULL;
CREATE VIEW observation_left_out AS
SELECT 'gef_commitment' AS indicator, _file, _record, CASE WHEN left_out IS NULL THEN wrong END AS _reject, left_out AS _unwanted FROM judged WHERE left_out IS NOT NULL OR wrong IS NOT NULL
UNION ALL SELECT NULL, _file, _record, NULL, 'a part of a project''s sum' FROM read_delimited('transactions')
UNION ALL SELECT NULL, _file, _record, NULL, 'the fund''s own dates and fees of a project' FROM read_delimited('ancillary')
UNION ALL SELECT NULL, _file, _record, NULL, 'a place of a project' FROM read_delimited('places')
UNION ALL SELECT NULL, _file, _record, NULL, 'a description of a column' FROM read_delimited('dictionary')
UNION ALL SELECT NULL, _file, _record, NULL, 'the same project in the form of IATI' FROM read_xml_records('iati');
