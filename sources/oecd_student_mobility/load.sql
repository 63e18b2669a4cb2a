-- A row is one origin in one host and year. Absent and 0 are not told apart. Most counts look doubled; nothing is halved here.
CREATE TEMP TABLE name AS
SELECT name, state_by_name(CASE name WHEN 'CuraÃ§ao' THEN 'Curaçao' ELSE name END, DATE '2019-06-01') AS state
FROM (SELECT DISTINCT COUNTRY_OF_SCHOOL AS name FROM read_delimited('enrolled') UNION SELECT DISTINCT COUNTRY_OF_ORIGIN FROM read_delimited('enrolled'));

CREATE VIEW observation AS
SELECT 'students' AS indicator, o.state AS from_state, h.state AS to_state, h.state AS reporter, make_date(whole("YEAR"), 1, 1) AS period_start, 12 AS period_months, TRUE AS at_end,
       CASE WHEN number(TOTAL_INTL_STUDENTS) > 0 THEN number(TOTAL_INTL_STUDENTS) END AS value, CASE WHEN number(TOTAL_INTL_STUDENTS) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence, 'persons' AS unit, 'none' AS valuation, 'reported' AS origin,
       _file, _record, 'TOTAL_INTL_STUDENTS' AS _col,
       CASE WHEN whole("YEAR") IS NULL THEN 'not a year: ' || coalesce("YEAR", '') WHEN number(TOTAL_INTL_STUDENTS) IS NULL THEN 'not a number: ' || coalesce(TOTAL_INTL_STUDENTS, '')
            ELSE coalesce(unknown_state(h.state, COUNTRY_OF_SCHOOL), unknown_state(o.state, COUNTRY_OF_ORIGIN)) END AS _reject,
       CASE WHEN h.state = o.state THEN 'a state with itself' ELSE coalesce(no_state(h.state, COUNTRY_OF_SCHOOL), no_state(o.state, COUNTRY_OF_ORIGIN)) END AS _unwanted
FROM read_delimited('enrolled') LEFT JOIN name h ON h.name = COUNTRY_OF_SCHOOL LEFT JOIN name o ON o.name = COUNTRY_OF_ORIGIN;
