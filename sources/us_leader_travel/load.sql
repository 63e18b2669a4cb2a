-- A row of the two tables is one country of one journey. They name no traveller: the office is the table's, the person
-- who held it on the first day. The map's places are the same journeys by city, with dates that often are other months
-- or no days at all and hosts by today's map: they stand only for years in which the tables have no trip of that office.
CREATE TEMP TABLE term AS
SELECT office, person, CAST(since AS DATE) AS since, lead(CAST(since AS DATE), 1, DATE '2030-01-01') OVER next AS until, lead(person) OVER next AS after_him FROM (VALUES
  ('President', 'Theodore Roosevelt', '1901-09-14'), ('President', 'William Howard Taft', '1909-03-04'), ('President', 'Woodrow Wilson', '1913-03-04'),
  ('President', 'Warren G. Harding', '1921-03-04'), ('President', 'Calvin Coolidge', '1923-08-02'), ('President', 'Herbert C. Hoover', '1929-03-04'),
  ('President', 'Franklin D. Roosevelt', '1933-03-04'), ('President', 'Harry S. Truman', '1945-04-12'), ('President', 'Dwight D. Eisenhower', '1953-01-20'),
  ('President', 'John F. Kennedy', '1961-01-20'), ('President', 'Lyndon B. Johnson', '1963-11-22'), ('President', 'Richard M. Nixon', '1969-01-20'),
  ('President', 'Gerald R. Ford', '1974-08-09'), ('President', 'Jimmy Carter', '1977-01-20'), ('President', 'Ronald Reagan', '1981-01-20'),
  ('President', 'George H. W. Bush', '1989-01-20'), ('President', 'William J. Clinton', '1993-01-20'), ('President', 'George W. Bush', '2001-01-20'),
  ('President', 'Barack Obama', '2009-01-20'), ('President', 'Donald J. Trump', '2017-01-20'), ('President', 'Joseph R. Biden', '2021-01-20'),
  ('Secretary of State', 'William H. Seward', '1861-03-06'), ('Secretary of State', NULL, '1869-03-05'), ('Secretary of State', 'John Hay', '1898-09-30'),
  ('Secretary of State', 'Elihu Root', '1905-07-19'), ('Secretary of State', 'Robert Bacon', '1909-01-27'), ('Secretary of State', 'Philander C. Knox', '1909-03-06'),
  ('Secretary of State', 'William Jennings Bryan', '1913-03-05'), ('Secretary of State', 'Robert Lansing', '1915-06-09'), ('Secretary of State', 'Bainbridge Colby', '1920-03-23'),
  ('Secretary of State', 'Charles Evans Hughes', '1921-03-05'), ('Secretary of State', 'Frank B. Kellogg', '1925-03-05'), ('Secretary of State', 'Henry L. Stimson', '1929-03-28'),
  ('Secretary of State', 'Cordell Hull', '1933-03-04'), ('Secretary of State', 'Edward R. Stettinius', '1944-12-01'), ('Secretary of State', 'James F. Byrnes', '1945-07-03'),
  ('Secretary of State', 'George C. Marshall', '1947-01-21'), ('Secretary of State', 'Dean Acheson', '1949-01-21'), ('Secretary of State', 'John Foster Dulles', '1953-01-21'),
  ('Secretary of State', 'Christian A. Herter', '1959-04-22'), ('Secretary of State', 'Dean Rusk', '1961-01-21'), ('Secretary of State', 'William P. Rogers', '1969-01-22'),
  ('Secretary of State', 'Henry Kissinger', '1973-09-22'), ('Secretary of State', 'Cyrus Vance', '1977-01-20'), ('Secretary of State', 'Edmund Muskie', '1980-05-08'),
  ('Secretary of State', 'Alexander Haig', '1981-01-22'), ('Secretary of State', 'George P. Shultz', '1982-07-16'), ('Secretary of State', 'James A. Baker', '1989-01-25'),
  ('Secretary of State', 'Lawrence Eagleburger', '1992-08-23'), ('Secretary of State', 'Warren Christopher', '1993-01-20'), ('Secretary of State', 'Madeleine Albright', '1997-01-23'),
  ('Secretary of State', 'Colin Powell', '2001-01-20'), ('Secretary of State', 'Condoleezza Rice', '2005-01-26'), ('Secretary of State', 'Hillary Clinton', '2009-01-21'),
  ('Secretary of State', 'John Kerry', '2013-02-01'), ('Secretary of State', 'Rex Tillerson', '2017-02-01'), ('Secretary of State', NULL, '2018-04-01'),
  ('Secretary of State', 'Mike Pompeo', '2018-04-26')) t(office, person, since)
WINDOW next AS (PARTITION BY office ORDER BY since);

