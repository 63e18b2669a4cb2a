-- A row is one treaty for one country of the basin; the country need not be a party (Moldova for a treaty of the Soviet
-- Union). With more than thirty parties the day is the treaty's, not theirs: they came to it one by one. The parties are the names under Signatories; the treaty is told by its first row. Days are DD.MM.YYYY, of before
-- 1900 M/D/YYYY; a year alone was taken for a serial number, which makes days of 1905 of it: 1997 became 19.06.1905.
CREATE MACRO signing(text) AS CASE
  WHEN try_strptime(text, '%d.%m.%Y')::DATE BETWEEN DATE '1904-12-04' AND DATE '1905-07-12' THEN CAST(try_strptime(text, '%d.%m.%Y')::DATE - DATE '1899-12-30' AS VARCHAR)
  ELSE CAST(coalesce(try_strptime(text, '%d.%m.%Y'), try_strptime(text, '%m/%d/%Y'))::DATE AS VARCHAR) END;

CREATE TEMP TABLE line AS
SELECT _file, _record, trim("2016Update ID") AS id, regexp_replace(regexp_replace(trim(regexp_replace(DocumentName, '\s+', ' ', 'g')), '([[:lower:]]{3})\.$', '\1'), ',? signed at [[:upper:]]\w+$', '') AS title, trim(DateSigned) AS said, signing(trim(DateSigned)) AS signed_on,
       trim(Signatories) AS signatories, trim("Treaty Basin(s)") AS basin, min(_record) OVER (PARTITION BY trim("2016Update ID"), trim(DocumentName), trim(DateSigned)) AS first
FROM read_delimited('treaties');

-- The publisher's spellings of states; without a meaning: what signs without being a state of the register, and "Congo", which may be two.
CREATE TEMP TABLE spelling AS SELECT * FROM (VALUES ('Afganistan', 'Afghanistan'), ('Austrian Republic', 'Austria'), ('Bangladish', 'Bangladesh'), ('Brasil', 'Brazil'), ('Bulgari', 'Bulgaria'), ('Burkina Fano', 'Burkina Faso'),
  ('Camodia', 'Cambodia'), ('Khmer', 'Cambodia'), ('Central Africa Republic', 'Central African Republic'), ('Columbia', 'Colombia'), ('Cote D''lvoire', 'Ivory Coast'), ('Czech and Slovak Republic', 'Czechoslovakia'),
  ('Czecho-Slovakia', 'Czechoslovakia'), ('Czechoslovak Republic', 'Czechoslovakia'), ('Czechoslovakis', 'Czechoslovakia'), ('Democratic Repulic of Congo', 'Democratic Republic of the Congo'), ('Denmanrk', 'Denmark'),
  ('Eastern Republic of Urugay', 'Uruguay'), ('Estern Republic of Urugay', 'Uruguay'), ('Oriental Republic of Urguay', 'Uruguay'), ('Equitorial Guinea', 'Equatorial Guinea'), ('Federal People''s Republic of Yugoslavia', 'Yugoslavia'),
  ('Federal Republic of Yugoslavia', 'Yugoslavia'), ('Yuoslavia', 'Yugoslavia'), ('Serb-Croat-Slovene State', 'Yugoslavia'), ('The Serb-Croat-Slovene State', 'Yugoslavia'), ('Federal Socialist Republic of Russia', 'Russia'),
  ('Russian Socialist Federal Republic', 'Russia'), ('Russian Socialist Federated Soviet Republic', 'Russia'), ('Francence', 'France'), ('German Fed. Rep.', 'West Germany'), ('Grand Duche of Luxembourg', 'Luxembourg'), ('Luzembourg', 'Luxembourg'),
  ('Hungarian People''s Republic', 'Hungary'), ('Kazahstan', 'Kazakhstan'), ('Kazakstan', 'Kazakhstan'), ('Krgyzstan', 'Kyrgyzstan'), ('Kyrgz Republic', 'Kyrgyzstan'), ('Lestho', 'Lesotho'), ('Libyan Arab Jamahirya', 'Libya'), ('Lybia', 'Libya'),
  ('Lithusania', 'Lithuania'), ('Marshal Islands', 'Marshall Islands'), ('Mauritus', 'Mauritius'), ('Mozanbique', 'Mozambique'), ('Nambia', 'Namibia'), ('Nethrlands', 'Netherlands'), ('People''s Republic of Bulgaria', 'Bulgaria'),
  ('People''s Revolutionaly Republic of Guinea', 'Guinea'), ('Revolutionaly People''s Republic of Guinea', 'Guinea'), ('Polish Republic', 'Poland'), ('Portgual', 'Portugal'), ('Repulic of  Dahomey', 'Benin'),
  ('Romanian People''s Republic', 'Romania'), ('Romanian Socialist Republic', 'Romania'), ('Seitzerland', 'Switzerland'), ('Swizterland', 'Switzerland'), ('Slovaliz', 'Slovakia'), ('UK and Northern Ireland', 'United Kingdom'),
  ('Ukrainian Soviet Socialist Republic', 'Ukraine'), ('Byelorussian Soviet Socialist Republic', 'Belarus'), ('Uganza', 'Uganda'), ('Union of Burma', 'Myanmar'), ('United Repubic of Tanzania', 'Tanzania'), ('Uzbeckistan', 'Uzbekistan'),
  ('Uzbekhstan', 'Uzbekistan'), ('DPRK', 'North Korea'), ('ROK', 'South Korea'), ('U.K.', 'United Kingdom'), ('Bade', 'Baden'), ('the Great Duke of Baden', 'Baden'), ('Wurtemberg', 'Württemberg'), ('Persia', 'Iran'),
  ('Independent State of the Congo', NULL), ('Aden', NULL), ('Danakils', NULL), ('East Pakistan', NULL), ('EEC', NULL), ('AF63', NULL), ('Electronic', NULL), ('Jind', NULL), ('Jindh', NULL), ('Nabha', NULL), ('Patiala', NULL), ('State of Jind', NULL),
  ('State of Nabha', NULL), ('State of Patiala', NULL), ('Panna State', NULL), ('KaNgwane', NULL), ('Northern Rhodesia', NULL), ('Alsace', NULL), ('Lorraine', NULL), ('State of Bavaria', NULL), ('Britich Colombia', NULL), ('Washington State', NULL),
  ('Polish', NULL), ('Congo', NULL), ('CONGO', NULL), ('Brazil Colombia', NULL), ('The British Empire', NULL), ('Australia acting on the behalf of Papua New Guinea', NULL), ('Zululand', NULL)) t(spelt, meant);

