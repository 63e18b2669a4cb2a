-- Mirror trade, first half: for each exporter, importer and year the figure in the exporter's books beside the one in the
-- importer's. One figure a side: a report before what may be none, the state's own office before others, the newest source.
-- Estimates that a compiler made from the partner's report (rule 7) and books that are not all there (35-incomplete-books.sql) may stand
-- in the table but are no second voice, and where there are whole books beside them those go before; contradicted zeros (rule 12) do not come this far. Dollars; euros at the mean rate of the year, or not at all.
CREATE TEMP TABLE euro_in_dollars AS
SELECT year, min(rate) AS rate FROM all_fx_rate WHERE base = 'EUR' AND currency = 'USD' AND kind = 'annual_mean' GROUP BY year;

CREATE TEMP TABLE origin_of AS SELECT key, bit_or(flags) AS flags, min(origin) AS origin FROM marked GROUP BY key;

CREATE TEMP TABLE booked AS
SELECT o.indicator = 'goods_exports'::indicator_t AS is_export, o.from_state, o.to_state, year(o.period_start) AS year, o.key, o.source, o.file, o.record, o.col,
       CASE WHEN o.currency = 'USD' THEN o.value ELSE o.value * e.rate END AS value, o.currency, o.valuation::VARCHAR AS valuation,
       coalesce(m.origin, o.origin::VARCHAR) AS origin, o.variant, o.reporter, coalesce(m.flags, 0) & 2048 <> 0 AS incomplete
FROM all_observation o
LEFT JOIN origin_of m ON m.key = o.key
LEFT JOIN euro_in_dollars e ON o.currency = 'EUR' AND e.year = year(o.period_start)
WHERE o.indicator IN ('goods_exports'::indicator_t, 'goods_imports'::indicator_t) AND o.period_months = 12 AND o.product = 'total' AND o.value > 0 AND o.absence = 'value'
  AND o.price_base IS NULL AND o.to_state IS NOT NULL AND o.reporter = CASE WHEN o.indicator = 'goods_exports'::indicator_t THEN o.from_state ELSE o.to_state END
  AND coalesce(m.flags, 0) & 1 = 0 AND (o.currency = 'USD' OR e.rate IS NOT NULL)
  AND o.flags & (8 + 16 + 32 + 64 + 128 + 1024) = 0;

CREATE TEMP TABLE side AS
SELECT b.* FROM booked b
JOIN declared d ON d.key = b.source::VARCHAR AND d.role = 'facts'
JOIN state s ON s.id = b.reporter
WHERE (b.from_state, b.to_state, b.year) IN
  (SELECT (x.from_state, x.to_state, x.year) FROM booked x WHERE x.is_export INTERSECT SELECT (m.from_state, m.to_state, m.year) FROM booked m WHERE NOT m.is_export)
QUALIFY row_number() OVER (
  PARTITION BY b.is_export, b.from_state, b.to_state, b.year
  ORDER BY b.incomplete, CASE b.origin WHEN 'reported' THEN 0 WHEN 'derived' THEN 0 WHEN 'unknown' THEN 1 ELSE 2 END,
           CASE WHEN d.independence = 'official:' || s.key THEN 0 WHEN d.independence LIKE 'official:%' THEN 1 WHEN d.independence = 'statistical_office' THEN 2 WHEN d.independence = 'depositary' THEN 3 ELSE 4 END,
           edtf_to(d.as_of) DESC NULLS LAST, b.source::VARCHAR, coalesce(b.variant, ''), b.key) = 1;

-- An import's valuation belongs to reporter and year (rule 15): the reporter's own notes go before a compiler's blanket statement.
CREATE TEMP TABLE mirrored AS
SELECT x.from_state, x.to_state, x.year, x.key AS export_key, x.value AS exported, x.currency AS export_currency, x.valuation AS export_valuation, x.origin AS export_origin,
       x.source AS export_source, x.file, x.record, x.col, m.key AS import_key, m.value AS imported, m.currency AS import_currency,
       coalesce(p.kind, m.valuation) AS import_valuation, m.origin AS import_origin, m.source AS import_source,
       -- nothing is reconciled from what is not all there, as little as from an estimate
       x.incomplete OR m.incomplete OR x.origin IN ('partner_based', 'compiler', 'modelled') OR m.origin IN ('partner_based', 'compiler', 'modelled') AS estimated,
       x.incomplete OR m.incomplete AS incomplete,
       x.origin IN ('reported', 'derived') AND m.origin IN ('reported', 'derived') AND NOT (x.incomplete OR m.incomplete) AS independent
FROM side x
JOIN side m ON m.from_state = x.from_state AND m.to_state = x.to_state AND m.year = x.year AND NOT m.is_export
LEFT JOIN (SELECT state, year, min(kind) AS kind FROM (SELECT state, kind, unnest(range(from_year::BIGINT, to_year::BIGINT + 1)) AS year FROM policy
           WHERE table_name = 'fob_importers' AND kind IN ('fob', 'mixed') AND from_year > 0 AND to_year > 0) GROUP BY ALL) p
  ON p.state = x.to_state AND p.year = x.year AND m.valuation IN ('cif', 'unknown')
WHERE x.is_export;
UPDATE mirrored SET import_valuation = 'unknown' WHERE import_valuation = 'mixed';

-- What comity computes from it (sources/mirror_facts.cpp fills it between this script and the next).
CREATE TEMP TABLE mirror_computed (from_state USMALLINT, to_state USMALLINT, year INTEGER, distance_km DOUBLE, contiguous BOOLEAN, landlocked UTINYINT,
  larger DOUBLE, larger_low DOUBLE, larger_high DOUBLE, weighted DOUBLE, weighted_low DOUBLE, weighted_high DOUBLE, weight_of_export DOUBLE);
DROP TABLE booked; DROP TABLE side;
