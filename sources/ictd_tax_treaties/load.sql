-- A row is one version of a treaty (as signed, amended by protocol or by the multilateral convention of 2017) and stands
-- twice, once from either side. The versions of one treaty, joined by REFERENCE, give one agreement: dates of the first,
-- status of the last. EFFECTIVE is the year from which it applies, which may lie before the signature and is no entry into
-- force; nor is an "Entry" of the second list that lies before it. A second list has the years of entry and termination of treaties that have ended; where it has a treaty of the
-- same pair and year it completes it, else it stands for itself. Both lists name today's states, the second also some that are gone.
CREATE TEMP TABLE version AS
SELECT _file, _record, "TREATYID" AS id, coalesce(CASE WHEN whole("REFERENCE") IS NOT NULL THEN "REFERENCE" END, "TREATYID") AS root,
       CASE WHEN whole("REFERENCE") IS NULL THEN "REFERENCE" END AS organisation, "TYPE" AS type, "STATUS" AS status, "C1LONG" AS name1, "C2LONG" AS name2,
       whole("SIGNED") AS signed, whole("EFFECTIVE") AS effective, whole(ended) AS ended,
       state_by_name("C1LONG", DATE '2020-12-31') AS one, state_by_name("C2LONG", DATE '2020-12-31') AS two
FROM read_delimited('treaties');

CREATE TEMP TABLE treaty AS
SELECT root, least(one, two) AS state_a, greatest(one, two) AS state_b, min(signed) AS signed, arg_min(type, signed) AS type, any_value(organisation) AS organisation,
       min(effective) AS effective, bool_or(status = 'In Force') AS in_force, bool_and(status = 'Not In Force') AS never_in_force,
       CASE WHEN NOT bool_or(status = 'In Force') THEN max(ended) END AS ended,
       string_agg(DISTINCT signed::VARCHAR, ', ' ORDER BY signed::VARCHAR) FILTER (type = 'Amended by protocol' AND status <> 'Not In Force') AS protocols,
       bool_or(type = 'Amended by MLI' AND status = 'In Force') AS by_mli,
       arg_min(_file, (id <> root, _record)) AS _file, arg_min(_record, (id <> root, _record)) AS _record
FROM version WHERE one IS NOT NULL AND two IS NOT NULL AND one <> two AND signed IS NOT NULL
GROUP BY ALL;

-- Two of the second list's own spellings.
CREATE MACRO list_name(name) AS CASE name WHEN 'China (People''s Rep.)' THEN 'China' WHEN 'Comoros Islands' THEN 'Comoros' ELSE name END;

CREATE TEMP TABLE ended AS
SELECT _file, _record, ctry1, ctry2, "name" AS title, regexp_extract(split_part("Status", chr(10), 1), '^Status: (.*)$', 1) AS status,
       whole("Conclusion") AS signed, whole("Entry") AS entry, whole("Termination") AS terminated,
       coalesce(state_by_name(name1, DATE '2020-12-31'), state_by_name(name1, make_date(coalesce(whole("Conclusion"), 2020), 12, 31))) AS one,
       coalesce(state_by_name(name2, DATE '2020-12-31'), state_by_name(name2, make_date(coalesce(whole("Conclusion"), 2020), 12, 31))) AS two
FROM (SELECT *, list_name(ctry1) AS name1, list_name(ctry2) AS name2 FROM read_delimited('terminations'));

CREATE TEMP TABLE completing AS
SELECT t.root, t.state_a, t.state_b, any_value(e.entry) AS entry, CASE WHEN NOT any_value(t.in_force) THEN max(e.terminated) END AS terminated
FROM treaty t JOIN ended e ON least(e.one, e.two) = t.state_a AND greatest(e.one, e.two) = t.state_b AND e.signed = t.signed AND e.status = 'Terminated'
GROUP BY ALL;

