-- A file is a treaty; the table's heading names its columns, a row is a participant. A column binds (ratification, accession and the like), or holds
-- signatures, or neither (provisional application, entry into force). "5 Jan\t1994 a": a accession, A acceptance, AA approval, c formal confirmation, d
-- succession, nothing ratification. Names and days carry the marks of footnotes as <superscript>4</superscript> or plain figures behind the name.
CREATE TEMP TABLE treaty (id VARCHAR, key VARCHAR, title VARCHAR);
INSERT INTO treaty VALUES
  ('III-3', 'untc:3-3', 'Vienna Convention on Diplomatic Relations'),
  ('III-6', 'untc:3-6', 'Vienna Convention on Consular Relations'),
  ('IV-1', 'untc:4-1', 'Convention on the Prevention and Punishment of the Crime of Genocide'),
  ('IV-2', 'untc:4-2', 'International Convention on the Elimination of All Forms of Racial Discrimination'),
  ('IV-3', 'untc:4-3', 'International Covenant on Economic, Social and Cultural Rights'),
  ('IV-4', 'untc:4-4', 'International Covenant on Civil and Political Rights'),
  ('IV-8', 'untc:4-8', 'Convention on the Elimination of All Forms of Discrimination against Women'),
  ('IV-9', 'untc:4-9', 'Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment'),
  ('IV-11', 'untc:4-11', 'Convention on the Rights of the Child'),
  ('IV-15', 'untc:4-15', 'Convention on the Rights of Persons with Disabilities'),
  ('V-2', 'untc:5-2', 'Convention relating to the Status of Refugees'),
  ('V-5', 'untc:5-5', 'Protocol relating to the Status of Refugees'),
  ('XVIII-10', 'untc:18-10', 'Rome Statute of the International Criminal Court'),
  ('XVIII-12', 'untc:18-12', 'United Nations Convention against Transnational Organized Crime'),
  ('XVIII-14', 'untc:18-14', 'United Nations Convention against Corruption'),
  ('XXI-6', 'untc:21-6', 'United Nations Convention on the Law of the Sea'),
  ('XXI-10', 'untc:21-10', 'Agreement on Marine Biological Diversity of Areas beyond National Jurisdiction'),
  ('XXII-1', 'untc:22-1', 'Convention on the Recognition and Enforcement of Foreign Arbitral Awards'),
  ('XXIII-1', 'untc:23-1', 'Vienna Convention on the Law of Treaties'),
  ('XXVI-2', 'untc:26-2', 'Convention on Certain Conventional Weapons'),
  ('XXVI-3', 'untc:26-3', 'Chemical Weapons Convention'),
  ('XXVI-4', 'untc:26-4', 'Comprehensive Nuclear-Test-Ban Treaty'),
  ('XXVI-5', 'untc:26-5', 'Mine Ban Convention'),
  ('XXVI-6', 'untc:26-6', 'Convention on Cluster Munitions'),
  ('XXVI-8', 'untc:26-8', 'Arms Trade Treaty'),
  ('XXVI-9', 'untc:26-9', 'Treaty on the Prohibition of Nuclear Weapons'),
  ('XXVII-2', 'untc:27-2', 'Vienna Convention for the Protection of the Ozone Layer'),
  ('XXVII-2-a', 'untc:27-2-a', 'Montreal Protocol on Substances that Deplete the Ozone Layer'),
  ('XXVII-2-f', 'untc:27-2-f', 'Kigali Amendment to the Montreal Protocol'),
  ('XXVII-3', 'untc:27-3', 'Basel Convention on hazardous wastes'),
  ('XXVII-7', 'untc:27-7', 'United Nations Framework Convention on Climate Change'),
  ('XXVII-7-a', 'untc:27-7-a', 'Kyoto Protocol'),
  ('XXVII-7-d', 'untc:27-7-d', 'Paris Agreement'),
  ('XXVII-8', 'untc:27-8', 'Convention on Biological Diversity'),
  ('XXVII-10', 'untc:27-10', 'Convention to Combat Desertification'),
  ('XXVII-13', 'untc:27-13', 'Aarhus Convention'),
  ('XXVII-15', 'untc:27-15', 'Stockholm Convention on Persistent Organic Pollutants'),
  ('XXVII-17', 'untc:27-17', 'Minamata Convention on Mercury');
