-- A row is a pair of states in a year: DR_at_1 is the level at which side 2 is represented at side 1, DR_at_2 the other way round.
-- 0 no evidence of representation, 1 chargé d'affaires, 2 minister, 3 ambassador, 9 another level. 0 says that no list names anybody: it A minister heads a legation, an ambassador an embassy; a chargé heads a legation in the days of legations,
-- which ended in the 1960s, and an embassy since.
CREATE TEMP TABLE listed AS
SELECT whole(year) AS y, state_by_code_in_year('cow', ccode1, whole(year)) AS one, state_by_code_in_year('cow', ccode2, whole(year)) AS two, ccode1, ccode2, DR_at_1, DR_at_2, _file, _record
FROM read_delimited('exchange');

CREATE VIEW mission AS
SELECT sending, receiving, CASE trim(level) WHEN '3' THEN 'embassy' WHEN '2' THEN 'legation' WHEN '1' THEN CASE WHEN y < 1970 THEN 'legation' ELSE 'embassy' END ELSE 'representative_office' END AS kind,
       y::VARCHAR AS as_listed_on,
       CASE trim(level) WHEN '3' THEN 'headed by an ambassador' WHEN '2' THEN 'headed by a minister' WHEN '1' THEN 'headed by a chargé d''affaires' WHEN '9' THEN 'headed by somebody of another rank' END AS note,
       _file, _record, col AS _col,
       CASE WHEN y IS NULL THEN 'no year' WHEN sending IS NULL OR receiving IS NULL THEN 'no state has this code in this year'
            WHEN trim(level) NOT IN ('0', '1', '2', '3', '9') THEN 'not a level of representation: ' || coalesce(level, '') END AS _reject,
       CASE WHEN trim(level) = '0' THEN 'no evidence of representation' END AS _unwanted
FROM (SELECT y, two AS sending, one AS receiving, DR_at_1 AS level, 'DR_at_1' AS col, _file, _record FROM listed
      UNION ALL SELECT y, one, two, DR_at_2, 'DR_at_2', _file, _record FROM listed);
