-- A row is one partner on one state's page. Lists with numbers (row_no) are the pages' own account of who has relations:
-- a member of the United Nations without a number there is one with whom relations are severed or suspended. date_iso is
-- only the first date of a cell, so date_text is read instead: first dates and words are told apart, then each date takes
-- its meaning from the words before it. A date in free prose never makes an establishment.
CREATE MACRO listed() AS DATE '2025-11-15';

-- Month names → M01M…, then every date → ISO.
CREATE MACRO months(t) AS
  regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
  regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(t,
  '\bJan(uary)?\b\.?', 'M01M', 'gi'), '\bFeb(ruary)?\b\.?', 'M02M', 'gi'), '\bMar(ch)?\b\.?', 'M03M', 'gi'), '\bApr(il)?\b\.?', 'M04M', 'gi'),
  '\bMay\b', 'M05M', 'gi'), '\bJune?\b\.?', 'M06M', 'gi'), '\bJuly?\b\.?', 'M07M', 'gi'), '\bAug(ust)?\b\.?', 'M08M', 'gi'),
  '\bSept?(ember)?\b\.?', 'M09M', 'gi'), '\bOct(ober)?\b\.?', 'M10M', 'gi'), '\bNov(ember)?\b\.?', 'M11M', 'gi'), '\bDec(ember)?\b\.?', 'M12M', 'gi');
CREATE MACRO iso_dates(t) AS
  regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(months(t),
  '\b(\d{1,2})(?:st|nd|rd|th)? ?(?:of )?M(\d\d)M,? ?(\d{4})\b', '\3-\2-\1', 'g'),
  '\bM(\d\d)M (\d{1,2})(?:st|nd|rd|th)?, ?(\d{4})\b', '\3-\1-\2', 'g'),
  '\bM(\d\d)M,? (\d{4})\b', '\2-\1', 'g'),
  '\b(\d{4})-M(\d\d)M-(\d{1,2})\b', '\1-\2-\3', 'g'),
  '\b(\d{4})\|(\d{1,2})\|(\d{1,2})\b', '\1-\2-\3', 'g'),
  '\b(\d{4})\|(\d{1,2})\b', '\1-\2', 'g'),
  '\b(\d{4})-(\d)(-|\b)', '\1-0\2\3', 'g'),
  '\b(\d{4})-(\d\d)-(\d)\b', '\1-\2-0\3', 'g');
