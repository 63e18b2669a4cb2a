-- One record per activity, in two versions of the standard (a title as text, or as a narrative within it). Who funds is a text
-- that often names no state: an activity tells nothing of two states by itself.
CREATE VIEW presence AS
SELECT NULL AS kind, _file, _record, CASE WHEN blank(identifier) IS NULL THEN 'an activity without an identifier' END AS _reject,
       CASE WHEN blank(identifier) IS NOT NULL THEN 'an activity whose funder is a text, not a state' END AS _unwanted
FROM read_xml_records('activities');
