-- A row is units of a currency per euro on a TARGET day. Status H is a holiday, NaN or nothing no rate. The fact is the mean of a whole year's days; a
-- year that is not over yet gives none. Only the reference rates (SP00, A) of days. EXR-2025~2026-01-10.csv holds what had changed by that day: of a day's
-- rates the newest file's counts.
CREATE TEMP TABLE daily AS
SELECT _file, _record, _problem, "CURRENCY" AS currency, "TIME_PERIOD" AS period, TRY_CAST(_period_from AS DATE) AS day, number(_value) AS rate,
       "FREQ" = 'D' AND "CURRENCY_DENOM" = 'EUR' AND "EXR_TYPE" = 'SP00' AND "EXR_SUFFIX" = 'A' AS is_reference
FROM read_sdmx('daily');
CREATE TEMP TABLE told AS
SELECT *, row_number() OVER (PARTITION BY currency, day ORDER BY regexp_extract(_file::VARCHAR, '~(\d{4}-\d\d-\d\d)\.', 1) DESC, _record) AS nth
FROM daily WHERE _problem IS NULL AND day IS NOT NULL AND is_reference AND coalesce(rate, 1) > 0 AND regexp_full_match(currency, '[A-Z]{3}');
CREATE TEMP TABLE sound AS SELECT * FROM told WHERE nth = 1;

CREATE VIEW fx_rate AS
SELECT 'EUR' AS base, currency, year(day) AS year, avg(rate) AS rate, count(rate) AS days, min(_file) AS _file, min(_record) AS _record, 'OBS_VALUE' AS _col
FROM sound WHERE rate IS NOT NULL GROUP BY currency, year(day) HAVING count(rate) >= 250;
CREATE VIEW also_used AS SELECT _file, _record FROM sound;

CREATE VIEW fx_rate_rest AS
SELECT NULL AS base, _file, _record,
       CASE WHEN _problem IS NOT NULL THEN _problem WHEN day IS NULL THEN 'not a day: ' || coalesce(period, '') WHEN rate <= 0 THEN 'not a rate: ' || rate::VARCHAR
            WHEN NOT regexp_full_match(coalesce(currency, ''), '[A-Z]{3}') THEN 'not a currency: ' || coalesce(currency, '') END AS _reject,
       CASE WHEN NOT is_reference THEN 'not a daily reference rate' ELSE 'changed since' END AS _unwanted
FROM daily WHERE (_file, _record) NOT IN (SELECT (_file, _record) FROM sound);
