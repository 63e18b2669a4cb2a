-- A row is one coded event, without a header, 61 columns parted by tabs. Actors carry CAMEO codes (mostly ISO's letters; AFR,
-- EUR and the like are regions), event codes keep their leading zero.
CREATE TEMP TABLE line AS
SELECT *, state_by_code('iso3', Actor1CountryCode, DATE '2019-10-24') AS one, state_by_code('iso3', Actor2CountryCode, DATE '2019-10-24') AS two, try_strptime("Day", '%Y%m%d')::DATE AS happened
FROM read_delimited('export');

CREATE VIEW event AS
SELECT 'statement' AS kind, one AS state_a, two AS state_b, one AS actor_state, CAST(happened AS VARCHAR) AS date_edtf, 'CAMEO ' || EventCode AS title, 'coded' AS occasion, 'vague' AS status, _file, _record, 'EventCode' AS _col,
       CASE WHEN happened IS NULL THEN 'not a day: ' || coalesce("Day", '') WHEN NOT regexp_full_match(coalesce(EventCode, ''), '\d{2,4}') THEN 'not a code: ' || coalesce(EventCode, '') END AS _reject,
       CASE WHEN blank(Actor1CountryCode) IS NULL OR blank(Actor2CountryCode) IS NULL THEN 'an actor without a country' WHEN one IS NULL OR two IS NULL THEN 'an actor of a region'
            WHEN one = two THEN 'within one state' END AS _unwanted
FROM line;
