-- Two lists of the Federal Foreign Office: its own posts abroad, and the embassies accredited to Germany, some of which sit
-- in Brussels or London. Kinds and cities are German words.
CREATE MACRO on_list() AS DATE '2016-02-15';
CREATE MACRO german_city(t) AS CASE
  WHEN t ~ '.*London.*' THEN 'London' WHEN t IN ('Brüssel', 'Bruxelles') THEN 'Brussels' WHEN t = 'Genf' THEN 'Geneva' WHEN t = 'Den Haag' THEN 'The Hague'
  WHEN t LIKE 'Falkensee%' THEN 'Falkensee' ELSE coalesce(city_of(t), t) END;
-- Where an embassy to Germany sits that is not in Germany.
CREATE MACRO seat(city) AS CASE city WHEN 'London' THEN state_by_key('GBR') WHEN 'Brussels' THEN state_by_key('BEL') WHEN 'Geneva' THEN state_by_key('CHE')
  WHEN 'New York' THEN state_by_key('USA') WHEN 'New York City' THEN state_by_key('USA') WHEN 'The Hague' THEN state_by_key('NLD') WHEN 'Paris' THEN state_by_key('FRA') END;

CREATE TEMP TABLE post AS
SELECT *, trim(regexp_replace(bezeichnung, '&amp;', '&', 'g')) AS label, state_by_code('iso2', iso2, on_list()) AS host FROM read_json_records('abroad');

CREATE VIEW mission AS
SELECT state_by_key('DEU') AS sending, host AS receiving,
       CASE WHEN label LIKE 'Honorar%' THEN 'honorary_consulate' WHEN label LIKE 'Botschaft%' THEN 'embassy' WHEN label LIKE 'Generalkonsulat%' THEN 'consulate_general'
            WHEN label LIKE 'Konsulat%' THEN 'consulate' WHEN label LIKE 'Vertretungsb%' OR label = 'Deutsches Institut' THEN 'representative_office' END AS kind,
       coalesce(city_of(ort), city_of(place), place, ort) AS city,
       number(lat) AS lat, number(lon) AS lon, '2016-02' AS as_listed_on, label AS name, _file, _record,
       CASE WHEN host IS NULL AND label NOT LIKE 'Ständige Vertretung%' THEN 'unknown state: ' || coalesce(land, iso2, '(blank)')
            WHEN label IS NULL OR NOT regexp_full_match(label, '(Honorar|Botschaft|Generalkonsulat|Konsulat|Vertretungsb|Deutsches Institut|Ständige Vertretung).*') THEN 'unknown kind: ' || coalesce(label, '(blank)') END AS _reject,
       CASE WHEN label LIKE 'Ständige Vertretung%' THEN 'a permanent mission to an organisation, not to a state' END AS _unwanted
FROM post;

-- The code is repaired by the name beside it (corrections.toml): one code stands for both Congos.
CREATE TEMP TABLE post_here AS
SELECT r.* REPLACE (coalesce(c.value, r.iso2) AS iso2) FROM read_json_records('here') r LEFT JOIN correction c ON c.col = 'iso3166-alpha2' AND c.expect = r.staat || ' ' || r.iso2;

CREATE VIEW mission_here AS
SELECT state_by_code('iso2', iso2, on_list()) AS sending, state_by_key('DEU') AS receiving,
       CASE art WHEN 'Botschaft' THEN 'embassy' WHEN 'Außenstelle' THEN 'branch' ELSE 'representative_office' END AS kind,
       seat(german_city(ort)) IS NULL AS resident, seat(german_city(ort)) AS covered_from_state, german_city(ort) AS city,
       -- the places of posts outside Germany were guessed by a geocoder of Germany
       CASE WHEN seat(german_city(ort)) IS NULL THEN number(lat) END AS lat, CASE WHEN seat(german_city(ort)) IS NULL THEN number(lon) END AS lon, '2016-02' AS as_listed_on, art AS name, _file, _record,
       CASE WHEN state_by_code('iso2', iso2, on_list()) IS NULL AND coalesce(iso2, '') <> 'SMOM' THEN 'unknown state: ' || coalesce(staat, '(blank)')
            WHEN art NOT IN ('Botschaft', 'Außenstelle', 'Mission', 'Wirtschafts- und Handelsbüro', 'Malteser-Orden', 'Ministry of State - Bureau of Foreign Affairs') OR art IS NULL THEN 'unknown kind: ' || coalesce(art, '(blank)') END AS _reject,
       CASE WHEN iso2 = 'SMOM' THEN 'not a state: organization' WHEN art LIKE 'Ministry%' THEN 'a ministry at home, no mission' END AS _unwanted
FROM post_here;

CREATE TEMP VIEW applied_correction AS SELECT c.id FROM read_json_records('here') r JOIN correction c ON c.col = 'iso3166-alpha2' AND c.expect = r.staat || ' ' || r.iso2;
