-- One row per neighbour, both directions; an empty neighbour states that there is none.
CREATE TEMP TABLE border AS
SELECT *, state_by_code('iso2', country_code, DATE '2026-01-13') AS one, state_by_code('iso2', country_border_code, DATE '2026-01-13') AS other FROM read_delimited('borders');

CREATE VIEW observation AS
SELECT 'land_border' AS indicator, least(one, other) AS from_state, greatest(one, other) AS to_state, DATE '2026-01-13' AS period_start, 0 AS period_months, 1 AS value, 'score' AS unit, 'compiler' AS origin,
       _file, _record, 'country_border_code' AS _col,
       CASE WHEN one IS NULL THEN 'no state has the code ' || coalesce(country_code, '(blank)') WHEN other IS NULL THEN 'no state has the code ' || country_border_code
            WHEN one = other THEN 'a state with itself' END AS _reject
FROM border WHERE blank(country_border_code) IS NOT NULL;

CREATE VIEW observation_none AS
SELECT 'land_neighbours' AS indicator, one AS from_state, DATE '2026-01-13' AS period_start, 0 AS period_months, 0 AS value, 'true_zero' AS absence, 'count' AS unit, 'compiler' AS origin, _file, _record, 'country_code' AS _col,
       CASE WHEN one IS NULL THEN 'no state has the code ' || coalesce(country_code, '(blank)') END AS _reject
FROM border WHERE blank(country_border_code) IS NULL;

-- A border must stand in both directions, or one of the two states would not know of it.
CREATE VIEW observation_count AS
SELECT 'land_neighbours' AS indicator, any_value(one) AS from_state, DATE '2026-01-13' AS period_start, 0 AS period_months, count(*) AS value, 'count' AS unit, 'compiler' AS origin,
       any_value(_file) AS _file, min(_record) AS _record, 'country_border_code' AS _col
FROM border WHERE blank(country_border_code) IS NOT NULL AND one IS NOT NULL AND other IS NOT NULL AND one <> other GROUP BY one;
