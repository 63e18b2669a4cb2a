-- A row is a sending state, a destination and a year. Embassy is 1 where the sender keeps one there; LOR is the level of
-- representation, 1 for an ambassador and less for other ranks and for those accredited from elsewhere. A row without an embassy says that no
-- list names one: representation from elsewhere is kept, anything else gives no fact.
CREATE TEMP TABLE listed AS
SELECT *, whole("Year") AS y, state_by_name_in_year(trim("SendingCountry"), whole("Year")) AS sender, state_by_name_in_year(trim("Destination"), whole("Year")) AS host,
       TRY_CAST(trim("Embassy") AS DOUBLE) AS posts, TRY_CAST(trim("LOR") AS DOUBLE) AS rank_given
FROM read_xlsx('representation');

CREATE VIEW mission AS
SELECT sender AS sending, host AS receiving, 'embassy' AS kind, coalesce(posts, 0) = 1 AS resident, y::VARCHAR AS as_listed_on, CASE WHEN rank_given IS NOT NULL THEN 'level of representation ' || rank_given END AS note,
       _file, _record, 'Embassy' AS _col,
       CASE WHEN y IS NULL OR y NOT BETWEEN 1900 AND 2100 THEN 'not a year: ' || coalesce("Year", '') WHEN unknown_state(sender, trim("SendingCountry")) IS NOT NULL THEN unknown_state(sender, trim("SendingCountry"))
            WHEN unknown_state(host, trim("Destination")) IS NOT NULL THEN unknown_state(host, trim("Destination"))
            WHEN blank("Embassy") IS NOT NULL AND posts IS NULL THEN 'not a number: ' || "Embassy" WHEN sender = host THEN 'a state with itself' END AS _reject,
       CASE WHEN sender IS NULL THEN no_state(sender, trim("SendingCountry")) WHEN host IS NULL THEN no_state(host, trim("Destination"))
            WHEN coalesce(posts, 0) <> 1 AND coalesce(rank_given, 0) = 0 THEN 'no representation listed' END AS _unwanted
FROM listed;
