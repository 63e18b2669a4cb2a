-- One object per country or territory; Kosovo is XK and UNK. Lists come as compact JSON. Names are held against the register
-- and not taken over: an edition's table of names has no room for their licence.
CREATE TEMP TABLE country AS
SELECT *, CASE cca3 WHEN 'UNK' THEN state_by_key('XKX') ELSE state_by_code('iso3', cca3, DATE '2026-04-27') END AS state,
       regexp_extract_all(borders, '"([A-Z]{3})"', 1) AS neighbours
FROM read_json_records('countries');

CREATE VIEW observation AS
SELECT m.indicator, state AS from_state, DATE '2026-04-27' AS period_start, 0 AS period_months, CASE WHEN m.value >= 0 THEN m.value END AS value,
       CASE WHEN m.value < 0 THEN 'not_reported' ELSE 'value' END AS absence, m.unit AS unit, 'compiler' AS origin, _file, _record, m.col AS _col,
       CASE WHEN state IS NULL THEN 'no state has the code ' || coalesce(cca3, '(blank)') WHEN state_by_code('iso2', cca2, DATE '2026-04-27') <> state THEN 'codes of two states: ' || cca2 || ' and ' || cca3
            WHEN coalesce(state_by_name(common, DATE '2026-04-27'), state) <> state THEN 'the name of another state: ' || common
            WHEN m.value IS NULL THEN 'not a number: ' || m.col END AS _reject
FROM (SELECT *, unnest([{indicator: 'area_km2', col: 'area', value: number(area), unit: 'sq km'},
                        {indicator: 'landlocked', col: 'landlocked', value: CASE landlocked WHEN 'true' THEN 1e0 WHEN 'false' THEN 0e0 END, unit: 'score'},
                        {indicator: 'land_neighbours', col: 'borders', value: CAST(len(neighbours) AS DOUBLE), unit: 'count'}]) AS m FROM country);

CREATE VIEW observation_borders AS
SELECT 'land_border' AS indicator, least(state, other) AS from_state, greatest(state, other) AS to_state, DATE '2026-04-27' AS period_start, 0 AS period_months, 1 AS value, 'score' AS unit, 'compiler' AS origin,
       _file, _record, 'borders' AS _col, CASE WHEN other IS NULL THEN 'no state has the code ' || neighbour END AS _reject
FROM (SELECT *, CASE neighbour WHEN 'UNK' THEN state_by_key('XKX') ELSE state_by_code('iso3', neighbour, DATE '2026-04-27') END AS other
      FROM (SELECT *, unnest(neighbours) AS neighbour FROM country)) WHERE state IS NOT NULL;

CREATE VIEW event AS
SELECT 'capital' AS kind, state AS state_a, city_of(city) AS place, 'capital' AS occasion, _file, _record, 'capital' AS _col
FROM (SELECT *, unnest(regexp_extract_all(capital, '"([^"]+)"', 1)) AS city FROM country) WHERE state IS NOT NULL;
