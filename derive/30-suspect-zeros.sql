-- Rule 12: a zero contradicted by the neighbouring years of its own series, by the partner's or another source's figure
-- for the same flow, or that lies inside a customs union which does not collect internal trade. 50 million USD is the
-- size from which a flow does not vanish for a year. Only dollar figures are compared.
CREATE TEMP TABLE annual_flow AS
SELECT key, source, indicator, from_state, to_state, reporter, variant, period_start, year(period_start) AS year, value, absence,
       coalesce(value, 0) = 0 AND absence IN ('true_zero', 'zero_or_not_reported', 'below_unit') AS is_zero
FROM all_observation
WHERE indicator IN ('goods_exports'::indicator_t, 'goods_imports'::indicator_t) AND period_months = 12 AND currency = 'USD' AND to_state IS NOT NULL AND product = 'total';

-- The largest figure that anyone gives for the flow in the year, from either side.
CREATE TEMP TABLE known_flow AS SELECT from_state, to_state, year, max(value) AS value FROM annual_flow WHERE NOT is_zero AND value > 0 GROUP BY ALL;

INSERT INTO marked
SELECT key, 1, NULL FROM (
  SELECT key, is_zero, year,
         max(value) FILTER (value > 0) OVER (w ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS before,
         max(value) FILTER (value > 0) OVER (w ROWS BETWEEN 1 FOLLOWING AND 1 FOLLOWING) AS after
  FROM annual_flow WINDOW w AS (PARTITION BY source, indicator, from_state, to_state, reporter, variant ORDER BY year))
WHERE is_zero AND before >= 50e6 AND after >= 50e6
UNION
SELECT z.key, 1, NULL FROM annual_flow z JOIN known_flow k USING (from_state, to_state, year) WHERE z.is_zero AND k.value >= 50e6
UNION
SELECT z.key, 1, NULL FROM annual_flow z
JOIN own_reporting_territories a ON state_by_key(a.member) = z.from_state
JOIN own_reporting_territories b ON b.territory = a.territory AND state_by_key(b.member) = z.to_state
WHERE z.is_zero AND z.year BETWEEN coalesce(year(TRY_CAST(a.day_from AS DATE)), 1800) AND coalesce(year(TRY_CAST(a.day_to AS DATE)), 9999)
  AND z.year BETWEEN coalesce(year(TRY_CAST(b.day_from AS DATE)), 1800) AND coalesce(year(TRY_CAST(b.day_to AS DATE)), 9999);
DROP TABLE annual_flow; DROP TABLE known_flow;
