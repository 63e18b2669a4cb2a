-- ISO_A3 is "-99" for France, Norway, Kosovo, Northern Cyprus and Somaliland, so ADM0_A3 leads, with Natural Earth's own
-- letters for some.
CREATE MACRO earth_state(code) AS CASE code
  WHEN 'KOS' THEN state_by_key('XKX') WHEN 'PSX' THEN state_by_key('PSE') WHEN 'SAH' THEN state_by_key('ESH') WHEN 'SDS' THEN state_by_key('SSD') WHEN 'ALD' THEN state_by_key('ALA')
  WHEN 'CYN' THEN state_by_name('Northern Cyprus', DATE '2024-01-24') WHEN 'SOL' THEN state_by_name('Somaliland', DATE '2024-01-24')
  ELSE state_by_code('iso3', code, DATE '2024-01-24') END;

CREATE VIEW state_name AS
SELECT state, 'en' AS language, m.kind AS kind, m.name AS name, _file, _record, m.col AS _col,
       CASE WHEN state IS NULL AND adm0_a3 NOT IN ('CYN', 'SOL') THEN 'no state has the code ' || adm0_a3 WHEN iso_a3 <> '-99' AND state_by_code('iso3', iso_a3, DATE '2024-01-24') <> state THEN 'codes of two states: ' || adm0_a3 || ' and ' || iso_a3 END AS _reject,
       CASE WHEN state IS NULL AND adm0_a3 IN ('CYN', 'SOL') THEN 'a de facto state that the register holds as disputed territory' END AS _unwanted
FROM (SELECT *, earth_state(adm0_a3) AS state, unnest([{kind: 'short', name: name, col: 'name'}, {kind: 'official', name: formal, col: 'formal'}]) AS m FROM read_json_records('countries'))
WHERE m.name IS NOT NULL;

CREATE VIEW event AS
SELECT 'capital' AS kind, state AS state_a, city_of(name) AS place, CASE "kind" WHEN 'Admin-0 capital' THEN 'capital' ELSE 'second capital' END AS occasion,
       'latitude ' || lat || ', longitude ' || lon AS detail, _file, _record, 'name' AS _col,
       CASE WHEN "kind" LIKE 'Admin-0 capital%' AND state IS NULL AND adm0_a3 NOT IN ('CYN', 'SOL') THEN 'no state has the code ' || adm0_a3
            WHEN "kind" LIKE 'Admin-0 capital%' AND (number(lat) IS NULL OR number(lon) IS NULL) THEN 'no coordinates' END AS _reject,
       CASE WHEN "kind" NOT LIKE 'Admin-0 capital%' THEN 'a place that is no capital' WHEN state IS NULL AND adm0_a3 IN ('CYN', 'SOL') THEN 'a de facto state that the register holds as disputed territory' END AS _unwanted
FROM (SELECT * EXCLUDE ("kind"), "kind", earth_state(adm0_a3) AS state FROM read_json_records('places'));

CREATE VIEW event_lines AS
SELECT NULL AS kind, _file, _record, 'a line without the names of its sides' AS _unwanted FROM read_json_records('lines');
