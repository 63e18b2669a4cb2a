-- Units of the currency per euro on each TARGET day; "N/A" where there is no rate. The fact is the mean of a whole
-- year's days; the year that is not over yet gives none.
CREATE TEMP TABLE daily AS
SELECT TRY_CAST("Date" AS DATE) AS day, number(rate) AS rate, currency, _file, _record
FROM (UNPIVOT (SELECT * EXCLUDE (_line, _raw, _problem) FROM read_delimited('daily')) ON COLUMNS(* EXCLUDE ("Date", _file, _record)) INTO NAME currency VALUE rate);

CREATE VIEW fx_rate AS
SELECT 'EUR' AS base, currency, year(day) AS year, avg(rate) AS rate, count(rate) AS days, min(_file) AS _file, min(_record) AS _record, currency AS _col
FROM daily WHERE rate IS NOT NULL AND day IS NOT NULL
GROUP BY currency, year(day) HAVING count(rate) >= 250;

-- A day without a readable date would be lost silently; there is none in the publisher's file.
CREATE VIEW also_used AS SELECT DISTINCT _file, _record FROM daily WHERE day IS NOT NULL;
