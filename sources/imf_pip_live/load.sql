-- A row is what residents of a state hold of issuers in another at the end of a year, plain dollars whatever SCALE says; short positions make it
-- negative. Status C is confidential, and then there is no value. G001 is the world, other groups begin with G or T or hold an underscore. Indicators
-- with SCC are the publisher's derivation from the other side's books: never a report.
-- The year, where the days of a period are one.
CREATE MACRO whole_year(first, last) AS CASE WHEN TRY_CAST(last AS DATE) - TRY_CAST(first AS DATE) BETWEEN 364 AND 365 THEN year(TRY_CAST(first AS DATE))::INTEGER END;
CREATE TEMP TABLE line AS
SELECT _file, _record, _problem, "COUNTRY" AS holder_code, "COUNTERPART_COUNTRY" AS issuer_code, "ACCOUNTING_ENTRY" AS entry, "INDICATOR" AS what, "SECTOR" AS sector, "COUNTERPART_SECTOR" AS other_sector,
       "FREQUENCY" AS freq, "TIME_PERIOD" AS period, number(_value) AS amount, _absence, upper(coalesce("STATUS", '')) AS status, whole_year(_period_from, _period_to) AS year,
       regexp_full_match("COUNTERPART_COUNTRY", '[GTW][A-Z]?\d.*|.*_.*|[GTW]X.*') AS is_group
FROM read_sdmx('positions');

CREATE VIEW observation AS
SELECT 'portfolio_assets' AS indicator, holder AS from_state, issuer AS to_state, holder AS reporter, year_start(year) AS period_start, true AS at_end, CASE WHEN amount <> 0 THEN amount END AS value,
       CASE WHEN amount IS NULL AND status = 'C' THEN 'confidential' WHEN amount IS NULL THEN 'not_reported' WHEN amount = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, CASE status WHEN 'E' THEN 'compiler' ELSE 'reported' END AS origin, _file, _record, 'OBS_VALUE' AS _col,
       CASE WHEN _problem IS NOT NULL THEN _problem WHEN freq <> 'A' OR year IS NULL THEN 'not a year: ' || coalesce(period, '') WHEN holder IS NULL THEN 'unknown code of a holder: ' || coalesce(holder_code, '')
            WHEN issuer IS NULL AND NOT is_group THEN 'unknown code of an issuer: ' || coalesce(issuer_code, '') END AS _reject,
       CASE WHEN entry <> 'A' OR what LIKE '%SCC%' THEN 'liabilities, or derived from the partner' WHEN what <> 'P_TOTINV_P_USD' OR sector <> 'S1' OR other_sector <> 'S1' THEN 'a part of the position'
            WHEN issuer IS NULL AND is_group THEN 'not a state: aggregate' WHEN holder = issuer THEN 'an economy''s position in itself' END AS _unwanted
FROM (SELECT *, coalesce(state_by_code_in_year('iso3', holder_code, year), CASE holder_code WHEN 'KOS' THEN state_by_key('XKX') END) AS holder,
             coalesce(state_by_code_in_year('iso3', issuer_code, year), CASE issuer_code WHEN 'KOS' THEN state_by_key('XKX') END) AS issuer FROM line);
