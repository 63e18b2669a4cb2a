-- A row of Table 1 is a destination and an origin; from the eighth column figures of 1990, every fifth year to 2020, and 2024, first both
-- sexes, then men, then women. "Type of data" says how the destination counts: B birth, C citizenship, I imputed, R refugees added.
CREATE TEMP TABLE cell AS
SELECT _file, _record, destination, destination_code, basis, origin, origin_code, column_name, persons,
       whole(regexp_extract(column_name, '^(\d{4})$', 1)) AS year
FROM (UNPIVOT (SELECT _file, _record, "Region, development group, country or area of destination" AS destination, "Location code of destination" AS destination_code,
                      COLUMNS('^(Data type|Type of data of destination)$') AS basis, "Region, development group, country or area of origin" AS origin, "Location code of origin" AS origin_code,
                      "1990", "1995", "2000", "2005", "2010", "2015", "2020", "2024" FROM read_xlsx('stock'))
      ON "1990", "1995", "2000", "2005", "2010", "2015", "2020", "2024" INTO NAME column_name VALUE persons);

CREATE TEMP TABLE placed AS
SELECT *, state_by_code_in_year('m49', lpad(trim(destination_code), 3, '0'), 2024) AS host, state_by_code_in_year('m49', lpad(trim(origin_code), 3, '0'), 2024) AS home,
       whole(destination_code) >= 900 OR whole(origin_code) >= 900 AS is_region FROM cell;

CREATE VIEW observation AS
SELECT CASE WHEN basis LIKE '%I%' OR (basis LIKE '%B%' AND basis LIKE '%C%') THEN 'migrant_stock_mixed' WHEN basis LIKE '%C%' THEN 'migrant_stock_citizen' WHEN basis LIKE '%B%' THEN 'migrant_stock_born'
            ELSE 'migrant_stock_mixed' END AS indicator,
       home AS from_state, host AS to_state, make_date(year, 7, 1) AS period_start, 0 AS period_months, 'rev2024' AS variant,
       CASE WHEN number(persons) > 0 THEN number(persons) END AS value,
       CASE WHEN trim(persons) = '..' THEN 'not_reported' WHEN number(persons) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence, 'persons' AS unit, 'compiler' AS origin,
       CASE WHEN basis LIKE '%I%' THEN 256 ELSE 0 END + CASE WHEN basis LIKE '%C%' AND basis NOT LIKE '%B%' THEN 512 ELSE 0 END AS flags,
       CASE WHEN basis LIKE '%R%' THEN 'refugees are added' END AS note, _file, _record, column_name AS _col,
       CASE WHEN is_region THEN NULL WHEN host = home THEN NULL
            WHEN trim(persons) <> '..' AND coalesce(number(persons), -1) < 0 THEN 'not a number of persons: ' || persons
            WHEN host IS NULL AND non_state(destination_code) IS NULL AND whole(destination_code) <> 2003 THEN 'unknown code of a destination: ' || coalesce(destination_code, '')
            WHEN home IS NULL AND whole(origin_code) NOT IN (2003) THEN 'unknown code of an origin: ' || coalesce(origin_code, '') END AS _reject,
       CASE WHEN is_region OR host IS NULL OR home IS NULL THEN 'not a state: region' WHEN host = home THEN 'people in the state they come from' END AS _unwanted
FROM placed WHERE blank(persons) IS NOT NULL;

-- A row without any figure.
CREATE VIEW observation_nothing AS
SELECT 'migrant_stock_born' AS indicator, _file, _record, 'a row without a figure' AS _unwanted FROM read_xlsx('stock')
WHERE coalesce(blank("1990"), blank("1995"), blank("2000"), blank("2005"), blank("2010"), blank("2015"), blank("2020"), blank("2024")) IS NULL;
