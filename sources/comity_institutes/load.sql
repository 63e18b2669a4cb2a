CREATE VIEW presence AS
SELECT state_by_key(home_state) AS home_state, state_by_key(host_state) AS host_state, 'institute' AS kind,
       coalesce(blank(name), network_name) AS name, 'culture' AS sector, blank(city) AS place, network_name AS basis, blank(as_of) AS as_of,
       nullif(concat_ws('; ', 'opened ' || blank(opened), 'closed ' || blank(closed), blank(note)), '') AS note, source AS reference, _file, _record,
       CASE WHEN state_by_key(home_state) IS NULL THEN 'unknown state: ' || home_state
            WHEN state_by_key(host_state) IS NULL THEN 'unknown state: ' || host_state END AS _reject
FROM read_delimited('institutes');
