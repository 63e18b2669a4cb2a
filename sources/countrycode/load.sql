-- A dictionary, not a source of facts on the world: its names and the codes of each year are held against the register. NA in a code column is Namibia's, as text.
CREATE TEMP TABLE entry AS
SELECT *, CASE WHEN blank(iso3c) IS NOT NULL THEN state_by_code('iso3', iso3c, DATE '2026-04-17') ELSE state_by_name("country.name.en", DATE '2026-04-17') END AS state,
       state_by_code('iso2', iso2c, DATE '2026-04-17') AS by_iso2
FROM read_delimited('list');

-- Names are held against the register and not taken over: an edition's table of names has no room for their licence.
CREATE VIEW event AS
SELECT NULL AS kind, _file, _record,
       CASE WHEN state IS NULL AND blank(iso3c) IS NOT NULL THEN 'no state has the code ' || iso3c WHEN by_iso2 <> state THEN 'codes of two states: ' || iso2c || ' and ' || iso3c
            WHEN other IS NOT NULL THEN 'the name of another state: ' || other END AS _reject,
       CASE WHEN state IS NULL AND blank(iso3c) IS NULL THEN coalesce(no_state(state, "country.name.en"), 'a polity of the past that the register does not hold under this name')
            WHEN other IS NULL THEN 'codes and names that the register confirms or does not have' END AS _unwanted
FROM (SELECT *, list_filter(["country.name.en", "country.name.de", "country.name.fr", "country.name.es", "country.name.it", "un.name.ru", "un.name.ar", "un.name.zh"],
                            x -> blank(x) IS NOT NULL AND state_by_name(x, DATE '2026-04-17') <> state)[1] AS other FROM entry);

CREATE VIEW event_wide AS
SELECT NULL AS kind, _file, _record, 'the same list with CLDR''s names, which are read from CLDR' AS _unwanted FROM read_delimited('wide')
UNION ALL SELECT NULL, _file, _record, 'a regular expression is no statement' FROM read_delimited('patterns');

-- Country-years: the codes of one row must mean one state of the register in that year. Codes that a list gives back
-- beyond the days of its states (ISO codes of 1789) are not looked at.
CREATE TEMP TABLE country_year AS
SELECT _file, _record, "country.name.en" AS name, year, cown, gwn, state_by_code_in_year('cow', cown, whole(year)) AS by_cow, state_by_code_in_year('gw', gwn, whole(year)) AS by_gw FROM read_delimited('panel');

CREATE VIEW event_panel AS
SELECT NULL AS kind, _file, _record,
       CASE WHEN blank(cown) IS NOT NULL AND by_cow IS NULL THEN 'no state has the COW code ' || cown || ' in ' || year
            WHEN blank(gwn) IS NOT NULL AND by_gw IS NULL THEN 'no state has the GW code ' || gwn || ' in ' || year
            WHEN by_cow <> by_gw THEN 'codes of two states: COW ' || cown || ' and GW ' || gwn || ' in ' || year END AS _reject,
       CASE WHEN (blank(cown) IS NULL OR by_cow IS NOT NULL) AND (blank(gwn) IS NULL OR by_gw IS NOT NULL) AND (by_cow = by_gw OR by_cow IS NULL OR by_gw IS NULL)
            THEN CASE WHEN by_cow IS NULL AND by_gw IS NULL THEN 'a year for which neither list has a code' ELSE 'codes of a year that the register confirms' END END AS _unwanted
FROM country_year;

CREATE VIEW event_since AS
SELECT 'state_span' AS kind, state AS state_a, coalesce(blank(start_year), '..') || '/' || coalesce(blank(year_end), '..') AS date_edtf, 'countrycode' AS occasion, 'countrycode ' || iso3c AS title,
       country AS detail, _file, _record, 'start_year' AS _col,
       CASE WHEN state IS NULL THEN 'no state has the code ' || coalesce(iso3c, '(blank)') || ': ' || country
            WHEN edtf_checked(coalesce(blank(start_year), '..') || '/' || coalesce(blank(year_end), '..')) IS NULL AND (blank(start_year) IS NOT NULL OR blank(year_end) IS NOT NULL) THEN 'not a span: ' || coalesce(start_year, '') || ' to ' || coalesce(year_end, '') END AS _reject,
       CASE WHEN state IS NOT NULL AND blank(start_year) IS NULL AND blank(year_end) IS NULL THEN 'no year' END AS _unwanted
FROM (SELECT *, coalesce(state_by_code('iso3', iso3c, DATE '2026-04-17'), state_by_name(country, DATE '2026-04-17')) AS state FROM read_delimited('since'));
