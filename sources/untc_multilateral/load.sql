-- One file per treaty, each with columns of its own: record 1 of a file names them. A column binds (ratification,
-- accession and the like), or holds signatures, or neither (provisional application, notifications, resolutions).
CREATE TEMP TABLE line AS
SELECT c1, c2, c3, c4, c5, c6, c7, _file::VARCHAR AS _file, _record, regexp_extract(_file::VARCHAR, '([^/]+)\.csv$', 1) AS treaty FROM read_delimited('treaties');

CREATE TEMP TABLE heading AS
SELECT _file, col, CASE WHEN text ILIKE '%provisional%' THEN NULL
                        WHEN regexp_matches(text, '^(Ratification|Accession|Acceptance|Approval|Succession|Consent to be bound|Definitive|Formal confirmation|Participation|Simplified procedure)') THEN 'party'
                        WHEN text LIKE 'Signature%' THEN 'signatory' END AS means
FROM (UNPIVOT (SELECT _file, c2, c3, c4, c5, c6, c7 FROM line WHERE _record = 1) ON c2, c3, c4, c5, c6, c7 INTO NAME col VALUE text);

-- "5 Jan 1994 a": the letter says how a state was bound.
CREATE TEMP TABLE dated AS
SELECT _file, _record, col, means, try_strptime(regexp_extract(text, '^(\d{1,2} [A-Z][a-z]{2} \d{4})( [A-Za-z]{1,2})?$', 1), '%d %b %Y')::DATE AS day, text
FROM (UNPIVOT (SELECT _file, _record, c2, c3, c4, c5, c6, c7 FROM line WHERE _record > 1) ON c2, c3, c4, c5, c6, c7 INTO NAME col VALUE text) JOIN heading USING (_file, col)
WHERE means IS NOT NULL AND blank(text) IS NOT NULL;

-- Bound once by the earliest day; only signed where nothing binds. An unreadable date decides for its record.
CREATE TEMP TABLE bound AS
SELECT _file, _record, arg_min(means, (text_day, col)) AS means, min(text_day) FILTER (rank = best) AS day, arg_min(col, (rank, text_day)) AS col, max(text) FILTER (day IS NULL) AS unread
FROM (SELECT *, coalesce(day, DATE '9999-12-31') AS text_day, CASE means WHEN 'party' THEN 1 ELSE 2 END AS rank,
             min(CASE means WHEN 'party' THEN 1 ELSE 2 END) OVER (PARTITION BY _file, _record) AS best FROM dated)
WHERE rank = best GROUP BY _file, _record;

-- Names are those of the participants in 2015, also for what their predecessors signed.
CREATE TEMP TABLE participant AS
SELECT l._file, l._record, l.treaty, b.means, b.day, b.col, b.unread, trim(regexp_replace(l.c1, '[\s\d,]+$', '')) AS name,
       coalesce(state_by_name(trim(regexp_replace(l.c1, '[\s\d,]+$', '')), DATE '2015-03-01'), state_by_name(trim(regexp_replace(l.c1, '[\s\d,]+$', '')), b.day)) AS state
FROM line l LEFT JOIN bound b USING (_file, _record) WHERE l._record > 1;

CREATE VIEW membership AS
SELECT state, 'untc:' || treaty AS organization, means AS kind, CAST(day AS VARCHAR) AS date_from, _file, _record, col AS _col,
       CASE WHEN unread IS NOT NULL THEN 'not a date: ' || unread
            WHEN means IS NOT NULL THEN unknown_state(state, name) END AS _reject,
       CASE WHEN unread IS NOT NULL THEN NULL
            WHEN state IS NULL AND non_state(name) IS NOT NULL THEN no_state(state, name)
            WHEN means IS NULL THEN 'no day of signature or of consent to be bound' END AS _unwanted
FROM participant
UNION ALL SELECT NULL, NULL, 'party', NULL, _file, _record, NULL, NULL, 'header' FROM line WHERE _record = 1;

CREATE TEMP TABLE title AS SELECT chapter_no || '-' || replace(treaty_no, '.', '-') AS treaty, treaty_name, _file::VARCHAR AS _file, _record FROM read_delimited('index');

-- Amendments bear the name of what they amend: those of one name are told apart by place and day of adoption.
CREATE TEMP TABLE named AS
-- The index has lost a bracket: "… in Europe EMEP)".
SELECT treaty, treaty_name, replace(regexp_replace(treaty_name, '\.\s+[^.]*\d{4}\s*$', ''), ' EMEP)', ' (EMEP)') AS short, regexp_extract(treaty_name, '\.\s+([^.]*\d{4})\s*$', 1) AS adopted
FROM (SELECT treaty, min(treaty_name) AS treaty_name FROM title WHERE treaty IN (SELECT treaty FROM line) GROUP BY 1);

CREATE VIEW organization AS
SELECT 'untc:' || treaty AS key, CASE WHEN count(*) OVER (PARTITION BY short) > 1 AND adopted <> '' THEN short || ' (' || adopted || ')' ELSE short END AS name,
       NULL AS short_name, 'treaty' AS kind, NULL AS founded, NULL AS dissolved, 6 AS importance, '2015-03' AS coverage_to, treaty_name AS note
FROM named;

CREATE VIEW also_used AS SELECT _file, _record FROM title;
