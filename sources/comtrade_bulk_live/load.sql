-- The 47 fields of the interface as columns parted by tabs (some write CIFValue, FOBValue), every level of the classification in one file: the total
-- (TOTAL) and chapters of two digits are facts. Breakdowns by second partner, customs procedure or mode of transport would count twice. A year that was
-- published again is a second file with another hash: the list names the newest one, by its time; what no list names comes from hand and counts.
CREATE TEMP TABLE named AS
SELECT _file, _record, row_key, regexp_extract(address, '/([0-9a-f]+)$', 1) AS hash, published FROM read_json_records('lists');
CREATE TEMP TABLE old AS
SELECT 'C-A-HS-' || hash || '.txt.gz' AS file FROM (SELECT hash, row_number() OVER (PARTITION BY row_key ORDER BY published DESC, hash) AS nth FROM named WHERE row_key IS NOT NULL) WHERE nth > 1;
CREATE TEMP TABLE line AS
SELECT _file, _record, whole(refYear) AS year, whole(refMonth) AS month, flowCode AS flow, trim(cmdCode) AS product, primaryValue AS amount, reporterCode AS reporter_code, partnerCode AS partner_code,
       CASE WHEN number(cifvalue) > 0 AND flowCode = 'M' THEN 'cif' WHEN number(fobvalue) > 0 THEN 'fob' ELSE 'unknown' END AS valuation, state_by_code_in_year('comtrade', reporterCode, whole(refYear)) AS reporter,
       state_by_code_in_year('comtrade', partnerCode, whole(refYear)) AS partner, lower(isReported) IN ('0', 'false') AS is_estimated,
       coalesce(blank(partner2Code), '0') = '0' AND coalesce(blank(customsCode), 'C00') = 'C00' AND coalesce(blank(motCode), '0') = '0' AS is_whole,
       partnerCode IN ('568', '577', '637', '837', '838', '839', '849', '879', '899', '97', '129', '221', '290', '471', '472', '473', '490', '492', '527', '536', '636') AS is_rest,
       regexp_extract(_file::VARCHAR, '([^/]+)$', 1) IN (SELECT file FROM old) AS is_old
FROM read_delimited('bulk');

-- Chapters of the Harmonised System in short words; the files hold codes alone.
CREATE TEMP TABLE chapter (code VARCHAR, name VARCHAR);
INSERT INTO chapter VALUES
  ('01', 'live animals'), ('02', 'meat'), ('03', 'fish and seafood'), ('04', 'dairy produce, eggs, honey'), ('05', 'other animal products'),
  ('06', 'live plants and flowers'), ('07', 'vegetables'), ('08', 'fruit and nuts'), ('09', 'coffee, tea, spices'), ('10', 'cereals'),
  ('11', 'flour, malt, starch'), ('12', 'oil seeds and fodder'), ('13', 'gums and resins'), ('14', 'plaiting materials'), ('15', 'fats and oils'),
  ('16', 'meat and fish preparations'), ('17', 'sugar and sweets'), ('18', 'cocoa and chocolate'), ('19', 'cereal preparations'),
  ('20', 'vegetable and fruit preparations'), ('21', 'other food preparations'), ('22', 'beverages'), ('23', 'food waste and animal feed'),
  ('24', 'tobacco'), ('25', 'salt, stone, cement'), ('26', 'ores and slag'), ('27', 'mineral fuels and oils'), ('28', 'inorganic chemicals'),
  ('29', 'organic chemicals'), ('30', 'pharmaceuticals'), ('31', 'fertilisers'), ('32', 'dyes and paints'), ('33', 'perfumery and cosmetics'),
  ('34', 'soap, waxes, detergents'), ('35', 'proteins, starches, glues'), ('36', 'explosives and matches'), ('37', 'photographic goods'),
  ('38', 'other chemicals'), ('39', 'plastics'), ('40', 'rubber'), ('41', 'hides and leather'), ('42', 'leather goods'), ('43', 'furs'), ('44', 'wood'),
  ('45', 'cork'), ('46', 'basketware'), ('47', 'pulp'), ('48', 'paper and board'), ('49', 'printed matter'), ('50', 'silk'),
  ('51', 'wool and animal hair'), ('52', 'cotton'), ('53', 'other vegetable fibres'), ('54', 'synthetic filaments'), ('55', 'synthetic staple fibres'),
  ('56', 'wadding, felt, ropes'), ('57', 'carpets'), ('58', 'special fabrics'), ('59', 'coated fabrics'), ('60', 'knitted fabrics'),
  ('61', 'knitted clothing'), ('62', 'woven clothing'), ('63', 'other textiles, rags'), ('64', 'footwear'), ('65', 'headgear'),
  ('66', 'umbrellas and sticks'), ('67', 'feathers, artificial flowers'), ('68', 'articles of stone and plaster'), ('69', 'ceramics'), ('70', 'glass'),
  ('71', 'precious metals and stones'), ('72', 'iron and steel'), ('73', 'articles of iron and steel'), ('74', 'copper'), ('75', 'nickel'),
  ('76', 'aluminium'), ('78', 'lead'), ('79', 'zinc'), ('80', 'tin'), ('81', 'other base metals'), ('82', 'tools and cutlery'),
  ('83', 'articles of base metal'), ('84', 'machinery'), ('85', 'electrical machinery'), ('86', 'railway equipment'), ('87', 'motor vehicles'),
  ('88', 'aircraft'), ('89', 'ships'), ('90', 'optical and medical instruments'), ('91', 'clocks and watches'), ('92', 'musical instruments'),
  ('93', 'arms and ammunition'), ('94', 'furniture and lamps'), ('95', 'toys and sports goods'), ('96', 'sundry manufactures'), ('97', 'works of art');

