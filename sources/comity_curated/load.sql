-- Each row speaks with the voice of the reference in its column `source`; the row itself is the citation.
CREATE VIEW observation AS
SELECT indicator, state_by_key(from_state) AS from_state, state_by_key(blank(to_state)) AS to_state, state_by_key(blank(reporter)) AS reporter,
       edtf_from(blank(period)) AS period_start, period_length(blank(period)) AS period_months, basis = 'stock' AS at_end,
       nullif(concat_ws(', ', blank(variant), blank(denominator)), '') AS variant, number(value) AS value,
       blank(unit) AS unit, blank(currency) AS currency,
       CASE WHEN basis IN ('fob', 'cif') THEN basis WHEN blank(currency) IS NULL THEN 'none' ELSE 'unknown' END AS valuation,
       coalesce(blank(origin), 'unknown') AS origin,
       hedge_flag(hedge) + CASE WHEN blank(period) IS NULL THEN 4 ELSE 0 END AS flags,
       concat_ws('; ', title, 'basis: ' || blank(basis)) AS note, source AS reference, _file, _record, 'value' AS _col,
       CASE WHEN state_by_key(from_state) IS NULL THEN 'unknown state: ' || from_state
            WHEN number(value) IS NULL THEN 'not a number: ' || value
            WHEN blank(period) IS NOT NULL AND edtf_checked(period) IS NULL THEN 'not a date: ' || period END AS _reject
FROM read_delimited('observations');

CREATE VIEW event AS
SELECT kind, state_by_key(state_a) AS state_a, state_by_key(blank(state_b)) AS state_b, blank(date) AS date_edtf,
       state_by_key(blank(actor_state)) AS actor_state, state_by_key(blank(third_state)) AS third_state,
       blank(person) AS person, blank(office) AS office, blank(host_person) AS host, blank(place) AS place, blank(occasion) AS occasion,
       blank(title) AS title, nullif(concat_ws(' ', blank(detail), blank(precision_note)), '') AS detail, status, source AS reference, _file, _record,
       CASE WHEN state_by_key(state_a) IS NULL THEN 'unknown state: ' || state_a
            WHEN blank(state_b) IS NOT NULL AND state_by_key(state_b) IS NULL THEN 'unknown state: ' || state_b END AS _reject
FROM read_delimited('events');

CREATE VIEW event_statements AS
SELECT 'statement' AS kind, state_by_key(state_a) AS state_a, state_by_key(blank(state_b)) AS state_b, blank(period) AS date_edtf,
       topic AS occasion, text AS title, status, source AS reference, _file, _record, 'text' AS _col,
       CASE WHEN state_by_key(state_a) IS NULL THEN 'unknown state: ' || state_a END AS _reject
FROM read_delimited('statements');

CREATE VIEW mission AS
SELECT state_by_key(sending) AS sending, state_by_key(receiving) AS receiving, kind, resident = 'true' AS resident, blank(city) AS city,
       blank(opened) AS opened, blank(closed) AS closed, blank(as_listed_on) AS as_listed_on, blank(name) AS name, source AS reference, _file, _record
FROM read_delimited('missions');

CREATE VIEW presence AS
SELECT state_by_key(home_state) AS home_state, state_by_key(host_state) AS host_state, kind, blank(name) AS name, blank(sector) AS sector,
       blank(place) AS place, number(count) AS count, blank(basis) AS basis, blank(as_of) AS as_of,
       hedge_flag(hedge) AS flags, blank(note) AS note, source AS reference, _file, _record
FROM read_delimited('presences');
