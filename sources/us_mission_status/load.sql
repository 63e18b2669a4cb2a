-- A row is a span in which the highest rank of United States representation in one state did not change. The literal None
-- means that there was no mission. An end on the last day of coverage is the end of the data, not of the post.
-- A code may pass on shortly before a span ends (the Qing's legation, weeks into the Republic): it belongs to the state of a year before its
-- end, or of its middle where it is shorter.
CREATE MACRO late_in(x, y) AS greatest(x + CAST((y - x) / 2 AS INTEGER), y - 366);
CREATE TEMP TABLE spell AS
SELECT *, coalesce(state_by_code('cow', country_code_cow, late_in(TRY_CAST(date_start AS DATE), TRY_CAST(date_end AS DATE))), state_by_code('cow', country_code_cow, TRY_CAST(date_end AS DATE))) AS host, lead(date_start) OVER later AS next_start, lead(us_mission_status) OVER later AS next_status,
       lag(us_mission_status) OVER later AS before_status, lag(date_end) OVER later AS before_end
FROM read_delimited('cow') WINDOW later AS (PARTITION BY country_code_cow ORDER BY date_start);

CREATE VIEW mission AS
SELECT state_by_key('USA') AS sending, host AS receiving,
       CASE us_mission_status WHEN 'Embassy' THEN 'embassy' WHEN 'Ambassador Nonresident' THEN 'embassy' WHEN 'Legation' THEN 'legation' WHEN 'Envoy Nonresident' THEN 'legation'
         WHEN 'Consulate' THEN 'consulate' WHEN 'Consul Nonresident' THEN 'consulate' WHEN 'Liaison' THEN 'liaison_office' WHEN 'Interests' THEN 'interests_section' END AS kind,
       us_mission_status NOT LIKE '%Nonresident' AS resident,
       -- the first span of a state begins with the list of states, not with the post; a span also ends where a name changes
       CASE WHEN before_status <> us_mission_status THEN date_start END AS opened, CASE WHEN next_status <> us_mission_status THEN date_end END AS closed,
       date_start || '/' || date_end AS as_listed_on, us_mission_status || ', ' || coalesce(blank(country_name_usdos), country_name_cow) AS name,
       CASE WHEN before_status IS NULL THEN 'began on or before ' || date_start || ', when the list of states begins with this one' END AS note,
       _file, _record, 'us_mission_status' AS _col,
       CASE WHEN host IS NULL AND us_mission_status <> 'None' THEN 'no state has the code ' || country_code_cow || ' on ' || date_end
            WHEN us_mission_status NOT IN ('None', 'Embassy', 'Ambassador Nonresident', 'Legation', 'Envoy Nonresident', 'Consulate', 'Consul Nonresident', 'Liaison', 'Interests')
              OR us_mission_status IS NULL THEN 'unknown status: ' || coalesce(us_mission_status, '(blank)')
            WHEN TRY_CAST(date_start AS DATE) IS NULL OR TRY_CAST(date_end AS DATE) IS NULL THEN 'not a date' END AS _reject,
       CASE WHEN us_mission_status = 'None' THEN 'no mission in this span' END AS _unwanted
FROM spell;

CREATE VIEW mission_rest AS
SELECT NULL AS sending, NULL AS receiving, NULL AS kind, _file, _record, 'the same history by the Gleditsch-Ward list of states' AS _unwanted FROM read_delimited('gw')
UNION ALL SELECT NULL, NULL, NULL, _file, _record, 'the same history by the Gleditsch-Ward list of states' FROM read_delimited('gwm')
UNION ALL SELECT NULL, NULL, NULL, _file, _record, 'the same history by years' FROM read_delimited('yearly');