CREATE VIEW agreement AS
SELECT t.state_a, t.state_b, 'taxation' AS subject, 'double_taxation' AS kind,
       concat(CASE WHEN t.organisation IS NOT NULL THEN 'Tax convention of several states (' || t.organisation || ')'
                   WHEN t.type = 'Pre-independence' THEN 'Double taxation agreement concluded before independence' ELSE 'Double taxation agreement' END,
              CASE WHEN t.effective IS NOT NULL THEN ', applied from ' || t.effective END, CASE WHEN t.protocols IS NOT NULL THEN ', protocol of ' || t.protocols END,
              CASE WHEN t.by_mli THEN ', amended by the multilateral convention' END) AS title,
       t.signed::VARCHAR AS signed_on, CASE WHEN c.entry >= t.signed THEN c.entry END::VARCHAR AS in_force, coalesce(t.ended, c.terminated)::VARCHAR AS terminated,
       CASE WHEN t.in_force THEN 'in_force' WHEN t.never_in_force THEN 'signed' ELSE 'terminated' END AS status, t._file, t._record, 'TREATYID' AS _col
FROM treaty t LEFT JOIN completing c ON c.root = t.root AND c.state_a = t.state_a AND c.state_b = t.state_b;

-- The other versions, and the other side's rows.
CREATE VIEW agreement_versions AS
SELECT NULL AS kind, v._file, v._record,
       CASE WHEN v.signed IS NULL THEN 'no year of signature' ELSE coalesce(unknown_state(v.one, v.name1), unknown_state(v.two, v.name2)) END AS _reject,
       CASE WHEN v.one = v.two THEN 'both sides are one state' WHEN v.id = v.root THEN 'the same treaty from the other side' END AS _unwanted
FROM version v WHERE NOT EXISTS (SELECT 1 FROM treaty t WHERE t._record = v._record) AND (v.id = v.root OR v.signed IS NULL OR v.one IS NULL OR v.two IS NULL OR v.one = v.two);

CREATE VIEW also_used AS
SELECT _file, _record FROM version WHERE id <> root AND signed IS NOT NULL AND one IS NOT NULL AND two IS NOT NULL AND one <> two
UNION ALL
SELECT _file, _record FROM ended e WHERE EXISTS (SELECT 1 FROM treaty t WHERE t.state_a = least(e.one, e.two) AND t.state_b = greatest(e.one, e.two) AND t.signed = e.signed);

-- The second list does not mark what a state took over from the one that it came from.
CREATE TEMP TABLE successor AS
SELECT state_by_key(unnest(string_split('ARM AZE BLR EST GEO KAZ KGZ LVA LTU MDA TJK TKM UKR UZB RUS BIH HRV MKD SVN CZE SVK', ' '))) AS state, 1991 AS since
UNION ALL SELECT state_by_key(unnest(['SRB', 'MNE'])), 2006 UNION ALL SELECT state_by_key('XKX'), 2008;

CREATE VIEW agreement_ended AS
SELECT least(one, two) AS state_a, greatest(one, two) AS state_b, 'taxation' AS subject, 'double_taxation' AS kind,
       concat(CASE WHEN title LIKE '%Inheritance%' OR title LIKE '%Estate%' OR title LIKE '%Death%' THEN 'Tax agreement on inheritances'
                   WHEN title LIKE '%Shipping%' OR title LIKE '%Transport%' OR title LIKE '%Air%' THEN 'Tax agreement on transport' ELSE 'Double taxation agreement' END,
              CASE WHEN EXISTS (SELECT 1 FROM successor s WHERE s.state IN (e.one, e.two) AND e.signed < s.since) THEN ' concluded before independence' END) AS title,
       signed::VARCHAR AS signed_on, CASE WHEN entry >= signed THEN entry END::VARCHAR AS in_force, terminated::VARCHAR AS terminated, 'terminated' AS status, _file, _record, 'name' AS _col,
       CASE WHEN status <> 'Terminated' THEN NULL WHEN signed IS NULL THEN 'no year of conclusion' ELSE coalesce(unknown_state(one, ctry1), unknown_state(two, ctry2)) END AS _reject,
       CASE WHEN status <> 'Terminated' THEN 'not terminated: ' || status WHEN one = two THEN 'both sides are one state'
            ELSE coalesce(no_state(one, ctry1), no_state(two, ctry2)) END AS _unwanted
FROM ended e WHERE NOT EXISTS (SELECT 1 FROM treaty t WHERE t.state_a = least(e.one, e.two) AND t.state_b = greatest(e.one, e.two) AND t.signed = e.signed)
UNION ALL BY NAME
SELECT _file, _record, 'a count of the publisher over these treaties' AS _unwanted FROM read_delimited('numbers');
