-- Territories are ISO 3166 letters, M49 numbers for regions, and a few of CLDR's own. Keys with "-alt-" are other names of
-- the same territory and no territories. A missing key is inherited from the parent locale, so it is no absence.
CREATE MACRO cldr_state(code) AS state_by_code('iso2', code, DATE '2025-03-13');
-- Why a key is no territory of the register: regions, unions, and places that ISO 3166 only reserves.
CREATE MACRO cldr_other(code) AS CASE
  WHEN regexp_matches(code, '^\d{3}') THEN 'a region'
  WHEN code IN ('EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA') THEN 'a union, a reserved code or a place without one' END;

CREATE VIEW observation AS
SELECT 'language_share' AS indicator, state AS from_state, language AS product, 'BCP 47' AS product_scheme, DATE '2025-03-13' AS period_start, 0 AS period_months, number(share) AS value, 'percent' AS unit,
       'compiler' AS origin, blank(status) AS note, _file, _record, 'share' AS _col,
       CASE WHEN cldr_other(territory) IS NULL AND state IS NULL THEN 'no state has the code ' || territory
            WHEN state IS NOT NULL AND language IS NOT NULL AND (number(share) IS NULL OR number(share) NOT BETWEEN 0 AND 100) THEN 'not a share: ' || coalesce(share, '(blank)') END AS _reject,
       CASE WHEN state IS NULL THEN cldr_other(territory) WHEN language IS NULL THEN 'no language is given' END AS _unwanted
FROM (SELECT *, cldr_state(territory) AS state FROM read_json_records('languages'));

-- A currency's days in a territory; codes of former states (SU, DD, YU, CS) mean the state that held them then.
CREATE MACRO cldr_state_then(code, day_from, day_to) AS CASE
  -- Serbia and Montenegro wrote CS from 2003; what the list gives it of before is still not Czechoslovakia's.
  WHEN code = 'CS' AND TRY_CAST(day_from AS DATE) >= DATE '1993-01-01' THEN state_by_key('YUG')
  WHEN code IN ('SU', 'DD', 'YU', 'CS') THEN coalesce(state_by_code('iso2', code, coalesce(TRY_CAST(day_to AS DATE), DATE '1989-01-01')), state_by_code('iso2', code, TRY_CAST(day_from AS DATE)),
                                                      state_by_code('iso2', code, DATE '1989-01-01'))
  ELSE cldr_state(code) END;

CREATE VIEW event AS
SELECT 'currency' AS kind, state AS state_a, currency AS title, coalesce(blank(day_from), '..') || '/' || coalesce(blank(day_to), '..') AS date_edtf, _file, _record, 'currency' AS _col,
       CASE WHEN tender = 'false' THEN NULL WHEN cldr_other(territory) IS NULL AND state IS NULL AND length(territory) = 2 AND territory NOT IN ('BU', 'CS', 'TP', 'VD', 'ZR', 'YD', 'AN') THEN 'no state has the code ' || territory
            WHEN state IS NOT NULL AND edtf_checked(coalesce(blank(day_from), '..') || '/' || coalesce(blank(day_to), '..')) IS NULL THEN 'not a span: ' || coalesce(day_from, '') || ' to ' || coalesce(day_to, '') END AS _reject,
       CASE WHEN tender = 'false' THEN 'not legal tender' WHEN state IS NULL THEN coalesce(cldr_other(territory), 'a code that ISO 3166 withdrew') END AS _unwanted
FROM (SELECT *, cldr_state_then(territory, day_from, day_to) AS state FROM read_json_records('currencies'));

-- Codes must mean one state: held against the register.
CREATE VIEW event_mappings AS
SELECT NULL AS kind, _file, _record,
       CASE WHEN by2 <> by3 THEN 'codes of two states: ' || code || ' and ' || alpha3 WHEN by2 <> by_number AND alpha3 IS NOT NULL THEN 'codes of two states: ' || code || ' and ' || numeric END AS _reject,
       CASE WHEN by2 IS NULL THEN 'a code that means no state of the register' ELSE 'codes that the register confirms' END AS _unwanted
FROM (SELECT *, cldr_state(code) AS by2, state_by_code('iso3', alpha3, DATE '2025-03-13') AS by3, state_by_code('iso3n', numeric, DATE '2025-03-13') AS by_number FROM read_json_records('mappings'));

CREATE VIEW event_rest AS
SELECT NULL AS kind, _file, _record, 'the tree of M49, which the register holds itself' AS _unwanted FROM read_json_records('containment')
UNION ALL SELECT NULL, _file, _record, 'of languages and scripts, not of states' FROM read_json_records('language_data')
UNION ALL SELECT NULL, _file, _record, 'of time zones, not of states' FROM read_json_records('zones')
UNION ALL SELECT NULL, _file, _record, 'of time zones, not of states' FROM read_json_records('primary_zones')
UNION ALL SELECT NULL, _file, _record, 'of locales, not of states' FROM read_json_records('parents');

CREATE TEMP TABLE named AS
SELECT _file, _record, territory, name, regexp_extract(_file, 'territories-(\w\w)\.json', 1) AS locale FROM read_json_records('names')
UNION ALL SELECT _file, _record, territory, name, regexp_extract(_file, 'main/([^/]+)/territories', 1) FROM read_json_records('all_names');

CREATE VIEW state_name AS
SELECT state, locale AS language, CASE WHEN territory LIKE '%-alt-%' THEN 'variant' ELSE 'short' END AS kind, name, _file, _record, 'name' AS _col,
       CASE WHEN cldr_other(code) IS NULL AND state IS NULL AND territory IS NOT NULL THEN 'no state has the code ' || territory END AS _reject,
       CASE WHEN territory IS NULL THEN 'a locale without names of its own' WHEN state IS NULL THEN cldr_other(code) END AS _unwanted
FROM (SELECT *, regexp_extract(territory, '^\w+') AS code, cldr_state(regexp_extract(territory, '^\w+')) AS state FROM named);
