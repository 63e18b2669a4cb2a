-- Fourteen books, one a year. A fact is one cell: the column's economy invests (and reports) in the row's, in million USD
-- at the end of the year that the title names. "C" is confidential; a blank has no cell; negative positions are real.
CREATE TEMP TABLE cell AS
SELECT _file, _record, sheet, whole("row") AS r, whole("column") AS c, "column" AS col, trim(text) AS text FROM read_xlsx('positions');

CREATE TEMP TABLE book AS
SELECT _file, max(r) FILTER (text = 'Investment in:') AS header, min(r) FILTER (text = 'Notes' AND c = 1) AS notes,
       whole(regexp_extract(max(text) FILTER (text LIKE 'Table 6-o:%'), 'end-(\d{4})', 1)) AS year,
       count(*) FILTER (text = 'US Dollars, Millions') AS units
FROM cell GROUP BY _file;

CREATE TEMP TABLE economy AS
SELECT cell._file, cell.r, cell.c, cell.text AS name, state_by_name_in_year(cell.text, book.year) AS state
FROM cell JOIN book ON book._file = cell._file WHERE cell.r = book.header OR cell.c = 1;

CREATE TEMP TABLE position AS
SELECT cell._file, cell._record, cell.r, cell.c, cell.col, cell.text, book.header, book.year, book.units, coalesce(book.notes, 1e9) AS notes,
       investor.name AS investor_name, investor.state AS investor, host.name AS host_name, host.state AS host, host.name = 'World' AS is_total
FROM cell JOIN book ON book._file = cell._file
LEFT JOIN economy investor ON investor._file = cell._file AND investor.c = cell.c AND investor.r = book.header
LEFT JOIN (SELECT e._file, e.r, e.name, e.state FROM economy e JOIN book b ON b._file = e._file WHERE e.c = 1 AND e.r > b.header) host ON host._file = cell._file AND host.r = cell.r;

CREATE VIEW observation AS
SELECT CASE WHEN is_total THEN 'fdi_outward_stock_total' ELSE 'fdi_outward_stock' END AS indicator,
       investor AS from_state, CASE WHEN NOT is_total THEN host END AS to_state, investor AS reporter, year_start(year) AS period_start, true AS at_end,
       CASE WHEN NOT is_nothing THEN round(number(text) * 1e6, 2) END AS value,
       CASE WHEN upper(text) = 'C' THEN 'confidential' WHEN is_nothing THEN 'zero_or_not_reported' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, _file, _record, col AS _col,
       CASE WHEN is_frame THEN NULL
            WHEN year IS NULL OR units <> 1 THEN 'the book does not name its year or its unit'
            WHEN host_name IS NULL OR investor_name IS NULL THEN 'a figure outside the table'
            WHEN upper(text) <> 'C' AND number(text) IS NULL THEN 'not a number: ' || text
            ELSE coalesce(unknown_state(investor, investor_name), CASE WHEN NOT is_total THEN unknown_state(host, host_name) END) END AS _reject,
       CASE WHEN is_frame THEN 'title, heading, name of a row or footnote'
            WHEN no_state(investor, investor_name) IS NOT NULL THEN no_state(investor, investor_name)
            WHEN is_total THEN NULL
            WHEN host = state_by_key('ANT') AND year >= 2010 THEN 'a state that had ended: the Netherlands Antilles'
            WHEN investor = host THEN 'an economy''s position in itself'
            ELSE no_state(host, host_name) END AS _unwanted
-- Sums leave specks where there is nothing: of 1e-10 million, and fourteen of less than a dollar.
FROM (SELECT *, header IS NULL OR r <= header OR c = 1 OR r >= notes AS is_frame, abs(number(text)) < 1e-6 AS is_nothing FROM position);

-- The list of reporters carries each host's total, in USD; its other sheets are a cover and labels.
CREATE TEMP TABLE inward AS
SELECT cell.*, name.text AS host_name, whole(heading.text) AS year, state_by_name_in_year(name.text, whole(heading.text)) AS host
FROM (SELECT _file, _record, sheet, whole("row") AS r, whole("column") AS c, "column" AS col, trim(text) AS text FROM read_xlsx('inward')) cell
LEFT JOIN (SELECT whole("row") AS r, trim(text) AS text FROM read_xlsx('inward') WHERE "column" = '1' AND sheet LIKE 'Inward%') name ON name.r = cell.r
LEFT JOIN (SELECT whole("column") AS c, text FROM read_xlsx('inward') WHERE "row" = '1' AND sheet LIKE 'Inward%') heading ON heading.c = cell.c;

CREATE VIEW observation_inward AS
SELECT 'fdi_inward_stock_total' AS indicator, host AS from_state, host AS reporter, year_start(year) AS period_start, true AS at_end,
       CASE WHEN number(text) <> 0 THEN number(text) END AS value, CASE WHEN number(text) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, _file, _record, col AS _col,
       CASE WHEN is_frame THEN NULL
            WHEN year IS NULL OR host_name IS NULL THEN 'a figure outside the table'
            WHEN number(text) IS NULL THEN 'not a number: ' || text
            ELSE unknown_state(host, host_name) END AS _reject,
       CASE WHEN is_frame THEN 'title, heading, name of a row or footnote' ELSE no_state(host, host_name) END AS _unwanted
FROM (SELECT *, sheet NOT LIKE 'Inward%' OR r = 1 OR c = 1 AS is_frame FROM inward);
