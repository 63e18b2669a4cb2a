-- Figures of books that are not all there (35-incomplete-books.sql): no second voice, never reconciled, and the table says why.
SELECT m.from_state, m.to_state, m.year FROM mirror m JOIN observation o ON o.key = m.export_key WHERE o.flags & 2048 <> 0 AND (m.independent OR m.larger IS NOT NULL OR m.weighted IS NOT NULL OR coalesce(m.reading, '') NOT LIKE '%add up to well under%')
-- No derived figure (a ratio of both sides, a reconciled value, growth) has such a figure among its parts, but a sum that says so.
SELECT d.method, d.from_key FROM derivation d JOIN observation o ON o.key = d.from_key WHERE o.flags & 2048 <> 0 AND (d.method LIKE 'reconciled%' OR d.method LIKE 'ratio%' OR d.method LIKE 'growth%' OR d.method LIKE 'sum over%')
