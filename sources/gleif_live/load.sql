-- Level 1 says who an entity is and where (jurisdiction "DE" or "US-DE"), level 2 to whom it belongs. A fact is an active entity of one state
-- whose ultimate parent is under another's law. Only entities with an LEI: never a count of all companies.
CREATE TEMP TABLE tie AS
SELECT _file, _record, "Relationship.StartNode.NodeID" AS child, "Relationship.EndNode.NodeID" AS parent, "Relationship.RelationshipType" AS how, "Relationship.RelationshipStatus" AS status,
       left("Registration.LastUpdateDate", 10) AS updated
FROM read_delimited('relationships');

CREATE TEMP TABLE named AS SELECT child AS lei FROM tie WHERE how = 'IS_ULTIMATELY_CONSOLIDATED_BY' UNION SELECT parent FROM tie WHERE how = 'IS_ULTIMATELY_CONSOLIDATED_BY';
CREATE TEMP TABLE listed AS SELECT _file, _record, "LEI" AS lei FROM read_delimited('entities');
CREATE TEMP TABLE entity AS
SELECT "LEI" AS lei, "Entity.LegalName" AS name, "Entity.EntityStatus" AS status,
       state_by_code('iso2', left(coalesce(blank("Entity.LegalJurisdiction"), "Entity.LegalAddress.Country"), 2), DATE '2026-01-01') AS state
FROM read_delimited('entities') WHERE "LEI" IN (SELECT lei FROM named);

CREATE VIEW presence AS
SELECT p.state AS home_state, c.state AS host_state, 'company' AS kind, c.name AS name, 'ultimate parent by LEI' AS basis, CASE WHEN TRY_CAST(updated AS DATE) IS NOT NULL THEN updated END AS as_of,
       'belongs to ' || p.name || '; LEI ' || child AS note, _file, _record, 'Relationship.RelationshipType' AS _col,
       CASE WHEN NOT regexp_full_match(coalesce(child, ''), '[A-Z0-9]{20}') OR NOT regexp_full_match(coalesce(parent, ''), '[A-Z0-9]{20}') THEN 'not an LEI'
            WHEN how IS NULL OR how NOT LIKE 'IS_%' THEN 'unknown relationship: ' || coalesce(how, '')
            WHEN how = 'IS_ULTIMATELY_CONSOLIDATED_BY' AND tie.status = 'ACTIVE' AND (c.lei IS NULL OR p.lei IS NULL) THEN 'an LEI that level 1 does not know' END AS _reject,
       CASE WHEN how <> 'IS_ULTIMATELY_CONSOLIDATED_BY' THEN 'a direct parent, a fund or a branch' WHEN tie.status <> 'ACTIVE' THEN 'not active'
            WHEN c.status <> 'ACTIVE' OR p.status <> 'ACTIVE' THEN 'an entity that is not active' WHEN c.state IS NULL OR p.state IS NULL THEN 'not a state: jurisdiction'
            WHEN c.state = p.state THEN 'within one state' END AS _unwanted
FROM tie LEFT JOIN entity c ON c.lei = child LEFT JOIN entity p ON p.lei = parent;

-- Every entity of level 1 is a record.
CREATE VIEW presence_entities AS
SELECT NULL AS home_state, NULL AS host_state, NULL AS kind, _file, _record,
       CASE WHEN NOT regexp_full_match(coalesce(lei, ''), '[A-Z0-9]{20}') THEN 'not an LEI: ' || coalesce(lei, '') END AS _reject, 'an entity without an ultimate parent or child' AS _unwanted
FROM listed WHERE lei NOT IN (SELECT lei FROM named);
CREATE VIEW also_used AS SELECT _file, _record FROM listed WHERE lei IN (SELECT lei FROM named);
