-- Local currency units per US dollar, mean of the year. The currency is the one in use at the end of the series:
-- redenominations are applied backwards. Only currencies that can be named without doubt become rates: KZT and EUR.
CREATE VIEW fx_rate AS
SELECT 'USD' AS base, CASE iso_code WHEN 'KAZ' THEN 'KZT' WHEN 'EMU' THEN 'EUR' END AS currency, year(TRY_CAST(date AS DATE)) AS year,
       number(value) AS rate, _file, _record, 'value' AS _col,
       CASE WHEN TRY_CAST(date AS DATE) IS NULL THEN 'not a date: ' || date
            WHEN blank(value) IS NOT NULL AND number(value) IS NULL THEN 'not a number: ' || value END AS _reject,
       CASE WHEN blank(value) IS NULL THEN 'no rate in this year'
            WHEN iso_code NOT IN ('KAZ', 'EMU') THEN 'currency not needed for conversions between dollar, euro and tenge'
            WHEN iso_code = 'EMU' AND year(TRY_CAST(date AS DATE)) < 1999 THEN 'before the euro' END AS _unwanted
FROM read_delimited('rates');
