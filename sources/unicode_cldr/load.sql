-- What Comity ships of CLDR: names of states in the languages of its readers, languages with the share of people who can use
-- them, currencies with the days on which they were legal tender. Keys with "-alt-" are other names of the same territory.
CREATE MACRO cldr_state(code) AS state_by_code('iso2', code, DATE '2026-01-31');
CREATE MACRO cldr_other(code) AS CASE
  WHEN regexp_matches(code, '^\d{3}') THEN 'a region'
  WHEN code IN ('EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA') THEN 'a union, a reserved code or a place without one' END;
CREATE TEMP TABLE language_name AS SELECT language, any_value(name) AS name FROM read_json_records('language_names') WHERE language NOT LIKE '%-alt-%' GROUP BY language;

-- Languages for which CLDR has shares and no English name, by ISO 639-3.
CREATE TEMP TABLE unnamed AS SELECT * FROM (VALUES ('apc', 'Levantine Arabic'), ('mey', 'Hassaniya Arabic'), ('apd', 'Sudanese Arabic'), ('lir', 'Liberian English'), ('rcf', 'Réunion Creole'),
  ('wls', 'Wallisian'), ('bzj', 'Belize Creole'), ('zdj', 'Ngazidja Comorian'), ('wni', 'Ndzwani Comorian'), ('fud', 'East Futuna'), ('gcr', 'Guianese Creole'), ('tts', 'Northeastern Thai'),
  ('buc', 'Bushi'), ('tsj', 'Tshangla'), ('bsq', 'Bassa'), ('skr', 'Saraiki'), ('toi', 'Tonga (Zambia)'), ('bci', 'Baoulé'), ('ndc', 'Ndau'), ('nod', 'Northern Thai'), ('dnj', 'Dan'), ('rkt', 'Rangpuri'),
  ('mop', 'Mopan Maya'), ('lep', 'Lepcha')) t(language, name);

CREATE VIEW observation AS
SELECT 'language_share' AS indicator, state AS from_state, s.language AS product, 'BCP 47' AS product_scheme, DATE '2026-01-31' AS period_start, 0 AS period_months, number(share) AS value, 'percent' AS unit,
       'compiler' AS origin, concat_ws(', ', coalesce(n.name, base.name, u.name, s.language), replace(blank(status), '_', ' ')) AS note, _file, _record, 'share' AS _col,
       CASE WHEN cldr_other(territory) IS NULL AND state IS NULL THEN 'no state has the code ' || territory
            WHEN state IS NOT NULL AND s.language IS NOT NULL AND (number(share) IS NULL OR number(share) NOT BETWEEN 0 AND 100) THEN 'not a share: ' || coalesce(share, '(blank)') END AS _reject,
       CASE WHEN state IS NULL THEN cldr_other(territory) WHEN s.language IS NULL THEN 'no language is given' END AS _unwanted
FROM (SELECT *, cldr_state(territory) AS state FROM read_json_records('languages')) s
LEFT JOIN language_name n ON n.language = replace(s.language, '_', '-') LEFT JOIN language_name base ON base.language = regexp_extract(s.language, '^[a-z]+') LEFT JOIN unnamed u ON u.language = s.language;

-- Codes of former states (SU, DD, YU, CS) mean the state that held them then.
CREATE MACRO cldr_state_then(code, day_from, day_to) AS CASE
  -- Serbia and Montenegro wrote CS from 2003; what the list gives it of before is still not Czechoslovakia's.
  WHEN code = 'CS' AND TRY_CAST(day_from AS DATE) >= DATE '1993-01-01' THEN state_by_key('YUG')
  WHEN code IN ('SU', 'DD', 'YU', 'CS') THEN coalesce(state_by_code('iso2', code, coalesce(TRY_CAST(day_to AS DATE), DATE '1989-01-01')), state_by_code('iso2', code, TRY_CAST(day_from AS DATE)),
                                                      state_by_code('iso2', code, DATE '1989-01-01'))
  ELSE cldr_state(code) END;

CREATE VIEW event AS
SELECT 'currency' AS kind, state AS state_a, currency AS title, coalesce(blank(day_from), '..') || '/' || coalesce(blank(day_to), '..') AS date_edtf, _file, _record, 'currency' AS _col,
       CASE WHEN tender = 'false' THEN NULL WHEN cldr_other(territory) IS NULL AND state IS NULL AND territory NOT IN ('BU', 'TP', 'VD', 'ZR', 'YD', 'AN') THEN 'no state has the code ' || territory
            WHEN state IS NOT NULL AND edtf_checked(coalesce(blank(day_from), '..') || '/' || coalesce(blank(day_to), '..')) IS NULL THEN 'not a span: ' || coalesce(day_from, '') || ' to ' || coalesce(day_to, '') END AS _reject,
       CASE WHEN tender = 'false' THEN 'not legal tender' WHEN state IS NULL THEN coalesce(cldr_other(territory), 'a code that ISO 3166 withdrew') END AS _unwanted
