-- One record per institute, fields over several lines. nearest_city is unreliable, as the publisher says, and no place.
-- "Closed" means that the web page was not reachable.
CREATE VIEW presence AS
SELECT state_by_key('CHN') AS home_state, state AS host_state, 'institute' AS kind, trim(regexp_replace(confucius_institute, '\s+', ' ', 'g')) AS name, 'Confucius Institute' AS basis,
       '2022-04-22' AS as_of,
       CASE WHEN status = 'Closed' THEN 'page not reachable on 2022-04-22; whether the institute works is not known' END AS note, _file, _record,
       CASE WHEN blank(confucius_institute) IS NULL THEN 'no name' WHEN status NOT IN ('Open', 'Closed') THEN 'unknown status: ' || status
            ELSE unknown_state(state, country) END AS _reject,
       CASE WHEN state = state_by_key('CHN') THEN 'in the home state' ELSE no_state(state, country) END AS _unwanted
FROM (SELECT *, state_by_name(country, DATE '2022-04-22') AS state FROM read_delimited('institutes'));
