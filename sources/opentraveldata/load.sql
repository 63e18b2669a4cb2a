-- A row is one airline between two airports with a number of flights in a period that is not stated. Counted is the pair of
-- airports, whoever flies it. The table of places lacks airports and codes
-- that are younger than it (Astana's NQZ of 2020): the busiest are given here. "NA" is Namibia; Pristina
-- stands under Serbia there and is Kosovo's here.
CREATE TEMP TABLE airport AS
SELECT iata_code, state_by_code('iso2', any_value(ctry_code), DATE '2022-01-14') AS state, any_value(ctry_code) AS country
FROM (SELECT iata_code, ctry_code FROM read_delimited('places') WHERE iata_code <> 'PRN' UNION ALL VALUES ('PRN', 'XK'), ('NQZ', 'KZ'), ('PKX', 'CN'), ('TFU', 'CN'), ('XAI', 'CN'), ('HZA', 'CN'), ('BZX', 'CN'), ('YIA', 'ID'), ('GSV', 'RU'), ('JRG', 'IN'), ('ETM', 'IL')) GROUP BY iata_code HAVING count(DISTINCT ctry_code) = 1;

CREATE TEMP TABLE route AS
SELECT r._file, r._record, airline_code, apt_org, apt_dst, whole(flt_freq) AS freq, a.state AS one, b.state AS two, a.country IS NULL AS lost_one, b.country IS NULL AS lost_two
FROM read_delimited('routes') r LEFT JOIN airport a ON a.iata_code = apt_org LEFT JOIN airport b ON b.iata_code = apt_dst;

CREATE TEMP TABLE served AS
SELECT one, two, min(_record) AS _record, any_value(_file) AS _file, count(DISTINCT (apt_org, apt_dst)) AS routes, list_sort(list(DISTINCT apt_org || '–' || apt_dst)) AS pairs, list_sort(list(DISTINCT airline_code)) AS airlines
FROM route WHERE one <> two AND freq > 0 GROUP BY one, two;

CREATE VIEW observation AS
SELECT 'flights' AS indicator, one AS from_state, two AS to_state, DATE '2022-01-14' AS period_start, 0 AS period_months, FALSE AS at_end, routes AS value, 'value' AS absence, 'count' AS unit, 'none' AS valuation,
       'compiler' AS origin, 4 AS flags, array_to_string(pairs[1:6], ', ') || CASE WHEN routes > 6 THEN ' and ' || routes - 6 || ' more' ELSE '' END || '; airlines ' || array_to_string(airlines[1:6], ', ')
         || CASE WHEN len(airlines) > 6 THEN ' and others' ELSE '' END AS note, _file, _record, 'flt_freq' AS _col
FROM served;

CREATE VIEW observation_rest AS
SELECT NULL AS indicator, NULL AS from_state, NULL AS to_state, _file, _record,
       CASE WHEN lost_one THEN 'no country of the airport ' || apt_org WHEN lost_two THEN 'no country of the airport ' || apt_dst WHEN freq IS NULL THEN 'not a number of flights' WHEN one IS NULL OR two IS NULL THEN 'no state of an airport''s country' END AS _reject,
       CASE WHEN one = two THEN 'within one state' WHEN freq = 0 THEN 'no flights' END AS _unwanted
FROM route WHERE one IS NULL OR two IS NULL OR one = two OR freq IS NULL OR freq = 0
UNION ALL SELECT NULL, NULL, NULL, _file, _record, NULL, 'a place that no route names' FROM read_delimited('places') WHERE iata_code NOT IN (SELECT apt_org FROM route UNION SELECT apt_dst FROM route);

CREATE VIEW also_used AS
SELECT _file, _record FROM route WHERE one <> two AND freq > 0
UNION ALL SELECT _file, _record FROM read_delimited('places') WHERE iata_code IN (SELECT apt_org FROM route UNION SELECT apt_dst FROM route);
