-- Annual sums of monthly flows: twelve months of twelve, in one reporter's books, one source, currency and valuation.
-- The sum is a derived fact at the place of its first month; derivation lists the twelve.
CREATE TEMP TABLE monthly_flow AS
SELECT o.*, fact_key(concat_ws('|', 'annual sum of months', source::VARCHAR, indicator::VARCHAR, from_state, coalesce(to_state, 0), coalesce(reporter, 0),
                               year(period_start), product, coalesce(variant, ''), coalesce(currency, ''), valuation::VARCHAR)) AS sum_key
FROM all_observation o JOIN own_indicators i ON i.key = o.indicator::VARCHAR
WHERE period_months = 1 AND i.sums_over_time AND value IS NOT NULL AND absence IN ('value', 'true_zero');

INSERT INTO all_observation BY NAME
SELECT any_value(indicator) AS indicator, any_value(from_state) AS from_state, any_value(to_state) AS to_state, any_value(reporter) AS reporter,
       make_date(year(min(period_start)), 1, 1) AS period_start, 12 AS period_months, false AS at_end, any_value(product) AS product,
       any_value(product_scheme) AS product_scheme, any_value(variant) AS variant, sum(value ORDER BY period_start) AS value, 'value' AS absence, any_value(unit) AS unit,
       any_value(currency) AS currency, any_value(valuation) AS valuation, any_value(price_base) AS price_base, 'derived' AS origin, bit_or(flags) AS flags,
       'sum of the twelve months' AS note, sum_key AS key, any_value(source) AS source, arg_min(file, period_start) AS file, arg_min(record, period_start) AS record,
       arg_min(col, period_start) AS col
FROM monthly_flow GROUP BY sum_key HAVING count(DISTINCT period_start) = 12 AND count(*) = 12;

INSERT INTO derivation
SELECT m.sum_key, 'sum of twelve months', m.key FROM monthly_flow m JOIN all_observation o ON o.key = m.sum_key ORDER BY m.sum_key, m.period_start;