-- "December 31, 1977–January 1, 1978", "October 23-24, 1993", "June 30, 2019": month, day and year of either end.
CREATE TEMP TABLE spelt AS
SELECT *, regexp_extract(span, '^([A-Z][a-z]+) ', 1) AS month_one, regexp_extract(span, '^[A-Z][a-z]+ (\d+)', 1) AS day_one, regexp_extract(span, '(\d{4})$', 1) AS year_two,
       regexp_extract(span, '^[A-Z][a-z]+ \d+, (\d{4})', 1) AS year_one, regexp_extract(span, '-([A-Z][a-z]+) ', 1) AS month_two, regexp_extract(span, '-(?:[A-Z][a-z]+ )?(\d+)', 1) AS day_two
FROM (SELECT *, regexp_replace(trim("time"), '\s*[–—-]\s*', '-') AS span FROM (
  SELECT 'President' AS office, * FROM read_delimited('presidents') UNION ALL SELECT 'Secretary of State', * FROM read_delimited('secretaries')));
CREATE TEMP TABLE stop AS
SELECT *, try_strptime(day_one || ' ' || month_one || ' ' || coalesce(nullif(year_one, ''), year_two), '%d %B %Y')::DATE AS first_day,
       try_strptime(coalesce(nullif(day_two, ''), day_one) || ' ' || coalesce(nullif(month_two, ''), month_one) || ' ' || year_two, '%d %B %Y')::DATE AS last_day,
       trim(regexp_replace("destination country", '\s*\([^)]*\)$', '')) AS country, description LIKE '%[Visit made as President-elect%' AS elect
FROM spelt;

-- The host of that day. "Vietnam" before 1976 is the state in the south, but for Hanoi; the Soviet Union of 1992 is Russia; a
-- dependent place is its owner's.
CREATE MACRO host_of(name, city, day) AS CASE WHEN name = 'Vietnam' AND day < DATE '1976-07-02' AND coalesce(city, '') NOT LIKE '%Hanoi%' THEN state_by_key('VNR')
  WHEN day > DATE '1991-12-25' AND state_by_name(name, day) = state_by_key('SUN') THEN state_by_key('RUS')
  ELSE state_by_name(name, day) END;

-- What a journey was for, by the publisher's own words.
CREATE MACRO purpose(words) AS CASE
  WHEN regexp_matches(words, '^(Accompanied|Joined) (the )?President') THEN 'with the President'
  WHEN regexp_matches(words, '(?i)^(vacation|fishing|private|personal)') THEN 'private'
  WHEN regexp_matches(words, '(?i)\b(troops|u\.?s\.? (military|forces|personnel|naval|air base)|allied military|soldiers)\b') AND NOT regexp_matches(words, '(?i)(met|audience|state visit|summit|conference)') THEN 'troops'
  WHEN regexp_matches(words, '(?i)^(stopp?(ed|over)?|overnight stop|refuel\w*|rest(ed)?|(dis|re-?)?embarked)\b') THEN 'stopover'
  WHEN regexp_matches(words, '(?i)(funeral|memorial service|coronation|inauguration|anniversary|commemorat|centenary|ceremon|wedding|independence)') AND regexp_matches(words, '(?i)^(attended|led)') THEN 'ceremony'
  WHEN regexp_matches(words, '(?i)(summit|conference|ministerial|council|general assembly|forum|meetings? of|nato|apec|asean|cento|seato|anzus|osce|csce|oecd|oas\b|g.?(7|8|20)\b|session)') AND regexp_matches(words, '(?i)(attended|participated|led |addressed|chair|conference)') THEN 'multilateral meeting'
  WHEN regexp_matches(words, '(?i)(met |meeting|state visit|official|working visit|informal|audience|discuss|conferred|visit)') THEN 'bilateral' END;

-- Geneva, Vienna and Larnaca are places where others are met: who was met with by the publisher's words ("Met with Soviet Foreign Minister Gromyko"), and nobody
-- of the host's beside, was no bilateral visit to the host.
CREATE TEMP TABLE adjective AS
SELECT word, state_by_key(key) AS state FROM (VALUES ('Soviet', 'SUN'), ('Russian', 'RUS'), ('Israeli', 'ISR'), ('Syrian', 'SYR'), ('Egyptian', 'EGY'), ('Lebanese', 'LBN'), ('Palestinian', 'PSE'),
  ('Iranian', 'IRN'), ('Iraqi', 'IRQ'), ('Jordanian', 'JOR'), ('Saudi', 'SAU'), ('Kuwaiti', 'KWT'), ('Yemeni', 'YEM'), ('Libyan', 'LBY'), ('Algerian', 'DZA'), ('Moroccan', 'MAR'), ('Tunisian', 'TUN'), ('Turkish', 'TUR'),
  ('Greek', 'GRC'), ('Cypriot', 'CYP'), ('French', 'FRA'), ('German', 'DEU'), ('British', 'GBR'), ('Irish', 'IRL'), ('Italian', 'ITA'), ('Spanish', 'ESP'), ('Portuguese', 'PRT'), ('Swiss', 'CHE'), ('Austrian', 'AUT'),
  ('Finnish', 'FIN'), ('Norwegian', 'NOR'), ('Swedish', 'SWE'), ('Danish', 'DNK'), ('Dutch', 'NLD'), ('Belgian', 'BEL'), ('Polish', 'POL'), ('Hungarian', 'HUN'), ('Romanian', 'ROU'), ('Bulgarian', 'BGR'), ('Ukrainian', 'UKR'),
  ('Georgian', 'GEO'), ('Serbian', 'SRB'), ('Bosnian', 'BIH'), ('Croatian', 'HRV'), ('Canadian', 'CAN'), ('Mexican', 'MEX'), ('Cuban', 'CUB'), ('Chinese', 'CHN'), ('Japanese', 'JPN'), ('Vietnamese', 'VNM'), ('Indian', 'IND'),
  ('Pakistani', 'PAK'), ('Afghan', 'AFG'), ('Ethiopian', 'ETH'), ('Somali', 'SOM'), ('Kenyan', 'KEN'), ('Nigerian', 'NGA')) t(word, key);
