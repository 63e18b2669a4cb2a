-- Books of exports that are not all there: a copy of customs statistics whose figures by partner add up to well under what the
-- reporter's total is by another source has lost partners or goods (the World Bank's totals; Correlates of War's where there is
-- none). Under nine tenths in the same year; where only a neighbouring year has a total, under seven tenths of the smallest
-- within two years, since trade itself may fall. Such figures are marked, and are no share of anything (rule 17).
CREATE TEMP TABLE own_total AS
SELECT reporter, year, arg_min(value, rank) AS value FROM (
  SELECT from_state AS reporter, year(period_start) AS year, value, CASE source::VARCHAR WHEN 'wits_trade_summary' THEN 1 ELSE 2 END AS rank
  FROM all_observation WHERE indicator = 'goods_exports_total'::indicator_t AND source IN (TRY_CAST('wits_trade_summary' AS source_t), TRY_CAST('cow_trade_4_0' AS source_t)) AND period_months = 12 AND currency = 'USD' AND value > 0)
GROUP BY reporter, year;

CREATE TEMP TABLE partner_book AS
SELECT source, reporter, year(period_start) AS year, sum(value) AS value FROM all_observation
WHERE source = TRY_CAST('penppml_trade' AS source_t) AND indicator = 'goods_exports'::indicator_t AND product = 'total' AND period_months = 12 AND value > 0 AND reporter IS NOT NULL
GROUP BY ALL;

CREATE TEMP TABLE incomplete_book AS
SELECT source, reporter, year FROM (
  SELECT b.source, b.reporter, b.year, any_value(b.value) AS value, max(t.value) FILTER (t.year = b.year) AS same_year, min(t.value) AS near_by
  FROM partner_book b JOIN own_total t ON t.reporter = b.reporter AND t.year BETWEEN b.year - 2 AND b.year + 2 GROUP BY ALL)
WHERE value < coalesce(0.9 * same_year, 0.7 * near_by);

INSERT INTO marked
SELECT o.key, 2048, NULL FROM all_observation o
JOIN incomplete_book i ON i.source = o.source AND i.reporter = o.reporter AND i.year = year(o.period_start)
WHERE o.indicator = 'goods_exports'::indicator_t AND o.period_months = 12 AND o.value > 0;
