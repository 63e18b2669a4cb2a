-- Growth (rule 17): the change against the year before within one series of one reporter's books (same source, variant,
-- currency, valuation), over the newest five years of each source. None across a declared break, none from or to an estimate, a
-- contradicted zero, a figure of books that are not all there or less than a million.
CREATE TEMP TABLE annual_trade AS
SELECT o.key, o.indicator::VARCHAR AS indicator, o.source, o.from_state, o.to_state, o.reporter, coalesce(o.variant, '') AS variant, o.currency, o.valuation, o.price_base,
       o.period_start, year(o.period_start) AS year, o.value, o.file, o.record, o.col,
       o.value >= 1e6 AND o.absence = 'value' AND coalesce(m.flags, 0) & 2051 = 0 AND o.flags & 3 = 0
         AND coalesce(m.origin, o.origin::VARCHAR) NOT IN ('partner_based', 'modelled', 'compiler') AS usable
FROM all_observation o LEFT JOIN (SELECT key, bit_or(flags) AS flags, min(origin) AS origin FROM marked GROUP BY key) m ON m.key = o.key
WHERE o.indicator IN ('goods_exports'::indicator_t, 'goods_imports'::indicator_t) AND o.period_months = 12 AND o.product = 'total' AND o.to_state IS NOT NULL AND o.reporter IS NOT NULL
  AND year(o.period_start) >= (SELECT max(year(period_start)) - 5 FROM all_observation n WHERE n.source = o.source AND n.indicator = o.indicator AND n.period_months = 12);

-- Kinds of data/dossier/series_breaks.csv that part a series in two; the others are remarks.
CREATE TEMP TABLE parting AS
SELECT * FROM policy WHERE table_name = 'series_breaks' AND (from_year > 0 OR to_year > 0) AND kind IN
  ('method', 'territory', 'state_succession', 'border_moved', 'definition', 'new_category', 'seat', 'classification', 'partial_year', 'not_collected', 'emergency');

CREATE TEMP TABLE step AS
SELECT n.*, b.key AS before_key, 100 * (n.value / b.value - 1) AS growth,
       fact_key(concat_ws('|', 'growth', n.key)) AS growth_key
FROM annual_trade n JOIN annual_trade b ON b.indicator = n.indicator AND b.source = n.source AND b.from_state = n.from_state AND b.to_state = n.to_state
  AND b.reporter = n.reporter AND b.variant = n.variant AND b.currency = n.currency AND b.valuation = n.valuation AND b.price_base IS NOT DISTINCT FROM n.price_base
  AND b.year = n.year - 1
WHERE n.usable AND b.usable AND NOT EXISTS (
  SELECT 1 FROM parting p
  WHERE p.indicator = n.indicator AND (p.data_source IS NULL OR p.data_source IN ('', 'any', n.source::VARCHAR))
    AND (p.state IS NULL
         OR (coalesce(p.side, '') <> 'to' AND p.state = n.from_state AND (p.partners IS NULL OR list_contains(string_split(p.partners, '|'), n.to_state::VARCHAR)))
         OR (coalesce(p.side, '') <> 'from' AND p.state = n.to_state AND (p.partners IS NULL OR list_contains(string_split(p.partners, '|'), n.from_state::VARCHAR))))
    AND CASE WHEN p.from_year = 0 THEN n.year = p.to_year + 1 WHEN p.to_year = 0 THEN n.year = p.from_year
             WHEN p.from_year = p.to_year THEN n.year IN (p.from_year, p.from_year + 1) ELSE n.year - 1 < p.to_year AND n.year > p.from_year END);

INSERT INTO all_observation BY NAME
SELECT indicator || '_growth' AS indicator, from_state, to_state, reporter, period_start, 12 AS period_months, false AS at_end, 'total' AS product, nullif(variant, '') AS variant,
       growth AS value, 'value' AS absence, 'percent' AS unit, 'none' AS valuation, 'derived' AS origin, 0 AS flags, 'against the year before, in the same books' AS note,
       growth_key AS key, source, file, record, col
FROM step;

INSERT INTO derivation
SELECT growth_key, 'growth against the year before', part FROM (SELECT growth_key, unnest([key, before_key]) AS part FROM step) ORDER BY ALL;
DROP TABLE annual_trade; DROP TABLE step;
