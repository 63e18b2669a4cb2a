-- A row is an indicator of a country or aggregate, a column a year; empty is no figure. Of the 1,500 indicators two are read: GDP in current dollars and
-- population. Aggregates have codes of three letters too (WLD, EUU, XKX is Kosovo).
CREATE TEMP TABLE wanted (code VARCHAR, indicator VARCHAR);
INSERT INTO wanted VALUES ('NY.GDP.MKTP.CD', 'gdp'), ('SP.POP.TOTL', 'population');
CREATE TEMP TABLE line AS
SELECT * EXCLUDE (_line, _raw, _problem) FROM read_delimited('data');
CREATE TEMP TABLE cell AS
SELECT _file, _record, trim("Country Name") AS name, trim("Country Code") AS code, w.indicator, whole(year) AS year, year AS column_name, text
FROM (UNPIVOT (SELECT _file, _record, "Country Name", "Country Code", "Indicator Code", COLUMNS('^(19|20)\d\d$') FROM line WHERE trim("Indicator Code") IN (SELECT code FROM wanted))
      ON COLUMNS('^(19|20)\d\d$') INTO NAME year VALUE text) JOIN wanted w ON w.code = trim("Indicator Code");

CREATE VIEW observation AS
SELECT indicator, state AS from_state, year_start(year) AS period_start, number(text) AS value, CASE indicator WHEN 'population' THEN 'persons' ELSE 'money' END AS unit, CASE indicator WHEN 'gdp' THEN 'USD' END AS currency, 'compiler' AS origin,
       _file, _record, column_name AS _col, CASE WHEN number(text) IS NULL THEN 'not a number: ' || text ELSE unknown_state(state, name) END AS _reject, no_state(state, name) AS _unwanted
FROM (SELECT *, coalesce(state_by_code_in_year('wb', code, year), state_by_code_in_year('iso3', code, year)) AS state FROM cell) WHERE blank(text) IS NOT NULL;
CREATE VIEW observation_rest AS
SELECT NULL AS indicator, _file, _record, CASE WHEN trim("Indicator Code") IN (SELECT code FROM wanted) THEN 'a row without a figure' ELSE 'another indicator' END AS _unwanted
FROM line WHERE (_file, _record) NOT IN (SELECT (_file, _record) FROM cell WHERE blank(text) IS NOT NULL);
