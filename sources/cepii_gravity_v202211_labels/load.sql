-- country_id numbers the territories that one ISO code has meant in turn (DEU.1: West Germany to 1989, DEU.2: Germany).
CREATE TEMP TABLE country AS
SELECT *, CASE country_id WHEN 'YEM.1' THEN state_by_key('YAR') WHEN 'VNM.1' THEN state_by_key('VNR') WHEN 'VDR' THEN state_by_key('VNM') WHEN 'SCG' THEN state_by_key('YUG')
  ELSE coalesce(state_by_code('iso3', iso3, DATE '2020-06-30'), state_by_code_in_year('iso3', iso3, coalesce(whole(last_year) - 1, 2020)), state_by_name(country, DATE '2020-06-30')) END AS state
FROM read_delimited('countries');

CREATE VIEW event AS
SELECT 'state_span' AS kind, state AS state_a, coalesce(blank(first_year), '..') || '/' || coalesce(blank(last_year), '..') AS date_edtf, 'CEPII Gravity' AS occasion, 'CEPII Gravity ' || country_id AS title, countrylong AS detail,
       _file, _record, 'country_id' AS _col,
       CASE WHEN state IS NULL THEN 'no state has the code ' || coalesce(iso3, '(blank)') || ': ' || coalesce(country, '') END AS _reject,
       CASE WHEN state IS NOT NULL AND blank(first_year) IS NULL AND blank(last_year) IS NULL THEN 'no year' END AS _unwanted
FROM country;

CREATE VIEW event_labels AS
SELECT NULL AS kind, _file, _record, 'a label of a column of the gravity table' AS _unwanted FROM read_delimited('labels');
