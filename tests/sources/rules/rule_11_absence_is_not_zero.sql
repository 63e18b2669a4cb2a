-- A kind of absence has no figure; a figure has none. Nought is a figure only where it is said to be true.
SELECT s.key, i.key, o.absence, count(*) FROM observation o JOIN source s ON s.id = o.source JOIN indicator i ON i.id = o.indicator WHERE (o.absence IN ('value', 'true_zero') AND o.value IS NULL AND o.unit <> 'text') OR (o.absence NOT IN ('value', 'true_zero') AND o.value IS NOT NULL) GROUP BY ALL
SELECT s.key, i.key, count(*) FROM observation o JOIN source s ON s.id = o.source JOIN indicator i ON i.id = o.indicator WHERE o.value = 0 AND o.absence = 'value' AND o.origin NOT IN ('derived', 'modelled') AND o.unit IN ('money', 'persons') GROUP BY ALL
SELECT s.key, i.key, count(*) FROM observation o JOIN source s ON s.id = o.source JOIN indicator i ON i.id = o.indicator WHERE o.absence = 'true_zero' AND o.value <> 0 GROUP BY ALL
-- Nothing is below zero that cannot be, and no share is above a hundred.
SELECT s.key, i.key, min(o.value) FROM observation o JOIN source s ON s.id = o.source JOIN indicator i ON i.id = o.indicator WHERE o.value < 0 AND NOT i.may_be_negative GROUP BY ALL
SELECT s.key, i.key, max(o.value) FROM observation o JOIN source s ON s.id = o.source JOIN indicator i ON i.id = o.indicator WHERE i.key IN ('un_vote_agreement', 'language_share', 'trade_share_region') AND o.value > 100 GROUP BY ALL