CREATE MACRO of_office() AS '(President|Prime Minister|Premier|Foreign Minister|Foreign Secretary|Chancellor|King|Queen|Emir|Sultan|Crown Prince|Prince|Chairman)';
CREATE MACRO met_first(words) AS regexp_extract(words, '^(?:Summit meeting|Summit Meeting|Met|Conferred|Held talks) with ([A-Z][a-z]+) ' || of_office() || '\b', 1);
CREATE MACRO purpose_there(words, host) AS CASE
  WHEN purpose(words) = 'bilateral' AND (SELECT state FROM adjective WHERE word = met_first(words)) <> host
    AND NOT regexp_matches(words, '(?i)(also met|\b(and|with) (the )?(' || of_office() || '|senior|officials|members|leaders))') AND NOT EXISTS (FROM adjective WHERE state = host AND contains(words, word))
  THEN 'meeting with a third state' ELSE purpose(words) END;

CREATE VIEW event AS
SELECT 'visit' AS kind, state_by_key('USA') AS state_a, state AS state_b, state_by_key('USA') AS actor_state,
       CASE WHEN first_day = last_day THEN CAST(first_day AS VARCHAR) ELSE CAST(first_day AS VARCHAR) || '/' || CAST(last_day AS VARCHAR) END AS date_edtf,
       CASE WHEN elect THEN after_him ELSE person END AS person, CASE WHEN elect THEN 'President-elect' ELSE office END AS office,
       concat_ws(', ', blank("destination city"), blank(regexp_extract("destination country", '\(([^)]*)\)$', 1))) AS place,
       purpose_there(description, state) AS occasion, description AS detail, 'asserted' AS status, _file, _record, 'time' AS _col,
       CASE WHEN first_day IS NULL OR last_day IS NULL OR last_day < first_day THEN 'not a date: ' || coalesce("time", '') WHEN occupied THEN NULL ELSE unknown_state(state, country) END AS _reject,
       CASE WHEN occupied THEN 'no state of that name on that day: Germany under occupation' ELSE no_state(state, country) END AS _unwanted
FROM (SELECT s.*, t.person, t.after_him, host_of(country, "destination city", first_day) AS state,
             country = 'Germany' AND first_day BETWEEN DATE '1945-05-09' AND DATE '1949-05-22' AS occupied
      FROM stop s LEFT JOIN term t ON t.office = s.office AND first_day >= since AND first_day < until);

CREATE TEMP TABLE point AS
SELECT *, CASE "position" WHEN 'SOS' THEN 'Secretary of State' ELSE 'President' END AS office, trim(country) AS land,
       TRY_CAST(regexp_extract(date_convert, '(\d{4}-\d\d-\d\d)', 1) AS DATE) AS first_day,
       TRY_CAST(nullif(regexp_extract(date_convert, '(\d{4}-\d\d-\d\d)\D*$', 1), '') AS DATE) AS last_day
FROM read_json_records('places');

CREATE VIEW event_before AS
SELECT 'visit' AS kind, state_by_key('USA') AS state_a, state AS state_b, state_by_key('USA') AS actor_state,
       CASE WHEN last_day > first_day THEN CAST(first_day AS VARCHAR) || '/' || CAST(last_day AS VARCHAR) ELSE CAST(first_day AS VARCHAR) END AS date_edtf,
       person, office, trim(city) AS place,
       purpose_there(remarks, state) AS occasion, remarks AS detail, 'asserted' AS status, _file, _record, 'date_convert' AS _col,
       CASE WHEN NOT told AND first_day IS NULL THEN 'not a date: ' || coalesce(date_convert, '') WHEN NOT told AND last_day - first_day > 365 THEN 'not a span: ' || date_convert WHEN NOT told THEN unknown_state(state, land) END AS _reject,
       CASE WHEN told THEN 'a place of a year that the tables cover; the map contradicts their days and hosts' END AS _unwanted
FROM (SELECT p.*, t.person, host_of(land, city, first_day) AS state, y.year IS NOT NULL AS told
      FROM point p LEFT JOIN (SELECT DISTINCT office, year(first_day) AS year FROM stop) y ON y.office = p.office AND y.year = TRY_CAST(p."year" AS INTEGER)
      LEFT JOIN term t ON t.office = p.office AND first_day >= since AND first_day < until);
