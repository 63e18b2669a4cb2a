-- Two grids: migrants have the origin down and the destination across, remittances the sender down and the receiver across.
-- All of it is modelled. Row 1 is the title, row 2 the heading; below the last economy stand totals and notes.
CREATE TEMP TABLE cell AS
SELECT _file, _record, sheet, whole("row") AS r, whole("column") AS c, "column" AS col, trim(text) AS text, 'migrants' AS book FROM read_xlsx('migrants')
UNION ALL
SELECT _file, _record, sheet, whole("row"), whole("column"), "column", trim(text), 'remittances' FROM read_xlsx('remittances');

CREATE TEMP TABLE economy AS
SELECT book, sheet, r, c, text AS name, state_by_name(text, DATE '2017-12-31') AS state
FROM cell WHERE sheet LIKE 'Bilateral%' AND (r = 2 AND c > 1 OR c = 1 AND r > 2);

CREATE TEMP TABLE figure AS
SELECT cell.*, down.name AS down_name, down.state AS down, across.name AS across_name, across.state AS across,
       cell.sheet NOT LIKE 'Bilateral%' AS is_other_sheet, cell.r <= 2 OR cell.c = 1 AS is_frame, abs(number(text)) < 1e-12 AS is_zero
FROM cell
LEFT JOIN economy down ON down.book = cell.book AND down.r = cell.r AND down.c = 1
LEFT JOIN economy across ON across.book = cell.book AND across.c = cell.c AND across.r = 2;

CREATE VIEW observation AS
SELECT CASE book WHEN 'migrants' THEN 'migrant_stock_born' ELSE 'remittances' END AS indicator, down AS from_state, across AS to_state,
       CASE book WHEN 'migrants' THEN across END AS reporter, DATE '2017-01-01' AS period_start, book = 'migrants' AS at_end,
       CASE book WHEN 'migrants' THEN 'World Bank matrix of 2017' END AS variant,
       CASE WHEN NOT is_zero THEN CASE book WHEN 'migrants' THEN number(text) ELSE round(number(text) * 1e6, 2) END END AS value,
       CASE WHEN is_zero THEN 'zero_or_not_reported' WHEN text = '-' THEN 'not_reported' ELSE 'value' END AS absence,
       CASE book WHEN 'migrants' THEN 'persons' ELSE 'money' END AS unit, CASE book WHEN 'remittances' THEN 'USD' END AS currency, 'modelled' AS origin,
       _file, _record, col AS _col,
       CASE WHEN is_other_sheet OR is_frame THEN NULL
            WHEN down_name IS NULL OR across_name IS NULL THEN 'a figure outside the table'
            WHEN number(text) IS NULL AND text <> '-' THEN 'not a number: ' || text
            ELSE coalesce(unknown_state(down, down_name), unknown_state(across, across_name)) END AS _reject,
       CASE WHEN is_other_sheet THEN 'a sheet of names or of a parameter'
            WHEN is_frame THEN 'title, heading, name of a row or note'
            WHEN down = across THEN 'an economy with itself'
            ELSE coalesce(no_state(down, down_name), no_state(across, across_name)) END AS _unwanted
FROM figure;
