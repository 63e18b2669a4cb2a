-- Current codes and names. A row whose codes belong to different states in the register would be a reject.
CREATE TEMP TABLE entity AS
SELECT *, state_by_code('iso3', "ISO3166-1-Alpha-3", DATE '2026-05-15') AS state, state_by_code('iso2', "ISO3166-1-Alpha-2", DATE '2026-05-15') AS by_iso2,
       state_by_code('m49', lpad("M49", 3, '0'), DATE '2026-05-15') AS by_m49, state_by_code('wikidata', regexp_extract(wikidata_id, 'Q\d+'), DATE '2026-05-15') AS by_wikidata
FROM read_delimited('codes');

CREATE VIEW state_name AS
SELECT state, m.language AS language, m.kind AS kind, trim(regexp_replace(m.name, '\s*\(.*\)$', '')) AS name, _file, _record, m.col AS _col,
       CASE WHEN state IS NULL THEN 'no state has the code ' || coalesce("ISO3166-1-Alpha-3", '(blank)')
            WHEN by_iso2 <> state THEN 'codes of two states: ' || "ISO3166-1-Alpha-3" || ' and ' || "ISO3166-1-Alpha-2"
            WHEN by_m49 <> state THEN 'codes of two states: ' || "ISO3166-1-Alpha-3" || ' and ' || "M49"
            WHEN by_wikidata <> state THEN 'codes of two states: ' || "ISO3166-1-Alpha-3" || ' and ' || wikidata_id END AS _reject
FROM (SELECT *, unnest([
  {language: 'en', kind: 'short', name: "CLDR display name", col: 'CLDR display name'},
  {language: 'en', kind: 'variant', name: official_name_en, col: 'official_name_en'}, {language: 'fr', kind: 'variant', name: official_name_fr, col: 'official_name_fr'},
  {language: 'es', kind: 'variant', name: official_name_es, col: 'official_name_es'}, {language: 'ru', kind: 'variant', name: official_name_ru, col: 'official_name_ru'},
  {language: 'ar', kind: 'variant', name: official_name_ar, col: 'official_name_ar'}, {language: 'zh', kind: 'variant', name: official_name_cn, col: 'official_name_cn'},
  {language: 'en', kind: 'official', name: "UNTERM English Formal", col: 'UNTERM English Formal'}, {language: 'fr', kind: 'official', name: "UNTERM French Formal", col: 'UNTERM French Formal'},
  {language: 'es', kind: 'official', name: "UNTERM Spanish Formal", col: 'UNTERM Spanish Formal'}, {language: 'ru', kind: 'official', name: "UNTERM Russian Formal", col: 'UNTERM Russian Formal'},
  {language: 'ar', kind: 'official', name: "UNTERM Arabic Formal", col: 'UNTERM Arabic Formal'}, {language: 'zh', kind: 'official', name: "UNTERM Chinese Formal", col: 'UNTERM Chinese Formal'}]) AS m FROM entity)
WHERE blank(m.name) IS NOT NULL;

CREATE VIEW event AS
SELECT 'capital' AS kind, state AS state_a, city_of(trim("Capital")) AS place, 'capital' AS occasion, _file, _record, 'Capital' AS _col FROM entity WHERE blank("Capital") IS NOT NULL AND state IS NOT NULL;

CREATE TEMP TABLE area AS
SELECT *, state_by_code('m49', lpad("M49 Code", 3, '0'), DATE '2026-05-15') AS state, state_by_code('iso3', "ISO-alpha3 Code", DATE '2026-05-15') AS by_iso3,
       CASE regexp_extract(_file, '-(\w\w)\.csv', 1) WHEN 'cn' THEN 'zh' ELSE regexp_extract(_file, '-(\w\w)\.csv', 1) END AS language FROM read_delimited('m49');

CREATE VIEW state_name_m49 AS
SELECT state, language, 'variant' AS kind, trim("Country or Area") AS name, _file, _record, 'Country or Area' AS _col,
       CASE WHEN state IS NULL AND blank("ISO-alpha3 Code") IS NOT NULL THEN 'no state has the M49 code ' || "M49 Code"
            WHEN by_iso3 <> state THEN 'codes of two states: ' || "M49 Code" || ' and ' || "ISO-alpha3 Code" WHEN state IS NULL AND non_state("Country or Area") IS NULL THEN 'unknown area: ' || "Country or Area" END AS _reject,
       CASE WHEN state IS NULL AND blank("ISO-alpha3 Code") IS NULL THEN no_state(state, "Country or Area") END AS _unwanted
FROM area;
