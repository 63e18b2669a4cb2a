-- Macros for every load.sql. Conversions never throw: what cannot be read is NULL, and load.sql gives the reason.

-- '1 234,5' → NULL unless the publisher writes so: number() takes a plain decimal number, blanks around it allowed.
CREATE MACRO number(text) AS TRY_CAST(nullif(trim(text), '') AS DOUBLE);
CREATE MACRO whole(text) AS TRY_CAST(nullif(trim(text), '') AS INTEGER);
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
