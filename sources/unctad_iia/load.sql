-- One row per treaty; the parties stand in one field, joined by commas, and some names hold a comma themselves
-- ("Korea, Republic of"). What else stands in brackets is an organisation, but for "Yugoslavia (former)". Each pair of parties that are states gives one fact.
CREATE TEMP TABLE treaty AS
SELECT _file, _record, short_title, type, status, blank(date_of_signature) AS signed_on, coalesce((SELECT c.value FROM correction c WHERE c.col = 'date_of_entry_into_force' AND c.expect = short_title || ' ' || date_of_entry_into_force), blank(date_of_entry_into_force)) AS in_force, blank(termination_date) AS terminated,
       string_split(regexp_replace(regexp_replace(regexp_replace(replace(parties, ' (former)', ''),
         '\(African, Caribbean and', '(African; Caribbean and', 'g'),
         '\([^)]*\)', '(organization)', 'g'),
         ', ((?:Bolivarian |Islamic |Plurinational |United |Federal )?(?:Democratic )?(?:People''s )?(?:Dem\. People''s Rep\. of|Republic of|State of|States of|Federated States of|Democratic People''s Republic of|Democratic Republic of|Republic)(?: the)?|China SAR|the former Yugoslav Republic of|Province of China|The Former Yugoslav Republic of|Kingdom of(?: the)?)(,|$)', '; \1\2', 'g'), ', ') AS names
FROM read_delimited('treaties');

CREATE TEMP VIEW applied_correction AS SELECT c.id FROM read_delimited('treaties') r JOIN correction c ON c.col = 'date_of_entry_into_force' AND c.expect = r.short_title || ' ' || r.date_of_entry_into_force;

-- Who came to a treaty of many later did not sign it with the others, and was not bound on its first day.
CREATE TEMP TABLE joined_later AS
SELECT title, state_by_key(key) AS state, signed FROM (VALUES ('Comprehensive and Progressive Agreement for Trans-Pacific Partnership (CPTPP) (2018)', 'GBR', '2023-07-16')) t(title, key, signed);

CREATE TEMP TABLE party AS
SELECT _file, _record, name, coalesce(state_by_name(name, coalesce(TRY_CAST(signed_on AS DATE), DATE '2025-04-08')), state_by_name(name, DATE '2025-04-08')) AS state
FROM (SELECT _file, _record, signed_on, trim(replace(unnest(names), '; ', ', ')) AS name FROM treaty);

CREATE TEMP TABLE signatory AS
SELECT _file, _record, state, 'own' AS capacity FROM party WHERE state IS NOT NULL
UNION SELECT _file, _record, state_by_key(member), 'through:BLEU' FROM party, (VALUES ('BEL'), ('LUX')) AS m(member) WHERE name LIKE 'BLEU%';

-- Treaties of a group with one other: they bind each member and the other, not the members with each other (Jamaica and Barbados by
-- the group's agreement with the United Kingdom). Where the other is an organisation, no two states of the row are its two sides.
CREATE TEMP TABLE two_sided AS
SELECT title, state_by_key(other) AS other FROM (VALUES
  ('CARIFORUM States - United Kingdom', 'GBR'), ('Central America - United Kingdom', 'GBR'), ('Central America - Korea', 'KOR'), ('US - Central Asia', 'USA'), ('ESA - United Kingdom', 'GBR'),
  ('Pacific Alliance - Singapore', 'SGP'), ('Iceland - Liechtenstein - Norway - United Kingdom', 'GBR'), ('Iceland - Liechtenstein - Switzerland - Korea', 'KOR'),
  ('Colombia - Ecuador - Peru - United Kingdom', 'GBR'), ('El Salvador - Honduras - Taiwan', 'TWN'), ('EU - SADC', NULL), ('Eastern and Southern Africa States - EU', NULL),
  ('Colombia - Ecuador - EU - Peru', NULL), ('MERCOSUR - Colombia-Ecuador-Venezuela', NULL)) t(title, other);

CREATE TEMP TABLE pair_of_parties AS
SELECT t.*, a.state AS state_a, b.state AS state_b, a.capacity AS capacity_a, b.capacity AS capacity_b
FROM treaty t JOIN signatory a ON a._record = t._record JOIN signatory b ON b._record = t._record AND b.state > a.state
LEFT JOIN two_sided w ON starts_with(t.short_title, w.title)
WHERE NOT (a.capacity <> 'own' AND b.capacity <> 'own') AND (w.title IS NULL OR coalesce(w.other IN (a.state, b.state), false));

CREATE TEMP TABLE of_many AS
SELECT _record FROM pair_of_parties p LEFT JOIN two_sided w ON starts_with(p.short_title, w.title) WHERE w.title IS NULL AND capacity_a = 'own' AND capacity_b = 'own'
GROUP BY _record HAVING count(*) > 1;

-- "Costa Rica - Venezuela, Bolivarian Republic of BIT (1997)": a name turned round for an index has no place in a title.
CREATE MACRO plain_title(t) AS regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(t, '\bKorea, Dem\.? People.?s Rep\.? of\b', 'North Korea'), '\bKorea, Republic of\b', 'South Korea'), '\bCongo, Democratic Republic of the\b', 'DR Congo'),
  ', (The former Yugoslav Republic of|(Bolivarian|Islamic|Plurinational|United) (Republic|State) of|Republic of|United Republic of)\b', '', 'g'), '\s+', ' ', 'g');

CREATE VIEW agreement AS
SELECT state_a, state_b, plain_title(short_title) AS title, 'investment' AS subject,
       CASE WHEN type = 'BITs' THEN 'bilateral_investment_treaty' ELSE 'treaty_with_investment_provisions' END AS kind,
       coalesce(l.signed, signed_on) AS signed_on, CASE WHEN l.signed IS NULL THEN in_force END AS in_force, terminated,
       -- Of three and more signatories each is bound from a day of its own, which the list does not give.
       CASE status WHEN 'In force' THEN CASE WHEN l.signed IS NOT NULL THEN 'signed' WHEN type <> 'BITs' AND _record IN (SELECT _record FROM of_many) THEN 'in_force_as_a_whole' ELSE 'in_force' END WHEN 'Signed (not in force)' THEN 'signed' WHEN 'Terminated' THEN 'terminated' ELSE 'unknown' END AS status,
       capacity_a, capacity_b, _file, _record
FROM pair_of_parties p LEFT JOIN joined_later l ON l.title = p.short_title AND l.state IN (p.state_a, p.state_b);

CREATE VIEW agreement_rest AS
SELECT NULL AS kind, _file, _record,
       CASE WHEN strange IS NOT NULL THEN 'unknown party: ' || strange END AS _reject,
       CASE WHEN strange IS NULL AND two_sides THEN 'of several states with an organisation, not with each other' WHEN strange IS NULL THEN 'fewer than two parties are states' END AS _unwanted
FROM (SELECT t._file, t._record, min(p.name) FILTER (p.state IS NULL AND non_state(p.name) IS NULL AND p.name NOT LIKE '%(organization)') AS strange,
             bool_or(w.title IS NOT NULL) AS two_sides
      FROM treaty t LEFT JOIN party p ON p._record = t._record LEFT JOIN two_sided w ON starts_with(t.short_title, w.title)
      WHERE t._record NOT IN (SELECT _record FROM pair_of_parties) GROUP BY ALL);