CREATE TEMP TABLE party AS
SELECT _file, _record, name, known, CASE WHEN NOT known THEN NULL WHEN meant IN ('Russia', 'Russian Federation') AND day BETWEEN DATE '1922-12-30' AND DATE '1991-12-25' THEN state_by_key('SUN')
         ELSE coalesce(state_by_name(meant, day), state_by_name(meant, DATE '2016-01-01')) END AS state,
  -- Named among the parties of a treaty that is older than the state (Germany for the Rhine of 1868): a party, of a day not told.
  known AND state_by_name(meant, day) IS NULL AS younger FROM (
  SELECT n._file, n._record, n.name, coalesce(edtf_from(signed_on), DATE '2016-01-01') AS day, coalesce(s.meant, n.name) AS meant, NOT (s.spelt IS NOT NULL AND s.meant IS NULL) AND non_state(n.name) IS NULL
      AND NOT regexp_matches(n.name, '(?i)(region\b|^land |authority|international bank|province|canton|waterschap)') AS known
  FROM (SELECT _file, _record, signed_on, trim(regexp_replace(trim(unnest(regexp_split_to_array(signatories, '\s*[,;]\s*'))), '\s*\(.*$', '')) AS name FROM line WHERE _record = first AND signatories NOT IN ('N.A.', '#N/A', '-1', '')) n
  LEFT JOIN spelling s ON s.spelt = n.name WHERE n.name <> ''
    -- "Germany, Federal Republic of" comes apart at the comma
    AND NOT regexp_matches(n.name, '(?i)^(the former yugoslav |federal |people.s |socialist |un\. |dem\. |soviet |democratic )*(republic|rep\.|state|independent state)( of)?$'));

CREATE TEMP TABLE treaty AS
SELECT l.*, p.named, p.states, p.one, p.two, p.unknown FROM line l LEFT JOIN (
  SELECT _file, _record AS first, count(*) AS named, count(DISTINCT state) AS states, min(state) AS one, max(state) AS two, min(name) FILTER (known AND state IS NULL) AS unknown FROM party GROUP BY ALL) p USING (_file, first);

CREATE VIEW agreement AS
SELECT one AS state_a, two AS state_b, 'environment' AS kind, 'water: ' || basin AS subject, title, signed_on, 'unknown' AS status, 'own' AS capacity_a, 'own' AS capacity_b, _file, _record, 'DocumentName' AS _col
FROM treaty WHERE _record = first AND named = 2 AND states = 2;

CREATE VIEW membership AS
SELECT DISTINCT ON (p.state, t.id) p.state, 'tfdd:' || t.id AS organization, 'signatory' AS kind, CASE WHEN t.named <= 30 AND NOT p.younger THEN t.signed_on END AS date_from, p._file, p._record, 'Signatories' AS _col
FROM party p JOIN treaty t ON t._record = p._record WHERE t._record = t.first AND t.named > 2 AND t.states > 1 AND t.unknown IS NULL AND p.state IS NOT NULL;

CREATE VIEW membership_rest AS
SELECT NULL AS state, NULL AS organization, NULL AS kind, _file, _record, CASE WHEN unknown IS NOT NULL AND _record = first THEN 'unknown state: ' || unknown END AS _reject,
       CASE WHEN signatories IN ('N.A.', '#N/A', '-1', '') THEN 'no signatories given' WHEN unknown IS NOT NULL THEN 'the same treaty in another country of the basin' ELSE 'fewer than two states signed: a region, a railway or one alone' END AS _unwanted
FROM treaty WHERE unknown IS NOT NULL OR coalesce(states, 0) < 2;

CREATE VIEW also_used AS SELECT _file, _record FROM treaty WHERE _record <> first AND unknown IS NULL AND states >= 2;

CREATE VIEW organization AS
SELECT DISTINCT 'tfdd:' || id AS key, title AS name, NULL AS short_name, 'environment_treaty' AS kind, signed_on AS founded, NULL AS dissolved, 6 AS importance, '2016' AS coverage_to, basin AS note
FROM treaty WHERE _record = first AND named > 2 AND states > 1 AND unknown IS NULL;
