-- The workbook says for each host on what basis its migrants are counted ("type of data": B birth, C citizenship,
-- I imputed, R refugees added) and gives its total. Both revisions of the matrix are read with that basis; names only.
CREATE TEMP TABLE cell AS
SELECT _file, _record, whole("row") AS r, whole("column") AS c, "column" AS col, trim(text) AS text FROM read_xlsx('totals');

CREATE TEMP TABLE host AS
SELECT name.r, name.text AS name, code.text AS code, trim(basis.text) AS basis,
       state_by_code_in_year('m49', lpad(code.text, 3, '0'), 2020) AS state
FROM cell name LEFT JOIN cell code ON code.r = name.r AND code.c = 4 LEFT JOIN cell basis ON basis.r = name.r AND basis.c = 5
WHERE name.c = 2 AND whole(code.text) IS NOT NULL;

CREATE TEMP TABLE basis_of AS
SELECT state, basis, CASE WHEN basis LIKE '%I%' OR (basis LIKE '%B%' AND basis LIKE '%C%') THEN 'migrant_stock_mixed'
                          WHEN basis LIKE '%C%' THEN 'migrant_stock_citizen' ELSE 'migrant_stock_born' END AS indicator,
       CASE WHEN basis LIKE '%I%' THEN 256 ELSE 0 END + CASE WHEN basis LIKE '%C%' AND basis NOT LIKE '%B%' THEN 512 ELSE 0 END AS flags
FROM host WHERE state IS NOT NULL AND basis <> '';

CREATE VIEW observation AS
SELECT coalesce(b.indicator, 'migrant_stock_mixed') AS indicator, home AS from_state, destination AS to_state,
       make_date(year, 7, 1) AS period_start, 0 AS period_months, revision AS variant,
       number(persons) AS value, 'persons' AS unit, 'compiler' AS origin,
       -- Germany's total jumps by half from 2015 to 2020: a break in its method.
       coalesce(b.flags, 0) + CASE WHEN destination = state_by_key('DEU') AND year = 2020 THEN 2 ELSE 0 END AS flags,
       nullif(concat_ws('; ', CASE WHEN b.basis LIKE '%R%' THEN 'refugees are added' END, CASE WHEN b.state IS NULL THEN 'basis not known' END,
                        CASE WHEN revision = 'rev2019' THEN 'basis as in the revision of 2020' END), '') AS note,
       CASE persons WHEN '..' THEN 'not_reported' WHEN '-' THEN 'zero_or_not_reported' ELSE 'value' END AS absence, _file, _record, _col,
       CASE WHEN year IS NULL THEN 'no year'
            WHEN home = destination OR is_region THEN NULL
            WHEN persons NOT IN ('..', '-') AND coalesce(number(persons), -1) < 0 THEN 'not a number of persons: ' || persons
            ELSE coalesce(unknown_state(home, home_name), unknown_state(destination, host_name)) END AS _reject,
       CASE WHEN home = destination THEN 'people in the state they come from' WHEN is_region THEN 'not a state: region' ELSE coalesce(no_state(home, home_name), no_state(destination, host_name)) END AS _unwanted
-- Both revisions are written back in time: every name means the territory of their own day.
-- "Micronesia" is the region in the UN's lists; the state is "Micronesia (Fed. States of)".
FROM (SELECT *, revision = 'rev2019' AND host_name = 'Micronesia' AS is_region, state_by_name_in_year(home_name, 2019) AS home, state_by_name_in_year(host_name, 2019) AS destination
      FROM (SELECT whole(year) AS year, trim(origin) AS home_name, trim(destination) AS host_name, both_sexes AS persons, 'rev2020' AS revision, 'both_sexes' AS _col, _file, _record
            FROM read_delimited('rev2020')
            UNION ALL
            -- The wide table writes a zero for every origin that a host does not tell apart; only figures become facts.
            SELECT whole("Year"), trim(home_name), trim("Dest"), persons, 'rev2019', home_name, _file, _record
            FROM (UNPIVOT (SELECT * EXCLUDE (_line, _raw, _problem) FROM read_delimited('rev2019')) ON COLUMNS(* EXCLUDE ("Year", "Dest", _file, _record)) INTO NAME home_name VALUE persons)
            WHERE persons <> '0')) m
LEFT JOIN basis_of b ON b.state = m.destination;

CREATE TEMP TABLE wide AS
SELECT _file, _record, sum(TRY_CAST(persons AS DOUBLE)) AS people
FROM (UNPIVOT (SELECT * EXCLUDE (_line, _raw, _problem) FROM read_delimited('rev2019')) ON COLUMNS(* EXCLUDE ("Year", "Dest", _file, _record)) INTO NAME home_name VALUE persons)
GROUP BY ALL;
CREATE VIEW observation_nothing AS
SELECT 'migrant_stock_born' AS indicator, _file, _record, 'a host without any origin told apart' AS _unwanted FROM wide WHERE people = 0;

CREATE VIEW observation_totals AS
SELECT 'migrant_stock_total' AS indicator, host.state AS from_state, make_date(year, 7, 1) AS period_start, 0 AS period_months, 'rev2020' AS variant,
       number(cell.text) AS value, 'persons' AS unit, 'compiler' AS origin,
       coalesce(b.flags, 0) + CASE WHEN host.state = state_by_key('DEU') AND year = 2020 THEN 2 ELSE 0 END AS flags, cell._file, cell._record, cell.col AS _col,
       CASE WHEN cell.text IN ('..', '~') THEN 'not_reported' ELSE 'value' END AS absence,
       CASE WHEN is_frame OR is_sex THEN NULL
            WHEN number(cell.text) IS NULL AND cell.text NOT IN ('..', '~') THEN 'not a number of persons: ' || cell.text
            WHEN whole(host.code) >= 900 OR host.basis IS NULL THEN NULL
            ELSE unknown_state(host.state, regexp_replace(host.name, '\*$', '')) END AS _reject,
       CASE WHEN is_frame THEN 'title, heading, name of a row or footnote'
            WHEN is_sex THEN 'men and women apart'
            WHEN host.state IS NULL AND (whole(host.code) >= 900 OR host.basis IS NULL) THEN 'not a state: region'
            ELSE no_state(host.state, regexp_replace(host.name, '\*$', '')) END AS _unwanted
FROM (SELECT cell.*, whole(heading.text) AS year, cell.c < 6 OR cell.r <= 11 OR heading.text IS NULL OR cell.r NOT IN (SELECT r FROM host) AS is_frame, cell.c > 12 AS is_sex
      FROM cell LEFT JOIN cell heading ON heading.r = 11 AND heading.c = cell.c) cell
LEFT JOIN host ON host.r = cell.r LEFT JOIN basis_of b ON b.state = host.state;
