-- A row is a state in a year, a column an organisation: 1 full, 2 associate, 3 observer; 0 none, -9 not known, -1 no such
-- organisation or state. A run of years in one status is one row of series; item is the number of the organisation's column.
-- igo_observed holds the years of which the table speaks at all. Of organisations that articles name and whose own lists of members the
-- edition does not hold, each run of years is a membership as well, up to the last year that is coded for the organisation.
CREATE TEMP TABLE state_year AS
SELECT *, CASE WHEN whole(year) IS NULL THEN 'no year'
               WHEN state_by_code_in_year('cow', ccode, whole(year)) IS NULL THEN 'no state has this code in this year' END AS problem
FROM (SELECT * EXCLUDE (_line, _raw, _problem) FROM read_delimited('members'));

CREATE TEMP TABLE organisation_column AS
SELECT column_name AS name, column_index AS number FROM duckdb_columns() WHERE table_name = 'state_year';

CREATE TEMP TABLE cell AS
SELECT u.ccode AS code, whole(u.year) AS year, 'igo_membership' AS indicator, c.number AS item, number(u.status) AS value, u.problem, u._file, u._record
FROM (UNPIVOT (SELECT * EXCLUDE (state) FROM state_year) ON COLUMNS(* EXCLUDE (ccode, year, problem, _file, _record)) INTO NAME organisation VALUE status) u
JOIN organisation_column c ON c.name = u.organisation
WHERE status IN ('1', '2', '3');

CREATE TEMP TABLE seen AS SELECT ccode AS code, whole(year) AS year, 'igo_observed' AS indicator, 1 AS value, problem, _file, _record FROM state_year;

CREATE VIEW series_members AS
SELECT 'igo_membership' AS indicator, 'cow' AS scheme, whole(code)::USMALLINT AS from_code, item, year_start(min(year)) AS day_from, year_end(max(year)) AS day_to, value,
       arg_min(_file, year) AS _file, arg_min(_record, year) AS _record, item AS _col
FROM (SELECT *, year - row_number() OVER (PARTITION BY code, item, value ORDER BY year) AS run FROM cell WHERE problem IS NULL)
GROUP BY code, item, value, run;

CREATE VIEW series_seen AS
SELECT * REPLACE (NULL AS _col) FROM runs_of_states('seen', 'cow')
UNION ALL
SELECT indicator, 'cow', NULL, NULL, NULL, NULL, _file, _record, NULL, problem FROM seen WHERE problem IS NOT NULL;

CREATE VIEW also_used AS SELECT _file, _record FROM seen WHERE problem IS NULL;

