-- A row is one year of one state with one Korea; its three dates are years and repeat in every row. Each date is told by the
-- row of its year (or the first that has it). "NA" is missing, except where it is Namibia's iso2.
CREATE MACRO year_of(text) AS CASE WHEN text = 'NA' THEN NULL ELSE whole(text) END;
CREATE TEMP TABLE tie AS
SELECT r._file, r._record, iso3c, country, CASE south_north WHEN 'South Korea' THEN state_by_key('KOR') WHEN 'North Korea' THEN state_by_key('PRK') END AS korea, whole("year") AS y, diplomatic_ties AS ties,
       year_of(coalesce(c.value, "date")) AS made, year_of(cut_date) AS cut, year_of(reestablish_date) AS again, state_by_code_in_year('iso3', iso3c, whole("year")) AS now
FROM read_delimited('ties') r LEFT JOIN correction c ON c.col = 'date' AND c.expect = concat_ws(' ', south_north, iso3c, "date");

-- The state behind a code in the year of an event: RUS of 1948 is the Soviet Union. North Korea's Germany of 1949 is the GDR,
-- South Korea's Viet Nam of 1955 the Republic in the south; both came to an end, so their "break" is none.
CREATE MACRO party(code, korea, y) AS CASE WHEN code = 'DEU' AND korea = state_by_key('PRK') AND y < 1991 THEN state_by_key('DDR')
  WHEN code = 'VNM' AND korea = state_by_key('KOR') AND y < 1976 THEN state_by_key('VNR')
  WHEN code = 'RUS' AND y < 1992 THEN state_by_key('SUN') WHEN code = 'SRB' AND y < 2006 THEN state_by_key('YUG') WHEN code IN ('CZE', 'SVK') AND y < 1993 THEN state_by_key('CSK')
  WHEN code = 'YEM' AND y < 1990 THEN state_by_key('YAR') ELSE state_by_code_in_year('iso3', code, greatest(y, 1816)) END;

CREATE TEMP TABLE said AS
SELECT kind, korea, iso3c, country, party(iso3c, korea, y_of) AS state, y_of, arg_min(_file, (abs(y - y_of), _record)) AS _file, arg_min(_record, (abs(y - y_of), _record)) AS _record, any_value(made) AS made, any_value(cut) AS cut
FROM (SELECT 'relations_established' AS kind, made AS y_of, * FROM tie WHERE made IS NOT NULL
      UNION ALL SELECT 'relations_severed', cut, * FROM tie WHERE cut IS NOT NULL
      UNION ALL SELECT 'relations_resumed', again, * FROM tie WHERE again IS NOT NULL)
GROUP BY ALL HAVING korea IS NOT NULL;

-- What the last year says where the dates do not: in relations by a predecessor's date, or never.
CREATE TEMP TABLE last_year AS
SELECT t.*, s.state AS first_state FROM tie t LEFT JOIN said s ON s.kind = 'relations_established' AND s.korea = t.korea AND s.iso3c = t.iso3c
WHERE t.y = (SELECT max(y) FROM tie);

CREATE VIEW event AS
SELECT CASE WHEN kind = 'relations_resumed' AND state <> party(iso3c, korea, made) THEN 'relations_established' ELSE kind END AS kind,
       korea AS state_a, state AS state_b, CAST(y_of AS VARCHAR) AS date_edtf, NULL AS title,
       -- A break before the beginning (Uruguay 1965 and 1966): one of the two years is wrong, the list does not show which.
       CASE WHEN cut < made AND kind <> 'relations_resumed' THEN 'vague' ELSE 'asserted' END AS status, _file, _record,
       CASE kind WHEN 'relations_established' THEN 'date' WHEN 'relations_severed' THEN 'cut_date' ELSE 'reestablish_date' END AS _col,
       CASE WHEN state IS NULL THEN 'unknown state: ' || country END AS _reject, NULL AS _unwanted
FROM said WHERE state IS DISTINCT FROM korea AND NOT (kind = 'relations_severed' AND state IN (state_by_key('DDR'), state_by_key('VNR')))
UNION ALL
SELECT CASE WHEN ties = '1' THEN 'relations_established' ELSE 'no_relations' END, korea, now, CASE WHEN ties = '0' THEN '2025-06-16' END,
       CASE WHEN ties = '1' THEN 'In relations in June 2025; the year given is a predecessor''s' ELSE 'No diplomatic relations in June 2025' END, 'asserted', _file, _record, 'diplomatic_ties', NULL, NULL
FROM last_year WHERE now IS NOT NULL AND now <> korea AND ((ties = '1' AND now <> first_state AND (again IS NULL OR now IS DISTINCT FROM party(iso3c, korea, again))) OR (ties = '0' AND made IS NULL));

CREATE VIEW event_rest AS
SELECT NULL AS kind, NULL AS state_a, NULL AS state_b, _file, _record,
       CASE WHEN korea IS NULL THEN 'neither Korea: ' || y WHEN ties NOT IN ('0', '1') OR y IS NULL THEN 'not a year with 0 or 1' WHEN now IS NULL AND party(iso3c, korea, 2025) IS NULL THEN unknown_state(now, country) END AS _reject,
       CASE WHEN now = korea THEN 'a state with itself' WHEN made IS NULL THEN 'a year without relations' ELSE 'the same dates in another year' END AS _unwanted
FROM tie WHERE (_file, _record) NOT IN (SELECT _file, _record FROM event);

CREATE TEMP VIEW applied_correction AS SELECT c.id FROM read_delimited('ties') r JOIN correction c ON c.col = 'date' AND c.expect = concat_ws(' ', south_north, iso3c, "date");
