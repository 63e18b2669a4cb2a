-- A row is a directed pair of country_ids and a year from 1948; an id numbers the territories that one ISO code has meant in turn (DEU.1, DEU.2), and
-- country_exists says whether it was there in the year. Read is the last year, and of the two directions of a pair, for everything read is the same both
-- ways, the one whose code comes first. Trade, GDP, population and treaties in the table are others' figures and are left to them.
CREATE TEMP TABLE line AS
SELECT _file, _record, whole("year") AS year, "year" AS year_text, iso3_o, iso3_d, country_exists_o = '1' AND country_exists_d = '1' AS both_exist, dist, distcap, contig, comlang_off, comlang_ethno, col_dep_ever FROM read_delimited('pairs');
CREATE TEMP TABLE last_year AS SELECT max(year) AS year FROM line;
CREATE TEMP TABLE pair AS
SELECT line.*, state_by_code_in_year('iso3', iso3_o, line.year) AS one, state_by_code_in_year('iso3', iso3_d, line.year) AS other FROM line, last_year
WHERE line.year = last_year.year AND both_exist AND iso3_o < iso3_d;
CREATE TEMP TABLE measure AS
SELECT *, unnest([{indicator: 'distance_km', variant: 'most populated cities', col: 'dist', text: dist, unit: 'km'}, {indicator: 'distance_capitals_km', variant: NULL, col: 'distcap', text: distcap, unit: 'km'},
                  {indicator: 'land_border', variant: NULL, col: 'contig', text: contig, unit: 'score'}, {indicator: 'language_official_common', variant: NULL, col: 'comlang_off', text: comlang_off, unit: 'score'},
                  {indicator: 'language_spoken_common', variant: NULL, col: 'comlang_ethno', text: comlang_ethno, unit: 'score'}, {indicator: 'colonial_link', variant: NULL, col: 'col_dep_ever', text: col_dep_ever, unit: 'score'}]) AS m
FROM pair;

CREATE VIEW observation AS
SELECT m.indicator, least(one, other) AS from_state, greatest(one, other) AS to_state, year_start(year) AS period_start, 0 AS period_months, m.variant AS variant, number(m.text) AS value,
       CASE WHEN blank(m.text) IS NULL THEN 'not_reported' ELSE 'value' END AS absence, m.unit AS unit, 'compiler' AS origin, 4 AS flags, _file, _record, m.col AS _col,
       CASE WHEN one IS NULL THEN 'no state has the code ' || coalesce(iso3_o, '') WHEN other IS NULL THEN 'no state has the code ' || coalesce(iso3_d, '') WHEN blank(m.text) IS NOT NULL AND number(m.text) IS NULL THEN 'not a number: ' || m.text
            WHEN m.unit = 'score' AND blank(m.text) NOT IN ('0', '1') THEN 'neither 0 nor 1: ' || m.text END AS _reject
FROM measure;
CREATE VIEW observation_rest AS
SELECT NULL AS indicator, _file, _record, CASE WHEN line.year IS NULL THEN 'not a year: ' || coalesce(year_text, '') END AS _reject,
       CASE WHEN line.year < last_year.year THEN 'a year before the last' WHEN NOT both_exist THEN 'a country that was not there' WHEN iso3_o = iso3_d THEN 'a country with itself' ELSE 'the same pair the other way' END AS _unwanted
FROM line, last_year WHERE line.year IS NULL OR line.year < last_year.year OR NOT both_exist OR iso3_o >= iso3_d;
