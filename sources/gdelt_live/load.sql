-- A row is one coded event, without a header, 61 columns parted by tabs. Kept is where its report stands, for pairs of states: the address as title,
-- the code as detail. Actors carry CAMEO codes (mostly ISO's letters; AFR, EUR and the like are regions). Day may lie years before the report; DateAdded
-- says when it was found. A report that is coded several times for the same two states is one pointer.
CREATE TEMP TABLE line AS
SELECT *, try_strptime(left(DateAdded, 8), '%Y%m%d')::DATE AS found FROM read_delimited('export');
CREATE VIEW event AS
SELECT 'statement' AS kind, one AS state_a, two AS state_b, one AS actor_state, CAST(found AS VARCHAR) AS date_edtf, SourceURL AS title, 'pointer to a report' AS occasion, 'CAMEO ' || EventCode AS detail, 'vague' AS status, _file, _record, 'SourceURL' AS _col,
       CASE WHEN found IS NULL THEN 'not a day: ' || coalesce(DateAdded, '') WHEN NOT regexp_full_match(coalesce(EventCode, ''), '\d{2,4}') THEN 'not a code: ' || coalesce(EventCode, '') END AS _reject,
       CASE WHEN blank(Actor1CountryCode) IS NULL OR blank(Actor2CountryCode) IS NULL THEN 'an actor without a country' WHEN one IS NULL OR two IS NULL THEN 'an actor of a region'
            WHEN one = two THEN 'within one state' WHEN NOT regexp_matches(coalesce(SourceURL, ''), '^https?://') THEN 'no address of a report' END AS _unwanted
FROM (SELECT *, state_by_code('iso3', Actor1CountryCode, found) AS one, state_by_code('iso3', Actor2CountryCode, found) AS two FROM line);
