-- Dates are EDTF. '..1816-01-01' (on or before) and '2017-12-31..' (on or after) mark the edges of a list, so the span is
-- open there; 9999-12-31 is still going on. '0006-1815' is a typing error for no date that could be read: rejected.
CREATE MACRO edge(text) AS CASE WHEN text LIKE '..%' OR text LIKE '%..' OR text LIKE '9999%' OR blank(text) IS NULL THEN '..' ELSE trim(text) END;
-- The register knows no state by the code on any day: one of the polities that the ISD adds, small or of the past.
CREATE MACRO never_held(code) AS state_by_code('cow', code, DATE '1850-01-01') IS NULL AND state_by_code('cow', code, DATE '1930-01-01') IS NULL AND state_by_code('cow', code, DATE '1970-01-01') IS NULL AND state_by_code('cow', code, DATE '2000-01-01') IS NULL;
-- By its last day, by a day a little before (lists end states a day or a month after the register), by its first day.
CREATE MACRO code_within(scheme, code, first, last) AS
  coalesce(state_by_code(scheme, code, last), state_by_code(scheme, code, CAST(last - INTERVAL 40 DAY AS DATE)), state_by_code(scheme, code, first));
CREATE TEMP TABLE listed AS
-- GGO has codes of its own beside ISO's: what still exists is looked up by code, what ended since 1945 by its name.
SELECT _file, _record, 'Global Governance Observatory' AS list, "stateID" AS code, "StateName" AS name, edge("Begin") AS begun, edge("End") AS ended, 'stateID' AS col,
       CASE WHEN "End" LIKE '9999%' THEN coalesce(state_by_code('iso3', "stateID", DATE '2020-01-01'), state_by_name("StateName", DATE '2020-01-01'))
            WHEN "End" >= '1945' THEN state_by_name("StateName", coalesce(edtf_from("End"), DATE '1945-01-01')) END AS state,
       CASE WHEN "End" < '1945' THEN 'ended before 1945: names of older polities are not matched'
            WHEN "StateName" IN ('European Union', 'Niue', 'Tokelau') AND "stateID" = 'EUE' THEN 'not a state: organization' END AS outside
FROM read_delimited('ggo')
UNION ALL
SELECT _file, _record, 'Gleditsch and Ward', "cowNR", "StateName", edge("Begin"), edge("End"), 'cowNR',
       code_within('gw', "cowNR", edtf_to(edge("Begin")), coalesce(edtf_from(edge("End")), DATE '2017-12-31')), NULL
FROM read_delimited('gw')
UNION ALL
SELECT _file, _record, 'International System(s) Dataset', "cowNR", "StateName", edge("Begin"), edge("End"), 'cowNR',
       code_within('cow', "cowNR", edtf_to(edge("Begin")), coalesce(edtf_from(edge("End")), DATE '2016-12-31')),
       CASE WHEN blank("cowNR") IS NULL OR never_held("cowNR") THEN 'a polity that the register does not hold' END
FROM read_delimited('isd');

CREATE VIEW event AS
SELECT 'state_span' AS kind, state AS state_a, begun || '/' || ended AS date_edtf, list AS occasion, list || ' ' || code AS title, name AS detail, _file, _record, col AS _col,
       CASE WHEN outside IS NULL AND state IS NULL AND non_state(name) IS NULL THEN 'no state has the code ' || code || ' (' || name || ')'
            WHEN outside IS NULL AND state IS NOT NULL AND begun || '/' || ended <> '../..' AND edtf_checked(begun || '/' || ended) IS NULL THEN 'not a date: ' || begun || ' or ' || ended END AS _reject,
       CASE WHEN outside IS NOT NULL AND state IS NULL THEN outside WHEN state IS NULL THEN no_state(state, name)
            WHEN begun || '/' || ended = '../..' THEN 'both ends are the edges of the list: no date' END AS _unwanted
FROM (SELECT * REPLACE (CASE WHEN outside IS NULL THEN state END AS state) FROM listed);
