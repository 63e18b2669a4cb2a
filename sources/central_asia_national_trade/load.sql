-- Four offices, each with a layout of its own; every figure is the reporter's.

-- Spellings of the four lists that the register has not.
CREATE TEMP TABLE spelling (name VARCHAR, key VARCHAR);
INSERT INTO spelling VALUES
  ('Butane', 'BTN'), ('Bostwana', 'BWA'), ('CAR', 'CAF'), ('Eastern SAMOA', 'ASM'), ('American Saoma', 'ASM'), ('Coconut islands', 'CCK'), ('Salvador', 'SLV'),
  ('Zaire', 'COD'), ('Burkino Faso', 'BFA'), ('China (Sar Hong Kong)', 'HKG'), ('SAR-Hong Kong', 'HKG'), ('Macau (Macau)', 'MAC'), ('Korea (DPRK)', 'PRK'),
  ('The Republic of Korea', 'KOR'), ('Taiwan. China province', 'TWN'), ('Great Britain (United Kingdom)', 'GBR'), ('Republic of Macedonia', 'MKD'),
  ('Netherlands antilles', 'ANT'), ('Bouvet', 'BVT'), ('Monako', 'MCO'), ('Cote d'' Ivoire', 'CIV'), ('Folkland Islands (Malvinas)', 'FLK'),
  ('Saint-Barth?lemy', 'BLM'), ('Korea, DPR of', 'PRK'), ('FYR of Macedonia', 'MKD'), ('Virgin Islands, United States', 'VIR');
CREATE MACRO partner_of(written) AS coalesce((SELECT state_by_key(s.key) FROM spelling s WHERE s.name = trim(written)), state_by_name(trim(written), DATE '2023-12-31'));
CREATE TEMP TABLE aggregate AS SELECT unnest(['Total', 'The EU', 'CIS', 'SCO', 'EAEU', 'Europe', 'Asia', 'America', 'Africa', 'Australia and Oceania',
  'European Union (EU)', 'UN', 'Undefined country', 'Unknown country', 'EU countries not specified', 'Other countries']) AS name;

-- Kyrgyzstan: English names in the third column, a year over each column ("2023 1" has a footnote mark), thousand dollars, "-" for nothing.
CREATE TEMP TABLE kg AS
SELECT _file, _record, whole("row") AS r, whole("column") AS c, "column" AS col, trim(text) AS text, sheet, 'goods_exports' AS indicator FROM read_xlsx('kg_exports')
UNION ALL SELECT _file, _record, whole("row"), whole("column"), "column", trim(text), sheet, 'goods_imports' FROM read_xlsx('kg_imports');

CREATE TEMP TABLE kg_year AS
SELECT _file, r, c, whole(regexp_extract(text, '^(\d{4})', 1)) AS year FROM kg WHERE c > 3 AND regexp_matches(text, '^(19|20)\d\d( \d)?$') AND r <= 4;

CREATE TEMP TABLE kg_name AS SELECT _file, r, text AS name, partner_of(text) AS state FROM kg WHERE c = 3;

CREATE VIEW observation_kyrgyzstan AS
SELECT CASE WHEN name = 'Total' THEN indicator || '_total' ELSE indicator END AS indicator,
       CASE WHEN name = 'Total' OR indicator = 'goods_exports' THEN state_by_key('KGZ') ELSE state END AS from_state,
       CASE WHEN name <> 'Total' THEN CASE WHEN indicator = 'goods_exports' THEN state ELSE state_by_key('KGZ') END END AS to_state,
       state_by_key('KGZ') AS reporter, year_start(year) AS period_start,
       CASE WHEN number(text) > 0 THEN round(number(text) * 1e3, 2) END AS value, CASE WHEN number(text) > 0 THEN 'value' ELSE 'zero_or_not_reported' END AS absence,
       'money' AS unit, 'USD' AS currency, 'unknown' AS valuation, CASE WHEN year = 2023 AND indicator = 'goods_imports' THEN 'preliminary' END AS note, _file, _record, col AS _col,
       CASE WHEN is_frame THEN NULL WHEN year IS NULL OR name IS NULL THEN 'a figure outside the table'
            WHEN text <> '-' AND number(text) IS NULL THEN 'not a number: ' || text
            WHEN told_below THEN NULL WHEN name <> 'Total' AND NOT is_aggregate THEN unknown_state(state, name) END AS _reject,
       CASE WHEN is_frame THEN 'title, heading, name of a row or footnote' WHEN is_aggregate AND name <> 'Total' THEN 'not a state: aggregate'
            WHEN state = state_by_key('ANT') AND year > 2010 THEN 'a state that had ended: the Netherlands Antilles'
            WHEN told_below THEN 'a dash where another row of the same country has the figure'
            WHEN name <> 'Total' THEN no_state(state, name) END AS _unwanted
