SELECT s.key, count(*) FROM standing t JOIN source s ON s.id = t.source WHERE s.role IN ('fixture', 'estimation', 'reference') GROUP BY ALL
SELECT s.key, count(*) FROM mirror m JOIN source s ON s.id IN (m.export_source, m.import_source) WHERE s.role IN ('fixture', 'estimation') GROUP BY ALL
SELECT s.key, d.method, count(*) FROM derivation d JOIN observation o ON o.key = d.from_key JOIN source s ON s.id = o.source WHERE s.role IN ('fixture', 'estimation') GROUP BY ALL
SELECT s.key, count(*) FROM disagreement d JOIN observation o ON o.key IN (d.key_a, d.key_b) JOIN source s ON s.id = o.source WHERE s.role IN ('fixture', 'estimation') GROUP BY ALL
