-- A row is one transfer: who gained, who lost, which entity. '.', -9 and blank all mean missing; the loser may be missing
-- (nobody, or something that is no state), and a gainer may be the new state itself (procedure 4).
CREATE TEMP TABLE entity_name AS SELECT id, any_value(name ORDER BY _record) AS name FROM read_delimited('entities') GROUP BY id;

-- The register knows no state by the code on any day (Texas, Transvaal, Fiume).
CREATE MACRO never_held(code) AS state_by_code('cow', code, DATE '1850-01-01') IS NULL AND state_by_code('cow', code, DATE '1930-01-01') IS NULL AND state_by_code('cow', code, DATE '1970-01-01') IS NULL AND state_by_code('cow', code, DATE '2000-01-01') IS NULL;

CREATE TEMP TABLE change AS
SELECT c.*, e.name AS entity_name, state_by_code_in_year('cow', gainer, whole(year)) AS gained, CASE WHEN loser NOT IN ('-9', '.') THEN state_by_code_in_year('cow', loser, whole(year)) END AS lost,
       CASE WHEN coalesce(whole(month), 0) BETWEEN 1 AND 12 THEN printf('%s-%02d', year, whole(month)) ELSE year END AS date
FROM read_delimited('changes') c LEFT JOIN entity_name e ON e.id = c.entity;

CREATE VIEW event AS
SELECT 'territorial_change' AS kind, gained AS state_a, CASE WHEN lost <> gained THEN lost END AS state_b, date AS date_edtf, gained AS actor_state,
       CASE procedur WHEN '1' THEN 'conquest' WHEN '2' THEN 'annexation' WHEN '3' THEN 'cession' WHEN '4' THEN 'secession' WHEN '5' THEN 'unification' WHEN '6' THEN 'mandate' ELSE 'procedure not known' END AS occasion,
       CASE WHEN portion = '0' THEN 'part of ' ELSE '' END || coalesce(entity_name, 'entity ' || entity) || ' (' || number || ')' AS title, entity_name AS place,
       concat_ws('; ', CASE WHEN number(area) > 0 THEN 'area ' || CAST(number(area) AS BIGINT) || ' sq km' END, CASE WHEN number(pop) > 0 THEN 'population ' || pop END,
                 CASE WHEN lost IS NULL THEN 'from ' || CASE WHEN loser IN ('-9', '.') THEN 'no state' ELSE coalesce(l.name, 'entity ' || loser) END END,
                 CASE WHEN indep = '1' THEN 'independence' END, CASE WHEN conflict = '1' THEN 'with military conflict' END) AS detail,
       _file, _record, 'gainer' AS _col,
       CASE WHEN whole(year) IS NULL THEN 'not a year: ' || coalesce(year, '(blank)') WHEN gained IS NULL AND NOT never_held(gainer) THEN 'no state has the code ' || gainer || ' in ' || year END AS _reject,
       CASE WHEN gainer = '1' THEN 'gained by no single state: the allied powers or the United Nations (code 1)' WHEN gained IS NULL AND never_held(gainer) THEN 'gained by something that the register does not hold' END AS _unwanted
FROM change LEFT JOIN entity_name l ON l.id = change.loser;

-- A row is a span in which an entity stood under another. Only those whose entity and ruler the register holds are statements.
CREATE TEMP TABLE dependency AS
SELECT *, state_by_code_in_year('cow', id, coalesce(whole(end_year), whole(start_year))) AS entity, state_by_code_in_year('cow', referenced_id, coalesce(whole(start_year), whole(end_year))) AS ruler,
       coalesce(blank(start_year), '..') || '/' || coalesce(blank(end_year), '..') AS span
FROM read_delimited('entities');

CREATE VIEW event_dependency AS
SELECT 'dependency' AS kind, entity AS state_a, ruler AS state_b, span AS date_edtf, ruler AS actor_state, name AS place, regexp_replace(status, ' *\d+$', '') AS title, _file, _record, 'status' AS _col,
       CASE WHEN NOT regexp_matches(status, '^[A-Z][a-z ]+ \d+$') THEN 'no status: ' || coalesce(status, '(blank)')
            WHEN entity IS NOT NULL AND ruler IS NOT NULL AND entity <> ruler AND span <> '../..' AND edtf_checked(span) IS NULL THEN 'not a span: ' || span END AS _reject,
       CASE WHEN NOT regexp_matches(status, '^[A-Z][a-z ]+ \d+$') THEN NULL
            WHEN span = '../..' THEN 'no year'
            WHEN entity IS NULL THEN 'an entity that the register does not hold' WHEN ruler IS NULL THEN 'a ruler that the register does not hold'
            WHEN entity = ruler THEN 'a state under itself: codes that one state has held in turn' END AS _unwanted
FROM dependency;
