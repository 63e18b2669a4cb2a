-- Tables by directed pair and year become spans: a run of years with one value is one row of series, which names the first of
-- its records; all of them are used. Distances and rivalries mean the same both ways and are stored with the lower code first.
CREATE MACRO problem_of(list, code1, code2, year) AS
  CASE WHEN year IS NULL THEN 'no year'
       WHEN state_by_code_in_year(list, code1, year) IS NULL OR state_by_code_in_year(list, code2, year) IS NULL THEN 'no state has this code in this year' END;

-- A row with no pledge is an alliance all the same for the publisher (atop_alliance). 1,300 mirrored rows differ by direction.
CREATE TEMP TABLE alliance AS SELECT *, problem_of('cow', ccode1, ccode2, whole(year)) AS problem FROM read_delimited('alliances');
CREATE TEMP TABLE alliance_cell AS
SELECT ccode1 AS code1, ccode2 AS code2, 0 AS item, whole(year) AS year, indicator, number(text) AS value, problem, _file, _record
FROM (UNPIVOT (SELECT ccode1, ccode2, year, '1' AS atop_alliance, atop_defense, atop_offense, atop_neutral, atop_nonagg, atop_consul, problem, _file, _record FROM alliance)
      ON atop_alliance, atop_defense, atop_offense, atop_neutral, atop_nonagg, atop_consul INTO NAME indicator VALUE text)
WHERE text <> '0';
CREATE VIEW series_alliances AS
SELECT * REPLACE (CASE WHEN _col <> 'atop_alliance' THEN _col END AS _col) FROM runs_of_pairs('alliance_cell', 'cow')
UNION ALL
SELECT 'atop_alliance', 'cow', NULL, NULL, 0, NULL, NULL, NULL, _file, _record, NULL, problem FROM alliance WHERE problem IS NOT NULL;

CREATE TEMP TABLE cow_distance AS
SELECT least(whole(ccode1), whole(ccode2)) AS code1, greatest(whole(ccode1), whole(ccode2)) AS code2, 0 AS item, whole(year) AS year, 'mindist' AS indicator,
       number(mindist) AS value, coalesce(problem_of('cow', ccode1, ccode2, whole(year)), CASE WHEN number(mindist) IS NULL THEN 'not a number: ' || coalesce(blank(mindist), '(blank)') END) AS problem,
       _file, _record
FROM read_delimited('cow_distances');
CREATE TEMP TABLE gw_distance AS
SELECT least(whole(gwcode1), whole(gwcode2)) AS code1, greatest(whole(gwcode1), whole(gwcode2)) AS code2, 0 AS item, whole(year) AS year, 'mindist' AS indicator,
       number(mindist) AS value, coalesce(problem_of('gw', gwcode1, gwcode2, whole(year)), CASE WHEN number(mindist) IS NULL THEN 'not a number: ' || coalesce(blank(mindist), '(blank)') END) AS problem,
       _file, _record
FROM read_delimited('gw_distances');
CREATE VIEW series_distances AS
SELECT * FROM runs_of_pairs('cow_distance', 'cow')
UNION ALL
SELECT * FROM runs_of_pairs('gw_distance', 'gw')
UNION ALL
SELECT indicator, NULL, NULL, NULL, 0, NULL, NULL, NULL, _file, _record, indicator, problem FROM (SELECT * FROM cow_distance UNION ALL SELECT * FROM gw_distance) WHERE problem IS NOT NULL;

-- A span that begins before a number was held and goes on after it (Belgrade under 345 of Gleditsch and Ward from 1878) counts in the years in which it was.
CREATE TEMP TABLE capital_as_told AS
SELECT 'cow' AS scheme, ccode AS code, TRY_CAST(stdate AS DATE) AS day_from, TRY_CAST(enddate AS DATE) AS day_to, lat, lng, _file, _record FROM read_delimited('cow_capitals')
UNION ALL
SELECT 'gw', gwcode, TRY_CAST(stdate AS DATE), TRY_CAST(enddate AS DATE), lat, lng, _file, _record FROM read_delimited('gw_capitals');
CREATE TEMP TABLE capital AS
SELECT * REPLACE (CASE WHEN at_an_end OR len(held) = 0 THEN day_from ELSE make_date(held[1], 1, 1) END AS day_from, CASE WHEN at_an_end OR len(held) = 0 THEN day_to ELSE make_date(held[-1], 12, 31) END AS day_to),
       at_an_end OR len(held) > 0 AS is_held
