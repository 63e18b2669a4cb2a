-- One row per pair of towns, from the list of the first one's country: its partner's list may repeat it the other way round.
-- Names are Wikipedia's; the kingdom's countries stand apart from it, and some partners are written "region, country".
CREATE MACRO country_of(text) AS CASE
  WHEN text IN ('England', 'Scotland', 'Wales', 'Northern Ireland') OR text LIKE '%, United Kingdom' THEN 'United Kingdom'
  WHEN text = 'Georgia (country)' THEN 'Georgia'
  WHEN contains(text, ', ') THEN split_part(text, ', ', -1)
  ELSE text END;
CREATE MACRO state_of(text) AS state_by_name(country_of(text), DATE '2026-02-08');
-- "Berlin – Charlottenburg-Wilmersdorf" is the quarter of a city, not a third town of the pair.
-- Whoever governs a town that is disputed made its partnerships, not the state in which the lists put it: such a town is named with the part in which it lies.
CREATE TEMP TABLE disputed_town AS SELECT unnest(towns) AS town, lies_in, part FROM (VALUES (['Simferopol', 'Sevastopol', 'Yalta', 'Kerch', 'Feodosia', 'Feodosiya', 'Yevpatoria', 'Alushta', 'Sudak', 'Saky', 'Dzhankoi', 'Bakhchysarai'], 'Ukraine', 'Crimea'),
  (['Sukhumi'], 'Georgia', 'Abkhazia'), (['Tskhinvali'], 'Georgia', 'South Ossetia'), (['Tiraspol'], 'Moldova', 'Transnistria'), (['Stepanakert', 'Martakert', 'Martuni'], 'Azerbaijan', 'Nagorno-Karabakh')) t(towns, lies_in, part);
CREATE MACRO town_named(city, country) AS coalesce((SELECT city || ' (in ' || d.part || ')' FROM disputed_town d WHERE d.town = city AND d.lies_in = country_of(country)), regexp_replace(city, '^(.+?) – (.+)$', '\2 (\1)'));
-- The list of Turkey writes Cyprus for the north of the island, where the towns of its partnerships lie; the north has a list of its own.
CREATE MACRO side_of(country, other) AS CASE WHEN country = 'Cyprus' AND other = 'Turkey' THEN 'Northern Cyprus' ELSE country END;
CREATE TEMP TABLE town_pair AS
SELECT * REPLACE (side_of(country1, country2) AS country1, side_of(country2, country1) AS country2), state_of(side_of(country1, country2)) AS one, state_of(side_of(country2, country1)) AS two, least(city1, city2) || '|' || greatest(city1, city2) AS towns FROM read_delimited('pairs');

CREATE VIEW presence AS
SELECT one AS home_state, two AS host_state, 'twin_town' AS kind, town_named(city1, country1) || ' – ' || town_named(city2, country2) AS name, town_named(city2, country2) AS place, _file, _record,
       CASE WHEN no_state(one, country_of(country1)) IS NULL AND no_state(two, country_of(country2)) IS NULL
            THEN coalesce(unknown_state(one, blank(country_of(country1))), unknown_state(two, blank(country_of(country2)))) END AS _reject,
       CASE WHEN one = two THEN 'both towns in one state'
            WHEN 'West Bank' IN (country1, country2) THEN 'a settlement in the West Bank, which is no town of Palestine'
            WHEN n > 1 THEN 'the partner''s list says the same'
            ELSE coalesce(no_state(one, country_of(country1)), no_state(two, country_of(country2))) END AS _unwanted
FROM (SELECT *, row_number() OVER (PARTITION BY least(one, two), greatest(one, two), towns, CASE WHEN one IS NULL OR two IS NULL THEN _record END ORDER BY _record) AS n FROM town_pair)
UNION ALL SELECT NULL, NULL, 'twin_town', NULL, NULL, _file, _record, NULL, 'the same pairs, placed by a machine' FROM read_delimited('placed');