CREATE MACRO plain(text) AS trim(regexp_replace(regexp_replace(regexp_replace(text, '<superscript>.*?</superscript>', '', 'gi'), '<[^>]*>', '', 'g'), '[\s\xA0]+', ' ', 'g'));
CREATE MACRO treaty_of(path) AS regexp_extract(path, '([A-Z]+-[0-9a-z-]+)\.en\.xml$', 1);
CREATE MACRO at_place(entries, n) AS string_split(coalesce(entries, ''), chr(10))[n];

CREATE TEMP TABLE line AS SELECT _file, _record, treaty_of(_file::VARCHAR) AS id, entries, plain(at_place(entries, 1)) ILIKE 'Participant%' AS is_heading FROM read_xml_records('rows');
CREATE TEMP TABLE heading AS
SELECT id, n,
       CASE WHEN text ILIKE '%provisional%' OR text ILIKE '%entry into force%' THEN NULL WHEN text LIKE 'Signature%' THEN 'signatory'
            WHEN regexp_matches(text, '(Ratification|Accession|Acceptance|Approval|Succession|Consent to be bound|Definitive|Formal confirmation|Participation)', 'i') THEN 'party' END AS means
FROM (SELECT id, n, plain(at_place(entries, n)) AS text FROM (SELECT id, arg_min(entries, _record) AS entries FROM line WHERE is_heading GROUP BY id), (SELECT unnest(range(2, 9)) AS n) places) WHERE text <> '';

CREATE TEMP TABLE row_of AS
SELECT _file, _record, id, entries, trim(regexp_replace(plain(at_place(entries, 1)), '[\s\d,]+$', '')) AS name FROM line WHERE NOT is_heading;
CREATE TEMP TABLE dated AS
SELECT _file, _record, id, name, means, n, text, try_strptime(regexp_extract(text, '^(\d{1,2} [A-Z][a-z]{2} \d{4})', 1), '%d %b %Y')::DATE AS day, regexp_extract(text, '^\d{1,2} [A-Z][a-z]{2} \d{4} ?([A-Za-z]{0,2})$', 1) AS mark,
       regexp_full_match(text, '\d{1,2} [A-Z][a-z]{2} \d{4}( (a|A|AA|c|d|s|P))?') AS is_sound
FROM (SELECT r.*, h.n, h.means, plain(at_place(r.entries, h.n)) AS text FROM row_of r JOIN heading h ON h.id = r.id WHERE h.means IS NOT NULL) WHERE text <> '';

-- Bound once by the earliest day; only signed where nothing binds.
CREATE TEMP TABLE bound AS
SELECT _file, _record, arg_min(means, (rank, day)) AS means, arg_min(day, (rank, day)) AS day, arg_min(mark, (rank, day)) AS mark, max(text) FILTER (NOT is_sound OR day IS NULL) AS unread
FROM (SELECT *, CASE means WHEN 'party' THEN 1 ELSE 2 END AS rank FROM dated) GROUP BY _file, _record;

CREATE TEMP TABLE participant AS
SELECT r._file, r._record, r.id, r.name, b.means, b.day, b.mark, b.unread, coalesce(state_by_name(r.name, DATE '2026-01-01'), state_by_name(r.name, b.day)) AS state FROM row_of r LEFT JOIN bound b USING (_file, _record);

CREATE VIEW membership AS
SELECT state, t.key AS organization, means AS kind, CAST(day AS VARCHAR) AS date_from, p._file, p._record, 'entries' AS _col,
       CASE WHEN t.id IS NULL THEN 'a treaty that is not in the list: ' || p.id WHEN unread IS NOT NULL THEN 'not a date: ' || unread WHEN means IS NOT NULL THEN unknown_state(state, name) END AS _reject,
       CASE WHEN unread IS NOT NULL THEN NULL WHEN state IS NULL AND non_state(name) IS NOT NULL THEN no_state(state, name) WHEN means IS NULL THEN 'no day of signature or of consent to be bound' END AS _unwanted
FROM participant p LEFT JOIN treaty t ON t.id = p.id;

CREATE VIEW organization AS
SELECT key, title AS name, NULL AS short_name, 'treaty' AS kind, NULL AS founded, NULL AS dissolved, 6 AS importance, NULL AS coverage_to, 'United Nations Treaty Collection, ' || id AS note
FROM treaty WHERE id IN (SELECT id FROM row_of);
CREATE VIEW also_used AS SELECT _file, _record FROM line WHERE is_heading;
