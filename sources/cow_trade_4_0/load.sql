-- flow1 = imports of ccode1 from ccode2, flow2 = imports of ccode2 from ccode1, million USD, rounded to whole millions:
-- a zero may be a small flow. Each record gives up to two facts, one in each importer's books.
CREATE TEMP TABLE flow AS
SELECT whole(year) AS year, ccode1, ccode2, flow1, flow2, CASE WHEN smoothflow1 IS DISTINCT FROM flow1 THEN smoothflow1 END AS smooth1, CASE WHEN smoothflow2 IS DISTINCT FROM flow2 THEN smoothflow2 END AS smooth2,
       _file, _record,
       state_by_code_in_year('cow', ccode1, whole(year)) AS one, state_by_code_in_year('cow', ccode2, whole(year)) AS two
FROM read_delimited('flows');

CREATE VIEW observation AS
SELECT 'goods_imports' AS indicator, exporter AS from_state, importer AS to_state, importer AS reporter,
       year_start(year) AS period_start,
       CASE WHEN number(flow) > 0 THEN number(flow) * 1e6 END AS value,
       CASE WHEN blank(flow) IS NULL THEN 'not_reported' WHEN number(flow) = 0 THEN 'below_unit' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, 'cif' AS valuation, 'unknown' AS origin,
       _file, _record, col AS _col,
       CASE WHEN year IS NULL THEN 'no year'
            WHEN exporter IS NULL OR importer IS NULL THEN 'no state has this code in this year'
            WHEN blank(flow) IS NOT NULL AND number(flow) IS NULL THEN 'not a number: ' || flow END AS _reject
FROM (SELECT year, one AS importer, two AS exporter, flow1 AS flow, 'flow1' AS col, _file, _record FROM flow
      UNION ALL
      SELECT year, two, one, flow2, 'flow2', _file, _record FROM flow);

-- In the totals the Federal Republic of 1960 to 1989 stands under 255, Germany's code before and since, and again under 260
-- without figures.
CREATE TEMP TABLE total AS
SELECT *, whole(ccode) = 260 AND blank(imports) IS NULL AND blank(exports) IS NULL AND whole(year) BETWEEN 1960 AND 1990 AS is_empty_double, ccode = '341' AND whole(year) < 2006 AS is_early,
       CASE WHEN ccode = '255' AND whole(year) BETWEEN 1960 AND 1989 THEN state_by_key('DEU') ELSE state_by_code_in_year('cow', ccode, whole(year)) END AS state
FROM read_delimited('totals');

CREATE VIEW observation_totals AS
SELECT indicator, state AS from_state, state AS reporter, year_start(whole(year)) AS period_start,
       CASE WHEN number(amount) > 0 THEN number(amount) * 1e6 END AS value,
       CASE WHEN blank(amount) IS NULL OR amount = 'NA' THEN 'not_reported' WHEN number(amount) = 0 THEN 'below_unit' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, 'unknown' AS valuation, 'unknown' AS origin,
       _file, _record, indicator_column AS _col,
       CASE WHEN NOT is_empty_double AND state IS NULL THEN 'no state has this code in this year' END AS _reject,
       CASE WHEN is_empty_double THEN 'the Federal Republic without figures: they stand under 255' WHEN is_early THEN 'Montenegro before it was a state' END AS _unwanted
FROM (SELECT *, imports AS amount, 'goods_imports_total' AS indicator, 'imports' AS indicator_column FROM total
      UNION ALL
      SELECT *, exports, 'goods_exports_total', 'exports' FROM total);

-- The publisher's smoothed figures, where they are not the reported ones (one flow in twenty-five). Kept by code and year.
CREATE VIEW series_smoothed AS
SELECT 'cow_smoothed_imports' AS indicator, 'cow' AS scheme, whole(exporter)::USMALLINT AS from_code, whole(importer)::USMALLINT AS to_code,
       year_start(year) AS day_from, year_end(year) AS day_to, number(smooth) * 1e6 AS value, _file, _record, col AS _col,
       CASE WHEN number(smooth) IS NULL THEN 'not a number: ' || smooth WHEN year IS NULL THEN 'no year' END AS _reject
FROM (SELECT ccode1 AS importer, ccode2 AS exporter, year, smooth1 AS smooth, 'smoothflow1' AS col, _file, _record FROM flow WHERE smooth1 IS NOT NULL
      UNION ALL
      SELECT ccode2, ccode1, year, smooth2, 'smoothflow2', _file, _record FROM flow WHERE smooth2 IS NOT NULL)
WHERE blank(smooth) IS NOT NULL;

-- Years in which two codes are one state (255 and 260 in 1990): the observation of the state cannot say which row it came from,
-- so these rows are kept by code as well.
CREATE TEMP TABLE shared AS
SELECT year, state FROM (SELECT code, year, state_by_code_in_year('cow', code, year) AS state
                         FROM (SELECT DISTINCT ccode1 AS code FROM flow UNION SELECT DISTINCT ccode2 FROM flow), (SELECT DISTINCT year FROM flow WHERE year IS NOT NULL))
WHERE state IS NOT NULL GROUP BY ALL HAVING count(DISTINCT code) > 1;
CREATE VIEW series_shared AS
SELECT 'cow_reported_imports' AS indicator, 'cow' AS scheme, whole(exporter)::USMALLINT AS from_code, whole(importer)::USMALLINT AS to_code,
       year_start(year) AS day_from, year_end(year) AS day_to, number(amount) * 1e6 AS value, _file, _record, col AS _col
FROM (SELECT year, one, two, ccode1 AS importer, ccode2 AS exporter, flow1 AS amount, 'flow1' AS col, _file, _record FROM flow
      UNION ALL
      SELECT year, one, two, ccode2, ccode1, flow2, 'flow2', _file, _record FROM flow) f
WHERE number(amount) IS NOT NULL AND EXISTS (SELECT 1 FROM shared s WHERE s.year = f.year AND s.state IN (f.one, f.two));
