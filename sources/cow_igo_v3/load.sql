-- A row is a state in a year, a column an organisation: 1 full, 2 associate, 3 observer; 0 none, -9 not known, -1 no such
-- organisation or state. A run of years in one status is one row of series; item is the number of the organisation's column.
-- igo_observed holds the years of which the table speaks at all.
CREATE TEMP TABLE state_year AS
SELECT *, CASE WHEN whole(year) IS NULL THEN 'no year'
               WHEN state_by_code_in_year('cow', ccode, whole(year)) IS NULL THEN 'no state has this code in this year' END AS problem
FROM (SELECT * EXCLUDE (_line, _raw, _problem) FROM read_delimited('members'));

CREATE TEMP TABLE organisation_column AS
SELECT column_name AS name, column_index AS number FROM duckdb_columns() WHERE table_name = 'state_year';

CREATE TEMP TABLE cell AS
SELECT u.ccode AS code, whole(u.year) AS year, 'igo_membership' AS indicator, c.number AS item, number(u.status) AS value, u.problem, u._file, u._record
FROM (UNPIVOT (SELECT * EXCLUDE (state) FROM state_year) ON COLUMNS(* EXCLUDE (ccode, year, problem, _file, _record)) INTO NAME organisation VALUE status) u
JOIN organisation_column c ON c.name = u.organisation
WHERE status IN ('1', '2', '3');

CREATE TEMP TABLE seen AS SELECT ccode AS code, whole(year) AS year, 'igo_observed' AS indicator, 1 AS value, problem, _file, _record FROM state_year;

CREATE VIEW series_members AS
SELECT 'igo_membership' AS indicator, 'cow' AS scheme, whole(code)::USMALLINT AS from_code, item, year_start(min(year)) AS day_from, year_end(max(year)) AS day_to, value,
       arg_min(_file, year) AS _file, arg_min(_record, year) AS _record, item AS _col
FROM (SELECT *, year - row_number() OVER (PARTITION BY code, item, value ORDER BY year) AS run FROM cell WHERE problem IS NULL)
GROUP BY code, item, value, run;

CREATE VIEW series_seen AS
SELECT * REPLACE (NULL AS _col) FROM runs_of_states('seen', 'cow')
UNION ALL
SELECT indicator, 'cow', NULL, NULL, NULL, NULL, _file, _record, NULL, problem FROM seen WHERE problem IS NOT NULL;

CREATE VIEW also_used AS SELECT _file, _record FROM seen WHERE problem IS NULL;
