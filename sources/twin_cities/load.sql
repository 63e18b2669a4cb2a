-- One row per pair of towns, from the list of the first one's country: its partner's list may repeat it the other way round.
-- Names are Wikipedia's; the kingdom's countries stand apart from it, and some partners are written "region, country".
CREATE MACRO country_of(text) AS CASE
  WHEN text IN ('England', 'Scotland', 'Wales', 'Northern Ireland') OR text LIKE '%, United Kingdom' THEN 'United Kingdom'
  WHEN text = 'Georgia (country)' THEN 'Georgia'
  WHEN contains(text, ', ') THEN split_part(text, ', ', -1)
  ELSE text END;
CREATE MACRO state_of(text) AS state_by_name(country_of(text), DATE '2026-02-08');
-- "Berlin – Charlottenburg-Wilmersdorf" is the quarter of a city, not a third town of the pair.
CREATE MACRO town_named(city) AS regexp_replace(city, '^(.+?) – (.+)$', '\2 (\1)');
CREATE TEMP TABLE town_pair AS
SELECT *, state_of(country1) AS one, state_of(country2) AS two, least(city1, city2) || '|' || greatest(city1, city2) AS towns FROM read_delimited('pairs');

CREATE VIEW presence AS
SELECT one AS home_state, two AS host_state, 'twin_town' AS kind, town_named(city1) || ' – ' || town_named(city2) AS name, town_named(city2) AS place, _file, _record,
       CASE WHEN no_state(one, country_of(country1)) IS NULL AND no_state(two, country_of(country2)) IS NULL
            THEN coalesce(unknown_state(one, blank(country_of(country1))), unknown_state(two, blank(country_of(country2)))) END AS _reject,
       CASE WHEN one = two THEN 'both towns in one state'
            WHEN n > 1 THEN 'the partner''s list says the same'
            ELSE coalesce(no_state(one, country_of(country1)), no_state(two, country_of(country2))) END AS _unwanted
FROM (SELECT *, row_number() OVER (PARTITION BY least(one, two), greatest(one, two), towns, CASE WHEN one IS NULL OR two IS NULL THEN _record END ORDER BY _record) AS n FROM town_pair)
UNION ALL SELECT NULL, NULL, 'twin_town', NULL, NULL, _file, _record, NULL, 'the same pairs, placed by a machine' FROM read_delimited('placed');
