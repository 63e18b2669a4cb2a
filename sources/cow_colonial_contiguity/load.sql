-- conttype: 1 by land, 2 to 5 across up to 12, 24, 150, 400 miles of water. dependl and dependh: the dependency through
-- which (0 = the state itself). A spell of years gives a figure a year, so that a code that changes hands stays right.
CREATE TEMP TABLE contact AS
SELECT *, state_by_code_in_year('cow', statelno, year) AS low, state_by_code_in_year('cow', statehno, year) AS high
FROM (SELECT *, unnest(CASE WHEN whole("begin") <= whole("end") THEN generate_series(CAST(whole("begin") AS BIGINT), CAST(whole("end") AS BIGINT)) ELSE [NULL] END)::INTEGER AS year FROM read_delimited('spells'));

CREATE VIEW observation AS
SELECT 'colonial_contiguity' AS indicator, least(low, high) AS from_state, greatest(low, high) AS to_state, year_start(year) AS period_start,
       'through ' || least(dependl, dependh) || ' and ' || greatest(dependl, dependh) AS variant, number(conttype) AS value, 'score' AS unit, 'compiler' AS origin, _file, _record, 'conttype' AS _col,
       CASE WHEN year IS NULL THEN 'not a span of years: ' || coalesce("begin", '(blank)') || ' to ' || coalesce("end", '(blank)')
            WHEN low IS NULL THEN 'no state has the code ' || statelno || ' in ' || year WHEN high IS NULL THEN 'no state has the code ' || statehno || ' in ' || year
            WHEN conttype NOT IN ('1', '2', '3', '4', '5') THEN 'not a kind of contiguity: ' || coalesce(conttype, '(blank)') END AS _reject
FROM contact;

-- How many such contacts a pair has in a year, by land and by sea.
CREATE VIEW observation_dyads AS
SELECT m.indicator, least(low, high) AS from_state, greatest(low, high) AS to_state, year_start(whole(year)) AS period_start, number(m.text) AS value, 'count' AS unit, 'compiler' AS origin,
       _file, _record, m.col AS _col,
       CASE WHEN low IS NULL THEN 'no state has the code ' || statelno || ' in ' || year WHEN high IS NULL THEN 'no state has the code ' || statehno || ' in ' || year
            WHEN whole(land) + whole(sea) IS DISTINCT FROM whole(total) THEN 'land and sea do not add up to the total' END AS _reject
FROM (SELECT *, state_by_code_in_year('cow', statelno, whole(year)) AS low, state_by_code_in_year('cow', statehno, whole(year)) AS high,
             unnest([{indicator: 'colonial_contiguities_land', col: 'land', text: land}, {indicator: 'colonial_contiguities_sea', col: 'sea', text: sea}]) AS m
      FROM read_delimited('dyads'));

CREATE VIEW observation_states AS
SELECT m.indicator || '_total' AS indicator, state AS from_state, year_start(whole(year)) AS period_start, number(m.text) AS value, 'count' AS unit, 'compiler' AS origin, _file, _record, m.col AS _col,
       CASE WHEN state IS NULL THEN 'no state has the code ' || stateno || ' in ' || year WHEN whole(land) + whole(sea) IS DISTINCT FROM whole(total) THEN 'land and sea do not add up to the total' END AS _reject
FROM (SELECT *, state_by_code_in_year('cow', stateno, whole(year)) AS state,
             unnest([{indicator: 'colonial_contiguities_land', col: 'land', text: land}, {indicator: 'colonial_contiguities_sea', col: 'sea', text: sea}]) AS m
      FROM read_delimited('states'));
