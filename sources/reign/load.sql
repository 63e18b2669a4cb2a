-- Who led one state on to its successor led two: the spell is cut at the day between them.
CREATE TEMP TABLE turn AS
SELECT state_by_key(one) AS one, state_by_key(two) AS two, CAST(day AS DATE) AS last_of_one
FROM (VALUES ('SUN', 'RUS', '1991-12-25'), ('YAR', 'YEM', '1990-05-21'), ('YUG', 'SRB', '2006-06-05'), ('PRUSSIA', 'DEU_1871', '1871-01-17'), ('RUS_EMPIRE', 'SUN', '1922-12-29')) t(one, two, day);

-- A row is one spell of one leader: it begins on a day and ends in a month. An empty end is the end of the list in March
-- 2021, not "still in office". Codes are COW's; a spell may begin before the state is in the system.
CREATE TEMP TABLE spell AS
SELECT *, coalesce(state_by_code('cow', trim(ccode), first_day), state_by_code('cow', trim(ccode), coalesce(last_day, DATE '2021-03-31'))) AS state FROM (
  SELECT *, try_strptime(syear || '-' || smonth || '-' || sdate, '%Y-%m-%d')::DATE AS first_day, blank(eyear) IS NULL AND blank(emonth) IS NULL AS open,
         CASE WHEN whole(emonth) BETWEEN 1 AND 12 THEN last_day(make_date(whole(eyear), whole(emonth), 1)) END AS last_day
  FROM read_delimited('leaders'));

CREATE TEMP TABLE placed AS
SELECT *, EXISTS (FROM turn WHERE one = state AND last_of_one < coalesce(last_day, DATE '2021-03-31') - 31) AS crosses FROM spell;

-- "Peron, Isabel" as she was called, and "Giuseppe Forcellini (3rd time)" without the count.
CREATE MACRO name_of(leader) AS regexp_replace(regexp_replace(trim(regexp_replace(leader, '\s+', ' ', 'g')), ' \(\d+(st|nd|rd|th) time\)$', ''), '^([^,]+), ?([[:upper:]][^,]*)$', '\2 \1');
CREATE VIEW event AS
SELECT 'leader' AS kind, state AS state_a, CAST(coalesce(cut_from, first_day) AS VARCHAR) || '/' || CASE WHEN cut_to IS NOT NULL THEN CAST(cut_to AS VARCHAR) WHEN open THEN '2021-03' ELSE strftime(last_day, '%Y-%m') END AS date_edtf,
       name_of(leader) AS person, 'effective leader' AS office, CASE WHEN open AND cut_to IS NULL THEN 'end of coverage' END AS occasion, 'asserted' AS status, _file, _record, 'leader' AS _col,
       CASE WHEN first_day IS NULL THEN 'not a date: ' || concat_ws('-', syear, smonth, sdate) WHEN NOT open AND (last_day IS NULL OR last_day < first_day) THEN 'not an end: ' || concat_ws('-', eyear, emonth)
            WHEN blank(leader) IS NULL THEN 'no name' WHEN state IS NULL THEN 'no state has the COW code ' || trim(ccode) || ' on ' || first_day END AS _reject
FROM (SELECT *, NULL::DATE AS cut_from, NULL::DATE AS cut_to FROM placed WHERE NOT crosses
      UNION ALL SELECT s.* REPLACE (t.one AS state), NULL, last_of_one FROM placed s JOIN turn t ON t.one = s.state WHERE crosses
      UNION ALL SELECT s.* REPLACE (t.two AS state), last_of_one + 1, NULL FROM placed s JOIN turn t ON t.one = s.state WHERE crosses);

CREATE VIEW event_rest AS
SELECT NULL AS kind, NULL AS state_a, _file, _record, 'an election: no fact of this edition' AS _unwanted FROM read_delimited('elections')
UNION ALL SELECT NULL, NULL, _file, _record, 'a code of a regime: no fact of this edition' FROM read_delimited('regimes');
