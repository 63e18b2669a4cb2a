-- A record per statement; most pairs stand under both towns and count once, and a statement that has ended or is deprecated does not count.
CREATE MACRO item(address) AS regexp_extract(address, '/entity/(Q\d+)$', 1);
CREATE TEMP TABLE town_pair AS
SELECT *, state_by_code('wikidata', item(a), DATE '2026-01-01') AS home, state_by_code('wikidata', item(b), DATE '2026-01-01') AS host, coalesce(rank, '') LIKE '%DeprecatedRank' AS is_deprecated,
       coalesce(blank(one_label), item(one)) AS first_town, coalesce(blank(two_label), item(two)) AS second_town
FROM read_json_records('towns');

CREATE VIEW presence AS
SELECT home AS home_state, host AS host_state, 'twin_town' AS kind, first_town || ' – ' || second_town AS name, second_town AS place,
       CASE WHEN coalesce(whole("references"), 0) = 0 THEN 'no reference' END AS note, _file, _record,
       CASE WHEN item(one) = '' OR item(two) = '' THEN 'not an item: ' || coalesce(one, '') || ', ' || coalesce(two, '') END AS _reject,
       CASE WHEN is_deprecated THEN 'a deprecated statement' WHEN blank("end") IS NOT NULL THEN 'a twinning that has ended' WHEN home IS NULL OR host IS NULL THEN 'not a state of the register'
            WHEN home = host THEN 'both towns in one state' WHEN nth > 1 THEN 'the partner''s item says the same' END AS _unwanted
FROM (SELECT *, row_number() OVER (PARTITION BY least(one, two), greatest(one, two), is_deprecated, blank("end") IS NOT NULL ORDER BY coalesce(whole("references"), 0) DESC, _record) AS nth FROM town_pair);
