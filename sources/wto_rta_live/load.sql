-- A row is an agreement (ids with dates for goods, G, and services, S). Signatories stand in one field, parted by semicolons; where the European Union
-- is one, it signed for its members of the day. "In force for at least one Party" does not say for whom: the status is unknown. An accession is part of
-- an agreement that stands by itself; what is being negotiated is no agreement.
-- Excel's days, 18-Nov-2002, or 18-Nov-02: two figures of a year are of 1941 to 2040.
CREATE MACRO with_century(text) AS regexp_replace(trim(text), '-(\d\d)$', CASE WHEN right(trim(text), 2) > '40' THEN '-19\1' ELSE '-20\1' END);
CREATE MACRO day_of(text) AS CASE WHEN regexp_full_match(trim(text), '\d{4}-\d\d-\d\d.*') THEN TRY_CAST(left(trim(text), 10) AS DATE) WHEN regexp_full_match(trim(text), '\d{1,2}-[A-Za-z]{3}-\d{4}') THEN try_strptime(trim(text), '%d-%b-%Y')::DATE
  WHEN regexp_full_match(trim(text), '\d{1,2}-[A-Za-z]{3}-\d{2}') THEN try_strptime(with_century(text), '%d-%b-%Y')::DATE END;
CREATE TEMP TABLE row_of AS
SELECT _file, _record, trim("RTA Name") AS name, trim("Status") AS status, lower(coalesce(trim("Accession?"), 'no')) AS is_accession, coalesce(blank("Current signatories"), blank("Original signatories")) AS signatories,
       coalesce(blank("Date of Signature (G)"), blank("Date of Signature (S)")) AS signed_text, coalesce(blank("Date of Entry into Force (G)"), blank("Date of Entry into Force (S)")) AS force_text, blank("Inactive Date") AS ended_text
FROM read_xlsx('agreements');
CREATE TEMP TABLE treaty AS
SELECT *, day_of(signed_text) AS signed, day_of(force_text) AS in_force, day_of(ended_text) AS ended,
       CASE WHEN status ILIKE 'Inactive%' THEN 'terminated' WHEN status ILIKE 'In force for at least%' THEN 'unknown' WHEN status ILIKE 'In Force%' THEN 'in_force' WHEN status ILIKE '%-Signed' OR status ILIKE '% signed' THEN 'signed' END AS state_of_it,
       status ILIKE '%negotiation%' AS is_talk
FROM row_of;

-- Members of the Union (with the communities before it) since a day, to a day.
CREATE TEMP TABLE member (key VARCHAR, since DATE, until DATE);
INSERT INTO member SELECT unnest(['BEL', 'DEU', 'FRA', 'ITA', 'LUX', 'NLD']), DATE '1958-01-01', NULL;
INSERT INTO member VALUES ('GBR', '1973-01-01', '2020-01-31'), ('DNK', '1973-01-01', NULL), ('IRL', '1973-01-01', NULL), ('GRC', '1981-01-01', NULL), ('ESP', '1986-01-01', NULL), ('PRT', '1986-01-01', NULL), ('AUT', '1995-01-01', NULL),
  ('FIN', '1995-01-01', NULL), ('SWE', '1995-01-01', NULL), ('BGR', '2007-01-01', NULL), ('ROU', '2007-01-01', NULL), ('HRV', '2013-07-01', NULL);
INSERT INTO member SELECT unnest(['CYP', 'CZE', 'EST', 'HUN', 'LVA', 'LTU', 'MLT', 'POL', 'SVK', 'SVN']), DATE '2004-05-01', NULL;

CREATE TEMP TABLE party AS
SELECT _file, _record, name, is_union, CASE WHEN NOT is_union THEN coalesce(state_by_name(name, day), state_by_name(name, DATE '2026-01-01')) END AS state, day
FROM (SELECT *, regexp_full_match(name, '(European Union|European Communities?|EU|EC)( \(.*\))?') AS is_union
      FROM (SELECT _file, _record, trim(unnest(string_split(signatories, ';'))) AS name, coalesce(ended, DATE '2026-01-01') AS day FROM treaty));
CREATE TEMP TABLE signatory AS
SELECT DISTINCT _record, state, 'own' AS capacity FROM party WHERE state IS NOT NULL
UNION SELECT p._record, state_by_key(m.key), 'through:EU' FROM party p JOIN member m ON p.is_union AND m.since <= p.day AND (m.until IS NULL OR m.until >= p.day);
CREATE TEMP TABLE strange AS SELECT _record, min(name) AS name FROM party WHERE NOT is_union AND state IS NULL AND name <> '' AND non_state(name) IS NULL GROUP BY ALL;

CREATE TEMP TABLE sound AS
SELECT t.* FROM treaty t WHERE is_accession NOT LIKE 'y%' AND NOT is_talk AND state_of_it IS NOT NULL AND signatories IS NOT NULL AND _record NOT IN (SELECT _record FROM strange)
  AND (signed_text IS NULL OR signed IS NOT NULL) AND (force_text IS NULL OR in_force IS NOT NULL) AND (ended_text IS NULL OR ended IS NOT NULL);
CREATE VIEW agreement AS
SELECT a.state AS state_a, b.state AS state_b, t.name AS title, 'trade' AS subject, 'trade_agreement' AS kind, t.signed::VARCHAR AS signed_on, t.in_force::VARCHAR AS in_force, t.ended::VARCHAR AS terminated,
       t.state_of_it AS status, a.capacity AS capacity_a, b.capacity AS capacity_b, t._file, t._record, 'Current signatories' AS _col
FROM sound t JOIN signatory a ON a._record = t._record JOIN signatory b ON b._record = t._record AND b.state > a.state
WHERE NOT (a.capacity <> 'own' AND b.capacity <> 'own');

CREATE VIEW agreement_rest AS
SELECT NULL AS kind, _file, _record,
       CASE WHEN is_accession LIKE 'y%' OR is_talk THEN NULL WHEN state_of_it IS NULL THEN 'unknown status: ' || coalesce(status, '(blank)') WHEN signed_text IS NOT NULL AND signed IS NULL THEN 'not a date: ' || signed_text
            WHEN force_text IS NOT NULL AND in_force IS NULL THEN 'not a date: ' || force_text WHEN ended_text IS NOT NULL AND ended IS NULL THEN 'not a date: ' || ended_text
            WHEN (SELECT s.name FROM strange s WHERE s._record = t._record) IS NOT NULL THEN 'unknown party: ' || (SELECT s.name FROM strange s WHERE s._record = t._record) END AS _reject,
       CASE WHEN is_accession LIKE 'y%' THEN 'an accession to an agreement that stands by itself' WHEN is_talk THEN 'still being negotiated' ELSE 'fewer than two signatories are states' END AS _unwanted
FROM treaty t WHERE _record NOT IN (SELECT _record FROM agreement);