CREATE MACRO plain_cell(t) AS trim(regexp_replace(regexp_replace(iso_dates(regexp_replace(regexp_replace(regexp_replace(t,
  '<[^>]*>', ' ', 'g'), '''''+', '', 'g'), '\|(format|df)=\w+', '', 'g')), '\s+', ' ', 'g'), '[.,;]$', ''));

-- Three towns of Turkish consulates stand beside the next without a comma.
CREATE MACRO with_commas(t) AS regexp_replace(t, '\b(Hamburg|Karlsruhe|Kazan) (Hanover|Mainz|Novorossiysk)\b', '\1, \2', 'g');

CREATE TEMP TABLE entry AS
SELECT *, state_by_name(subject, listed()) AS a, state_by_name(partner, listed()) AS b, plain_cell(date_text) AS cell,
       count(*) FILTER (row_no <> '') OVER (PARTITION BY page, section) > 0 AS in_numbered_list
FROM (SELECT * REPLACE (regexp_replace(subject, '^the ', '') AS subject, coalesce(row_no, '') AS row_no, coalesce(date_text, '') AS date_text, with_commas(coalesce(missions_text, '')) AS missions_text)
      FROM read_delimited('relations'));

-- Subjects and partners that are no members of the United Nations: a missing number says nothing about them.
CREATE TEMP TABLE non_member AS
SELECT state_by_key(key) AS s FROM (VALUES ('VAT'), ('PSE'), ('XKX'), ('COK'), ('NIU'), ('ESH'), ('TWN'), ('XAB'), ('XSO'), ('XNC'), ('XSL'), ('XTN'), ('XNK'),
  ('SUN'), ('YUG'), ('CSK'), ('DDR')) t(key) WHERE state_by_key(key) IS NOT NULL;

-- Parts of a cell: the words before each date, the date, and the words behind the last one.
CREATE TEMP TABLE part AS
SELECT * EXCLUDE (words, dates, tails), i, len(dates) AS total, trim(words[i]) AS words, regexp_replace(regexp_replace(dates[i], '00s$', 'XX'), '\ds$', 'X') AS date, CASE WHEN i = len(dates) THEN tails ELSE trim(words[i + 1]) END AS after_it,
       words[1] AS opening
FROM (SELECT _file, _record, date_text, cell, regexp_extract_all(cell, '(\D*?)\b(\d{4}-\d\d-\d\d|\d{4}-\d\d|\d{4}s?)\b', 1) AS words,
             regexp_extract_all(cell, '(\D*?)\b(\d{4}-\d\d-\d\d|\d{4}-\d\d|\d{4}s?)\b', 2) AS dates,
             trim(regexp_extract(cell, '(\D*)$', 1)) AS tails
      FROM entry WHERE section NOT LIKE 'Embassies%' AND section NOT LIKE 'Nuclear%' AND section NOT LIKE 'Countries without%'), unnest(range(1, len(dates) + 1)) AS t(i);

CREATE TEMP TABLE reading AS
SELECT *, CASE
  WHEN words ~ '(?i).*(breaking| after ).*' THEN NULL
  WHEN words ~ '(?i).*(restor|resum|re-?est|renew).*' OR (date_text !~ '.{80,}' AND after_it ~ '(?i)^\(?(re-?established|renew.*relations)\)?$') THEN 'relations_resumed'
  WHEN words ~ '(?i).*(no longer|deteriorat|ally|allies|not ).*' THEN NULL
  -- "1226 (Goryeo)": of another age
  WHEN after_it ~ '(?i)^\((goryeo|joseon|yuan|ming|qing|song|tang|tokugawa|.*dynasty).*' THEN NULL
  WHEN words ~ '(?i).*suspend.*' THEN 'relations_suspended'
  WHEN words ~ '(?i).*(sever|broke|ended|diplomatic relations were cut).*' THEN 'relations_severed'
  WHEN words ~ '(?i).*recogni[sz]ed.*( on| in)$' OR (words = '' AND after_it ~ '(?i)^\(recognition\)?') THEN 'recognition'
  -- "broken 26 August 1960 - 6 January 1962": the end of a break
  WHEN i > 1 AND words IN ('to', '-', '–', 'until') AND lag(words) OVER (PARTITION BY _file, _record ORDER BY i) ~ '(?i).*(broke|sever|suspend).*' THEN 'relations_resumed'
  -- "On 15 January 1992, Bulgaria was the first country to officially recognize the …"; what else prose dates is no establishment either
  WHEN words IN ('On', 'on', 'In', 'in') AND i = 1 AND after_it ~ '(?i).*recogni[sz].*' AND after_it !~ '(?i).*relation.*' THEN 'recognition'
  WHEN words IN ('On', 'on', 'In', 'in') AND i = 1 AND date_text ~ '.{80,}' AND after_it !~ '(?i).*relation.*' THEN NULL
  WHEN words IN ('', '(', 'Since', 'since', 'On', 'on', 'In', 'in', 'Established', 'Established on', 'Started in') AND i = 1 THEN 'relations_established'
  -- "16 September 1941 – 22 December 1972": a beginning and its end; "4 May 1980 – 23 July 2002 (first) 14 May 2005 – 15 January 2024": taken up again
  -- (bare years before 1945 are those of other republics: "1918-1928, 1991")
  WHEN i > 1 AND trim(opening) = '' AND words IN ('-', '–', '—', 'to', 'until') AND i % 2 = 0 AND ended_before THEN 'relations_severed'
  WHEN i > 1 AND trim(opening) = '' AND i % 2 = 1 AND ended_before AND words IN ('', ',', ';', 'and', '(first)') THEN 'relations_resumed'
  WHEN i > 1 AND trim(opening) = '' AND words IN ('', ',', ';', 'and', '/', 'and again', ', and', '; again') THEN 'relations_established'
  WHEN words ~ '(?i).*(established (formal |full |official )?diplomatic relations|diplomatic relations (were |have been )?(formally |officially |first )?established)( with (each other|one another))?( on| in| since)?$' THEN 'relations_established'
  END AS kind
FROM (SELECT *, bool_or(i = 2 AND words IN ('-', '–', '—', 'to', 'until') AND NOT (length(date) = 4 AND date < '1945')) OVER (PARTITION BY _file, _record) AS ended_before FROM part)
-- A range of years is no date; a date cut off at the cell's 80th character neither.
WHERE cell !~ '^\D*\d{4}\s?[–-]\s?\d{4}$' AND NOT (length(date_text) >= 80 AND i > 1 AND after_it = '' AND length(date) < 10);

-- States whose page numbers most of those with whom they have relations.
CREATE TEMP TABLE numbering AS SELECT a AS s FROM entry WHERE row_no <> '' AND a IS NOT NULL GROUP BY a HAVING count(DISTINCT b) >= 150;

-- A cell that goes on with a resumption behind its 80th character.
CREATE MACRO cut_off(t) AS regexp_full_match(t, '(?i).*(restored|re-?established|\bto \d| they were re).*');

-- The day under which a page numbers a partner is the page's word; a section on the partner, on allies or on others that gives another
-- day stands behind it. Days of different lives (of before and after years without independence, a break) are no two words on one beginning.
CREATE TEMP TABLE numbered AS
SELECT e.page, e.b, r.date FROM entry e JOIN reading r USING (_file, _record) WHERE e.row_no <> '' AND r.kind = 'relations_established' AND r.i = 1 AND edtf_checked(r.date) IS NOT NULL;
CREATE MACRO dates_meet(x, y) AS edtf_from(x) <= edtf_to(y) AND edtf_from(y) <= edtf_to(x);

CREATE TEMP TABLE said AS
SELECT e.*, r.kind, r.date, CASE WHEN r.kind = 'recognition' AND r.words IN ('On', 'on', 'In', 'in') THEN regexp_replace(r.after_it, '^\W*(?:the )?(.*?),? (?:was|became|officially|formally|has|had|recogni[sz]).*$', '\1 recognised') ELSE r.words END AS words,
       r.kind = 'relations_established' AND e.row_no = '' AND EXISTS (FROM numbered n WHERE n.page = e.page AND n.b = e.b)
         AND NOT EXISTS (FROM numbered n WHERE n.page = e.page AND n.b = e.b AND dates_meet(n.date, r.date)) AS outvoted
FROM entry e JOIN reading r USING (_file, _record)
WHERE r.kind IS NOT NULL AND edtf_checked(r.date) IS NOT NULL
  -- a day that the other page of the two calls the recognition, on a page that numbers them with another
  AND NOT (r.kind = 'relations_established' AND e.row_no = '' AND e.missions_text ~ '(?i).*recogni[sz].*' AND EXISTS (FROM numbered n WHERE n.page = e.page AND n.b = e.b AND NOT dates_meet(n.date, r.date))
    AND EXISTS (FROM reading q JOIN entry o USING (_file, _record) WHERE o.a = e.b AND o.b = e.a AND q.kind = 'recognition' AND q.date = r.date))
  -- who recognised whom: the two of the row, no government or third state
  AND (r.kind <> 'recognition' OR r.words IN ('', 'On', 'on', 'In', 'in') OR state_by_name(regexp_extract(r.words, '(?i)recogni[sz]ed (?:the )?(?:independence of )?(.*?)(?:''s independence.*| as an? .*)?,? (?:on|in)$', 1), listed()) IN (e.a, e.b))
UNION ALL  -- the last day of a break is cut off in this copy
SELECT e.*, 'relations_resumed', strftime(edtf_to(r.date) + INTERVAL 1 DAY, '%Y-%m-%d') || '/2025-11', 'cut off', false FROM entry e JOIN reading r USING (_file, _record)
WHERE length(r.date_text) >= 80 AND r.kind IN ('relations_severed', 'relations_suspended') AND r.i = r.total AND cut_off(r.cell) AND r.words !~ '(?i).*(, severed|; severed).*(, severed|; severed).*'
UNION ALL  -- relations that stand at the list's date, of unknown beginning
SELECT *, 'relations_established', NULL, '', false FROM entry WHERE row_no <> '' AND (_file, _record) NOT IN (SELECT _file, _record FROM reading WHERE kind IS NOT NULL AND edtf_checked(date) IS NOT NULL)
UNION ALL  -- the same where today's state has only its predecessor's date
SELECT *, 'relations_established', NULL, 'predecessor', false FROM entry e WHERE row_no <> '' AND EXISTS (FROM reading r WHERE r._record = e._record AND r.kind = 'relations_established' AND edtf_checked(r.date) IS NOT NULL
  AND (coalesce(state_by_name(e.subject, edtf_from(r.date)), e.a) <> e.a OR coalesce(state_by_name(e.partner, edtf_from(r.date)), e.b) <> e.b))
UNION ALL  -- a number in one list and a break in another: the order is not known
SELECT DISTINCT ON (e._record) e.*, 'relations_resumed', r.date || '/2025-11', 'contradicted', false FROM entry e JOIN (reading r JOIN entry o USING (_file, _record)) ON least(o.a, o.b) = least(e.a, e.b) AND greatest(o.a, o.b) = greatest(e.a, e.b)
WHERE e.row_no <> '' AND r.kind IN ('relations_severed', 'relations_suspended') AND edtf_checked(r.date) IS NOT NULL AND NOT (length(r.date_text) >= 80 AND cut_off(r.cell))
  AND NOT EXISTS (FROM reading q JOIN entry p USING (_file, _record) WHERE least(p.a, p.b) = least(e.a, e.b) AND greatest(p.a, p.b) = greatest(e.a, e.b) AND edtf_from(q.date) >= edtf_from(r.date) AND q.kind IN ('relations_resumed', 'relations_established'))
UNION ALL  -- neither government of China keeps relations with a state that has them with the other: numbered here, ended there
SELECT DISTINCT ON (e._record) e.*, 'relations_severed', NULL, 'the other China', false FROM entry e JOIN reading r USING (_file, _record)
WHERE state_by_key('TWN') IN (e.a, e.b) AND r.kind = 'relations_established' AND CASE WHEN e.a = state_by_key('TWN') THEN e.b ELSE e.a END IN (
  SELECT unnest([a, b]) FROM entry WHERE row_no <> '' AND state_by_key('CHN') IN (a, b))
UNION ALL
SELECT *, 'no_relations', '2025-11', '', false FROM entry WHERE cell ~ '(?i)^\W*(no|no formal|no official|there are no( formal| official)?|has no) (diplomatic )?relations\b.*' OR cell ~ '(?i)^\W*both nations have not established diplomatic relations$'
UNION ALL  -- a member of the United Nations without a number in a numbered list
SELECT *, 'relations_severed', NULL, 'without a number', false FROM entry
WHERE in_numbered_list AND row_no = '' AND cell !~ '(?i).*(sever|suspend|broke|ended).*'
  AND a NOT IN (SELECT s FROM non_member) AND b NOT IN (SELECT s FROM non_member)
UNION ALL  -- "used to maintain official diplomatic relations with …": the first day of the cell, which this copy cuts off before it, is when that ended
SELECT *, 'relations_severed', date_iso, 'used to', false FROM entry WHERE cell ~ '(?i).*\bused to (maintain|have) (official |formal )?diplomatic relations\b.*' AND length(date_iso) = 10 AND edtf_checked(date_iso) IS NOT NULL
UNION ALL  -- a section on Taiwan without any day of relations, on the page of a state that Beijing's page or its own numbers among those in relations with Beijing
SELECT *, 'no_relations', '2025-11', 'Beijing', false FROM entry e WHERE row_no = '' AND state_by_key('TWN') IN (a, b) AND a <> b AND state_by_key('CHN') NOT IN (a, b)
  AND CASE WHEN a = state_by_key('TWN') THEN b ELSE a END IN (SELECT unnest([n.a, n.b]) FROM entry n WHERE n.row_no <> '' AND state_by_key('CHN') IN (n.a, n.b))
  AND NOT EXISTS (FROM reading r JOIN entry o USING (_file, _record) WHERE least(o.a, o.b) = least(e.a, e.b) AND greatest(o.a, o.b) = greatest(e.a, e.b) AND r.kind LIKE 'relations%' AND edtf_checked(r.date) IS NOT NULL)
  AND cell !~ '(?i).*\bused to (maintain|have) (official |formal )?diplomatic relations\b.*'
UNION ALL  -- two members of the United Nations whose pages number whom they have relations with, and neither the other
SELECT *, 'no_relations', '2025-11', 'neither numbers', false FROM entry e WHERE row_no = '' AND a <> b AND a IN (FROM numbering) AND b IN (FROM numbering)
  AND a NOT IN (SELECT s FROM non_member) AND b NOT IN (SELECT s FROM non_member)
  AND NOT EXISTS (FROM entry o WHERE ((o.a = e.a AND o.b = e.b) OR (o.a = e.b AND o.b = e.a)) AND (o.row_no <> '' OR o.in_numbered_list))
  AND NOT EXISTS (FROM reading r JOIN entry o USING (_file, _record) WHERE least(o.a, o.b) = least(e.a, e.b) AND greatest(o.a, o.b) = greatest(e.a, e.b) AND r.kind LIKE 'relations%' AND edtf_checked(r.date) IS NOT NULL);

-- Germany before 1945 and Serbia before 1918 were other states of the same name: the event is theirs. A name that no
-- state bore on that day (Russia in 1955, Serbia in 1960) stays with the page's state, and the fact says so.
-- A year alone in which the name passed on means the state that bore it at the year's end, for it is new states that take up
-- relations: the Soviet Union's with China "1949" are those with the People's Republic.
CREATE TEMP TABLE placed AS
SELECT *, coalesce(state_by_name(subject, day), a) AS one, coalesce(state_by_name(partner, day), b) AS two,
       date IS NOT NULL AND (state_by_name(subject, day) IS NULL OR state_by_name(partner, day) IS NULL) AS unborn
FROM (SELECT *, CASE WHEN kind = 'relations_established' AND length(date) = 4 THEN edtf_to(date) ELSE edtf_from(date) END AS day FROM said)
-- the end of what was between others (the first republics of 1918) is nobody's break
WHERE NOT (kind = 'relations_severed' AND date IS NOT NULL AND (state_by_name(subject, day) IS NULL OR state_by_name(partner, day) IS NULL) AND words IN ('-', '–', '—', 'to', 'until'));

CREATE VIEW event AS
SELECT kind, one AS state_a, two AS state_b, date AS date_edtf,
       CASE WHEN kind = 'recognition' AND state_by_name(regexp_extract(words, '(?i)^\W*(.*?) recogni[sz]ed', 1), listed()) IN (a, b)
            THEN state_by_name(regexp_extract(words, '(?i)^\W*(.*?) recogni[sz]ed', 1), listed()) END AS actor_state,
       CASE WHEN words = 'the other China' THEN 'Ended by November 2025: numbered among those in relations with Beijing, which has none with a state that has them with Taipei'
            WHEN words = 'without a number' THEN 'Not numbered among those with whom there are relations: severed or suspended by November 2025'
            WHEN words = 'cut off' THEN 'Relations resumed; the day is cut off in the stored copy'
            WHEN words = 'contradicted' THEN 'Numbered among those with whom there are relations in November 2025, in spite of this break'
            WHEN words = 'Beijing' THEN 'No relations in November 2025: numbered among those in relations with Beijing, which has none with a state that has them with Taipei'
            WHEN words = 'neither numbers' THEN 'No relations in November 2025: neither page numbers the other among those in relations'
            WHEN words = 'predecessor' THEN 'In relations in November 2025; the page gives the day of a predecessor'
            WHEN date IS NULL AND kind = 'relations_established' THEN 'In relations in November 2025; the list gives no day' END AS title,
       concat_ws('; ', CASE WHEN unborn THEN 'the day lies before the state that bears this name: a predecessor''s date' END,
                 CASE WHEN outvoted THEN 'the same page numbers the two with another day' END,
                 CASE WHEN one <> a OR two <> b THEN 'told on the page of the state that bears the name today' END) AS detail,
       CASE WHEN words = 'contradicted' OR outvoted THEN 'disputed' WHEN words IN ('without a number', 'the other China', 'cut off', 'used to', 'Beijing', 'neither numbers') THEN 'vague' ELSE 'asserted' END AS status,
       _file, _record, 'date_text' AS _col,
       CASE WHEN one = two THEN 'a state with itself' END AS _reject, no_state(b, partner) AS _unwanted
FROM placed WHERE one IS NOT NULL AND (two IS NOT NULL OR non_state(partner) IS NOT NULL);

-- Posts. A clause says who has a post ("Peru has an embassy in Rome and a consulate-general in Milan") or from where it is accredited
-- ("… from its embassy in Rome, Italy"). A bullet may hold clauses of both ("…, while Italy has an embassy in Lima"). What is not of
-- these forms is left: the words are the page's.
CREATE MACRO clauses(t) AS string_split(regexp_replace(regexp_replace(regexp_replace(t, '[.;,]? (?:It|They) (?:also |currently |now )?(?:has|have|maintains?|operates?) ', ' and has ', 'g'),
  '\b(Bosnia|Trinidad|Antigua|Príncipe|Kitts|Tomé|Vincent) and ', '\1 & ', 'g'),
  '(?:[.;,]|\b(?:and|while|whereas|but)\b)\s+(?:(?:and|while|whereas|but)\s+)?((?:[Tt]he )?\p{Lu}[\pL''’-]+(?: (?:(?:and|of|the|&) )*\p{Lu}[\pL''’-]+){0,5} (?:(?:also|currently|now) )?(?:has|have|maintains?|operates?|is|are|had|closed|opened) )',
  ' // \1', 'g'), ' // ');
CREATE TEMP TABLE bullet AS
SELECT *, state_by_name(holder_name, listed()) AS holder FROM (
  SELECT *, trim(regexp_extract(bullet, '(?i)^\W*(.*?) (?:(?:also|currently|now) )?(?:has|maintains|operates|is|are|have)\b', 1)) AS holder_name,
         regexp_replace(regexp_extract(bullet, '(?i)^.*? (?:has|maintains|operates|is|are|have)\b(.*)$', 1), '(?i)\b(however|although|services|managed|handled|responsib|after closing|previously|\w+ maintained).*$', '') AS body,
         regexp_full_match(bullet, '(?i).* (is|are) (\w+ )?(\w+ )?(accredited|represented) (to|in|into|through|from) .*') AS accredited
  -- a cell ends with its 400th character, in the middle of a word
  FROM (SELECT _file, _record, subject, partner, a, b, trim(unnest(clauses(CASE WHEN length(missions_text) < 400 THEN missions_text ELSE regexp_replace(missions_text, '\W+\w*$', '') END))) AS bullet
        FROM entry WHERE missions_text <> '' AND a NOT IN (SELECT state_by_key(k) FROM (VALUES ('SUN'), ('YUG'), ('CSK'), ('DDR')) t(k))
          AND b NOT IN (SELECT state_by_key(k) FROM (VALUES ('SUN'), ('YUG'), ('CSK'), ('DDR')) t(k))))
WHERE NOT regexp_full_match(bullet, '(?i).*( not | had |former|closed|set to|no longer|non-resident|plan|suspend|evacuat|will | ambassador).*')
  AND (accredited OR NOT regexp_full_match(bullet, '(?i).* (is|are) (\w+ )?(\w+ )?(accredited|represented) .*'));

-- The pages' own forms of one thing: "consulates–general", "counsulates", "consulate-general offices in", "an embassy in Moscow with departments
-- in Kazan", "honorary consuls based in", and the place without its preposition: "an embassy Nicosia", "three honorary consulates (Cork and
-- Limerick)". A deputy high commission stands to a high commission as a consulate to an embassy.
CREATE MACRO plain_posts(t) AS
  regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(t,
  '(?i)\bcoun?sulates?([–-]| )', 'consulates\1', 'g'), '(?i)\bconsulates[–—-]generals?\b', 'consulates-general', 'g'), '(?i)(\bconsulates[- ]general) offices?\b', '\1', 'g'),
  '(?i)\b(?:deputy|assistant) high commissions?\b', 'vice-consulates', 'g'), '(?i)\bdepartments in ', 'and embassy branch offices in ', 'g'), '(?i)(\bconsuls?) based in ', '\1 in ', 'g'),
  '(?i:\b(embassy|high commission|general consulates?|consulates?(?:[- ]generals?)?))(?: |\s*\()([[:upper:]][[:lower:]])', '\1 in \2', 'g'), '(?i)(\bembassy|\bhigh commission|\bconsulates?(?:[- ]general)?) in (generals?|offices?|branch|liaison|outpost|annexe?|section)\b', '\1 \2', 'g');

CREATE TEMP TABLE post AS
SELECT *, n, regexp_extract(piece, '^([^¦]*)¦', 1) AS label, regexp_extract(piece, '¦(.*)$', 1) AS places
FROM (SELECT *, unnest(pieces) AS piece, generate_subscripts(pieces, 1) AS n FROM (
  SELECT *, string_split(regexp_replace(regexp_replace(regexp_replace(plain_posts(body), 'Washington,? D\.? ?C\.?', 'Washington', 'g'), '\b(St|Ste)\. ', '\1 ', 'g'),
    '(?i)(?:[,;.:]|\s|\b(?:and|also|as well as|with|has|have|maintains?|through|from|by)\b)*\b(?:(?:an?|its|the|several|two|three|four|five|\d+)\s+)?'
    '(apostolic nunciature|honorary consulates?(?:[-– ]general)?|honorary consuls?|consul?t?a\w*[-– ]?ge\w*als?|general consulates?|vice[- ]consulates?|consul(?:ar|ate) (?:office|section|mission)s?|consular agenc(?:y|ies)|consulates?'
    '|embassy (?:branch )?(?:office|outpost|liaison office|annexe?)s?|branch (?:office )?of (?:its|the) embassy|high commissions?|embass(?:y|ies)|interests? sections?|liaison offices?'
    '|representative offices?|trade (?:and \w+ )?offices?|economic and (?:cultural|trade) offices?)(?:\s+offices?)?(?:\s*\(in\s+|\s*\(|\s*in\s+|:\s+)', '§\1¦', 'g'), '§') AS pieces
  FROM bullet WHERE holder IN (a, b) AND a <> b))
WHERE piece LIKE '%¦%';

-- "in both Bukhara and Termez", "in the United Kingdom", "in the Hague".
CREATE MACRO bare_place(t) AS CASE trim(t) WHEN 'the Hague' THEN 'The Hague' WHEN 'the Vatican' THEN 'Vatican City' ELSE CASE WHEN regexp_matches(trim(t), '^(both|the) ') AND (trim(t) LIKE 'both %' OR state_by_name(trim(t)[5:], listed()) IS NOT NULL)
                                   THEN trim(regexp_replace(trim(t), '^(both|the) ', '')) ELSE trim(t) END END;
-- Towns whose names are also those of a part of the state or of another state: in a list of towns they are towns, not where the one before them lies.
CREATE MACRO is_town_too(host, place) AS place IN ('Bali', 'Ceuta', 'Chongqing', 'Melilla', 'Rhodes', 'Rio de Janeiro', 'Shanghai', 'São Paulo', 'Tianjin')
  OR (host, place) IN ((state_by_key('CHN'), 'Hong Kong'), (state_by_key('CHN'), 'Macau'), (state_by_key('CHN'), 'Macao'), (state_by_key('BRA'), 'Salvador'), (state_by_key('ARG'), 'Formosa'), (state_by_key('DEU'), 'Hanover'));
-- "Seoul South Korea", "Tel Aviv State of Israel", "Oranjestad in Aruba", "in Canada in Ottawa": one town, with the land that it lies in.
CREATE MACRO town_and_land(t, host) AS CASE
  WHEN t LIKE '% in %' AND state_by_capital(regexp_extract(t, ' in (.*)$', 1), listed()) = host THEN regexp_extract(t, ' in (.*)$', 1)
  WHEN t LIKE '% in %' THEN regexp_extract(t, '^(.*?) in ', 1)
  WHEN state_by_capital(regexp_extract(t, '^[^ ]+'), listed()) = host AND state_by_name(regexp_extract(t, '^[^ ]+ (.+)$', 1), listed()) = host THEN regexp_extract(t, '^[^ ]+')
  WHEN t ~ '.+ (Republic|State|Kingdom) of .+' AND state_by_name(regexp_extract(t, '((?:Republic|State|Kingdom) of .+)$', 1), listed()) = host THEN regexp_extract(t, '^(.+?) (?:Republic|State|Kingdom) of', 1) ELSE t END;
CREATE TEMP TABLE place AS
SELECT * REPLACE (town_and_land(regexp_replace(trim(place, ' []'), ' (is|along|also)$', ''), host) AS place) FROM (
SELECT * EXCLUDE (parts), bare_place(unnest(parts)) AS place, generate_subscripts(parts, 1) AS k, bare_place(parts[-1]) AS last_part,
       CASE WHEN holder = a THEN b ELSE a END AS host FROM (
  SELECT *, accredited AND n = 2 AND regexp_full_match(pieces[1], '(?i).*(accredited|represented) .*') AND lower(label) NOT LIKE 'honorary%' AS elsewhere,
         regexp_split_to_array(trim(regexp_replace(regexp_replace(regexp_replace(places,
           '(?i)(;|:| which | whose | that | established | since | until | for | while | opened | to the | to | accredited | and (is|has|maintains|its|also) | where | under | (?:from|in) \d|,?(?:\s+and)?(?:\s+(?:an?|one|two|three|four|five|six|\d+|general|honorary|vice))*[\s-]consul(?:at|ar)).*$', ''),
           '(\p{Ll}{2})[.)].*$', '\1'), '\s*\(|\s+and$', ', ', 'g'), ' ,.)'), ',\s*and\s+|,\s*|\s+and\s+|\s*/\s*') AS parts
  FROM post));

CREATE TEMP TABLE named_post AS
SELECT holder AS sending, host AS receiving,
       CASE WHEN lower(label) LIKE 'honorary%' THEN 'honorary_consulate' WHEN lower(label) LIKE 'apostolic%' THEN 'embassy'
            WHEN lower(label) LIKE '%embassy %' OR lower(label) LIKE 'branch%' OR lower(label) LIKE '%of its embassy' OR lower(label) LIKE '%of the embassy' THEN 'branch'
            WHEN lower(label) LIKE 'embass%' OR lower(label) LIKE 'high%' THEN 'embassy' WHEN lower(label) LIKE '%general%' THEN 'consulate_general'
            WHEN lower(label) LIKE '%consul%' THEN 'consulate' WHEN lower(label) LIKE 'interest%' THEN 'interests_section' WHEN lower(label) LIKE 'liaison%' THEN 'liaison_office'
            ELSE 'representative_office' END AS kind,
       elsewhere, CASE WHEN elsewhere AND k = 1 THEN coalesce(CASE WHEN last_part <> place THEN state_by_name(last_part, listed()) END, country) END AS covered_from_state,
       CASE WHEN country IS NULL THEN coalesce(city_of(place), place) END AS city, n, k, '2025-11' AS as_listed_on, _file, _record, 'missions_text' AS _col
-- "Its embassy in India" names no city; Singapore is one.
FROM (SELECT *, CASE WHEN state_by_capital(place, listed()) IS NULL AND NOT is_town_too(host, place) THEN state_by_name(place, listed()) END AS country FROM place)
WHERE regexp_full_match(place, '\p{Lu}.{1,30}') AND NOT regexp_full_match(place, '.*\d.*') AND NOT regexp_full_match(place, '.* (in|of|and|is|was|has|by|with|from) .* .*')
  AND NOT regexp_full_match(place, 'General|County .*|.*(Office|Centre|Consulate|Embassy|Commission|Section).*') AND state_by_name(regexp_extract(place, '^(.*)[''’]s$', 1), listed()) IS NULL  -- "Trieste (General)", "Rathdrum, County Wicklow", "Greece's consulate general"
  AND (k = 1 OR (NOT elsewhere AND (is_town_too(host, place) OR (state_by_name(place, listed()) IS NULL AND non_state(place) IS NULL))));

-- "Accredited to Denmark through its embassy in Copenhagen": a page's phrase for a resident embassy too. A city that is the receiving
-- state's capital, or where three others have posts in that state, lies in it. A post in a third state's capital is no post in this
-- one, and one in the sender's own is a slip of the page.
CREATE TEMP TABLE seat AS
SELECT receiving, city FROM named_post WHERE NOT elsewhere AND city IS NOT NULL GROUP BY ALL HAVING count(DISTINCT sending) >= 3
UNION SELECT receiving, city FROM named_post WHERE state_by_capital(city, listed()) = receiving;

CREATE VIEW mission AS
SELECT sending, receiving, kind, NOT elsewhere OR is_there AS resident, CASE WHEN NOT is_there THEN covered_from_state END AS covered_from_state,
       city, as_listed_on, _file, _record, _col
FROM (SELECT *, row_number() OVER (PARTITION BY _file, _record, sending, n ORDER BY (coalesce(state_by_capital(city, listed()) = receiving, false)) DESC, k) = 1 AS chosen, state_by_capital(city, listed()) AS capital_of, coalesce((receiving, city) IN (FROM seat) AND coalesce(covered_from_state = receiving, true), false) AS is_there FROM named_post)
WHERE (is_there OR capital_of IS NULL OR (elsewhere AND capital_of <> sending))
  -- an embassy is one: further words are its address, "in Willis Street, Te Aro, Wellington"
  AND (kind <> 'embassy' OR elsewhere OR chosen)
  -- A town of the sender's own where others have posts, and nobody in the receiving state ("Greece's consulates in Spain": Thessaloniki): a slip as well.
  AND NOT coalesce(NOT elsewhere AND city IS NOT NULL AND (sending, city) IN (FROM seat) AND (receiving, city) NOT IN (FROM seat), false);

CREATE VIEW event_rest AS
SELECT NULL AS kind, NULL AS state_a, _file, _record,
       CASE WHEN a IS NULL THEN 'unknown state: ' || subject WHEN unknown_state(b, partner) IS NOT NULL THEN unknown_state(b, partner)
            WHEN a = b AND missions_text <> '' THEN 'a state with itself' END AS _reject,
       CASE WHEN no_state(b, partner) IS NOT NULL THEN no_state(b, partner)
            WHEN date_text LIKE '{{%' THEN 'the cell holds a template that was not filled in'
            WHEN cell = '' OR cell = 'Unknown' THEN 'no date and no post'
            ELSE 'prose without a date of relations' END AS _unwanted
FROM entry WHERE (_file, _record) NOT IN (SELECT _file, _record FROM event UNION ALL SELECT _file, _record FROM mission);
