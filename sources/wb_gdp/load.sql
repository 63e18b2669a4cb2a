-- One row per country or aggregate and year; a missing year has no row.
CREATE VIEW observation AS
SELECT 'gdp' AS indicator, state AS from_state, year_start(whole("Year")) AS period_start, number("Value") AS value, 'money' AS unit, 'USD' AS currency,
       'compiler' AS origin, _file, _record, 'Value' AS _col,
       CASE WHEN unknown_state(state, "Country Name") IS NOT NULL THEN unknown_state(state, "Country Name")
            WHEN state IS NOT NULL AND number("Value") IS NULL THEN 'not a number: ' || "Value" END AS _reject,
       no_state(state, "Country Name") AS _unwanted
FROM (SELECT *, coalesce(state_by_code_in_year('wb', "Country Code", whole("Year")), state_by_code_in_year('iso3', "Country Code", whole("Year"))) AS state
      FROM read_delimited('gdp'));
