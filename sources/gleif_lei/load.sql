-- A row says that one entity belongs to another. Countries come only from the BICs of banks (their letters 5 and 6), and
-- only where all BICs of an entity name one country. A child with a direct and an ultimate parent is counted once.
CREATE TEMP TABLE bank AS
SELECT "LEI" AS lei, state_by_code('iso2', any_value(substr("BIC", 5, 2)), DATE '2026-01-23') AS state, count(DISTINCT substr("BIC", 5, 2)) AS countries
FROM read_delimited('bic') WHERE regexp_full_match("BIC", '[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2,5}') GROUP BY 1;

CREATE TEMP TABLE tie AS
SELECT r._file, r._record, "Relationship.StartNode.NodeID" AS child, "Relationship.EndNode.NodeID" AS parent, "Relationship.RelationshipType" AS how, "Relationship.RelationshipStatus" AS status,
       c.state AS host, p.state AS home, c.countries AS child_countries, p.countries AS parent_countries,
       row_number() OVER (PARTITION BY "Relationship.StartNode.NodeID", p.state ORDER BY "Relationship.RelationshipType" <> 'IS_DIRECTLY_CONSOLIDATED_BY', r._record) AS nth
FROM read_delimited('relationships') r LEFT JOIN bank c ON c.lei = "Relationship.StartNode.NodeID" LEFT JOIN bank p ON p.lei = "Relationship.EndNode.NodeID";

CREATE VIEW presence AS
SELECT home AS home_state, host AS host_state, 'company' AS kind, child AS name, 'bank' AS sector, lower(replace(how, '_', ' ')) AS basis, '2026-01-23' AS as_of, 'belongs to ' || parent AS note, _file, _record,
       'Relationship.RelationshipType' AS _col,
       CASE WHEN NOT regexp_full_match(coalesce(child, ''), '[A-Z0-9]{20}') OR NOT regexp_full_match(coalesce(parent, ''), '[A-Z0-9]{20}') THEN 'not an LEI' WHEN how NOT LIKE 'IS_%' OR how IS NULL THEN 'unknown relationship: ' || coalesce(how, '') END AS _reject,
       CASE WHEN how NOT IN ('IS_DIRECTLY_CONSOLIDATED_BY', 'IS_ULTIMATELY_CONSOLIDATED_BY') THEN 'a fund or a branch, not a subsidiary' WHEN status <> 'ACTIVE' THEN 'not active'
            WHEN child_countries IS NULL OR parent_countries IS NULL THEN 'no country: not a bank with a BIC' WHEN child_countries > 1 OR parent_countries > 1 OR home IS NULL OR host IS NULL THEN 'BICs of several countries'
            WHEN home = host THEN 'within one state' WHEN nth > 1 THEN 'the same child with another parent of that state' END AS _unwanted
FROM tie;

CREATE VIEW presence_rest AS
SELECT NULL AS home_state, NULL AS host_state, NULL AS kind, _file, _record, CASE WHEN "LEI" NOT IN (SELECT lei FROM bank) THEN 'not a BIC: ' || coalesce("BIC", '') END AS _reject, 'an entity that no relationship names' AS _unwanted
FROM read_delimited('bic') WHERE "LEI" NOT IN (SELECT child FROM tie UNION SELECT parent FROM tie);
CREATE VIEW also_used AS SELECT _file, _record FROM read_delimited('bic') WHERE "LEI" IN (SELECT child FROM tie UNION SELECT parent FROM tie);