CREATE VIEW observation AS
SELECT CASE flow WHEN 'M' THEN 'goods_imports' ELSE 'goods_exports' END || CASE WHEN partner_code = '0' THEN '_total' ELSE '' END AS indicator, CASE WHEN flow = 'X' OR partner_code = '0' THEN reporter ELSE partner END AS from_state,
       CASE WHEN partner_code <> '0' THEN CASE flow WHEN 'X' THEN partner ELSE reporter END END AS to_state, reporter,
       year_start(year) AS period_start, CASE product WHEN 'TOTAL' THEN 'total' ELSE product END AS product, CASE WHEN product <> 'TOTAL' THEN 'HS' END AS product_scheme, CASE WHEN number(amount) > 0 THEN number(amount) END AS value,
       CASE WHEN number(amount) = 0 THEN 'below_unit' ELSE 'value' END AS absence, 'money' AS unit, 'USD' AS currency, valuation, CASE WHEN is_estimated THEN 'compiler' ELSE 'reported' END AS origin, c.name AS note, _file, _record, 'primaryValue' AS _col,
       CASE WHEN year IS NULL OR month <> 52 THEN 'not a whole year' WHEN flow IS NULL OR flow NOT IN ('M', 'X', 'RM', 'RX', 'DX', 'FM', 'MIP', 'XIP', 'MOP', 'XOP') THEN 'unknown flow: ' || coalesce(flow, '(blank)')
            WHEN number(amount) IS NULL OR number(amount) < 0 THEN 'not a number: ' || coalesce(amount, '') WHEN reporter IS NULL THEN 'unknown code of a reporter: ' || coalesce(reporter_code, '')
            WHEN partner IS NULL AND partner_code <> '0' AND NOT is_rest THEN 'unknown code of a partner: ' || coalesce(partner_code, '') END AS _reject,
       CASE WHEN is_old THEN 'an older file' WHEN NOT is_whole THEN 'a breakdown of a total' WHEN flow NOT IN ('M', 'X') THEN 're-trade, processing and other flows apart' WHEN product <> 'TOTAL' AND length(product) <> 2 THEN 'below the chapter'
            WHEN partner_code = '0' AND product <> 'TOTAL' THEN 'not a state: world' WHEN partner IS NULL AND is_rest THEN 'not a state: unspecified' WHEN reporter = partner THEN 'goods that come back from where they are reported' END AS _unwanted
FROM line LEFT JOIN chapter c ON c.code = product;
CREATE VIEW also_used AS SELECT _file, _record FROM named;
