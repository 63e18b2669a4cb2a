-- One row per pair with treaty rates. Years are written as floats ("1998.0"); a pair with several treaties has the first and the last.
CREATE VIEW agreement AS
SELECT coalesce(state_by_code('iso3', iso3_a, DATE '2025-01-01'), state_by_code('iso3_alias', iso3_a, DATE '2025-01-01')) AS state_a, coalesce(state_by_code('iso3', iso3_b, DATE '2025-01-01'), state_by_code('iso3_alias', iso3_b, DATE '2025-01-01')) AS state_b,
       'Double taxation treaty' AS title, 'taxation' AS subject, 'double_taxation' AS kind,
       nullif(printf('%d', CAST(number(treaty_year_max) AS INTEGER)), '0') AS signed_on, 'in_force' AS status, _file, _record, 'treaty_year_max' AS _col,
       CASE WHEN coalesce(state_by_code('iso3', iso3_a, DATE '2025-01-01'), state_by_code('iso3_alias', iso3_a, DATE '2025-01-01')) IS NULL THEN 'unknown state: ' || iso3_a
            WHEN coalesce(state_by_code('iso3', iso3_b, DATE '2025-01-01'), state_by_code('iso3_alias', iso3_b, DATE '2025-01-01')) IS NULL THEN 'unknown state: ' || iso3_b END AS _reject
FROM read_delimited('pairs')
UNION ALL BY NAME
SELECT _file, _record, 'the list of pairs without direction is used' AS _unwanted FROM read_delimited('directed')
UNION ALL BY NAME
SELECT _file, _record, 'a list of countries, not of pairs' AS _unwanted FROM read_delimited('nodes');
