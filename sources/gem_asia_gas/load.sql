-- A row is a plant, terminal, field or pipeline; the file is in UTF-16. A pipeline through several states joins the first of its
-- list with each that follows. A year such as "2" is broken and no date.
CREATE TEMP TABLE project AS
SELECT _file, _record, project, unit, type, status_tabular AS status, whole(start_year) AS year, capacity, units,
       list_filter(list_transform(string_split(countries, ','), c -> trim(c)), c -> c <> '') AS states
FROM read_delimited('projects');

CREATE TEMP TABLE leg AS
SELECT p.*, states[1] AS home_name, unnest(states[2:]) AS host_name FROM project p
WHERE len(states) > 1 AND type = 'gas_pipeline' AND states[1] NOT LIKE 'Joint %Area';

CREATE VIEW presence AS
SELECT state_by_name(home_name, DATE '2024-05-31') AS home_state, state_by_name(host_name, DATE '2024-05-31') AS host_state, 'gas_pipeline' AS kind,
       concat_ws(', ', project, blank(unit)) AS name, 'gas' AS sector, status AS basis, CASE WHEN year BETWEEN 1900 AND 2100 THEN year::VARCHAR END AS as_of,
       CASE WHEN number(capacity) IS NOT NULL THEN concat_ws(' ', capacity, units) END AS note, _file, _record, 'project' AS _col,
       coalesce(unknown_state(state_by_name(home_name, DATE '2024-05-31'), home_name), unknown_state(state_by_name(host_name, DATE '2024-05-31'), host_name)) AS _reject,
       CASE WHEN home_name = host_name THEN 'both ends in one state' ELSE coalesce(no_state(state_by_name(home_name, DATE '2024-05-31'), home_name), no_state(state_by_name(host_name, DATE '2024-05-31'), host_name)) END AS _unwanted
FROM leg WHERE host_name NOT LIKE 'Joint %Area'
UNION ALL BY NAME
SELECT _file, _record, CASE WHEN blank(project) IS NULL THEN 'no name' END AS _reject, 'within one state, in an area of two, or no pipeline' AS _unwanted FROM project p WHERE NOT EXISTS (SELECT 1 FROM leg l WHERE l._record = p._record AND l.host_name NOT LIKE 'Joint %Area') AND (len(states) <= 1 OR type <> 'gas_pipeline' OR len(states) IS NULL OR len(list_filter(states, c -> c LIKE 'Joint %Area')) > 0);
