-- An element is one activity. IATI 2.03 wraps every text in a narrative and names the recipient; 1.04 has plain text, and
-- the file of it names a recipient here and there (Honduras stands in its file name, which is no field).
CREATE TEMP TABLE activity AS
SELECT * FROM read_xml_records('activities') UNION ALL BY NAME SELECT * FROM read_xml_records('packed');

CREATE VIEW event AS
SELECT 'statement' AS kind, state AS state_a, trim(split_part("start", chr(10), 1)) AS date_edtf, trim(coalesce(title_text, title)) AS title, 'coded' AS occasion, trim(identifier) AS detail, 'vague' AS status, _file, _record, 'title' AS _col,
       CASE WHEN blank(identifier) IS NULL THEN 'no identifier' WHEN version NOT IN ('1.04', '2.03') OR version IS NULL THEN 'unknown version: ' || coalesce(version, '') WHEN recipient IS NOT NULL AND NOT contains(recipient, chr(10)) AND state IS NULL THEN 'unknown state: ' || recipient END AS _reject,
       CASE WHEN recipient IS NULL THEN 'names no recipient' WHEN contains(recipient, chr(10)) THEN 'several recipients' END AS _unwanted
FROM (SELECT *, state_by_code('iso2', trim(recipient), DATE '2016-04-18') AS state FROM activity);