-- The key is what texts call it. Its last year is coded for all or for none.
CREATE TEMP TABLE listed AS
SELECT *, (SELECT max(year) FROM cell JOIN organisation_column c ON c.number = cell.item WHERE c.name = listed.of_column) AS last_year
FROM (VALUES ('acp', 'OACPS', 'African, Caribbean and Pacific Group of States', NULL), ('acs', 'Association of Caribbean States', 'Association of Caribbean States', NULL),
      ('cefta', 'CEFTA', 'Central European Free Trade Agreement', NULL), ('cei', 'CEI', 'Central European Initiative', NULL), ('cern', 'CERN', 'European Organization for Nuclear Research', NULL),
      ('colombo', 'Colombo Plan', 'Colombo Plan', NULL), ('comesa', 'COMESA', 'Common Market for Eastern and Southern Africa', NULL), ('eapc', 'EAPC', 'Euro-Atlantic Partnership Council', NULL),
      ('eccas', 'ECCAS', 'Economic Community of Central African States', NULL), ('fao', 'FAO', 'Food and Agriculture Organization', NULL), ('g15', 'G15', 'Group of Fifteen', NULL),
      ('g24', 'G24', 'Group of Twenty-Four', NULL), ('iabe', 'OEI', 'Organization of Ibero-American States', NULL), ('iaea', 'IAEA', 'International Atomic Energy Agency', NULL),
      ('icao', 'ICAO', 'International Civil Aviation Organization', NULL), ('iea', 'IEA', 'International Energy Agency', NULL), ('ifad', 'IFAD', 'International Fund for Agricultural Development', NULL),
      ('igad', 'IGAD', 'Intergovernmental Authority on Development', NULL), ('ilo', 'ILO', 'International Labour Organization', NULL), ('imo', 'IMO', 'International Maritime Organization', NULL),
      ('interpol', 'Interpol', 'International Criminal Police Organization', NULL), ('iorarc', 'Indian Ocean Rim Association', 'Indian Ocean Rim Association', NULL),
      ('irena', 'IRENA', 'International Renewable Energy Agency', NULL), ('isa', 'ISA', 'International Seabed Authority', NULL), ('itu', 'ITU', 'International Telecommunication Union', NULL),
      ('laia', 'ALADI', 'Latin American Integration Association', NULL), ('latin', 'Latin Union', 'Latin Union', NULL), ('lon', 'League of Nations', 'League of Nations', '1946'),
      ('nafta', 'NAFTA', 'North American Free Trade Agreement', NULL), ('nam', 'NAM', 'Non-Aligned Movement', NULL), ('nordc', 'Nordic Council', 'Nordic Council', NULL),
      ('oapec', 'OAPEC', 'Organization of Arab Petroleum Exporting Countries', NULL), ('pca', 'Permanent Court of Arbitration', 'Permanent Court of Arbitration', NULL),
      ('riogroup', 'Rio Group', 'Rio Group', NULL), ('seato', 'SEATO', 'Southeast Asia Treaty Organization', '1977'), ('um', 'UfM', 'Union for the Mediterranean', NULL),
      ('unido', 'UNIDO', 'United Nations Industrial Development Organization', NULL), ('upu', 'UPU', 'Universal Postal Union', NULL), ('wco', 'WCO', 'World Customs Organization', NULL),
      ('weu', 'Western European Union', 'Western European Union', '2011'), ('who', 'WHO', 'World Health Organization', NULL), ('wipo', 'WIPO', 'World Intellectual Property Organization', NULL),
      ('wmo', 'WMO', 'World Meteorological Organization', NULL), ('wtouro', 'UNWTO', 'World Tourism Organization', NULL)) AS listed(of_column, key, name, dissolved);

-- Before 1965 a status is coded every five years, so its first year is no more than near. West Germany's number and Germany's are one state.
CREATE VIEW membership AS
SELECT state, key AS organization, CASE value WHEN 1 THEN 'listed_member' WHEN 2 THEN 'listed_associate' ELSE 'listed_observer' END AS kind,
       min(year)::VARCHAR || CASE WHEN min(year) < 1965 THEN '~' ELSE '' END AS date_from, CASE WHEN max(year) < last_year THEN max(year)::VARCHAR END AS date_to,
       arg_min(_file, year) AS _file, arg_min(_record, year) AS _record, item AS _col
FROM (SELECT *, year - row_number() OVER (PARTITION BY state, item, value ORDER BY year) AS run
      FROM (SELECT DISTINCT ON (state, item, year) state_by_code_in_year('cow', code, year) AS state, cell.*, key, last_year
            FROM cell JOIN organisation_column c ON c.number = cell.item JOIN listed ON of_column = c.name WHERE problem IS NULL ORDER BY state, item, year, value))
GROUP BY state, item, value, run, key, last_year;

CREATE VIEW organization AS
SELECT key, name, NULL AS short_name, CASE WHEN dissolved IS NULL THEN 'listed' ELSE 'listed_past' END AS kind, NULL AS founded, dissolved, 9 AS importance, last_year::VARCHAR || '-12-31' AS coverage_to,
       'Known by the Correlates of War list alone, up to its last year.' AS note
FROM listed WHERE last_year IS NOT NULL;
