-- One row per exporter, importer and every fourth year, in USD, reported by the exporter. A zero is nothing or no report.
-- Codes are those of the World Bank's trade system: today's, former ones and some of its own. SRB means the Federal
-- Republic of Yugoslavia before 2006, YEM the Yemen Arab Republic before 1990 (YDR stands beside it). TWN is the United Nations'
-- "Other Asia, not elsewhere specified" (rule 13): some exporters of oil book there what they give no partner for, up to forty
-- times what Taiwan imports from them. Hong Kong and Macao stand with what they make themselves: 5.5 billion dollars of exports
-- in 2016 where the territory's own total is 517, nearly all of it re-exports. That is a measure of its own.
CREATE TEMP TABLE other_asia AS SELECT * FROM (VALUES ('SAU', 1992), ('SAU', 2000), ('SAU', 2004), ('SAU', 2008), ('SAU', 2012), ('SAU', 2016), ('ARE', 2008), ('ARE', 2012),
  ('IRN', 1972), ('IRN', 2000), ('IRN', 2004), ('IRN', 2016), ('IRQ', 2000), ('VEN', 2008), ('VEN', 2012)) t(code, year);
CREATE TEMP TABLE own_code AS SELECT * FROM (VALUES
  ('SVU', 'SUN', NULL), ('YDR', 'YMD', NULL), ('BLX', NULL, 'Belgium and Luxembourg together'), ('UNS', NULL, 'partner not specified'),
  ('SPE', NULL, 'special categories'), ('BUN', NULL, 'bunkers'), ('FRE', NULL, 'free zones'), ('USP', NULL, 'US territories in the Pacific together'),
  ('NZE', NULL, 'a neutral zone'), ('BAT', NULL, 'British Antarctic Territory'), ('PCE', NULL, 'Panama Canal Zone'), ('ZW1', NULL, 'Rhodesia and Nyasaland'),
  ('RYU', NULL, 'Ryukyu Islands under US administration'), ('TAN', NULL, 'Tanganyika'), ('ZPM', NULL, 'Zanzibar and Pemba'), ('SIK', NULL, 'Sikkim')) t(code, key, rule);

CREATE VIEW observation AS
SELECT CASE WHEN exp IN ('HKG', 'MAC') THEN 'goods_exports_domestic' ELSE 'goods_exports' END AS indicator, exporter AS from_state, importer AS to_state, exporter AS reporter, year_start(year) AS period_start,
       CASE WHEN number("export") > 0 THEN number("export") END AS value,
       CASE WHEN number("export") = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, 'unknown' AS valuation, _file, _record, 'export' AS _col,
       CASE WHEN year IS NULL THEN 'no year'
            WHEN number("export") IS NULL OR number("export") < 0 THEN 'not an amount: ' || "export"
            WHEN exporter = importer OR rule IS NOT NULL THEN NULL
            ELSE coalesce(unknown_state(exporter, exp), unknown_state(importer, imp)) END AS _reject,
       CASE WHEN exporter = importer THEN 'trade with itself'
            WHEN rule IS NOT NULL THEN 'not a state: ' || rule
            ELSE coalesce(no_state(exporter, exp), no_state(importer, imp)) END AS _unwanted
FROM (SELECT t.* EXCLUDE (id), whole(time) AS year,
             coalesce(e.rule, i.rule, CASE WHEN imp = 'TWN' AND (exp, whole(time)) IN (SELECT (code, year) FROM other_asia) THEN 'other Asia, where exports without a named partner are booked' END) AS rule,
             coalesce(state_by_key(e.key), CASE WHEN exp = 'SRB' AND whole(time) < 2006 THEN state_by_key('YUG') WHEN exp = 'YEM' AND whole(time) < 1990 THEN state_by_key('YAR') END, state_by_code_in_year('iso3', exp, whole(time)), state_by_code('iso3_alias', exp, DATE '1990-01-01'), state_by_code('iso3_former', exp, DATE '1990-01-01')) AS exporter,
             coalesce(state_by_key(i.key), CASE WHEN imp = 'SRB' AND whole(time) < 2006 THEN state_by_key('YUG') WHEN imp = 'YEM' AND whole(time) < 1990 THEN state_by_key('YAR') END, state_by_code_in_year('iso3', imp, whole(time)), state_by_code('iso3_alias', imp, DATE '1990-01-01'), state_by_code('iso3_former', imp, DATE '1990-01-01')) AS importer
      FROM read_delimited('trade') t LEFT JOIN own_code e ON e.code = exp LEFT JOIN own_code i ON i.code = imp);
