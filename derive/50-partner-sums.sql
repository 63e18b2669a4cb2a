-- Sums over partners (rule 17): what one reporter's books give when all partners, or all members of a region, that have a
-- usable figure are added; same source, flow, period, currency and valuation. Members without a figure are named in the
-- note and counted as nothing, not as nought. Over the candidates of 40-standings: the newest years of sources that cover
-- every partner. Regions are the smallest of the United Nations' (M49) and the project's own.
CREATE TEMP TABLE part_of_region AS
SELECT DISTINCT r.region, state_by_key(m.state) AS member, m.state AS member_key
FROM own_regions r JOIN own_region_members m ON m.region = r.region AND m.day_to IS NULL
WHERE (r.scheme = 'comity' OR (r.scheme = 'm49' AND r.region NOT IN (SELECT parent FROM own_regions WHERE parent IS NOT NULL)))
  AND state_by_key(m.state) IS NOT NULL;

CREATE TEMP TABLE summand AS
SELECT c.key AS from_key, c.partner, c.usable, r.region, o.file, o.record, o.col, o.value, o.reporter, o.indicator, o.source, o.period_start, o.period_months, o.currency, o.valuation,
       o.price_base, c.variant,
       fact_key(concat_ws('|', 'sum over partners', o.source::VARCHAR, o.indicator::VARCHAR, o.reporter, r.region, o.period_start, o.period_months, c.variant, o.currency,
                          o.valuation::VARCHAR)) AS sum_key
FROM candidate c JOIN all_observation o ON o.key = c.key
JOIN (SELECT region, member FROM part_of_region UNION ALL SELECT 'all partners', id FROM state) r ON r.member = c.partner
WHERE c.reporter IS NOT NULL AND o.indicator IN ('goods_exports'::indicator_t, 'goods_imports'::indicator_t);

-- Members of the region that the books hold nothing usable for.
CREATE TEMP TABLE left_out AS
SELECT s.sum_key, string_agg(m.member_key, ', ' ORDER BY m.member_key) AS keys, count(*) AS members
FROM (SELECT DISTINCT sum_key, region, reporter FROM summand) s
JOIN part_of_region m ON m.region = s.region AND m.member <> s.reporter
ANTI JOIN (SELECT sum_key, partner FROM summand WHERE usable) u ON u.sum_key = s.sum_key AND u.partner = m.member
GROUP BY ALL;

INSERT INTO all_observation BY NAME
SELECT CASE WHEN any_value(s.indicator)::VARCHAR = 'goods_exports' THEN 'goods_exports_partner_sum' ELSE 'goods_imports_partner_sum' END AS indicator,
       any_value(s.reporter) AS from_state, NULL AS to_state, any_value(s.reporter) AS reporter, any_value(s.period_start) AS period_start,
       any_value(s.period_months) AS period_months, false AS at_end, 'total' AS product, any_value(s.region) || coalesce('; ' || nullif(any_value(s.variant), ''), '') AS variant,
       sum(s.value ORDER BY s.partner) AS value, 'value' AS absence, 'money' AS unit, any_value(s.currency) AS currency, any_value(s.valuation) AS valuation,
       any_value(s.price_base) AS price_base, 'derived' AS origin, 0 AS flags,
       'sum over ' || count(*) || ' partners' || CASE WHEN any_value(l.keys) IS NULL THEN '' ELSE '; without a figure: ' || any_value(l.keys) END AS note,
       s.sum_key AS key, any_value(s.source) AS source, arg_min(s.file, s.partner) AS file, arg_min(s.record, s.partner) AS record, arg_min(s.col, s.partner) AS col
FROM summand s LEFT JOIN left_out l USING (sum_key) WHERE s.usable GROUP BY s.sum_key;

INSERT INTO derivation
SELECT sum_key, CASE WHEN region = 'all partners' THEN 'sum over all partners with a figure' ELSE 'sum over the members of a region with a figure' END, from_key
FROM summand WHERE usable ORDER BY sum_key, from_key;
DROP TABLE summand; DROP TABLE candidate;