FROM (SELECT *, cldr_state_then(territory, day_from, day_to) AS state FROM read_json_records('currencies'));

CREATE VIEW event_languages AS
SELECT NULL AS kind, _file, _record, 'the name of a language' AS _unwanted FROM read_json_records('language_names');

CREATE VIEW state_name AS
SELECT state, locale AS language, CASE WHEN territory LIKE '%-alt-%' THEN 'variant' ELSE 'short' END AS kind, name, _file, _record, 'name' AS _col,
       CASE WHEN cldr_other(code) IS NULL AND state IS NULL THEN 'no state has the code ' || territory END AS _reject,
       CASE WHEN state IS NULL THEN cldr_other(code) END AS _unwanted
FROM (SELECT *, regexp_extract(territory, '^\w+') AS code, cldr_state(regexp_extract(territory, '^\w+')) AS state FROM (
SELECT 'en' AS locale, territory, name, _file, _record FROM read_json_records('names_en')
UNION ALL SELECT 'de' AS locale, territory, name, _file, _record FROM read_json_records('names_de')
UNION ALL SELECT 'fr' AS locale, territory, name, _file, _record FROM read_json_records('names_fr')
UNION ALL SELECT 'es' AS locale, territory, name, _file, _record FROM read_json_records('names_es')
UNION ALL SELECT 'it' AS locale, territory, name, _file, _record FROM read_json_records('names_it')
UNION ALL SELECT 'pt' AS locale, territory, name, _file, _record FROM read_json_records('names_pt')
UNION ALL SELECT 'nl' AS locale, territory, name, _file, _record FROM read_json_records('names_nl')
UNION ALL SELECT 'pl' AS locale, territory, name, _file, _record FROM read_json_records('names_pl')
UNION ALL SELECT 'uk' AS locale, territory, name, _file, _record FROM read_json_records('names_uk')
UNION ALL SELECT 'ru' AS locale, territory, name, _file, _record FROM read_json_records('names_ru')
UNION ALL SELECT 'kk' AS locale, territory, name, _file, _record FROM read_json_records('names_kk')
UNION ALL SELECT 'uz' AS locale, territory, name, _file, _record FROM read_json_records('names_uz')
UNION ALL SELECT 'ky' AS locale, territory, name, _file, _record FROM read_json_records('names_ky')
UNION ALL SELECT 'tr' AS locale, territory, name, _file, _record FROM read_json_records('names_tr')
UNION ALL SELECT 'ar' AS locale, territory, name, _file, _record FROM read_json_records('names_ar')
UNION ALL SELECT 'fa' AS locale, territory, name, _file, _record FROM read_json_records('names_fa')
UNION ALL SELECT 'hi' AS locale, territory, name, _file, _record FROM read_json_records('names_hi')
UNION ALL SELECT 'zh' AS locale, territory, name, _file, _record FROM read_json_records('names_zh')
UNION ALL SELECT 'ja' AS locale, territory, name, _file, _record FROM read_json_records('names_ja')
UNION ALL SELECT 'ko' AS locale, territory, name, _file, _record FROM read_json_records('names_ko')
UNION ALL SELECT 'vi' AS locale, territory, name, _file, _record FROM read_json_records('names_vi')
UNION ALL SELECT 'id' AS locale, territory, name, _file, _record FROM read_json_records('names_id')
UNION ALL SELECT 'sv' AS locale, territory, name, _file, _record FROM read_json_records('names_sv')
UNION ALL SELECT 'fi' AS locale, territory, name, _file, _record FROM read_json_records('names_fi')
UNION ALL SELECT 'el' AS locale, territory, name, _file, _record FROM read_json_records('names_el')
UNION ALL SELECT 'cs' AS locale, territory, name, _file, _record FROM read_json_records('names_cs')
UNION ALL SELECT 'hu' AS locale, territory, name, _file, _record FROM read_json_records('names_hu')
UNION ALL SELECT 'ro' AS locale, territory, name, _file, _record FROM read_json_records('names_ro')));
