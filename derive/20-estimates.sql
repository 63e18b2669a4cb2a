-- Rule 7: import figures of the Correlates of War at exactly 1.10 (or 1.06) times the partner's export are the compiler's
-- estimates, not a second voice. The exporters' own reports are UN Comtrade's, every fourth year (penppml_trade). COW
-- rounds to whole millions, so smaller figures prove nothing and stay unknown.
INSERT INTO marked
SELECT c.key, 0,
       CASE WHEN abs(c.value - 1.10 * e.value) <= 500000 + 0.002 * c.value OR abs(c.value - 1.06 * e.value) <= 500000 + 0.002 * c.value
            THEN 'partner_based' ELSE 'reported' END
FROM all_observation c
JOIN all_observation e ON e.from_state = c.from_state AND e.to_state = c.to_state AND e.period_start = c.period_start
WHERE c.source::VARCHAR = 'cow_trade_4_0' AND c.indicator::VARCHAR = 'goods_imports' AND c.value >= 20e6
  AND e.source::VARCHAR = 'penppml_trade' AND e.indicator::VARCHAR = 'goods_exports' AND e.value > 0;
