-- Who led one state on to its successor led two: the spell is cut at the day between them.
CREATE TEMP TABLE turn AS
SELECT state_by_key(one) AS one, state_by_key(two) AS two, CAST(day AS DATE) AS last_of_one
FROM (VALUES ('SUN', 'RUS', '1991-12-25'), ('YAR', 'YEM', '1990-05-21'), ('YUG', 'SRB', '2006-06-05'), ('PRUSSIA', 'DEU_1871', '1871-01-17'), ('RUS_EMPIRE', 'SUN', '1922-12-29')) t(one, two, day);

-- A row is one spell of one effective leader. The codes are Gleditsch and Ward's, not COW's; a spell may begin before the
-- state is in their list, so its end decides where its beginning does not. "Still in Office" is the end of the list.
CREATE TEMP TABLE spell AS
SELECT *, TRY_CAST(startdate AS DATE) AS first_day, TRY_CAST(enddate AS DATE) AS last_day,
       coalesce(state_by_code('gw', ccode, TRY_CAST(startdate AS DATE)), state_by_code('gw', ccode, TRY_CAST(enddate AS DATE))) AS state,
       EXISTS (FROM turn WHERE one = coalesce(state_by_code('gw', ccode, TRY_CAST(startdate AS DATE)), state_by_code('gw', ccode, TRY_CAST(enddate AS DATE))) AND last_of_one < TRY_CAST(enddate AS DATE)) AS crosses
FROM read_delimited('spells');

-- "Peron, Isabel" as she was called, and "Giuseppe Forcellini (3rd time)" without the count.
CREATE MACRO name_of(leader) AS regexp_replace(regexp_replace(trim(regexp_replace(leader, '\s+', ' ', 'g')), ' \(\d+(st|nd|rd|th) time\)$', ''), '^([^,]+), ?([[:upper:]][^,]*)$', '\2 \1');
CREATE VIEW event AS
SELECT 'leader' AS kind, state AS state_a, coalesce(CAST(cut_from AS VARCHAR), startdate) || '/' || coalesce(CAST(cut_to AS VARCHAR), enddate) AS date_edtf, name_of(leader) AS person, 'effective leader' AS office,
       -- The list ends on the last day of 2015: who left on that day by another word for it was in office when it ends.
       CASE WHEN ("exit" = 'Still in Office' OR enddate = '2015-12-31') AND cut_to IS NULL THEN 'end of coverage' END AS occasion,
       nullif(concat_ws('; ', CASE WHEN entry IN ('Irregular', 'Foreign Imposition') THEN 'entered: ' || lower(entry) END,
         CASE WHEN "exit" NOT IN ('Regular', 'Still in Office', 'Unknown') AND enddate <> '2015-12-31' THEN 'left: ' || lower("exit") END), '') AS detail,
       'asserted' AS status, _file, _record, 'leader' AS _col,
       CASE WHEN first_day IS NULL OR last_day IS NULL OR last_day < first_day THEN 'not a span: ' || coalesce(startdate, '') || ' to ' || coalesce(enddate, '')
            WHEN blank(leader) IS NULL THEN 'no name' WHEN state IS NULL THEN 'no state has the Gleditsch-Ward code ' || ccode || ' on ' || startdate END AS _reject
FROM (SELECT *, NULL::DATE AS cut_from, NULL::DATE AS cut_to FROM spell WHERE NOT crosses
      UNION ALL SELECT s.* REPLACE (t.one AS state), NULL, last_of_one FROM spell s JOIN turn t ON t.one = s.state WHERE crosses
      UNION ALL SELECT s.* REPLACE (t.two AS state), last_of_one + 1, NULL FROM spell s JOIN turn t ON t.one = s.state WHERE crosses);
