-- A row is a year of a conflict and one combination of its supporters (the columns _2nd); conflicts of a state with rebels are the same
-- list's and no matter between two states. An episode of two states is one event: from the day on which fighting reached 25 deaths to the
-- end of the episode. An episode that no row ends was still going on when the list ends. A day that is only known to its month or year widens.
CREATE MACRO told_day(day, how_sure) AS CASE WHEN TRY_CAST(day AS DATE) IS NULL THEN NULL WHEN coalesce(whole(how_sure), 9) <= 2 THEN day WHEN whole(how_sure) <= 4 THEN left(day, 7) ELSE left(day, 4) END;

CREATE TEMP TABLE conflict AS
SELECT *, type_of_conflict = 'interstate' AS between_states, told_day(start_date2, start_prec2) AS begun, TRY_CAST(start_date2 AS DATE) AS first_day, TRY_CAST(ep_end_date AS DATE) AS last_day
FROM read_delimited('conflicts');
CREATE TEMP TABLE fought AS
SELECT *, state_by_code('gw', gwno_a, first_day) AS a, state_by_code('gw', gwno_b, first_day) AS b FROM conflict WHERE between_states;

CREATE TEMP TABLE episode AS
SELECT conflict_id, a, b, min_by(begun, whole(year)) AS begun, max(last_day) AS last_day, bool_or(intensity_level = '2') AS is_war, max_by(incompatibility, whole(year)) AS over,
       max(whole(year)) AS last_year, min_by(_file, (whole(year), _record)) AS _file, min_by(_record, (whole(year), _record)) AS _record
FROM fought WHERE a IS NOT NULL AND b IS NOT NULL AND a <> b AND begun IS NOT NULL GROUP BY conflict_id, a, b, first_day;

CREATE VIEW event AS
SELECT 'war' AS kind, a AS state_a, b AS state_b, begun || '/' || coalesce(strftime(last_day, '%Y-%m-%d'), CASE WHEN last_year = (SELECT max(whole(year)) FROM conflict) THEN '..' ELSE last_year::VARCHAR END) AS date_edtf,
       CASE WHEN is_war THEN 'War over ' ELSE 'Armed conflict over ' END || CASE over WHEN 'both' THEN 'territory and government' ELSE over END
         || CASE WHEN is_war THEN ' (1,000 or more battle deaths in a year)' ELSE ' (25 or more battle deaths in a year, never 1,000)' END
         || CASE WHEN last_day IS NULL AND last_year = (SELECT max(whole(year)) FROM conflict) THEN ', going on when the list ends in ' || last_year ELSE '' END AS title,
       _file, _record, 'incompatibility' AS _col
FROM episode;

CREATE VIEW also_used AS SELECT _file, _record FROM fought WHERE a IS NOT NULL AND b IS NOT NULL AND a <> b AND begun IS NOT NULL;

CREATE VIEW event_rest AS
SELECT NULL AS kind, NULL AS state_a, _file, _record,
       CASE WHEN between_states AND begun IS NULL THEN 'not a day: ' || coalesce(blank(start_date2), '(blank)')
            WHEN between_states AND state_by_code('gw', gwno_a, first_day) IS NULL THEN 'no state has the code ' || gwno_a || ' on ' || start_date2
            WHEN between_states AND state_by_code('gw', gwno_b, first_day) IS NULL THEN 'no state has the code ' || gwno_b || ' on ' || start_date2
            WHEN between_states AND gwno_a = gwno_b THEN 'a state with itself' END AS _reject,
       CASE WHEN NOT between_states THEN 'a conflict of a state with who is none' END AS _unwanted
FROM conflict WHERE (_file, _record) NOT IN (FROM also_used);