FROM (SELECT kg.*, n.name, n.state, y.year, kg.c <= 3 OR kg.r <= coalesce(h.r, 4) AS is_frame, n.name IN (SELECT name FROM aggregate) AS is_aggregate,
             -- El Salvador has two rows ("Salvador"): what one of them leaves out the other may tell
             n.state IS NOT NULL AND y.year IS NOT NULL AND coalesce(number(kg.text), 0) = 0 AND count(*) FILTER (number(kg.text) > 0) OVER (PARTITION BY kg._file, n.state, kg.c) > 0 AS told_below
      FROM kg LEFT JOIN kg_name n ON n._file = kg._file AND n.r = kg.r LEFT JOIN kg_year y ON y._file = kg._file AND y.c = kg.c
      LEFT JOIN (SELECT _file, max(r) AS r FROM kg_year GROUP BY 1) h ON h._file = kg._file);

-- The same exports in thousand soms, as one total from 1992.
CREATE TEMP TABLE som AS SELECT _file, _record, whole("row") AS r, whole("column") AS c, "column" AS col, trim(text) AS text, sheet FROM read_xlsx('kg_soms');
CREATE VIEW observation_soms AS
SELECT 'goods_exports_total' AS indicator, state_by_key('KGZ') AS from_state, from_state AS reporter, year_start(y.year) AS period_start, round(number(s.text) * 1e3, 2) AS value,
       'money' AS unit, 'KGS' AS currency, 'unknown' AS valuation, s._file, s._record, s.col AS _col,
       CASE WHEN n.text LIKE 'Total%' AND y.year IS NOT NULL AND number(s.text) IS NULL THEN 'not a number: ' || s.text END AS _reject,
       CASE WHEN y.year IS NULL OR s.r = y.r OR s.c <= 3 THEN 'title, heading, name of a row or footnote' WHEN coalesce(n.text, '') NOT LIKE 'Total%' THEN 'not a state: aggregate' END AS _unwanted
FROM som s LEFT JOIN som n ON n.r = s.r AND n.c = 3 AND n.sheet = s.sheet
LEFT JOIN (SELECT sheet, r, c, whole(text) AS year FROM som WHERE r <= 4 AND whole(text) BETWEEN 1990 AND 2100) y ON y.c = s.c AND y.sheet = s.sheet;

-- Georgia: totals and their months in million dollars. The year 2024 ends in October: no year.
CREATE TEMP TABLE ge AS SELECT _file, _record, whole("row") AS r, whole("column") AS c, "column" AS col, trim(text) AS text FROM read_xlsx('georgia');
CREATE TEMP TABLE ge_year AS
SELECT c, whole(left(text, 4)) AS year, (SELECT count(*) FROM ge d JOIN ge m ON m.r = d.r AND m.c = 1 AND m.text = 'December' WHERE d.c = ge.c) = 2 AS is_whole
FROM ge WHERE c > 1 AND r = (SELECT min(r) FROM ge WHERE regexp_matches(text, '^(19|20)\d\d$'));
CREATE VIEW observation_georgia AS
SELECT CASE WHEN n.text = 'Total Exports' THEN 'goods_exports_total' ELSE 'goods_imports_total' END AS indicator, state_by_key('GEO') AS from_state, from_state AS reporter,
       year_start(y.year) AS period_start, round(number(g.text) * 1e6, 2) AS value, 'money' AS unit, 'USD' AS currency, 'unknown' AS valuation, g._file, g._record, g.col AS _col,
       CASE WHEN n.text LIKE 'Total %' AND g.c > 1 AND number(g.text) IS NULL THEN 'not a number: ' || g.text END AS _reject,
       CASE WHEN g.c = 1 OR n.text IS NULL OR y.year IS NULL THEN 'title, heading, name of a row or footnote' WHEN n.text NOT LIKE 'Total %' THEN 'a month of a year that has its total'
            WHEN NOT y.is_whole THEN 'a part of a year' END AS _unwanted
FROM ge g LEFT JOIN ge n ON n.r = g.r AND n.c = 1 LEFT JOIN ge_year y ON y.c = g.c;

