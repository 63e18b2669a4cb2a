-- Where a publisher's file is that bad, its folder must say why; no source is today, as a whole or in one of its files of a thousand records or more.
SELECT s.key, sum(l.rejected), sum(l.records_read) FROM ledger l JOIN source s ON s.id = l.source GROUP BY s.key HAVING sum(l.rejected) > 0.01 * sum(l.records_read)
SELECT s.key, f.path, l.rejected, l.records_read FROM ledger l JOIN source s ON s.id = l.source JOIN source_file f ON f.id = l.file WHERE l.records_read >= 1000 AND l.rejected > 0.01 * l.records_read
