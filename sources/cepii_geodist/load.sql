-- Codes are ISO's of about 2004 with some older ones: ROM, ZAR, TMP, PAL (Palestine) and YUG for Serbia and Montenegro.
CREATE MACRO cepii_state(code) AS CASE code
  WHEN 'ROM' THEN state_by_key('ROU') WHEN 'ZAR' THEN state_by_key('COD') WHEN 'TMP' THEN state_by_key('TLS') WHEN 'PAL' THEN state_by_key('PSE') WHEN 'YUG' THEN state_by_key('YUG')
  ELSE state_by_code('iso3', code, DATE '2004-10-15') END;

CREATE TEMP TABLE dyad AS
SELECT *, cepii_state(iso_o) AS origin_state, cepii_state(iso_d) AS destination_state FROM read_delimited('pairs');

-- Every pair stands twice. What is the same both ways is taken from the row whose first code comes first; smctry is not
-- the same both ways and keeps its direction, so no row is without a fact.
CREATE TEMP TABLE measure AS
SELECT iso_o, iso_d, origin_state, destination_state, _file, _record, unnest([
  {indicator: 'same_country_coded', variant: NULL, col: 'smctry', text: smctry, unit: 'score', both_ways: false},
  {indicator: 'land_border', variant: NULL, col: 'contig', text: contig, unit: 'score', both_ways: true},
  {indicator: 'language_official_common', variant: NULL, col: 'comlang_off', text: comlang_off, unit: 'score', both_ways: true},
  {indicator: 'language_spoken_common', variant: NULL, col: 'comlang_ethno', text: comlang_ethno, unit: 'score', both_ways: true},
  {indicator: 'colonial_link', variant: NULL, col: 'colony', text: colony, unit: 'score', both_ways: true},
  {indicator: 'colonizer_common_after_1945', variant: NULL, col: 'comcol', text: comcol, unit: 'score', both_ways: true},
  {indicator: 'colonial_link_current', variant: NULL, col: 'curcol', text: curcol, unit: 'score', both_ways: true},
  {indicator: 'colonial_link_after_1945', variant: NULL, col: 'col45', text: col45, unit: 'score', both_ways: true},
  {indicator: 'distance_km', variant: 'most populated cities', col: 'dist', text: dist, unit: 'km', both_ways: true},
  {indicator: 'distance_capitals_km', variant: NULL, col: 'distcap', text: distcap, unit: 'km', both_ways: true},
  {indicator: 'distance_km', variant: 'weighted by population', col: 'distw', text: distw, unit: 'km', both_ways: true},
  {indicator: 'distance_km', variant: 'weighted by population, harmonic', col: 'distwces', text: distwces, unit: 'km', both_ways: true}]) AS m
FROM dyad WHERE iso_o <> iso_d;

CREATE VIEW observation AS
SELECT m.indicator, CASE WHEN m.both_ways THEN least(origin_state, destination_state) ELSE origin_state END AS from_state,
       CASE WHEN m.both_ways THEN greatest(origin_state, destination_state) ELSE destination_state END AS to_state, DATE '2004-10-15' AS period_start, 0 AS period_months, m.variant AS variant,
       -- the copy prints floats with noise in the last digits
       round(number(m.text), 6) AS value, CASE WHEN m.text = '.' THEN 'not_reported' ELSE 'value' END AS absence, m.unit AS unit, 'compiler' AS origin, 4 AS flags, _file, _record, m.col AS _col,
       CASE WHEN origin_state IS NULL THEN 'no state has the code ' || iso_o WHEN destination_state IS NULL THEN 'no state has the code ' || iso_d
            WHEN number(m.text) IS NULL AND coalesce(m.text, '') <> '.' THEN 'not a number: ' || coalesce(m.text, '(blank)')
            WHEN m.unit = 'score' AND m.text NOT IN ('0', '1') THEN 'neither 0 nor 1: ' || m.text END AS _reject
FROM measure WHERE NOT m.both_ways OR iso_o < iso_d;

CREATE VIEW observation_own AS
SELECT 'internal_distance_km' AS indicator, origin_state AS from_state, DATE '2004-10-15' AS period_start, 0 AS period_months, number(dist) AS value, 'km' AS unit, 'modelled' AS origin, 4 AS flags, _file, _record,
       'dist' AS _col, CASE WHEN origin_state IS NULL THEN 'no state has the code ' || iso_o END AS _reject
FROM dyad WHERE iso_o = iso_d;

-- The publisher's own book must hold the same rows.
CREATE VIEW observation_book AS
SELECT NULL AS indicator, b._file, b._record,
       CASE WHEN p.iso_o IS NULL THEN 'a pair that the other file lacks'
            WHEN abs(number(b.distcap) - number(p.distcap)) > 0.1 OR abs(number(b.dist) - number(p.dist)) > 0.1 OR whole(b.contig) <> whole(p.contig) THEN 'another value than in the other file' END AS _reject,
       CASE WHEN p.iso_o IS NOT NULL THEN 'the same table in the publisher''s own form' END AS _unwanted
FROM read_xls('pairs_book') b LEFT JOIN dyad p ON p.iso_o = b.iso_o AND p.iso_d = b.iso_d;

-- One row per city: capitals (1), former capitals (2), and the largest city where that is another one.
CREATE TEMP TABLE city AS SELECT *, cepii_state(iso3) AS state FROM read_delimited('cities');

CREATE VIEW event AS
SELECT 'capital' AS kind, state AS state_a, NULL AS date_edtf, city_of(city_en) AS place, CASE cap WHEN '1' THEN 'capital' WHEN '2' THEN 'former capital' ELSE 'largest city' END AS occasion,
       'latitude ' || lat || ', longitude ' || lon AS detail, _file, _record, 'city_en' AS _col,
       CASE WHEN state IS NULL THEN 'no state has the code ' || iso3 WHEN number(lat) IS NULL OR number(lon) IS NULL THEN 'no coordinates' END AS _reject
FROM city;

CREATE VIEW observation_geo AS
SELECT m.indicator, state AS from_state, DATE '2004-10-15' AS period_start, 0 AS period_months, number(m.text) AS value, m.unit AS unit, 'compiler' AS origin, 4 AS flags, _file, _record, m.col AS _col,
       CASE WHEN state IS NULL THEN 'no state has the code ' || iso3 WHEN number(m.text) IS NULL THEN 'not a number: ' || coalesce(m.text, '(blank)') END AS _reject
FROM (SELECT *, unnest([{indicator: 'area_km2', col: 'area', text: area, unit: 'sq km'}, {indicator: 'landlocked', col: 'landlocked', text: landlocked, unit: 'score'}]) AS m FROM city);

CREATE VIEW event_book AS
SELECT NULL AS kind, b._file, b._record, CASE WHEN c.iso3 IS NULL THEN 'a city that the other file lacks' END AS _reject,
       CASE WHEN c.iso3 IS NOT NULL THEN 'the same table in the publisher''s own form' END AS _unwanted
FROM read_xls('cities_book') b LEFT JOIN (SELECT DISTINCT iso3 FROM city) c ON c.iso3 = b.iso3;