-- Uzbekistan: M49 numbers, a column per year. Neither the flow nor the unit is named: 1105 sums to the known exports in thousand dollars, 1176 to the imports.
CREATE TEMP TABLE uz AS
SELECT _file, _record, 'goods_exports' AS indicator, * EXCLUDE (_file, _record, _line, _raw, _problem) FROM read_delimited('uz_exports')
UNION ALL BY NAME
SELECT _file, _record, 'goods_imports' AS indicator, * EXCLUDE (_file, _record, _line, _raw, _problem) FROM read_delimited('uz_imports');
CREATE VIEW observation_uzbekistan AS
SELECT indicator, CASE WHEN indicator = 'goods_exports' THEN state_by_key('UZB') ELSE state END AS from_state, CASE WHEN indicator = 'goods_exports' THEN state ELSE state_by_key('UZB') END AS to_state,
       state_by_key('UZB') AS reporter, year_start(whole(year)) AS period_start, CASE WHEN number(text) > 0 THEN round(number(text) * 1e3, 2) END AS value,
       CASE WHEN blank(text) IS NULL THEN 'not_reported' WHEN number(text) = 0 THEN 'below_unit' ELSE 'value' END AS absence, 'money' AS unit, 'USD' AS currency, 'unknown' AS valuation,
       _file, _record, year AS _col,
       CASE WHEN is_rest THEN NULL WHEN number(text) IS NULL AND blank(text) IS NOT NULL THEN 'not a number: ' || text WHEN state IS NULL THEN 'unknown state: ' || "Klassifikator_en" END AS _reject,
       CASE WHEN is_rest THEN 'not a state: aggregate' WHEN state = state_by_key('UZB') THEN 'the reporter itself'
            WHEN state = state_by_key('ANT') AND whole(year) > 2010 THEN 'a state that had ended: the Netherlands Antilles' END AS _unwanted
FROM (SELECT _file, _record, indicator, "Klassifikator_en", "Code" = '0' AS is_rest, coalesce(state_by_code('iso3n', "Code", DATE '2023-12-31'), partner_of("Klassifikator_en")) AS state, year, text
      FROM uz UNPIVOT INCLUDE NULLS (text FOR year IN (COLUMNS('^\d{4}$'))));

-- Armenia: thousand dollars; a row "Year" among the months. That of 2023 is January alone. "-" is nothing.
CREATE TEMP TABLE am AS
SELECT *, partner_of(country) AS state, whole(timeperiod) AS month, (SELECT count(DISTINCT a.timeperiod) FROM read_delimited('armenia') a WHERE a.year = f.year AND whole(a.timeperiod) IS NOT NULL) AS months
FROM read_delimited('armenia') f;
CREATE VIEW observation_armenia AS
SELECT indicator, CASE WHEN indicator = 'goods_exports' THEN state_by_key('ARM') ELSE state END AS from_state, CASE WHEN indicator = 'goods_exports' THEN state ELSE state_by_key('ARM') END AS to_state,
       state_by_key('ARM') AS reporter, make_date(whole(year), coalesce(month, 1), 1) AS period_start, CASE WHEN month IS NULL THEN 12 ELSE 1 END AS period_months, variant,
       CASE WHEN number(text) > 0 THEN round(number(text) * 1e3, 2) END AS value, CASE WHEN number(text) > 0 THEN 'value' ELSE 'zero_or_not_reported' END AS absence,
       'money' AS unit, 'USD' AS currency, 'unknown' AS valuation, _file, _record, col AS _col,
       CASE WHEN left_out IS NOT NULL THEN NULL WHEN whole(year) IS NULL OR (month IS NULL AND timeperiod <> 'Year') THEN 'no period'
            WHEN text <> '-' AND number(text) IS NULL THEN 'not a number: ' || text ELSE unknown_state(state, country) END AS _reject,
       coalesce(left_out, no_state(state, country)) AS _unwanted
FROM (SELECT *, CASE WHEN blank(country) IS NULL AND blank(year) IS NULL THEN 'a blank line' WHEN country IN (SELECT name FROM aggregate) THEN 'not a state: aggregate'
                     WHEN month IS NOT NULL AND months = 12 THEN 'a month of a year that has its total' WHEN timeperiod = 'Year' AND months < 12 THEN 'a part of a year' END AS left_out
      FROM (SELECT *, 'goods_exports' AS indicator, NULL AS variant, "export" AS text, 'export' AS col FROM am
            UNION ALL SELECT *, 'goods_imports', 'country of origin', import_origin, 'import_origin' FROM am
            UNION ALL SELECT *, 'goods_imports', 'country of consignment', import_consigment, 'import_consigment' FROM am))
UNION ALL BY NAME
SELECT _file, _record, 'turned into euro by a third party at one rate for the year' AS _unwanted FROM read_delimited('converted');
