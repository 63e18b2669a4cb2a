-- A row is one visit of one leader to one state, dated by its year alone. The same leader twice in a state and year made
-- two visits: the second row says so as its occasion, so that it is not taken for a repetition.
CREATE TEMP TABLE visit AS
SELECT *, whole("Year") AS y, state_by_name_in_year(trim("Country"), whole("Year")) AS host, row_number() OVER (PARTITION BY "Year", "Name", "Country" ORDER BY _record) AS nth
FROM read_xlsx('visits');

CREATE VIEW event AS
SELECT 'visit' AS kind, state_by_key('CHN') AS state_a, host AS state_b, state_by_key('CHN') AS actor_state, CAST(y AS VARCHAR) AS date_edtf, trim("Name") AS person,
       CASE trim("Level") WHEN 'President' THEN 'President' WHEN 'Premier' THEN 'Premier' WHEN 'Paramount Leader' THEN 'paramount leader'
         WHEN 'Leader CCP' THEN 'leader of the Communist Party' WHEN 'Other (Acting leader)' THEN 'acting leader' END AS office,
       CASE WHEN nth > 1 THEN 'another visit of the year' END AS occasion, CASE WHEN nth > 1 THEN 'Visit ' || nth || ' of the year' END AS title, 'asserted' AS status, _file, _record, 'Country' AS _col,
       CASE WHEN empty THEN NULL WHEN y IS NULL THEN 'not a year: ' || coalesce("Year", '') WHEN blank("Name") IS NULL THEN 'no name' ELSE unknown_state(host, "Country") END AS _reject,
       CASE WHEN empty THEN 'an empty row' ELSE no_state(host, "Country") END AS _unwanted
FROM (SELECT *, blank("Year") IS NULL AND blank("Name") IS NULL AND blank("Country") IS NULL AS empty FROM visit);
