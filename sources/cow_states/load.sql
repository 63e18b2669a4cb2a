-- A row is a spell of one code. The end 2016-12-31 (in the second packaging 9999-12-31) is the end of the list, so open.
-- One spell of the list may be two states of the register (345: Serbia, then Yugoslavia): then each gets the statement.
CREATE TEMP TABLE spell AS
SELECT _file, _record, ccode AS code, stateabb AS letters, statenme AS name, printf('%s-%02d-%02d', styear, whole(stmonth), whole(stday)) AS begun,
       printf('%s-%02d-%02d', endyear, whole(endmonth), whole(endday)) AS ended, 'ccode' AS col FROM read_delimited('spells')
UNION ALL
SELECT _file, _record, cowcode, cowc, country_name, "start", CASE WHEN "end" = '9999-12-31' THEN '2016-12-31' ELSE "end" END, 'cowcode' FROM read_delimited('package');

CREATE TEMP TABLE located AS
SELECT *, state_by_code('cow', code, TRY_CAST(begun AS DATE)) AS first_state, state_by_code('cow', code, TRY_CAST(ended AS DATE)) AS last_state FROM spell;

CREATE VIEW event AS
SELECT 'state_span' AS kind, state AS state_a, begun || '/' || CASE WHEN ended = '2016-12-31' THEN '..' ELSE ended END AS date_edtf,
       'Correlates of War' AS occasion, 'Correlates of War ' || code AS title, letters || ', ' || name AS detail, _file, _record, col AS _col,
       CASE WHEN TRY_CAST(begun AS DATE) IS NULL OR TRY_CAST(ended AS DATE) IS NULL THEN 'not a day: ' || begun || ' or ' || ended
            WHEN state IS NULL THEN 'no state has the code ' || code || ' from ' || begun || ' to ' || ended END AS _reject
FROM (SELECT *, unnest(list_distinct([first_state, last_state])) AS state FROM located
      UNION ALL SELECT *, NULL FROM located WHERE first_state IS NULL OR last_state IS NULL);

CREATE VIEW event_majors AS
SELECT 'major_power' AS kind, state AS state_a, begun || '/' || CASE WHEN ended = '2016-12-31' THEN '..' ELSE ended END AS date_edtf, 'Correlates of War' AS occasion,
       'Major power, Correlates of War ' || ccode AS title, stateabb AS detail, _file, _record, 'ccode' AS _col,
       CASE WHEN state IS NULL THEN 'no state has the code ' || ccode || ' on ' || ended END AS _reject
FROM (SELECT *, state_by_code('cow', ccode, TRY_CAST(ended AS DATE)) AS state
      FROM (SELECT *, printf('%s-%02d-%02d', styear, whole(stmonth), whole(stday)) AS begun, printf('%s-%02d-%02d', endyear, whole(endmonth), whole(endday)) AS ended FROM read_delimited('majors')));

-- The list by years must lie within the spells; one year outside them would mean that the two files are of different vintages.
CREATE VIEW event_years AS
SELECT NULL AS kind, y._file, y._record,
       CASE WHEN s.code IS NULL THEN 'a year outside every spell of the code ' || y.ccode END AS _reject,
       CASE WHEN s.code IS NOT NULL THEN 'the same spells by years' END AS _unwanted
FROM read_delimited('years') y
LEFT JOIN (SELECT DISTINCT code, unnest(generate_series(CAST(begun[:4] AS BIGINT), CAST(ended[:4] AS BIGINT)))::VARCHAR AS year FROM spell) s ON s.code = y.ccode AND s.year = y.year;
