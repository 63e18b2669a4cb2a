-- A row is what a company reports on one country for one year. The latest year that names a country gives the company's
-- presence there; the company's home is the state of its head office. Rows on "Other" or on a region are no state.
CREATE TEMP TABLE report AS
SELECT _file, _record, mnc, whole(year) AS year, sector, upe_code, upe_name, jur_code, jur_name, whole(employees) AS employees,
       state_by_code('iso3', upe_code, DATE '2023-12-31') AS home, state_by_code('iso3', jur_code, DATE '2023-12-31') AS host
FROM read_delimited('reports');

CREATE TEMP TABLE latest AS
SELECT mnc, upe_code, jur_code, max(year) AS year FROM report WHERE jur_code <> 'OTHER' GROUP BY ALL;

-- Names in capitals as they are written elsewhere: words of more than three letters small behind their first, shorter ones (BP, BHP, KPN) as they are; and
-- those that are neither.
CREATE TEMP TABLE known_name AS SELECT * FROM (VALUES ('ASTM', 'ASTM'), ('BASF', 'BASF'), ('BAYWA', 'BayWa'), ('DIASORIN', 'DiaSorin'), ('EL CORTE INGLÉS', 'El Corte Inglés'), ('ENAV', 'ENAV'), ('ENI', 'Eni'),
  ('FERROVIE DELLO STATO ITALIANE', 'Ferrovie dello Stato Italiane'), ('GEOPARK', 'GeoPark'), ('IKEA', 'IKEA'), ('INPOST', 'InPost'), ('LU-VE', 'LU-VE'), ('MOTOR OIL HELLAS', 'Motor Oil Hellas'), ('MUNICH RE', 'Munich Re'), ('OHLA', 'OHLA'),
  ('RED ELECTRICA', 'Red Electrica'), ('RIO TINTO', 'Rio Tinto'), ('SAES', 'SAES'), ('ST. JAMES''S PLACE', 'St. James''s Place'), ('SWISS RE', 'Swiss Re'), ('TOTALENERGIES', 'TotalEnergies'), ('VAN LANSCHOT KEMPEN', 'Van Lanschot Kempen')) t(listed, known);
CREATE MACRO company_name(name) AS CASE WHEN name <> upper(name) THEN name ELSE coalesce((SELECT known FROM known_name WHERE listed = name),
  array_to_string(list_transform(string_split(name, ' '), w -> CASE WHEN length(w) <= 3 THEN w ELSE left(w, 1) || lower(w[2:]) END), ' ')) END;

CREATE VIEW presence AS
SELECT r.home AS home_state, r.host AS host_state, 'company' AS kind, company_name(r.mnc) AS name, nullif(r.sector, 'NA') AS sector, 'reports on operations there' AS basis, r.year::VARCHAR AS as_of,
       CASE WHEN r.employees > 0 THEN printf('%d %s in %d', r.employees, CASE WHEN r.employees = 1 THEN 'employee' ELSE 'employees' END, r.year) END AS note, r._file, r._record, 'mnc' AS _col,
       CASE WHEN r.jur_code = 'OTHER' THEN NULL WHEN blank(r.mnc) IS NULL THEN 'no company' WHEN r.year IS NULL THEN 'no year'
            WHEN r.home IS NULL THEN 'unknown state: ' || r.upe_code WHEN r.host IS NULL THEN 'unknown state: ' || r.jur_code END AS _reject,
       CASE WHEN r.jur_code = 'OTHER' THEN 'not a state: region' WHEN r.home = r.host THEN 'the state of the head office itself'
            WHEN r.year < l.year THEN 'an earlier year of the same company in the same state' END AS _unwanted
FROM report r LEFT JOIN latest l ON l.mnc = r.mnc AND l.upe_code = r.upe_code AND l.jur_code = r.jur_code;
