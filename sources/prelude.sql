-- Macros for every load.sql. Conversions never throw: what cannot be read is NULL, and load.sql gives the reason.

-- '1 234,5' → NULL unless the publisher writes so: number() takes a plain decimal number, blanks around it allowed.
-- Plain digits are read by Comity's own function, the rest (1e6) by DuckDB's cast.
CREATE MACRO number(text) AS coalesce(plain_number(text), TRY_CAST(nullif(trim(text), '') AS DOUBLE));
CREATE MACRO whole(text) AS coalesce(plain_whole(text), TRY_CAST(nullif(trim(text), '') AS INTEGER));
-- First day of a year.
CREATE MACRO year_start(year) AS make_date(CAST(year AS BIGINT), 1, 1);
CREATE MACRO month_start(year, month) AS make_date(CAST(year AS BIGINT), CAST(month AS BIGINT), 1);
-- 'x' → NULL when it is one of the marks.
CREATE MACRO blank(text) AS nullif(trim(text), '');
-- The reason when a state was not found: NULL when it was, or when the name is declared to be none.
CREATE MACRO unknown_state(state, name) AS CASE WHEN state IS NULL AND non_state(name) IS NULL THEN 'unknown state: ' || coalesce(name, '(blank)') END;
-- The declared rule under which a name that is no state is left out.
CREATE MACRO no_state(state, name) AS CASE WHEN state IS NULL AND non_state(name) IS NOT NULL THEN 'not a state: ' || non_state(name) END;
-- A declared repair of one cell, else the cell as it stands.
CREATE MACRO corrected(path, row_number, column_name, text) AS
  coalesce((SELECT c.value FROM correction c WHERE c.file = path AND c.record = row_number AND c.col = column_name AND c.expect = text), text);
-- Length in months of an EDTF period: 12 for a year, 1 for a month, 0 for a day or a point; whole months of an interval.
CREATE MACRO period_length(edtf) AS CASE
  WHEN edtf IS NULL THEN 0
  WHEN edtf_from(edtf) = edtf_to(edtf) THEN 0
  ELSE least(datediff('month', edtf_from(edtf), edtf_to(edtf) + INTERVAL 1 DAY), 255) END;
-- The bit of a hedge word (docs/schema.md, Flags).
CREATE MACRO hedge_flag(hedge) AS CASE hedge WHEN 'gt' THEN 8 WHEN 'ge' THEN 16 WHEN 'lt' THEN 32 WHEN 'le' THEN 64 WHEN 'approx' THEN 128 ELSE 0 END;
-- Last day of a year.
CREATE MACRO year_end(year) AS make_date(CAST(year AS BIGINT), 12, 31);
-- Rows for series from a table cell(code, year, indicator, value, problem, _file, _record): a run of years with one value is
-- one row, which names the first of its records.
CREATE MACRO runs_of_states(cells, list) AS TABLE
SELECT indicator, list AS scheme, code AS from_code, year_start(min(year)) AS day_from, year_end(max(year)) AS day_to, value,
       arg_min(_file, year) AS _file, arg_min(_record, year) AS _record, indicator AS _col, NULL::VARCHAR AS _reject
FROM (SELECT *, year - row_number() OVER (PARTITION BY indicator, code, value ORDER BY year) AS run
      FROM (SELECT indicator, TRY_CAST(code AS INTEGER)::USMALLINT AS code, year, value, _file, _record FROM query_table(cells) WHERE problem IS NULL))
GROUP BY indicator, code, value, run;
-- The same for a directed pair: cell(code1, code2, item, year, indicator, value, problem, _file, _record).
CREATE MACRO runs_of_pairs(cells, list) AS TABLE
SELECT indicator, list AS scheme, code1 AS from_code, code2 AS to_code, item::UINTEGER AS item,
       year_start(min(year)) AS day_from, year_end(max(year)) AS day_to, value,
       arg_min(_file, year) AS _file, arg_min(_record, year) AS _record, indicator AS _col, NULL::VARCHAR AS _reject
FROM (SELECT *, year - row_number() OVER (PARTITION BY indicator, code1, code2, item, value ORDER BY year) AS run
      FROM (SELECT indicator, TRY_CAST(code1 AS INTEGER)::USMALLINT AS code1, TRY_CAST(code2 AS INTEGER)::USMALLINT AS code2, item, year, value, _file, _record
            FROM query_table(cells) WHERE problem IS NULL))
GROUP BY indicator, code1, code2, item, value, run;