FROM (SELECT *, coalesce(state_by_code_in_year(scheme, code, year(day_to)::INTEGER), state_by_code_in_year(scheme, code, year(day_from)::INTEGER)) IS NOT NULL AS at_an_end,
             list_filter(range(year(day_from), year(day_to) + 1), y -> state_by_code_in_year(scheme, code, y::INTEGER) IS NOT NULL) AS held
      FROM capital_as_told);
CREATE VIEW series_capitals AS
SELECT indicator, scheme, whole(code)::USMALLINT AS from_code, day_from, day_to, number(text) AS value, _file, _record, column_name AS _col,
       CASE WHEN day_from IS NULL OR day_to IS NULL THEN 'not a day' WHEN number(text) IS NULL THEN 'not a number: ' || coalesce(blank(text), '(blank)')
            WHEN NOT is_held THEN 'no state has this code in these years' END AS _reject
FROM (SELECT *, 'capital_latitude' AS indicator, lat AS text, 'lat' AS column_name FROM capital UNION ALL SELECT *, 'capital_longitude', lng, 'lng' FROM capital);

-- The package's own table of contiguity: COW's spells both ways, and for some pairs a spell of type 0 (not contiguous) over
-- their whole existence, which lies over the others.
CREATE VIEW series_contiguity AS
SELECT 'contiguity_peacesciencer' AS indicator, 'cow' AS scheme, whole(ccode1)::USMALLINT AS from_code, whole(ccode2)::USMALLINT AS to_code, day_from, day_to,
       number(conttype) AS value, _file, _record, 'conttype' AS _col,
       CASE WHEN day_from IS NULL OR day_to IS NULL THEN 'not a day' WHEN number(conttype) IS NULL OR number(conttype) NOT BETWEEN 0 AND 5 THEN 'not a type of contiguity: ' || coalesce(blank(conttype), '(blank)')
            WHEN problem_of('cow', ccode1, ccode2, year(day_from)::INTEGER) IS NOT NULL THEN 'no state has this code in this year' END AS _reject
FROM (SELECT *, TRY_CAST(stdate AS DATE) AS day_from, TRY_CAST(enddate AS DATE) AS day_to FROM read_delimited('contiguity'));

CREATE VIEW series_majors AS
SELECT 'cow_major_power' AS indicator, 'cow' AS scheme, whole(ccode)::USMALLINT AS from_code, day_from, day_to, 1 AS value, _file, _record,
       CASE WHEN day_from IS NULL OR day_to IS NULL THEN 'not a day' END AS _reject
FROM (SELECT *, TRY_CAST(printf('%04d-%02d-%02d', whole(styear), whole(stmonth), whole(stday)) AS DATE) AS day_from,
             TRY_CAST(printf('%04d-%02d-%02d', whole(endyear), whole(endmonth), whole(endday)) AS DATE) AS day_to FROM read_delimited('majors'));

-- Rivalries that ended before 1816 lie before every list of states. Austria-Hungary's (COW 300) pass to Austria (305) in 1919,
-- as in the package.
CREATE TEMP TABLE rivalry AS
SELECT tssr_id, whole(ccode1) AS code1, whole(ccode2) AS code2, whole(start) AS first, whole("end") AS last, "positional", spatial, ideological, interventionary, _file, _record
FROM read_delimited('rivalries');
CREATE TEMP TABLE rivalry_span AS
SELECT * FROM rivalry WHERE NOT (300 IN (code1, code2) AND last >= 1919)
UNION ALL
SELECT * REPLACE (least(last, 1918) AS last) FROM rivalry WHERE 300 IN (code1, code2) AND last >= 1919
UNION ALL
SELECT * REPLACE (CASE WHEN code1 = 300 THEN 305 ELSE code1 END AS code1, CASE WHEN code2 = 300 THEN 305 ELSE code2 END AS code2, 1919 AS first) FROM rivalry
WHERE 300 IN (code1, code2) AND last >= 1919;
CREATE VIEW series_rivalries AS
SELECT indicator, 'cow' AS scheme, least(code1, code2)::USMALLINT AS from_code, greatest(code1, code2)::USMALLINT AS to_code, whole(tssr_id)::UINTEGER AS item,
       year_start(greatest(first, 1816)) AS day_from, year_end(last) AS day_to, 1 AS value, _file, _record, _col,
       CASE WHEN first IS NULL OR last IS NULL THEN 'no year'
            WHEN last >= 1816 AND (coalesce(state_by_code_in_year('cow', code1::VARCHAR, last), state_by_code_in_year('cow', code1::VARCHAR, greatest(first, 1816))) IS NULL
                                OR coalesce(state_by_code_in_year('cow', code2::VARCHAR, last), state_by_code_in_year('cow', code2::VARCHAR, greatest(first, 1816))) IS NULL)
            THEN 'no state has this code in these years' END AS _reject,
       CASE WHEN last < 1816 THEN 'ended before 1816' END AS _unwanted
