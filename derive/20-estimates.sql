-- Rule 7: import figures of the Correlates of War at exactly 1.10 (or 1.06) times the partner's export are the compiler's
-- estimates, not a second voice. The exporters' own reports are UN Comtrade's, every fourth year (penppml_trade). COW
-- rounds to whole millions, so smaller figures prove nothing and stay unknown.
INSERT INTO marked
SELECT c.key, 0,
       CASE WHEN abs(c.value - 1.10 * e.value) <= 500000 + 0.002 * c.value OR abs(c.value - 1.06 * e.value) <= 500000 + 0.002 * c.value
            THEN 'partner_based' ELSE 'reported' END
FROM all_observation c
JOIN all_observation e ON e.from_state = c.from_state AND e.to_state = c.to_state AND e.period_start = c.period_start
WHERE c.source = TRY_CAST('cow_trade_4_0' AS source_t) AND c.indicator = 'goods_imports'::indicator_t AND c.value >= 20e6
  AND e.source = TRY_CAST('penppml_trade' AS source_t) AND e.indicator = 'goods_exports'::indicator_t AND e.value > 0;

-- Imports that grew by the very same rate from many exporters were carried on from the year before, not reported (of 2014, those between the Gulf states and their
-- neighbours, +5.6 per cent). A rate to three decimals is that of a few flows by chance: where a state has five and a tenth of its flows of 100 million dollars
-- and more at one rate in a year, the flows at that rate between states that have three such each are the compiler's, if they are ten or more (they are in 2010, 2013 and 2014).
INSERT INTO marked
WITH flow AS (
  SELECT key, from_state, to_state, year(period_start) AS year, value FROM all_observation
  WHERE source = TRY_CAST('cow_trade_4_0' AS source_t) AND indicator = 'goods_imports'::indicator_t AND value > 0 AND period_months = 12 AND to_state IS NOT NULL),
step AS (
  SELECT b.key, b.from_state, b.to_state, b.year, round(b.value / a.value, 3) AS rate
  FROM flow b JOIN flow a ON a.from_state = b.from_state AND a.to_state = b.to_state AND a.year = b.year - 1 WHERE a.value >= 100e6),
of_state AS (SELECT from_state AS state, year, rate FROM step UNION ALL SELECT to_state, year, rate FROM step),
part AS (SELECT state, year, rate, count(*) AS n FROM of_state GROUP BY ALL),
whole AS (SELECT state, year, count(*) AS flows FROM of_state GROUP BY ALL),
carried AS (SELECT DISTINCT year, rate FROM part JOIN whole USING (state, year) WHERE n >= 5 AND n >= 0.1 * flows AND rate <> 1)
SELECT key, 0, 'compiler' FROM (SELECT s.key, count(*) OVER (PARTITION BY s.year, s.rate) AS flows FROM step s JOIN carried USING (year, rate)
JOIN part x ON x.state = s.from_state AND x.year = s.year AND x.rate = s.rate AND x.n >= 3
JOIN part y ON y.state = s.to_state AND y.year = s.year AND y.rate = s.rate AND y.n >= 3)
WHERE flows >= 10;

-- Until 1996 Belgium and Luxembourg reported as one; the compiler divided each flow of their union in one ratio a year: Luxembourg's are 7.2 per cent of Belgium's with
-- every partner of 1996, and anything from half a per cent to five of 1997. Both parts are estimates, from the union's first full year on.
INSERT INTO marked
WITH flow AS (
  SELECT key, year(period_start) AS year, value, from_state IN (state_by_key('BEL'), state_by_key('LUX')) AS sold,
         CASE WHEN sold THEN from_state ELSE to_state END AS one, CASE WHEN sold THEN to_state ELSE from_state END AS other
  FROM all_observation
  WHERE source = TRY_CAST('cow_trade_4_0' AS source_t) AND indicator = 'goods_imports'::indicator_t AND value > 0 AND period_months = 12
    AND (from_state IN (state_by_key('BEL'), state_by_key('LUX'))) <> (to_state IN (state_by_key('BEL'), state_by_key('LUX')))),
ratio AS (
  SELECT b.year, l.value / b.value AS part FROM flow b JOIN flow l ON l.year = b.year AND l.other = b.other AND l.sold = b.sold
  WHERE b.one = state_by_key('BEL') AND l.one = state_by_key('LUX') AND b.value >= 500e6),
divided AS (SELECT year FROM ratio GROUP BY year HAVING count(*) >= 3 AND quantile_cont(part, 0.9) - quantile_cont(part, 0.1) < 0.05 * median(part))
SELECT key, 0, 'compiler' FROM flow WHERE year BETWEEN 1922 AND (SELECT max(year) FROM divided);
