-- A row is one measure of a reporter over 28 columns of years. Read are the totals of trade and the average tariffs on all
-- products. Rows by partner hold only those that were among the first five of a year: they say nothing of any other year or
-- partner and are left out, as are the files of regions, which name no reporter, and shares, growth and indices. Serbia's name stands for Serbia and Montenegro before 2006.
CREATE TEMP TABLE summary AS
SELECT * FROM (FROM read_delimited('summaries') UNION ALL FROM read_delimited('loose'));

CREATE TEMP TABLE wanted (measure VARCHAR, indicator VARCHAR, scale DOUBLE, unit VARCHAR, currency VARCHAR);
INSERT INTO wanted VALUES
  ('Exports (in US$ Mil)', 'goods_exports_total', 1e6, 'money', 'USD'), ('Imports (in US$ Mil)', 'goods_imports_total', 1e6, 'money', 'USD'),
  ('Simple Average (%)', 'tariff_simple_average', 1, 'percent', NULL), ('Weighted Average (%)', 'tariff_weighted_average', 1, 'percent', NULL);
CREATE TEMP TABLE spelling (name VARCHAR, key VARCHAR);
INSERT INTO spelling VALUES ('Anguila', 'AIA'), ('East Timor', 'TLS'), ('Fm Sudan', 'SDN'), ('Ethiopia(excludes Eritrea)', 'ETH'), ('Occ.Pal.Terr', 'PSE'),
  ('Other Asia, nes', 'TWN'), ('Serbia, FR(Serbia/Montenegro)', 'SRB'), ('Wallis and Futura Isl.', 'WLF'), ('Hong Kong, China', 'HKG');

CREATE TEMP TABLE line AS
SELECT *, partner = 'World' AND product = 'All Products' AND measure IN (SELECT measure FROM wanted) AS is_wanted
FROM (SELECT * EXCLUDE ("Reporter", "Partner", "Product categories", "Indicator"), trim("Reporter") AS name, trim("Partner") AS partner, trim("Product categories") AS product, trim("Indicator") AS measure FROM summary);

CREATE TEMP TABLE wanted_line AS
SELECT l.*, coalesce(state_by_key(s.key), state_by_name(l.name, DATE '2015-12-31')) AS state FROM line l LEFT JOIN spelling s ON s.name = l.name WHERE l.is_wanted;

CREATE TEMP TABLE cell AS
SELECT _file, _record, name, measure, year, trim(text) AS text, state FROM wanted_line UNPIVOT INCLUDE NULLS (text FOR year IN (COLUMNS('^\d{4}$')));

CREATE VIEW observation AS
SELECT w.indicator, CASE WHEN c.name LIKE 'Serbia, FR%' AND whole(c.year) < 2006 THEN state_by_key('YUG') ELSE c.state END AS from_state, from_state AS reporter,
       year_start(whole(c.year)) AS period_start, CASE WHEN number(c.text) > 0 OR w.unit = 'percent' THEN round(number(c.text) * w.scale, 2) END AS value,
       CASE WHEN number(c.text) = 0 AND w.unit = 'money' THEN 'below_unit' ELSE 'value' END AS absence, w.unit, w.currency,
       CASE WHEN w.unit = 'money' THEN 'unknown' ELSE 'none' END AS valuation, c._file, c._record, c.year AS _col,
       CASE WHEN number(c.text) IS NULL THEN 'not a number: ' || c.text WHEN c.name <> '' THEN unknown_state(c.state, c.name) END AS _reject,
       CASE WHEN c.name = '' THEN 'not a state: region' ELSE no_state(c.state, c.name) END AS _unwanted
FROM cell c JOIN wanted w ON w.measure = c.measure WHERE blank(c.text) IS NOT NULL
UNION ALL BY NAME
SELECT _file, _record,
       CASE WHEN name = '' THEN 'not a state: region' WHEN measure LIKE '%Top 5%' THEN 'a partner among the first five of some years only' WHEN is_wanted THEN 'a row without figures'
            WHEN measure IN (SELECT measure FROM wanted) OR measure LIKE 'Export%' OR measure LIKE 'Import%' THEN 'a group of products' ELSE 'a measure that is not read' END AS _unwanted
FROM line WHERE is_wanted IS DISTINCT FROM true OR (_file, _record) IN (SELECT (_file, _record) FROM cell GROUP BY _file, _record HAVING count(blank(text)) = 0);
