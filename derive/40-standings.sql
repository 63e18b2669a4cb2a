-- Standings (rule 17): where a figure stands among one state's partners, all in the same books, source, flow and period.
-- Only sources that cover every partner are compared over all; the last five years of each. A rank is given only where no
-- partner that is confidential, absent or a contradicted zero could be above: a confidential one always could, another one
-- could if its own figure within four years (a source has one in four) reaches this one. Goods are traded with a hundred and more:
-- of under fifty partners most are missing (Kosovo's books without Serbia), and nothing is a share. Where the partners do not add up
-- to the reporter's own total (35-incomplete-books.sql) nothing is a share of anything.
-- Votes are symmetric: each pair is looked at from both ends (`turned`).
CREATE TEMP TABLE compared AS
SELECT TRY_CAST(source AS source_t) AS source, TRY_CAST(indicator AS indicator_t) AS indicator, outgoing, one_book, turned FROM (VALUES
  ('cow_trade_4_0', 'goods_imports', false, true, false), ('penppml_trade', 'goods_exports', true, true, false),
  ('kz_bns_trade', 'goods_exports', true, true, false), ('kz_bns_trade', 'goods_imports', false, true, false),
  ('imf_cdis', 'fdi_outward_stock', true, true, false), ('imf_cdis', 'fdi_outward_stock', false, false, false),
  ('undesa_migrant_stock', 'migrant_stock_born', false, true, false), ('undesa_migrant_stock', 'migrant_stock_born', true, false, false),
  ('un_votes', 'un_vote_agreement', true, false, false), ('un_votes', 'un_vote_agreement', true, false, true)) t(source, indicator, outgoing, one_book, turned);

CREATE TEMP VIEW every_candidate AS
SELECT o.key, o.indicator, o.source, c.outgoing, CASE WHEN c.one_book THEN o.reporter END AS reporter,
       CASE WHEN c.outgoing <> c.turned THEN o.from_state ELSE o.to_state END AS of_state, CASE WHEN c.outgoing <> c.turned THEN o.to_state ELSE o.from_state END AS partner,
       o.period_start, o.period_months, coalesce(o.variant, '') AS variant, o.value,
       o.value IS NOT NULL AND o.absence IN ('value', 'true_zero') AND coalesce(m.flags, 0) & 1 = 0 AS usable, o.absence = 'confidential' AS confidential
FROM all_observation o
JOIN compared c ON c.source = o.source AND c.indicator = o.indicator
LEFT JOIN (SELECT key, bit_or(flags) AS flags FROM marked GROUP BY key) m ON m.key = o.key
WHERE o.to_state IS NOT NULL AND o.period_months IN (0, 12) AND o.product = 'total';

CREATE TEMP TABLE newest AS SELECT source, indicator, outgoing, reporter, of_state, max(period_start) FILTER (usable) AS day FROM every_candidate GROUP BY ALL;
-- What is older is written down nowhere: most of all figures are.
CREATE TEMP TABLE candidate AS
SELECT c.* FROM every_candidate c
JOIN newest n ON n.source = c.source AND n.indicator = c.indicator AND n.outgoing = c.outgoing AND n.of_state = c.of_state AND n.reporter IS NOT DISTINCT FROM c.reporter
WHERE n.day IS NULL OR c.period_start >= n.day - INTERVAL 12 YEAR;
-- What a partner had: of four years before those that are compared too, and of books that are not all there.
CREATE TEMP TABLE known AS SELECT source, indicator, outgoing, reporter, of_state, partner, period_start, value FROM candidate WHERE usable;

DELETE FROM candidate c USING newest n
WHERE n.source = c.source AND n.indicator = c.indicator AND n.outgoing = c.outgoing AND n.of_state = c.of_state AND n.reporter IS NOT DISTINCT FROM c.reporter
  AND c.period_start < n.day - INTERVAL 8 YEAR;
DELETE FROM candidate USING marked m WHERE m.key = candidate.key AND m.flags & 2048 <> 0;

-- For a partner without a usable figure: the largest it has within four years.
CREATE TEMP TABLE could_be AS
SELECT a.source, a.indicator, a.outgoing, a.reporter, a.of_state, a.period_start, a.variant, a.partner, any_value(a.confidential) AS confidential, max(n.value) AS at_most
FROM candidate a
LEFT JOIN known n ON n.source = a.source AND n.indicator = a.indicator AND n.outgoing = a.outgoing AND n.of_state = a.of_state AND n.partner = a.partner
  AND n.reporter IS NOT DISTINCT FROM a.reporter AND n.period_start BETWEEN a.period_start - INTERVAL 4 YEAR AND a.period_start + INTERVAL 4 YEAR
WHERE NOT a.usable GROUP BY ALL;

CREATE TEMP TABLE hidden AS
SELECT source, indicator, outgoing, reporter, of_state, period_start, variant, count(*) AS absent, bool_or(confidential) AS any_confidential, max(at_most) AS at_most
FROM could_be GROUP BY ALL;

-- In an order of their own: a sum of doubles depends on it, and two builds shall have the same bytes.
CREATE TEMP TABLE whole AS
SELECT source, indicator, outgoing, reporter, of_state, period_start, variant, sum(value ORDER BY partner, value) AS total FROM candidate WHERE usable GROUP BY ALL;

INSERT INTO all_standing
SELECT (least(s.of_state, s.partner)::UINTEGER * 65536 + greatest(s.of_state, s.partner)::UINTEGER), (enum_code(s.indicator) + 1)::USMALLINT, s.of_state, s.outgoing, s.reporter,
       s.period_start, s.period_months, s.value, CASE WHEN NOT is_short THEN s.total END, CASE WHEN why IS NULL THEN s.place ELSE 0 END, s.partners, s.absent, NULL, why, nullif(s.variant, ''),
       (enum_code(s.source) + 1)::USMALLINT
FROM (
  SELECT c.*, t.total, rank() OVER (w ORDER BY c.value DESC) AS place, count(*) OVER w AS partners, coalesce(h.absent, 0) AS absent,
         starts_with(c.indicator::VARCHAR, 'goods_') AND count(*) OVER w < 50 AS is_short,
         CASE WHEN starts_with(c.indicator::VARCHAR, 'goods_') AND count(*) OVER w < 50 THEN 'the books list ' || count(*) OVER w || ' partners only'
              WHEN c.reporter IS NULL AND c.source = TRY_CAST('imf_cdis' AS source_t) AND h.any_confidential THEN 'investors whose positions are confidential could be above'
              WHEN h.any_confidential THEN 'partners whose figures are confidential could be above'
              WHEN h.at_most >= c.value THEN 'partners without a figure in this year could be above' END AS why
  FROM candidate c
  LEFT JOIN hidden h ON h.source = c.source AND h.indicator = c.indicator AND h.outgoing = c.outgoing AND h.of_state = c.of_state
    AND h.reporter IS NOT DISTINCT FROM c.reporter AND h.period_start = c.period_start AND h.variant = c.variant
  JOIN whole t ON t.source = c.source AND t.indicator = c.indicator AND t.outgoing = c.outgoing AND t.of_state = c.of_state
    AND t.reporter IS NOT DISTINCT FROM c.reporter AND t.period_start = c.period_start AND t.variant = c.variant
  WHERE c.usable
  WINDOW w AS (PARTITION BY c.source, c.indicator, c.outgoing, c.reporter, c.of_state, c.period_start, c.variant)) s;

-- Shares within a region of partners: Kazakhstan in Germany's trade with Central Asia. No rank; the members without a figure are counted.
INSERT INTO all_standing
SELECT (least(of_state, partner)::UINTEGER * 65536 + greatest(of_state, partner)::UINTEGER), (enum_code(indicator) + 1)::USMALLINT, of_state, outgoing, reporter,
       period_start, period_months, value, total, 0, partners, members - partners, region,
       CASE WHEN members > partners THEN (members - partners) || ' of ' || members || ' members of the region have no figure in these books' ELSE 'a share within a region' END,
       nullif(variant, ''), (enum_code(source) + 1)::USMALLINT
FROM (
  SELECT c.*, r.region, m.members, list_sum(list_sort(list(c.value) OVER w)) AS total, count(*) OVER w AS partners
  FROM (SELECT * FROM candidate WHERE usable AND reporter IS NOT NULL AND indicator IN ('goods_exports'::indicator_t, 'goods_imports'::indicator_t)
        UNION ALL
        SELECT key, indicator, source, from_state = reporter, reporter, reporter, CASE WHEN from_state = reporter THEN to_state ELSE from_state END, period_start, period_months,
               coalesce(variant, ''), value, true, false
        FROM all_observation WHERE source = TRY_CAST('eurostat_comext_extracts' AS source_t) AND period_months = 12 AND value IS NOT NULL AND reporter IS NOT NULL) c
  JOIN (SELECT DISTINCT region, state_by_key(state) AS state FROM own_region_members WHERE day_to IS NULL AND region IN ('central_asia')) r ON r.state = c.partner
  JOIN (SELECT region, count(DISTINCT state) AS members FROM own_region_members WHERE day_to IS NULL GROUP BY region) m ON m.region = r.region
  WINDOW w AS (PARTITION BY c.source, c.indicator, c.outgoing, c.reporter, c.period_start, c.variant, r.region));
DROP TABLE known; DROP TABLE newest; DROP TABLE could_be; DROP TABLE hidden; DROP TABLE whole;
