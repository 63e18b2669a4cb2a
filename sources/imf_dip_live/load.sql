-- A row is one side's position with a counterpart at the end of a year, plain dollars whatever SCALE says, negative ones real. Status C is
-- confidential. Groups of counterparts begin with G and digits or hold an underscore.
CREATE TEMP TABLE line AS
SELECT _file, _record, "COUNTRY" AS country, "COUNTERPART_COUNTRY" AS counterpart, "INDICATOR" AS what, "DV_TYPE" AS who, "FREQUENCY" AS freq, nullif(blank("OBS_VALUE"), 'NaN') AS amount,
       upper(coalesce("STATUS", '')) AS status, whole(regexp_extract("TIME_PERIOD", '^(\d{4})(-A1)?$', 1)) AS year, "TIME_PERIOD" AS period,
       "INDICATOR" LIKE 'OTWD%' AS is_outward, regexp_full_match("COUNTERPART_COUNTRY", 'G[0-9X].*|.*_.*|W.*\d.*|TX\d+') AS is_group
FROM read_delimited('positions');

CREATE VIEW observation AS
SELECT CASE WHEN is_outward THEN 'fdi_outward_stock' ELSE 'fdi_inward_stock' END AS indicator, CASE WHEN is_outward THEN reporter ELSE partner END AS from_state,
       CASE WHEN is_outward THEN partner ELSE reporter END AS to_state, reporter, year_start(year) AS period_start, true AS at_end,
       CASE WHEN number(amount) <> 0 THEN number(amount) END AS value,
       CASE WHEN amount IS NULL AND status = 'C' THEN 'confidential' WHEN amount IS NULL THEN 'not_reported' WHEN number(amount) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, CASE status WHEN 'E' THEN 'compiler' ELSE 'reported' END AS origin, _file, _record, 'OBS_VALUE' AS _col,
       CASE WHEN freq <> 'A' OR year IS NULL THEN 'not a year: ' || coalesce(period, '') WHEN what NOT IN ('OTWD_D_NETAL_FALL_ALL', 'INWD_D_NETLA_FALL_ALL') THEN 'unknown position: ' || what
            WHEN amount IS NOT NULL AND number(amount) IS NULL THEN 'not a number: ' || amount WHEN reporter IS NULL THEN 'unknown code of a reporter: ' || coalesce(country, '')
            WHEN partner IS NULL AND NOT is_group THEN 'unknown code of a counterpart: ' || coalesce(counterpart, '') END AS _reject,
       CASE WHEN who <> 'O' THEN 'derived from the partner' WHEN partner IS NULL AND is_group THEN 'not a state: aggregate' WHEN reporter = partner THEN 'an economy''s position in itself' END AS _unwanted
FROM (SELECT *, coalesce(state_by_code_in_year('iso3', country, year), CASE country WHEN 'KOS' THEN state_by_key('XKX') END) AS reporter,
             coalesce(state_by_code_in_year('iso3', counterpart, year), CASE counterpart WHEN 'KOS' THEN state_by_key('XKX') END) AS partner FROM line);
