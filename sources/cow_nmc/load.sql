-- One record gives up to seven figures of a state in a year. A run of years with the same figure is one row of series; the
-- records behind it are all used, the first one is named.
CREATE TEMP TABLE cell AS
SELECT ccode AS code, whole(year) AS year, indicator, number(text) AS value, _file, _record,
       CASE WHEN whole(year) IS NULL THEN 'no year'
            WHEN state_by_code_in_year('cow', ccode, whole(year)) IS NULL THEN 'no state has this code in this year'
            WHEN number(text) IS NULL THEN 'not a number: ' || text END AS problem
FROM (UNPIVOT (SELECT ccode, year, milex, milper, irst, pec, tpop, upop, cinc, _file, _record FROM read_delimited('capabilities'))
      ON milex, milper, irst, pec, tpop, upop, cinc INTO NAME indicator VALUE text)
WHERE blank(text) IS NOT NULL;

CREATE VIEW series AS
SELECT * FROM runs_of_states('cell', 'cow')
UNION ALL
SELECT indicator, 'cow', NULL, NULL, NULL, NULL, _file, _record, indicator, problem FROM cell WHERE problem IS NOT NULL;

CREATE VIEW also_used AS SELECT DISTINCT _file, _record FROM cell WHERE problem IS NULL;
CREATE VIEW series_blank AS
SELECT 'milex' AS indicator, _file, _record, 'every cell is blank' AS _unwanted FROM read_delimited('capabilities')
WHERE coalesce(blank(milex), blank(milper), blank(irst), blank(pec), blank(tpop), blank(upop), blank(cinc)) IS NULL;
