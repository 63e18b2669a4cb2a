-- Four packagings of one list; only the first holds the 23 microstates. What the others repeat is left out by the build
-- itself; where they differ, the other date is a statement of its own. An end of 2017-12-31 or 9999-12-31 is open.
CREATE MACRO turned_day(text) AS CASE WHEN regexp_matches(text, '^\d\d\.\d\d\.\d{4}$') THEN text[7:10] || '-' || text[4:5] || '-' || text[1:2] ELSE left(text, 10) END;
CREATE TEMP TABLE spell AS
SELECT _file, _record, gwcode AS code, country_name AS name, "start" AS begun, "end" AS ended, microstate = 'TRUE' AS micro, 'gwcode' AS col FROM read_delimited('package')
UNION ALL SELECT _file, _record, gwcode, statename, startdate, enddate, false, 'gwcode' FROM read_delimited('scholars')
UNION ALL SELECT _file, _record, "Cow Nr.", "Name of State", turned_day("Start"), turned_day("End"), false, 'Cow Nr.' FROM read_delimited('list')
UNION ALL SELECT _file, _record, "Cow Nr.", "Name of State", turned_day("Start"), turned_day("End"), false, 'Cow Nr.' FROM read_xlsx('book');

CREATE TEMP TABLE located AS
SELECT *, state_by_code('gw', code, TRY_CAST(begun AS DATE)) AS first_state,
       state_by_code('gw', code, CASE WHEN ended >= '2017-12-31' THEN DATE '2017-12-31' ELSE TRY_CAST(ended AS DATE) END) AS last_state FROM spell;

CREATE VIEW event AS
SELECT 'state_span' AS kind, state AS state_a, begun || '/' || CASE WHEN ended >= '2017-12-31' THEN '..' ELSE ended END AS date_edtf,
       'Gleditsch and Ward' AS occasion, 'Gleditsch-Ward ' || code AS title, name || CASE WHEN micro THEN ' (microstate)' ELSE '' END AS detail, _file, _record, col AS _col,
       CASE WHEN TRY_CAST(begun AS DATE) IS NULL OR TRY_CAST(ended AS DATE) IS NULL THEN 'not a day: ' || coalesce(begun, '(blank)') || ' or ' || coalesce(ended, '(blank)')
            WHEN state IS NULL THEN 'no state has the code ' || code || ' from ' || begun || ' to ' || ended END AS _reject
FROM (SELECT *, unnest(list_distinct([first_state, last_state])) AS state FROM located
      UNION ALL SELECT *, NULL FROM located WHERE first_state IS NULL OR last_state IS NULL);
