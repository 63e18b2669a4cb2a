-- -9 is unknown, -8 not applicable, -7 still going on when the file was made. A war may have several phases; each is a
-- span of days of its own. A day that is not known widens to its month, a month to its year.
CREATE MACRO war_date(y, m, d) AS CASE
  WHEN coalesce(whole(y), -9) < 1000 THEN NULL
  WHEN coalesce(whole(m), -9) NOT BETWEEN 1 AND 12 THEN trim(y)
  WHEN coalesce(whole(d), -9) NOT BETWEEN 1 AND 31 THEN printf('%04d-%02d', whole(y), whole(m))
  ELSE printf('%04d-%02d-%02d', whole(y), whole(m), whole(d)) END;
-- "Korean" is the Korean War; what says itself that it was a war, a conquest or a rising stays.
CREATE MACRO war_name(name) AS CASE
  WHEN regexp_matches(name, '(?i)war\b|war of|war over|revol|conquest|liberation|bombardment|expedition|invasion|uprising|mutiny|campaign|terror|commune|massacre|rebel|insurg|intervention|pacification')
  THEN regexp_replace(trim(name), '([a-z])War$', '\1 War') ELSE regexp_replace(trim(name), '^(.*?)(, [Pp]hase \d+)?$', '\1 War\2') END;
-- The list has its own numbers and names for some wars that everybody calls otherwise; told by the common name, the list's beside it.
CREATE TEMP TABLE common_name AS SELECT * FROM (VALUES ('Assam', 'Sino-Indian War'), ('Second Sino-Japanese', 'Japanese invasion of Manchuria'), ('Third Sino-Japanese', 'Second Sino-Japanese War'),
  ('Hungarian Adversaries', 'Wars of Hungary with Romania and Czechoslovakia'), ('Azeri-Armenian', 'First Nagorno-Karabakh War'), ('Badme Border', 'Eritrean-Ethiopian War'), ('Russo-Finnish', 'Winter War'),
  ('Changkufeng', 'Battle of Lake Khasan'), ('Nomonhan', 'Battles of Khalkhin Gol'), ('Off-shore Islands', 'First Taiwan Strait Crisis'), ('Taiwan Straits', 'Second Taiwan Strait Crisis'),
  ('Lopez', 'War of the Triple Alliance'), ('Bangladesh', 'Indo-Pakistani War of 1971'), ('Naval War', 'Chincha Islands War'), ('Manchurian', 'Sino-Soviet conflict of 1929'),
  ('First Russo-Turkish', 'Russo-Turkish War of 1828 to 1829'), ('Second Russo-Turkish', 'Russo-Turkish War of 1877 to 1878'), ('Ugandian-Tanzanian', 'Uganda-Tanzania War'),
  ('War over Lebanon', 'Lebanon War of 1982'), ('Sinai War', 'Suez Crisis')) t(listed, common);
CREATE MACRO told_name(name) AS coalesce((SELECT common || ' (“' || listed || '” in the list)' FROM common_name WHERE lower(listed) = lower(trim(name))), war_name(name));
CREATE MACRO war_side(code, y) AS CASE WHEN coalesce(whole(code), -9) > 0 THEN state_by_code_in_year('cow', trim(code), whole(y)) END;

-- Between states: who took part, on which side, in which phase.
CREATE TEMP TABLE participant AS
SELECT _file, _record, "WarNum" AS war, trim("WarName") AS name, ccode AS code, "StateName" AS state_name, "Side" AS side, "StartYear1" AS first_year,
       coalesce(state_by_code('cow', trim(ccode), edtf_to(war_date("StartYear1", "StartMonth1", "StartDay1"))), war_side(ccode, "StartYear1")) AS state,
       unnest([{phase: 1, begun: war_date("StartYear1", "StartMonth1", "StartDay1"), ended: war_date("EndYear1", "EndMonth1", "EndDay1")},
               {phase: 2, begun: war_date("StartYear2", "StartMonth2", "StartDay2"), ended: war_date("EndYear2", "EndMonth2", "EndDay2")}]) AS span
FROM read_delimited('inter');

CREATE TEMP TABLE fighting AS
SELECT * EXCLUDE (span), span.phase, span.begun, span.ended, edtf_from(span.begun) AS day_from, coalesce(edtf_to(span.ended), DATE '9999-12-31') AS day_to
FROM participant WHERE span.begun IS NOT NULL;

CREATE TEMP TABLE war_size AS
SELECT war, count(DISTINCT state) FILTER (side = '1') AS ones, count(DISTINCT state) FILTER (side = '2') AS twos FROM participant GROUP BY war;

-- Two states on opposite sides on common days. Where each side has several, the list does not say that these two fought.
CREATE TEMP TABLE opposed AS
SELECT a._file, a._record, b._record AS other_record, a.war, a.name, a.state AS state_a, b.state AS state_b,
       CASE WHEN b.day_from > a.day_from THEN b.begun ELSE a.begun END || '/' || coalesce(CASE WHEN b.day_to < a.day_to THEN b.ended ELSE a.ended END, '..') AS span,
       least(s.ones, s.twos) > 1 AS coalitions
FROM fighting a JOIN fighting b ON b.war = a.war AND a.side = '1' AND b.side = '2' AND a.state <> b.state AND a.day_from <= b.day_to AND b.day_from <= a.day_to
JOIN war_size s ON s.war = a.war;

