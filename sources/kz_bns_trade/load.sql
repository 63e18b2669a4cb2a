-- Five books, each with its year and the year before, so every year but the first and the last stands in two: the later
-- book revises. A fact is one cell: the row's country (Russian name) under the heading turnover, exports or imports, in
-- thousand USD. Where a sheet's headings stand differs from book to book; they are looked for, never counted.
CREATE TEMP TABLE cell AS
SELECT _file, _record, sheet, whole("row") AS r, whole("column") AS c, "column" AS col, regexp_replace(trim(text), '\s+', ' ', 'g') AS text,
       whole(regexp_extract(_file, '(\d{4})\.xls$', 1)) AS book, whole(regexp_extract(sheet, '^(?:12_)?(\d{4})$', 1)) AS year
FROM read_xls('books');

CREATE TEMP TABLE heading AS
SELECT _file, sheet, r, c, CASE lower(text) WHEN 'товарооборот' THEN 'goods_trade_total' WHEN 'экспорт' THEN 'goods_exports' WHEN 'импорт' THEN 'goods_imports' END AS indicator
FROM cell WHERE year IS NOT NULL AND lower(text) IN ('товарооборот', 'экспорт', 'импорт');

-- Below the headings stands one more row ("Всего", share); the unit is said once above them.
CREATE TEMP TABLE sheet_of AS
SELECT h._file, h.sheet, max(h.r) + 1 AS last_heading, count(DISTINCT h.indicator) AS headings,
       (SELECT count(*) FROM cell u WHERE u._file = h._file AND u.sheet = h.sheet AND u.text = 'тыс. долларов США') AS units
FROM heading h GROUP BY ALL;

CREATE TEMP TABLE figure AS
SELECT cell.*, sheet_of.last_heading, sheet_of.headings, sheet_of.units, heading.indicator, share.c IS NOT NULL AS is_share, country.text AS country,
       state_by_name_in_year(country.text, cell.year) AS partner, country.text IN ('Всего', 'Всего в том числе') AS is_total
FROM cell
LEFT JOIN sheet_of ON sheet_of._file = cell._file AND sheet_of.sheet = cell.sheet
LEFT JOIN heading ON heading._file = cell._file AND heading.sheet = cell.sheet AND heading.c = cell.c
LEFT JOIN cell share ON share._file = cell._file AND share.sheet = cell.sheet AND share.r = sheet_of.last_heading AND share.c = cell.c AND share.text LIKE 'удельный вес%'
LEFT JOIN cell country ON country._file = cell._file AND country.sheet = cell.sheet AND country.r = cell.r AND country.c = 1;

CREATE VIEW observation AS
SELECT CASE WHEN is_total THEN indicator || '_total' ELSE indicator END AS indicator,
       -- Both directions together have no direction: the smaller key stands first.
       CASE indicator WHEN 'goods_imports' THEN CASE WHEN is_total THEN kaz ELSE partner END
                      WHEN 'goods_trade_total' THEN least(kaz, partner) ELSE kaz END AS from_state,
       CASE WHEN is_total THEN NULL WHEN indicator = 'goods_imports' THEN kaz WHEN indicator = 'goods_trade_total' THEN greatest(kaz, partner) ELSE partner END AS to_state,
       kaz AS reporter, year_start(year) AS period_start, 'book of ' || book AS variant,
       CASE WHEN number(text) <> 0 THEN round(number(text) * 1e3, 2) END AS value,
       -- The books say: 0.0 is an insignificant amount.
       CASE WHEN number(text) = 0 THEN 'below_unit' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, 'unknown' AS valuation, _file, _record, col AS _col,
       CASE WHEN year IS NULL OR r <= last_heading OR c = 1 OR is_share OR is_empty OR is_turnover_of_all THEN NULL
            WHEN headings IS DISTINCT FROM 3 OR units IS DISTINCT FROM 1 THEN 'the sheet lacks a heading or its unit'
            WHEN indicator IS NULL THEN 'a cell under no heading: ' || text
            WHEN country IS NULL THEN 'a figure without a country'
            WHEN number(text) IS NULL THEN 'not a number: ' || text
            WHEN NOT is_total THEN unknown_state(partner, country) END AS _reject,
       CASE WHEN year IS NULL THEN 'cover, contents or method'
            WHEN r <= last_heading OR c = 1 THEN 'title, heading or name of a row'
            WHEN is_empty THEN 'an empty cell'
            WHEN is_share THEN 'a share of the total'
            WHEN is_turnover_of_all THEN 'turnover with all countries: exports and imports stand beside it'
            WHEN NOT is_total THEN no_state(partner, country) END AS _unwanted
FROM (SELECT *, state_by_key('KAZ') AS kaz, blank(text) IS NULL AS is_empty, is_total AND indicator = 'goods_trade_total' AS is_turnover_of_all FROM figure);
