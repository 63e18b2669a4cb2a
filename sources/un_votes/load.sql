-- One row per vote cast. The fact is the share of roll calls of a session of the General Assembly in which two states voted
-- alike, among those in which both voted yes, no or abstained; its record is the file as a whole. Session n begins in September
-- of 1945 + n and stands under that year; the publisher counts special and emergency special sessions to the regular one of their time. Codes are today's and lie about
-- the past: RU is the Soviet Union to 1991, YU Serbia from 2006, and three states have none.
CREATE TEMP TABLE cast_vote AS
SELECT v.rcid, TRY_CAST(r.date AS DATE) AS day, whole(r.session) AS session, v.country, v.vote, v._file, v._record,
       CASE WHEN v.country = 'Federal Republic of Germany' THEN state_by_key('DEU')
            WHEN v.country = 'Yemen Arab Republic' THEN CASE WHEN TRY_CAST(r.date AS DATE) < DATE '1990-05-22' THEN state_by_key('YAR') ELSE state_by_key('YEM') END
            WHEN v.country = 'Taiwan' THEN state_by_key('TWN')
            WHEN v.country_code = 'DD' THEN state_by_key('DDR')
            WHEN v.country_code = 'CS' THEN state_by_key('CSK')
            WHEN v.country_code = 'YD' THEN state_by_key('YMD')
            WHEN v.country_code = 'RU' THEN CASE WHEN TRY_CAST(r.date AS DATE) < DATE '1991-12-26' THEN state_by_key('SUN') ELSE state_by_key('RUS') END
            WHEN v.country_code = 'YU' THEN CASE WHEN TRY_CAST(r.date AS DATE) < DATE '2006-06-06' THEN state_by_key('YUG') ELSE state_by_key('SRB') END
            WHEN v.country_code = '' THEN state_by_name(v.country, TRY_CAST(r.date AS DATE))
            ELSE state_by_code('iso2', v.country_code, DATE '2019-12-31') END AS state
FROM read_delimited('votes') v LEFT JOIN (SELECT rcid, date, session FROM read_delimited('roll_calls')) r ON r.rcid = v.rcid;

-- Each state's votes of a session as three strings of bits, one bit a roll call: comparing two states is counting bits.
CREATE TEMP TABLE place AS
SELECT rcid, session, (row_number() OVER (PARTITION BY session ORDER BY day, TRY_CAST(rcid AS INTEGER)) - 1)::INTEGER AS n
FROM (SELECT DISTINCT rcid, session, day FROM cast_vote WHERE day IS NOT NULL AND session IS NOT NULL);

CREATE TEMP TABLE ballot AS
SELECT state, session, coalesce(bitstring_agg(n, 0, 255) FILTER (vote = 'yes'), repeat('0', 256)::BIT) AS yes,
       coalesce(bitstring_agg(n, 0, 255) FILTER (vote = 'no'), repeat('0', 256)::BIT) AS no,
       coalesce(bitstring_agg(n, 0, 255) FILTER (vote = 'abstain'), repeat('0', 256)::BIT) AS abstain, bitstring_agg(n, 0, 255) AS any_vote
FROM cast_vote JOIN place USING (rcid, session) WHERE state IS NOT NULL GROUP BY state, session;

CREATE TEMP TABLE session_words AS
SELECT whole(session) AS session,
       'session ' || whole(session) || ' (' || (1945 + whole(session)) || '–' || right((1946 + whole(session))::VARCHAR, 2) || ')'
         || CASE WHEN count(*) FILTER (unres LIKE 'ESS/%') > 0 THEN ', ' || count(*) FILTER (unres LIKE 'ESS/%') || ' of its roll calls in emergency special sessions' ELSE '' END
         || CASE WHEN count(*) FILTER (unres LIKE 'SS/%') > 0 THEN ', ' || count(*) FILTER (unres LIKE 'SS/%') || ' of its roll calls in special sessions' ELSE '' END AS words
FROM read_delimited('roll_calls') WHERE whole(session) IS NOT NULL GROUP BY whole(session);

CREATE TEMP TABLE agreement_of_pair AS
SELECT one, two, session, common, alike, words || '; ' || alike || ' of ' || common || ' votes alike, ' || opposed || ' opposed (yes against no)' AS note
FROM (SELECT a.state AS one, b.state AS two, a.session, bit_count(a.any_vote & b.any_vote) AS common,
             bit_count(a.yes & b.yes) + bit_count(a.no & b.no) + bit_count(a.abstain & b.abstain) AS alike, bit_count(a.yes & b.no) + bit_count(a.no & b.yes) AS opposed
      FROM ballot a JOIN ballot b ON b.session = a.session AND b.state > a.state) JOIN session_words USING (session)
WHERE common > 0;

CREATE VIEW observation AS
SELECT indicator, one AS from_state, two AS to_state, year_start(1945 + session) AS period_start, value, unit, 'derived' AS origin,
       note, 'un_votes.csv.zst' AS _file, 0 AS _record
FROM (SELECT *, 'un_vote_agreement' AS indicator, 100.0 * alike / common AS value, 'percent' AS unit FROM agreement_of_pair
      UNION ALL SELECT *, 'un_votes_common', common, 'votes' FROM agreement_of_pair);

CREATE VIEW also_used AS
SELECT _file, _record FROM cast_vote WHERE state IS NOT NULL AND day IS NOT NULL AND session IS NOT NULL
UNION ALL SELECT _file, _record FROM read_delimited('roll_calls');

CREATE VIEW observation_rest AS
SELECT NULL AS indicator, _file, _record, CASE WHEN day IS NULL OR session IS NULL THEN 'no roll call of this number' ELSE 'unknown state: ' || country END AS _reject, NULL AS _unwanted
FROM cast_vote WHERE state IS NULL OR day IS NULL OR session IS NULL
UNION ALL SELECT NULL, _file, _record, NULL, 'the other file of votes reaches further; absences and non-membership are not compared' FROM read_delimited('published')
UNION ALL SELECT NULL, _file, _record, NULL, 'issue codes are not used' FROM read_delimited('issues');
