-- A record is one event of one country by its year. "Interrupted" says three things: relations broken, suspended, or only
-- the post closed; the note tells which, and where it does not the event stays vague. An embassy may be a legation raised.
CREATE TEMP TABLE told AS
SELECT * REPLACE (coalesce(c.value, trim(r.country)) AS country), trim(event) AS what, whole(r."year") AS y, coalesce(note, '') AS words
FROM read_json_records('events') r LEFT JOIN correction c ON c.col = 'country' AND c.expect = r.country AND c.record = r._record;

-- Three of "Germany" are the German Democratic Republic's; of "Yemen" the notes say which; Serbia and Yugoslavia are one heading.
CREATE TEMP TABLE placed AS
SELECT *, CASE
    WHEN country = 'East Germany/GDR' OR (country = 'Germany' AND (y = 1974 OR (y = 1990 AND what LIKE '%Interrupted'))) THEN state_by_key('DDR')
    WHEN country = 'Yemen' AND (regexp_matches(words, 'Southern Yemen|People.s Democratic') OR (y = 1967 AND "end" = '1969')) THEN state_by_key('YMD')
    WHEN country = 'Yemen' AND y < 1990 THEN state_by_key('YAR')
    WHEN country = 'Vietnam' AND y < 1976 THEN state_by_key('VNR')
    -- The Republic of China was recognised on 2 May 1913: until then the list speaks of the empire.
    WHEN country = 'China' AND y <= 1912 THEN state_by_key('CHN_QING')
    WHEN country = 'China' AND y < 1950 THEN state_by_key('TWN')
    WHEN country = 'Kingdom of Serbia/Yugoslavia' THEN state_by_name_in_year(CASE WHEN y < 1919 THEN 'Serbia' ELSE 'Yugoslavia' END, y)
    WHEN y < 1816 THEN state_by_name_in_year(name, 1816) ELSE state_by_name_in_year(name, y) END AS host
FROM (SELECT *, trim(regexp_replace(CASE country WHEN 'Republic of Korea (South Korea)' THEN 'South Korea' ELSE country END, '\s*\([^)]*\)$', '')) AS name FROM told);

CREATE TEMP TABLE sequence AS
SELECT *, max(CASE WHEN meaning LIKE 'relations_%' THEN step || meaning END) OVER before AS last_turn,
       arg_max(meaning = 'relations_suspended' AND unsaid, step) FILTER (meaning LIKE 'relations_%') OVER before AS last_unsaid,
       count(*) FILTER (meaning = 'post') OVER before AS posts_before, lead(meaning) OVER (PARTITION BY host ORDER BY y, _record) AS next_meaning, lead(y) OVER (PARTITION BY host ORDER BY y, _record) AS next_year,
       substr(min(CASE WHEN meaning = 'post' OR meaning LIKE 'relations_%' THEN step || meaning END) OVER after_it, 5) AS next_turn
FROM (SELECT *, NOT regexp_matches(words, '(?i)suspend') AS unsaid, lpad(CAST(row_number() OVER (PARTITION BY host ORDER BY y, _record) AS VARCHAR), 4, '0') AS step,
       host IS NOT NULL AND what LIKE 'Establishment of%' AND row_number() OVER (PARTITION BY host, y, what ORDER BY _record) > 1 AS again, CASE
    WHEN what = 'U.S. Recognition' THEN 'recognition'
    WHEN what LIKE 'Establishment of Diplomatic%' THEN 'relations_established'
    WHEN what = 'Diplomatic Relations Resumed' THEN 'relations_resumed'
    WHEN what LIKE 'Establishment of%' THEN 'post'
    WHEN what LIKE '% Moved' THEN 'moved'
    WHEN what LIKE 'Assassination%' THEN 'killing'
    WHEN what <> 'Diplomatic Relations Interrupted' THEN NULL
    WHEN country IN ('East Germany/GDR', 'Germany') AND y = 1990 OR country IN ('Union of Soviet Socialist Republics', 'Czechoslovakia') AND y IN (1991, 1992) THEN 'ended'
    WHEN country IN ('Germany', 'East Germany/GDR') AND y = 1949 THEN 'ended'
    WHEN regexp_matches(words, '(?i)(ceased to exist|annex(ed|ation of Hawaii)|entered the United States|incorporated into|joined the North German|abolished by|dissolved into|became part of|became British|seat of government for the new Kingdom|separate states within|assumed direction|withdrawing recognition|joined Egypt)') THEN 'ended'
    WHEN regexp_matches(words, '(?i)(not (formally )?severed|not interrupted|still maintains|responsibilities for|remained ambassador)') THEN 'closed'
    WHEN regexp_matches(words, '(?i)(sever|broke |declared war|notify)') THEN 'relations_severed'
    WHEN regexp_matches(words, '(?i)(suspend|not recogni|not support|would not recognize|deteriorated during)') THEN 'relations_suspended'
    WHEN regexp_matches(words, '(?i)(closed|closure|evacuat|recalls|expelled|downgraded|withdr|asked to leave|requested to leave)') THEN 'closed'
    ELSE 'relations_suspended' END AS meaning FROM placed)
