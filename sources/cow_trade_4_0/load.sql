-- flow1 = imports of ccode1 from ccode2, flow2 = imports of ccode2 from ccode1, million USD, rounded to whole millions:
-- a zero may be a small flow. Each record gives up to two facts, one in each importer's books.
CREATE TEMP TABLE flow AS
SELECT whole(year) AS year, ccode1, ccode2, flow1, flow2, _file, _record,
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

CREATE VIEW observation_totals AS
SELECT indicator, state_by_code_in_year('cow', ccode, whole(year)) AS from_state, from_state AS reporter,
       year_start(whole(year)) AS period_start,
       CASE WHEN number(amount) > 0 THEN number(amount) * 1e6 END AS value,
       CASE WHEN blank(amount) IS NULL OR amount = 'NA' THEN 'not_reported' WHEN number(amount) = 0 THEN 'below_unit' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, 'unknown' AS valuation, 'unknown' AS origin,
       _file, _record, indicator_column AS _col,
       CASE WHEN state_by_code_in_year('cow', ccode, whole(year)) IS NULL THEN 'no state has this code in this year' END AS _reject
FROM (SELECT ccode, year, imports AS amount, 'goods_imports_total' AS indicator, 'imports' AS indicator_column, _file, _record FROM read_delimited('totals')
      UNION ALL
      SELECT ccode, year, exports, 'goods_exports_total', 'exports', _file, _record FROM read_delimited('totals'));
