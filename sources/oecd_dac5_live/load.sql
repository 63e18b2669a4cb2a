-- A row is what a donor committed in a year to one sector in all its recipients, current dollars times ten to UNIT_MULT. Donors are ISO's letters;
-- groups of donors and organisations have other codes (DAC, ALLD, 4EU001, 5WB0). 1000 is all sectors; the others asked for do not contain each other.
-- The year, where the days of a period are one.
CREATE MACRO whole_year(first, last) AS CASE WHEN TRY_CAST(last AS DATE) - TRY_CAST(first AS DATE) BETWEEN 364 AND 365 THEN year(TRY_CAST(first AS DATE))::INTEGER END;
CREATE TEMP TABLE sector (code VARCHAR, name VARCHAR);
INSERT INTO sector VALUES ('110', 'education'), ('120', 'health'), ('130', 'population policies'), ('140', 'water and sanitation'), ('151', 'government and civil society'), ('152', 'conflict, peace and security'),
  ('160', 'other social services'), ('210', 'transport and storage'), ('220', 'communications'), ('230', 'energy'), ('240', 'banking and finance'), ('250', 'business services'), ('310', 'agriculture, forestry, fishing'),
  ('320', 'industry, mining, construction'), ('331', 'trade policy'), ('332', 'tourism'), ('410', 'environment'), ('430', 'other, several sectors'), ('510', 'budget support'), ('520', 'food assistance'), ('530', 'other commodities'),
  ('600', 'debt relief'), ('720', 'emergencies'), ('730', 'reconstruction'), ('740', 'disaster preparedness'), ('910', 'the donor''s administration'), ('930', 'refugees in the donor''s country');

CREATE TEMP TABLE line AS
SELECT _file, _record, _problem, "DONOR" AS donor_code, "SECTOR" AS sector_code, "MEASURE" AS measure, "PRICE_BASE" AS prices, "UNIT_MEASURE" AS unit_code, "FLOW_TYPE" AS kind_of_flow, "TIME_PERIOD" AS period, number(_value) AS amount,
       whole_year(_period_from, _period_to) AS year, length("DONOR") <> 3 OR regexp_matches("DONOR", '[0-9_]') OR "DONOR" IN ('DAC') AS is_group
FROM read_sdmx('aid');

CREATE VIEW observation AS
SELECT 'oda_commitment_total' AS indicator, donor AS from_state, donor AS reporter, year_start(year) AS period_start, CASE sector_code WHEN '1000' THEN 'total' ELSE sector_code END AS product,
       CASE WHEN sector_code <> '1000' THEN 'DAC5' END AS product_scheme, CASE WHEN amount <> 0 THEN round(amount, 2) END AS value,
       CASE WHEN amount IS NULL THEN 'not_reported' WHEN amount = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence, 'money' AS unit, 'USD' AS currency, 'reported' AS origin, s.name AS note, _file, _record, 'OBS_VALUE' AS _col,
       CASE WHEN _problem IS NOT NULL THEN _problem WHEN year IS NULL THEN 'not a year: ' || coalesce(period, '') WHEN measure <> '528' OR prices <> 'V' OR unit_code <> 'USD' OR kind_of_flow <> '_Z' THEN 'not commitments at current dollars'
            WHEN s.code IS NULL AND sector_code <> '1000' THEN 'unknown sector: ' || coalesce(sector_code, '') WHEN donor IS NULL AND NOT is_group THEN 'unknown code of a donor: ' || coalesce(donor_code, '') END AS _reject,
       CASE WHEN donor IS NULL AND is_group THEN 'the donor is no state' END AS _unwanted
FROM (SELECT *, state_by_code_in_year('iso3', donor_code, year) AS donor FROM line) LEFT JOIN sector s ON s.code = sector_code;
