-- What control.sql may use beside the edition's tables: keys in place of numbers. Paste it before a query to try one out.
CREATE OR REPLACE TEMP MACRO state_id(wanted) AS (SELECT s.id FROM state s WHERE s.key = wanted);
CREATE OR REPLACE TEMP MACRO source_id(wanted) AS (SELECT s.id FROM source s WHERE s.key = wanted);
CREATE OR REPLACE TEMP MACRO indicator_id(wanted) AS (SELECT i.id FROM indicator i WHERE i.key = wanted);
CREATE OR REPLACE TEMP MACRO loaded(wanted) AS (SELECT count(*) > 0 FROM ledger l WHERE l.source = (SELECT s.id FROM source s WHERE s.key = wanted));
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
-- Who arrives whole: how many facts of a source speak of Turkey, Namibia, Kosovo, both Congos, both Koreas, Serbia, Yugoslavia
-- and the Germanys, without what assembly derives or models from them ("COD 12, COG 9, …"; nobody: ''):
-- SELECT whole('x') = 'COD 12, …'
CREATE OR REPLACE TEMP VIEW easily_lost AS SELECT id, key FROM state WHERE key IN ('TUR', 'NAM', 'XKX', 'COG', 'COD', 'KOR', 'PRK', 'SRB', 'YUG', 'DEU', 'DDR', 'DEU_1871');
CREATE OR REPLACE TEMP MACRO whole(wanted) AS (
  SELECT coalesce(string_agg(key || ' ' || facts, ', ' ORDER BY key), '') FROM (
    SELECT e.key, count(*) AS facts FROM (
      SELECT unnest([from_state, to_state]) AS id FROM observation WHERE source = source_id(wanted)
        AND NOT (origin = 'derived' AND record > 0) AND indicator NOT IN (SELECT id FROM indicator WHERE key LIKE '%expected%' OR key IN ('leader_visits', 'career_posts'))
      UNION ALL SELECT unnest([state_a, state_b]) FROM event WHERE source = source_id(wanted)
      UNION ALL SELECT unnest([sending, receiving]) FROM mission WHERE source = source_id(wanted)
      UNION ALL SELECT state FROM membership WHERE source = source_id(wanted)
      UNION ALL SELECT unnest([state_a, state_b]) FROM agreement WHERE source = source_id(wanted)
      UNION ALL SELECT unnest([home_state, host_state]) FROM presence WHERE source = source_id(wanted)
      -- a series keeps the codes of its list of states
      UNION ALL SELECT c.state FROM (SELECT scheme, unnest([from_code, to_code]) AS code, day_from FROM series WHERE source = source_id(wanted)) x
        JOIN state_code c ON c.scheme = x.scheme AND c.code = x.code::VARCHAR AND x.day_from BETWEEN coalesce(c.day_from, DATE '0001-01-01') AND coalesce(c.day_to, DATE '9999-12-31')) f
    JOIN easily_lost e ON e.id = f.id GROUP BY e.key));
-- How many of its rejects name one of them: SELECT lost('x') = 0
CREATE OR REPLACE TEMP MACRO lost(wanted) AS (
  SELECT count(*) FROM reject WHERE source = source_id(wanted)
  AND regexp_matches(coalesce(raw, '') || ' ' || reason, '(?i)\b(turkey|t[uü]rkiye|namibia|kosovo|congo|zaire|zaïre|north korea|south korea|korea, |serbia|yugoslavia|germany)\b'));

-- The same of observations alone.
CREATE OR REPLACE TEMP MACRO whole_observations(wanted) AS (
  SELECT coalesce(string_agg(key || ' ' || facts, ', ' ORDER BY key), '') FROM (
    SELECT e.key, count(*) AS facts FROM (
      SELECT unnest([from_state, to_state]) AS id FROM observation WHERE source = source_id(wanted)
        AND NOT (origin = 'derived' AND record > 0) AND indicator NOT IN (SELECT id FROM indicator WHERE key LIKE '%expected%' OR key IN ('leader_visits', 'career_posts'))) f
    JOIN easily_lost e ON e.id = f.id GROUP BY e.key));
-- Why the rejects that name one of them are rejected: "4 left before it was bound; …".
CREATE OR REPLACE TEMP MACRO lost_because(wanted) AS (
  SELECT coalesce(string_agg(n || ' ' || why, '; ' ORDER BY why), '') FROM (
    SELECT regexp_replace(reason, ':.*', '') AS why, count(*) AS n FROM reject WHERE source = source_id(wanted)
      AND regexp_matches(coalesce(raw, '') || ' ' || reason, '(?i)\b(turkey|t[uü]rkiye|namibia|kosovo|congo|zaire|zaïre|north korea|south korea|korea, |serbia|yugoslavia|germany)\b') GROUP BY 1));