FROM (SELECT *, 'rivalry' AS indicator, 'tssr_id' AS _col FROM rivalry_span
      UNION ALL SELECT *, 'rivalry_positional', 'positional' FROM rivalry_span WHERE "positional" = '1'
      UNION ALL SELECT *, 'rivalry_spatial', 'spatial' FROM rivalry_span WHERE spatial = '1'
      UNION ALL SELECT *, 'rivalry_ideological', 'ideological' FROM rivalry_span WHERE ideological = '1'
      UNION ALL SELECT *, 'rivalry_interventionary', 'interventionary' FROM rivalry_span WHERE interventionary = '1');

-- Each dispute of each directed pair and year. What the publisher gives for the second state is what the mirrored row gives
-- for the first (checked), so only the first state's side is kept.
CREATE TEMP TABLE dispute AS SELECT *, problem_of('cow', ccode1, ccode2, whole(year)) AS problem FROM read_delimited('disputes');
CREATE TEMP TABLE dispute_cell AS
SELECT ccode1 AS code1, ccode2 AS code2, whole(dispnum) AS item, whole(year) AS year, indicator, number(text) AS value, problem, _file, _record
FROM (UNPIVOT (SELECT ccode1, ccode2, dispnum, year, midongoing AS gml_ongoing, nullif(midonset, '0') AS gml_onset, sidea1 AS gml_sidea, fatality1 AS gml_fatality,
                      fatalpre1 AS gml_fatalpre, hiact1 AS gml_hiact, hostlev1 AS gml_hostlev, orig1 AS gml_orig, problem, _file, _record FROM dispute)
      ON gml_ongoing, gml_onset, gml_sidea, gml_fatality, gml_fatalpre, gml_hiact, gml_hostlev, gml_orig INTO NAME indicator VALUE text);
CREATE TEMP TABLE total AS SELECT * FROM read_delimited('dispute_totals');
CREATE TEMP TABLE total_cell AS
SELECT d.code1, d.code2, d.item, d.year, t.indicator, number(t.text) AS value, d.problem, t._file, t._record
FROM (UNPIVOT (SELECT dispnum, fatality AS gml_dispute_fatality, hostlev AS gml_dispute_hostlev, recip AS gml_dispute_recip, mindur AS gml_dispute_mindur,
                      maxdur AS gml_dispute_maxdur, stmon AS gml_dispute_stmon, _file, _record FROM total)
      ON gml_dispute_fatality, gml_dispute_hostlev, gml_dispute_recip, gml_dispute_mindur, gml_dispute_maxdur, gml_dispute_stmon INTO NAME indicator VALUE text) t
JOIN (SELECT DISTINCT code1, code2, item, year, problem FROM dispute_cell) d ON d.item = whole(t.dispnum);
CREATE VIEW series_disputes AS
SELECT * REPLACE (CASE _col WHEN 'gml_ongoing' THEN 'midongoing' WHEN 'gml_onset' THEN 'midonset' ELSE replace(_col, 'gml_', '') || '1' END AS _col)
FROM runs_of_pairs('dispute_cell', 'cow')
UNION ALL
SELECT * REPLACE (replace(_col, 'gml_dispute_', '') AS _col) FROM runs_of_pairs('total_cell', 'cow')
UNION ALL
SELECT 'gml_ongoing', 'cow', NULL, NULL, 0, NULL, NULL, NULL, _file, _record, NULL, problem FROM dispute WHERE problem IS NOT NULL
UNION ALL
SELECT 'gml_ongoing', 'cow', NULL, NULL, 0, NULL, NULL, NULL, _file, _record, NULL, 'no directed pair has this dispute' FROM total
WHERE whole(dispnum) NOT IN (SELECT item FROM dispute_cell);

CREATE VIEW also_used AS
SELECT _file, _record FROM alliance_cell WHERE problem IS NULL
UNION ALL SELECT _file, _record FROM cow_distance WHERE problem IS NULL
UNION ALL SELECT _file, _record FROM gw_distance WHERE problem IS NULL
UNION ALL SELECT _file, _record FROM dispute_cell WHERE problem IS NULL;