WINDOW before AS (PARTITION BY host ORDER BY y, _record ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
  after_it AS (PARTITION BY host ORDER BY y, _record ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING);

CREATE TEMP TABLE reading AS
SELECT *, CASE
    -- An embassy after an interruption that may only have closed it is no resumption of relations, and that no break of them.
    WHEN meaning = 'relations_suspended' AND unsaid AND next_turn = 'post' THEN 'relations_level_changed'
    WHEN meaning = 'post' AND substr(last_turn, 5) LIKE 'relations_s%' THEN CASE WHEN last_unsaid THEN 'relations_level_changed' ELSE 'relations_resumed' END
    WHEN meaning = 'post' AND posts_before > 0 THEN 'relations_level_changed' WHEN meaning = 'post' THEN 'mission_opened'
    WHEN meaning = 'closed' THEN 'mission_closed'
    -- Resumed with a state that had not broken: its predecessor had.
    WHEN meaning = 'relations_resumed' AND coalesce(last_turn, '') NOT LIKE '%relations_s%' AND posts_before = 0 THEN 'relations_established'
    -- A break and its end in one year: their order is known, their days are not.
    WHEN meaning LIKE 'relations_s%' AND next_meaning = 'relations_resumed' AND next_year = y THEN 'relations_level_changed'
    ELSE meaning END AS kind
FROM sequence;

CREATE VIEW event AS
SELECT kind, state_by_key('USA') AS state_a, host AS state_b, CAST(y AS VARCHAR) AS date_edtf,
       CASE WHEN kind IN ('recognition', 'mission_opened', 'mission_closed', 'relations_level_changed') THEN state_by_key('USA') END AS actor_state,
       CASE WHEN kind = 'relations_level_changed' AND meaning <> 'post' AND next_turn = 'relations_resumed' THEN 'Relations interrupted and resumed within the year'
            WHEN substr(last_turn, 5) LIKE 'relations_s%' AND meaning = 'post' THEN 'United States ' || post || ' established again'
            WHEN meaning = 'post' THEN 'United States ' || post || ' established'
            WHEN kind = 'mission_closed' THEN 'United States post closed or left; not said to be a break of relations'
            WHEN meaning = 'relations_suspended' AND unsaid THEN 'Relations interrupted: severed, suspended or the post closed, the source does not say which' END AS title,
       CASE WHEN meaning = 'relations_suspended' AND unsaid THEN 'vague' ELSE 'asserted' END AS status,
       _file, _record, 'event' AS _col,
       CASE WHEN meaning IS NULL THEN 'unknown event: ' || coalesce(what, '') WHEN y IS NULL THEN 'not a year: ' || coalesce("year", '')
            WHEN country IN ('', 'Rep') OR country IS NULL THEN 'no name of a country'
            WHEN gone AND (host IS NULL OR name = 'Congo Free State') THEN NULL ELSE unknown_state(host, name) END AS _reject,
       CASE WHEN country IN ('', 'Rep') OR country IS NULL THEN NULL
            WHEN gone AND (host IS NULL OR name = 'Congo Free State') THEN 'a state that ended before 1919 and is not in the register'
            WHEN again THEN 'the same post of the same year again: the German Democratic Republic, Vietnam'
            WHEN meaning IN ('moved', 'killing') THEN 'a post moved, an ambassador killed' WHEN meaning = 'ended' THEN 'not a break: one of the two came to an end, or was divided'
            ELSE no_state(host, name) END AS _unwanted
-- The last legations became embassies in 1966; the list writes the word of Albania and the Baltic states in 1991 and of Egypt in 1974.
FROM (SELECT *, CASE WHEN what LIKE '%Legation' AND y > 1966 THEN 'mission' ELSE lower(split_part(what, ' ', 3)) END AS post, name IN ('Brunswick and Luneburg', 'Congo Free State', 'Duchy of Parma', 'Federal Government of Germany', 'Hanseatic Republics', 'Lew Chew', 'Mecklenburg-Strelitz', 'Nassau',
        'North German Confederation', 'North German Union', 'Oldenburg', 'Republic of Genoa', 'Schaumburg-Lippe', 'Texas', 'Hawaii', 'Bavaria', 'Hesse', 'Grand Duchy of Tuscany', 'Piedmont-Sardinia')
      OR y < 1870 AND name = 'Germany' OR y < 1861 AND name = 'Italy' OR y < 1949 AND name = 'Korea' OR y = 1920 AND name = 'Montenegro' AS gone FROM reading);

CREATE TEMP VIEW applied_correction AS SELECT c.id FROM read_json_records('events') r JOIN correction c ON c.col = 'country' AND c.expect = r.country AND c.record = r._record;
