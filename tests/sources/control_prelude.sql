-- What control.sql may use beside the edition's tables: keys in place of numbers. Paste it before a query to try one out.
CREATE OR REPLACE TEMP MACRO state_id(wanted) AS (SELECT s.id FROM state s WHERE s.key = wanted);
CREATE OR REPLACE TEMP MACRO source_id(wanted) AS (SELECT s.id FROM source s WHERE s.key = wanted);
CREATE OR REPLACE TEMP MACRO indicator_id(wanted) AS (SELECT i.id FROM indicator i WHERE i.key = wanted);
-- Observations with keys: SELECT value BETWEEN 1 AND 2 FROM figure WHERE source = 'x' AND indicator = 'goods_exports' AND from_state = 'KAZ' …
CREATE OR REPLACE TEMP VIEW figure AS
SELECT src.key AS source, ind.key AS indicator, a.key AS from_state, b.key AS to_state, r.key AS reporter,
       o.* EXCLUDE (source, indicator, from_state, to_state, reporter)
FROM observation o JOIN source src ON src.id = o.source JOIN indicator ind ON ind.id = o.indicator
LEFT JOIN state a ON a.id = o.from_state LEFT JOIN state b ON b.id = o.to_state LEFT JOIN state r ON r.id = o.reporter;
-- Each source's account: SELECT rejected = 0 AND unwanted > 9 FROM account WHERE source = 'x'
CREATE OR REPLACE TEMP VIEW account AS
SELECT s.key AS source, sum(records_read) AS records_read, sum(used) AS used, sum(rejected) AS rejected, sum(unwanted) AS unwanted, sum(facts) AS facts
FROM ledger l JOIN source s ON s.id = l.source GROUP BY s.key;
