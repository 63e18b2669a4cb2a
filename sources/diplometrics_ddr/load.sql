-- A row is a sending state, a destination and a year. Embassy is 1 where the sender keeps one there; LOR is the level of
-- representation, 1 for an ambassador and less for other ranks and for those accredited from elsewhere. A row without an embassy says that no
-- list names one: representation from elsewhere is kept, anything else gives no fact.
CREATE TEMP TABLE listed AS
SELECT *, whole("Year") AS y, state_by_name_in_year(trim("SendingCountry"), whole("Year")) AS sender, state_by_name_in_year(trim("Destination"), whole("Year")) AS host,
       number("Embassy") AS embassy, number("LOR") AS level
FROM read_xlsx('representation');

CREATE VIEW mission AS
SELECT sender AS sending, host AS receiving, 'embassy' AS kind, embassy = 1 AS resident, y::VARCHAR AS as_listed_on, CASE WHEN level IS NOT NULL THEN 'level of representation ' || level END AS note,
       _file, _record, 'Embassy' AS _col,
       CASE WHEN y IS NULL OR y NOT BETWEEN 1900 AND 2100 THEN 'not a year: ' || coalesce("Year", '') WHEN unknown_state(sender, trim("SendingCountry")) IS NOT NULL THEN unknown_state(sender, trim("SendingCountry"))
            WHEN unknown_state(host, trim("Destination")) IS NOT NULL THEN unknown_state(host, trim("Destination"))
            WHEN blank("Embassy") IS NOT NULL AND embassy IS NULL THEN 'not a number: ' || "Embassy" WHEN sender = host THEN 'a state with itself' END AS _reject,
       CASE WHEN sender IS NULL THEN no_state(sender, trim("SendingCountry")) WHEN host IS NULL THEN no_state(host, trim("Destination"))
            WHEN coalesce(embassy, 0) <> 1 AND coalesce(level, 0) = 0 THEN 'no representation listed' END AS _unwanted
FROM listed;