-- The list has France on both sides of the Second World War: from July 1940 it is the government at Vichy.
CREATE MACRO of_vichy(war, state_a, state_b, span) AS war = '139' AND state_by_key('FRA') IN (state_a, state_b) AND edtf_from(span) BETWEEN DATE '1940-07-01' AND DATE '1944-08-25';

CREATE VIEW event AS
SELECT 'war' AS kind, state_a, state_b, span AS date_edtf, told_name(name) || CASE WHEN of_vichy(war, state_a, state_b, span) THEN ' (France under the government at Vichy, on opposite sides)' WHEN coalitions THEN ' (on opposite sides)' ELSE '' END AS title,
       CASE WHEN coalitions THEN 'The source lists both on opposite sides on these days; it does not say that they fought each other.' END AS detail,
       CASE WHEN coalitions THEN 'vague' ELSE 'asserted' END AS status, _file, _record, 'WarName' AS _col
FROM opposed;

CREATE VIEW also_used AS SELECT DISTINCT _file, other_record AS _record FROM opposed;

CREATE VIEW event_rest AS
SELECT NULL AS kind, _file, _record,
       CASE WHEN state IS NULL THEN 'no state has the code ' || code || ' in ' || first_year
            WHEN span.begun IS NULL THEN 'no beginning: ' || coalesce(first_year, '(blank)')
            WHEN side NOT IN ('1', '2') THEN 'not a side: ' || coalesce(side, '(blank)') END AS _reject,
       CASE WHEN state IS NOT NULL AND span.begun IS NOT NULL AND side IN ('1', '2') THEN 'no state of the other side fought on the same days' END AS _unwanted
FROM participant
WHERE span.phase = 1 AND (_file, _record) NOT IN (SELECT _file, _record FROM opposed) AND (_file, _record) NOT IN (SELECT _file, other_record FROM opposed);

-- With something that is no state: an event of one state, or of the two states when a row names one on each side.
CREATE TEMP TABLE extra AS
SELECT _file, _record, war_name("WarName") AS name, ccode1, ccode2, "SideA" AS side_a, "SideB" AS side_b, "StartYear1" AS first_year,
       war_side(ccode1, "StartYear1") AS one, war_side(ccode2, "StartYear1") AS two,
       war_date("StartYear1", "StartMonth1", "StartDay1") AS begun,
       coalesce(war_date("EndYear2", "EndMonth2", "EndDay2"), war_date("EndYear1", "EndMonth1", "EndDay1"), '..') AS ended
FROM read_delimited('extra');

CREATE VIEW event_extra AS
SELECT 'extra_state_war' AS kind, coalesce(one, two) AS state_a, CASE WHEN one IS NOT NULL AND two IS NOT NULL AND one <> two THEN two END AS state_b, begun || '/' || ended AS date_edtf,
       name || CASE WHEN one IS NULL THEN ' (against ' || side_a || ')' WHEN two IS NULL AND coalesce(side_b, '-8') <> '-8' THEN ' (against ' || side_b || ')' ELSE '' END AS title,
       _file, _record, 'WarName' AS _col,
       CASE WHEN coalesce(whole(ccode1), -8) > 0 AND one IS NULL THEN 'no state has the code ' || ccode1 || ' in ' || first_year
            WHEN coalesce(whole(ccode2), -8) > 0 AND two IS NULL THEN 'no state has the code ' || ccode2 || ' in ' || first_year
            WHEN begun IS NULL THEN 'no beginning: ' || coalesce(first_year, '(blank)') END AS _reject,
       CASE WHEN coalesce(whole(ccode1), -8) <= 0 AND coalesce(whole(ccode2), -8) <= 0 THEN 'no state takes part in this row' END AS _unwanted
FROM extra;

-- Inside a state.
CREATE TEMP TABLE intra AS
SELECT _file, _record, war_name("WarName") AS name, "CcodeA" AS code, "SideA" AS side_a, "SideB" AS side_b, "StartYr1" AS first_year, war_side("CcodeA", "StartYr1") AS state,
       war_date("StartYr1", "StartMo1", "StartDy1") AS begun,
       coalesce(war_date("EndYr4", "EndMo4", "EndDy4"), war_date("EndYr3", "EndMo3", "EndDy3"), war_date("EndYr2", "EndMo2", "EndDy2"), war_date("EndYr1", "EndMo1", "EndDy1"), '..') AS ended
FROM read_delimited('intra');

CREATE VIEW event_intra AS
SELECT 'intra_state_war' AS kind, state AS state_a, begun || '/' || ended AS date_edtf, name || CASE WHEN coalesce(side_b, '-8') <> '-8' THEN ' (against ' || side_b || ')' ELSE '' END AS title,
       _file, _record, 'WarName' AS _col,
       CASE WHEN coalesce(whole(code), -8) > 0 AND state IS NULL THEN 'no state has the code ' || code || ' in ' || first_year
            WHEN begun IS NULL THEN 'no beginning: ' || coalesce(first_year, '(blank)') END AS _reject,
       CASE WHEN coalesce(whole(code), -8) <= 0 THEN 'no state takes part in this row' END AS _unwanted
FROM intra;

CREATE VIEW event_non AS
SELECT NULL AS kind, _file, _record, 'no state takes part in this war' AS _unwanted FROM read_delimited('non');
