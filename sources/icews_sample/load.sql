-- A row is one coded event. Countries are names, NA is missing (Namibia is "Namibia"), codes are texts with a leading zero.
CREATE MACRO land(text) AS nullif(nullif(trim(text), 'NA'), '');
CREATE TEMP TABLE line AS
SELECT *, state_by_name(land("Source Country"), DATE '2018-06-01') AS one, state_by_name(land("Target Country"), DATE '2018-06-01') AS two FROM read_delimited('events');

CREATE VIEW event AS
SELECT 'statement' AS kind, one AS state_a, two AS state_b, one AS actor_state, "Event Date" AS date_edtf, "Event Text" AS title, 'coded' AS occasion, 'CAMEO ' || "CAMEO Code" AS detail, 'vague' AS status,
       _file, _record, 'Event Text' AS _col,
       CASE WHEN TRY_CAST("Event Date" AS DATE) IS NULL THEN 'not a day: ' || coalesce("Event Date", '') WHEN land("Source Country") IS NULL OR land("Target Country") IS NULL THEN NULL
            ELSE coalesce(unknown_state(one, "Source Country"), unknown_state(two, "Target Country")) END AS _reject,
       CASE WHEN land("Source Country") IS NULL OR land("Target Country") IS NULL THEN 'an actor without a country' WHEN one = two THEN 'within one state'
            ELSE coalesce(no_state(one, "Source Country"), no_state(two, "Target Country")) END AS _unwanted
FROM line;

CREATE VIEW event_rest AS SELECT NULL AS kind, NULL AS state_a, _file, _record, 'a line of the code book' AS _unwanted FROM read_delimited('codes');
