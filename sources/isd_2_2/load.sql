-- Dates are D-M-YYYY in one file, Y-M-D in the second, and a mixture in the workbook, where a date of Excel is a day and
-- what Excel could not read stayed text. 1816-01-01 is the first day of the list and 2016-12-31 its last: neither is an
-- event, so the span is open there. Codes of four digits are the list's own, for polities that the Correlates of War lack.
CREATE MACRO isd_day(text) AS CASE
  WHEN regexp_matches(text, '^\d{1,2}-\d{1,2}-\d{4}$') THEN printf('%s-%02d-%02d', regexp_extract(text, '(\d{4})$', 1), whole(regexp_extract(text, '-(\d{1,2})-', 1)), whole(regexp_extract(text, '^(\d{1,2})', 1)))
  ELSE left(text, 10) END;
CREATE TEMP TABLE polity AS
SELECT _file, _record, trim("COWNum") AS code, "COWID" AS letters, "StateName" AS name, isd_day("Start") AS begun, isd_day("End") AS ended, "Start_Am" = '1' AS unsure_start, "End_Am" = '1' AS unsure_end
FROM read_delimited('polities')
UNION ALL SELECT _file, _record, trim("COWNum"), "COWID", "StateName", isd_day("Start"), isd_day("End"), "Start_Am" = '1', "End_Am" = '1' FROM read_delimited('turned')
UNION ALL SELECT _file, _record, trim("COWNum"), "COWID", "StateName", isd_day("Start"), isd_day("End"), "Start_Am" = '1', "End_Am" = '1' FROM read_xlsx('book');

-- The register knows no state by the code on any day: one of the polities that the list adds, small or of the past.
CREATE MACRO never_held(code) AS state_by_code('cow', code, DATE '1850-01-01') IS NULL AND state_by_code('cow', code, DATE '1930-01-01') IS NULL AND state_by_code('cow', code, DATE '1970-01-01') IS NULL AND state_by_code('cow', code, DATE '2000-01-01') IS NULL;
CREATE TEMP TABLE located AS
SELECT *, never_held(code) AS unheld, state_by_code('cow', code, TRY_CAST(begun AS DATE)) AS first_state, state_by_code('cow', code, TRY_CAST(ended AS DATE)) AS last_state FROM polity;

CREATE VIEW event AS
SELECT 'state_span' AS kind, state AS state_a,
       CASE WHEN begun = '1816-01-01' THEN '..' ELSE begun || CASE WHEN unsure_start THEN '?' ELSE '' END END || '/' ||
       CASE WHEN ended = '2016-12-31' THEN '..' ELSE ended || CASE WHEN unsure_end THEN '?' ELSE '' END END AS date_edtf,
       'International System(s) Dataset' AS occasion, 'ISD ' || code AS title, letters || ', ' || name AS detail, _file, _record, 'COWNum' AS _col,
       CASE WHEN TRY_CAST(begun AS DATE) IS NULL OR TRY_CAST(ended AS DATE) IS NULL THEN 'not a day: ' || coalesce(begun, '(blank)') || ' or ' || coalesce(ended, '(blank)')
            WHEN begun = '1816-01-01' AND ended = '2016-12-31' AND state IS NOT NULL THEN NULL
            WHEN state IS NULL AND NOT unheld THEN 'no state has the code ' || code || ' from ' || begun || ' to ' || ended END AS _reject,
       CASE WHEN state IS NULL AND unheld THEN 'a polity that the register does not hold' END AS _unwanted
FROM (SELECT *, unnest(list_distinct([first_state, last_state])) AS state FROM located
      UNION ALL SELECT *, NULL FROM located WHERE first_state IS NULL AND last_state IS NULL);
