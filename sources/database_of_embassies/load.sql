-- One row per post; it may be accredited to several states (jurisdictions), of which the host is one. A date of creation
-- that says 1 January stands for its year. An embassy without city, place, address or any contact is an item that nobody has
-- filled in: among them are closed ones (Japan's in Taipei), so none of them says that there is an embassy.
CREATE MACRO on_list() AS DATE '2022-11-16';
-- A ministry of foreign affairs sends for its state, whose name stands behind the last "of" (Q697158, named without one, is Taipei's).
CREATE MACRO sender_of(operator, number) AS state_by_name(CASE WHEN number LIKE '%/Q697158' THEN 'Taiwan'
  WHEN operator LIKE 'Ministry of Foreign Affairs%' THEN regexp_replace(operator, '^.* of (the )?', '') ELSE operator END, on_list());
-- Consulates of the treaty ports, which Wikidata has as consulates and the list as today's: Germany's and the United States' in Swatow (Shantou).
CREATE TEMP TABLE of_old AS SELECT * FROM (VALUES ('Q19852563'), ('Q15914320')) t(item);
CREATE TEMP TABLE row AS
SELECT *, sender_of(operator, "operatorQID") AS sender, state_by_name(country, on_list()) AS named, lower(trim(type)) AS label,
       -- the Holy See's in New York is its mission to the United Nations
       CASE WHEN label = 'apostolic nunciature' AND city = 'New York City' THEN 'permanent_mission' WHEN label IN ('embassy', 'high commission', 'apostolic nunciature', 'british high commission', 'australian high commission', 'embassy of the united states') THEN 'embassy'
            WHEN label LIKE 'honorary%' THEN 'honorary_consulate' WHEN label LIKE 'consulate general%' THEN 'consulate_general'
            WHEN label IN ('consulate', 'consular office', 'consular agency', 'consulates of sweden', 'assistant high commission') THEN 'consulate'
            WHEN label = 'interests section' THEN 'interests_section' WHEN label = 'liaison office' THEN 'liaison_office' WHEN label = 'permanent mission' THEN 'permanent_mission'
            WHEN label IN ('de facto embassy', 'de facto consulate', 'representative office', 'trade office', 'taipei representative office', 'apostolic delegation', 'quebec government office') THEN 'representative_office' END AS kind,
       label = 'embassy' AND coalesce(city, '') = '' AND coalesce(latitude, '') = '' AND coalesce(address, '') = '' AND coalesce(website, '') = '' AND coalesce(phone, '') = '' AND coalesce(email, '') = '' AS name_only,
       regexp_extract(creation, '^(\d{4}-\d\d-\d\d)', 1) AS made,
       -- there were no interests sections before relations were cut in the 1960s and after: 1917 is the year of the house
       CASE WHEN kind = 'interests_section' AND made < '1946' THEN NULL WHEN made LIKE '%-01-01' THEN left(made, 4) ELSE nullif(made, '') END AS opened
FROM read_delimited('posts');

CREATE TEMP TABLE accredited AS
SELECT _record, state_by_name(other, on_list()) AS state FROM (SELECT _record, trim(unnest(string_split(jurisdictions, '|'))) AS other FROM row WHERE jurisdictions <> '');

-- Some rows name as country the sender itself (Australia's embassy "in Australia", city Ankara) or one that the post serves from next door.
-- A city, by its number in Wikidata, lies where five or more other rows put it.
CREATE TEMP TABLE town AS SELECT "cityQID" AS number, mode(named) AS lies_in FROM row WHERE "cityQID" <> '' AND named <> sender GROUP BY ALL HAVING count(*) >= 5;
-- Some positions are those of another post of the same sender, copied with the item: Belgium's embassy in Havana stands in Zagreb, China's in South Tarawa
-- in Reykjavík. A position is believed within some hundred kilometres of where the city's other posts are; of a city that has no others, where the sender has it once.
CREATE TEMP TABLE town_place AS SELECT "cityQID" AS number, median(number(latitude)) AS lat, median(number(longitude)) AS lon FROM row
WHERE "cityQID" <> '' AND city NOT IN ('Texas', 'Illinois') AND number(latitude) IS NOT NULL GROUP BY ALL HAVING count(*) >= 3;
CREATE TEMP TABLE copied AS SELECT operator, latitude, longitude FROM row WHERE latitude <> '' GROUP BY ALL HAVING count(DISTINCT country) > 1;
-- A city of another state whose position lies far from it is a slip of the city: Trinidad's high commission in Georgetown, "in Ottawa".
CREATE TEMP TABLE believed AS
SELECT * EXCLUDE (is_stray, lies_in) REPLACE (CASE WHEN is_stray AND lies_in <> named THEN NULL ELSE city END AS city, CASE WHEN is_stray AND coalesce(lies_in = named, true) THEN NULL ELSE latitude END AS latitude,
                                              CASE WHEN is_stray AND coalesce(lies_in = named, true) THEN NULL ELSE longitude END AS longitude), CASE WHEN NOT (is_stray AND lies_in <> named) THEN lies_in END AS lies_in
FROM (SELECT row.*, town.lies_in, coalesce(CASE WHEN t.number IS NULL THEN c.operator IS NOT NULL ELSE sqrt(pow(number(row.latitude) - t.lat, 2) + pow((number(row.longitude) - t.lon) * cos(radians(t.lat)), 2)) > 1 END, false) AS is_stray
      FROM row LEFT JOIN town ON town.number = row."cityQID" LEFT JOIN town_place t ON t.number = row."cityQID" LEFT JOIN copied c ON c.operator = row.operator AND c.latitude = row.latitude AND c.longitude = row.longitude);
CREATE TEMP TABLE post AS
SELECT believed.*, CASE WHEN lies_in <> named AND (named = sender OR (state_by_capital(city, on_list()) = lies_in AND named <> state_by_key('PSE'))) THEN lies_in
                   WHEN named = sender AND serves.n = 1 AND serves.one <> state_by_key('VAT') THEN serves.one ELSE named END AS host,
       CASE WHEN host <> named THEN 'The list names ' || country || ' as the country; the city lies here' END AS note
FROM believed
LEFT JOIN (SELECT _record AS of, count(state) AS n, any_value(state) AS one FROM accredited GROUP BY 1) serves ON serves.of = believed._record;

-- A state of the United States in place of a town tells no town.
CREATE MACRO town_of(city) AS CASE WHEN city NOT IN ('Texas', 'Illinois') THEN coalesce(city_of(city), blank(city)) END;

-- An embassy whose jurisdictions leave out the host (those to the Holy See in Rome) is none to the host.
CREATE VIEW mission AS
SELECT sender AS sending, host AS receiving, kind, town_of(city) AS city, number(latitude) AS lat, number(longitude) AS lon, opened,
       '2022-11-16' AS as_listed_on, regexp_extract(QID, 'Q\d+$') AS name, note, _file, _record,
       CASE WHEN unknown_state(sender, operator) IS NOT NULL THEN unknown_state(sender, operator)
            WHEN unknown_state(host, country) IS NOT NULL THEN unknown_state(host, country)
            WHEN sender = host THEN 'a state with itself' END AS _reject,
       CASE WHEN sender IS NULL THEN no_state(sender, operator) WHEN host IS NULL THEN no_state(host, country) WHEN kind IS NULL THEN 'kind not told: ' || label
            WHEN regexp_extract(QID, 'Q\d+$') IN (FROM of_old) THEN 'a consulate of the treaty ports, long closed'
            WHEN name_only THEN 'an embassy of which the list knows nothing but the name' END AS _unwanted
FROM post
WHERE kind IS DISTINCT FROM 'embassy' OR coalesce(jurisdictions, '') = '' OR host IS NULL OR sender IS NULL OR host IN (SELECT state FROM accredited a WHERE a._record = post._record);

CREATE VIEW mission_elsewhere AS
SELECT sender AS sending, a.state AS receiving, kind, false AS resident, host AS covered_from_state, town_of(city) AS city, opened, '2022-11-16' AS as_listed_on,
       regexp_extract(QID, 'Q\d+$') AS name, _file, p._record AS _record, 'jurisdictions' AS _col,
       CASE WHEN sender = a.state THEN 'accredited to its own state' END AS _unwanted
FROM post p JOIN accredited a ON a._record = p._record WHERE kind = 'embassy' AND NOT name_only AND sender IS NOT NULL AND host IS NOT NULL AND a.state IS NOT NULL AND a.state <> host;

CREATE VIEW mission_rest AS
SELECT NULL AS sending, NULL AS receiving, NULL AS kind, _file, _record, 'accredited to an organisation or a part of a state only' AS _unwanted
FROM post WHERE (_file, _record) NOT IN (SELECT _file, _record FROM mission UNION ALL SELECT _file, _record FROM mission_elsewhere);
