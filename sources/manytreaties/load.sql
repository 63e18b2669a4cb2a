-- A row of the project's own list is one state in one treaty, with its own days where they are known. Treaties of two states
-- too come as memberships: a row per state, not per pair, and beside the agreements of the lists that it was compiled from
-- (read from themselves) no second voice. Dates are EDTF; 9999-12-31 is none.
CREATE MACRO messy(text) AS CASE WHEN text LIKE '9999%' THEN NULL ELSE edtf_checked(replace(nullif(trim(text), ''), '..', '/')) END;
CREATE TEMP TABLE line AS
SELECT *, coalesce(state_by_code('iso3', code, day), state_by_key(code), state_by_code('iso3', code, DATE '2020-01-01'), state_by_name(code, DATE '2020-01-01')) AS state FROM (
  SELECT _file, _record, trim(treatyID) AS treaty, trim(stateID) AS said,
         CASE trim(stateID) WHEN 'GDR' THEN 'DDR' WHEN 'KOS' THEN 'XKX' WHEN 'ROM' THEN 'ROU' WHEN 'SCG' THEN 'YUG' WHEN 'YPR' THEN 'YMD' WHEN 'PRU' THEN 'PRUSSIA' WHEN 'VAE' THEN 'ARE' WHEN 'ALG' THEN 'DZA' WHEN 'EAT' THEN 'TZA' ELSE trim(stateID) END AS code,
         messy(StateSignature) AS signed, messy(StateRatification) AS ratified, messy(StateForce) AS bound, messy(StateEnd) AS ended,
         greatest(coalesce(edtf_from(coalesce(messy(StateForce), messy(StateRatification), messy(StateSignature), messy("Begin"))), DATE '2020-01-01'), DATE '1816-01-01') AS day
  FROM read_delimited('parties'));

CREATE TEMP TABLE member AS
SELECT *, coalesce(bound, ratified, signed) AS since, row_number() OVER (PARTITION BY treaty, state ORDER BY bound IS NULL, ratified IS NULL, signed IS NULL, _record) AS nth,
       regexp_matches(said, '^(IO-|EC$|EUE$|EUU$|EFTA|ECE |FAO |IAEA|WHO |WMO |EURATOM|Bayern|Baden|Member countries)') AS body
FROM line;

CREATE VIEW membership AS
SELECT state, 'many:' || treaty AS organization, CASE WHEN bound IS NULL AND ratified IS NULL THEN 'signatory' ELSE 'party' END AS kind, since AS date_from, ended AS date_to, _file, _record,
       CASE WHEN bound IS NOT NULL THEN 'StateForce' WHEN ratified IS NOT NULL THEN 'StateRatification' ELSE 'StateSignature' END AS _col,
       CASE WHEN state IS NULL AND NOT body THEN 'unknown state: ' || said END AS _reject,
       CASE WHEN body THEN 'not a state: an organisation, a province or nobody' WHEN state IS NULL THEN NULL WHEN since IS NULL THEN 'named without a date'
            WHEN nth > 1 THEN 'the same state in the same treaty again' WHEN edtf_to(ended) < edtf_from(since) THEN 'an end before the beginning' END AS _unwanted
FROM member;

CREATE TEMP TABLE title AS SELECT _file, _record, trim(treatyID) AS treaty, Title, messy("Begin") AS begun FROM read_delimited('agreements');
CREATE VIEW organization AS
SELECT 'many:' || treaty AS key, any_value(Title) AS name, NULL AS short_name, 'compiled_treaty' AS kind, min(begun) AS founded, NULL AS dissolved, 9 AS importance, '2023' AS coverage_to, NULL AS note
FROM (SELECT treaty, Title, begun FROM title UNION ALL SELECT trim(treatyID), Title, messy("Begin") FROM read_delimited('parties') WHERE trim(treatyID) NOT IN (SELECT treaty FROM title))
WHERE treaty IN (SELECT treaty FROM member WHERE state IS NOT NULL AND since IS NOT NULL) GROUP BY treaty;

CREATE VIEW also_used AS SELECT _file, _record FROM title WHERE treaty IN (SELECT treaty FROM member WHERE state IS NOT NULL AND since IS NOT NULL);
CREATE VIEW membership_rest AS
SELECT NULL AS state, NULL AS organization, NULL AS kind, _file, _record, 'a treaty without members at hand' AS _unwanted FROM title WHERE treaty NOT IN (SELECT treaty FROM member WHERE state IS NOT NULL AND since IS NOT NULL)
UNION ALL SELECT NULL, NULL, NULL, _file, _record, 'a copy of a list that stands in the project''s own' FROM (
  SELECT _file, _record FROM read_delimited('parties_DESTA')
  UNION ALL SELECT _file, _record FROM read_delimited('parties_GPTAD')
  UNION ALL SELECT _file, _record FROM read_delimited('parties_IEADB')
  UNION ALL SELECT _file, _record FROM read_delimited('parties_TFDD')
  UNION ALL SELECT _file, _record FROM read_delimited('agreements_DESTA')
  UNION ALL SELECT _file, _record FROM read_delimited('agreements_GPTAD')
  UNION ALL SELECT _file, _record FROM read_delimited('agreements_HEIDI')
  UNION ALL SELECT _file, _record FROM read_delimited('agreements_IEADB')
  UNION ALL SELECT _file, _record FROM read_delimited('agreements_LABPTA')
  UNION ALL SELECT _file, _record FROM read_delimited('agreements_TFDD')
  UNION ALL SELECT _file, _record FROM read_delimited('agreements_TOTA')
  UNION ALL SELECT _file, _record FROM read_delimited('agreements_TREND'));
