-- Mirror trade, second half: the table of both sides, with the reading that an expert would give where one is documented,
-- and the reconciled figures and ratios as derived facts. No reconciled figure where a side is an estimate
-- or of books that are not all there (rules 7, 16).
CREATE TEMP TABLE mirror_reading AS
SELECT from_state, to_state, year, string_agg(id, '|' ORDER BY place, id) AS ids, string_agg(reading, ' ' ORDER BY place, id) AS reading
FROM (
  SELECT DISTINCT m.from_state, m.to_state, m.year, p.place, p.id, p.reading FROM mirrored m JOIN (
    SELECT CASE table_name WHEN 'oil_first_destination' THEN 1 WHEN 'transit_hubs' THEN 2 ELSE 3 END AS place, table_name,
           CASE WHEN id IS NULL OR id = '' THEN table_name || ':' || (SELECT key FROM state WHERE state.id = policy.state) ELSE id END AS id, state, partners, from_year, to_year, indicator,
           data_source, reading
    FROM policy WHERE table_name IN ('oil_first_destination', 'transit_hubs') OR (table_name = 'series_breaks' AND kind = 'customs_union')) p
  ON (p.from_year = 0 OR m.year >= p.from_year) AND (p.to_year = 0 OR m.year <= p.to_year) AND CASE p.table_name
    WHEN 'oil_first_destination' THEN p.state = m.from_state AND (m.imported > m.exported OR m.exported >= 1.2 * m.imported)
    WHEN 'transit_hubs' THEN p.state IN (m.from_state, m.to_state) AND greatest(m.imported / m.exported, m.exported / m.imported) >= 1.1
    ELSE ((p.state = m.from_state AND (p.partners IS NULL OR list_contains(string_split(p.partners, '|'), m.to_state::VARCHAR)))
          OR (p.state = m.to_state AND (p.partners IS NULL OR list_contains(string_split(p.partners, '|'), m.from_state::VARCHAR))))
         AND p.indicator IN ('goods_exports', 'goods_imports') AND (p.data_source IS NULL OR p.data_source IN ('', 'any', m.export_source::VARCHAR, m.import_source::VARCHAR)) END
  UNION ALL
  SELECT from_state, to_state, year, 4, 'freight', 'The buyer counts freight and insurance to its border (CIF), the seller does not: a tenth of difference is usual.'
  FROM mirrored WHERE import_valuation = 'cif' AND export_valuation = 'fob' AND imported >= 1.02 * exported AND imported < 1.25 * exported
  UNION ALL
  SELECT from_state, to_state, year, 0, 'incomplete_books', 'The exporter''s figures by partner add up to well under its total by another source: partners or goods are missing from this copy, and nothing is reconciled from it.'
  FROM mirrored WHERE incomplete)
GROUP BY ALL;

INSERT INTO mirror
SELECT least(m.from_state, m.to_state)::UINTEGER * 65536 + greatest(m.from_state, m.to_state)::UINTEGER, m.from_state, m.to_state, m.year, m.export_key, m.exported,
       m.export_currency, m.export_valuation, m.export_origin, (enum_code(m.export_source) + 1)::USMALLINT, m.import_key, m.imported, m.import_currency, m.import_valuation,
       m.import_origin, (enum_code(m.import_source) + 1)::USMALLINT, m.imported / m.exported, m.independent, c.distance_km, c.contiguous, c.landlocked, r.ids, r.reading,
       c.larger, c.larger_low, c.larger_high, c.weighted, c.weighted_low, c.weighted_high, c.weight_of_export
FROM mirrored m JOIN mirror_computed c USING (from_state, to_state, year) LEFT JOIN mirror_reading r USING (from_state, to_state, year)
ORDER BY 1, 2, 4;

CREATE TEMP TABLE mirror_fact AS
SELECT m.*, f.method, f.indicator, f.value, f.unit, f.currency, f.valuation, f.note, fact_key(concat_ws('|', 'mirror', f.method, m.from_state, m.to_state, m.year)) AS key
FROM (SELECT * FROM mirrored JOIN mirror_computed USING (from_state, to_state, year)) m, LATERAL (VALUES
  ('ratio', 'goods_trade_mirror_ratio', m.imported / m.exported, 'ratio', NULL, 'none', 'importer''s figure over exporter''s'),
  ('larger', 'goods_trade_reconciled', m.larger, 'money', 'USD', 'fob', 'between ' || round(m.larger_low)::BIGINT || ' and ' || round(m.larger_high)::BIGINT),
  ('weighted', 'goods_trade_reconciled', m.weighted, 'money', 'USD', 'fob',
   'between ' || round(m.weighted_low)::BIGINT || ' and ' || round(m.weighted_high)::BIGINT || '; the exporter''s books weigh ' || round(100 * m.weight_of_export)::BIGINT || ' per cent'))
  f(method, indicator, value, unit, currency, valuation, note)
WHERE NOT m.estimated AND f.value IS NOT NULL;

INSERT INTO all_observation BY NAME
SELECT indicator, from_state, to_state, make_date(year, 1, 1) AS period_start, 12 AS period_months, false AS at_end, 'total' AS product,
       CASE WHEN method <> 'ratio' THEN method END AS variant, value, 'value' AS absence, unit, currency, valuation, 'derived' AS origin, 0 AS flags, note, key, export_source AS source,
       file, record, col
FROM mirror_fact;

INSERT INTO derivation
SELECT key, CASE method WHEN 'ratio' THEN 'ratio of both sides' ELSE 'reconciled, method ' || method END, part
FROM (SELECT key, method, unnest([export_key, import_key]) AS part FROM mirror_fact) ORDER BY ALL;
