-- A row is a stay of a leader in one country. The host is the state of the day of arrival. Days are written 2017-07-03 or
-- 7/3/2017; a day that was not found out is TBD, and then the year alone is known.
CREATE MACRO day_of(text) AS coalesce(TRY_CAST(left(trim(text), 10) AS DATE), TRY_STRPTIME(trim(text), '%m/%d/%Y')::DATE);

CREATE TEMP TABLE trip AS
SELECT *, whole(TripYear) AS y, day_of(TripStartDate) AS began, day_of(TripEndDate) AS ended, coalesce(day_of(TripStartDate), make_date(whole(TripYear)::BIGINT, 7, 1)) AS day,
       trim(LeaderRole) AS role,
       coalesce(state_by_code('iso3', trim(LeaderCountryISO), day), state_by_name(trim(LeaderCountryOrIGO), day)) AS visitor,
       coalesce(state_by_code('iso3', trim(CountryVisitedISO), day), state_by_name(trim(CountryVisited), day)) AS host
FROM read_delimited('trips');

CREATE VIEW event AS
SELECT 'visit' AS kind, visitor AS state_a, host AS state_b, visitor AS actor_state,
       CASE WHEN began IS NULL THEN y::VARCHAR WHEN ended IS NULL OR ended = began THEN began::VARCHAR ELSE began::VARCHAR || '/' || ended::VARCHAR END AS date_edtf,
       trim(LeaderFullName) AS person,
       CASE role WHEN 'GS' THEN 'head of state and government' WHEN 'G' THEN 'head of government' WHEN 'S' THEN 'head of state' WHEN 'De Facto' THEN 'de facto leader' END AS office,
       CASE WHEN MetHostHoGS = 'Yes' THEN blank(HostHOGSName) END AS host, CASE WHEN blank(CityVisited) <> 'TBD' THEN coalesce(city_of(CityVisited), blank(CityVisited)) END AS place,
       CASE WHEN AttendedMultilatEvent = 'Yes' THEN 'multilateral meeting' WHEN MetHostHoGS = 'Yes' THEN 'bilateral' END AS occasion,
       CASE WHEN AttendedMultilatEvent = 'Yes' THEN blank(NameMultilatEvent) END AS title, _file, _record,
       CASE WHEN y IS NULL THEN 'not a year: ' || coalesce(TripYear, '') WHEN began IS NOT NULL AND year(began) <> y THEN 'a day outside its year: ' || TripStartDate
            WHEN ended < began THEN 'ends before it begins: ' || TripEndDate
            WHEN unknown_state(visitor, trim(LeaderCountryOrIGO)) IS NOT NULL AND role <> 'I' THEN unknown_state(visitor, trim(LeaderCountryOrIGO))
            WHEN unknown_state(host, trim(CountryVisited)) IS NOT NULL AND role <> 'I' THEN unknown_state(host, trim(CountryVisited))
            WHEN visitor = host THEN 'a state with itself' END AS _reject,
       CASE WHEN role = 'I' THEN 'head of an organisation' WHEN role IN ('F', 'E', 'CP') THEN 'neither head of state nor of government'
            ELSE coalesce(no_state(visitor, trim(LeaderCountryOrIGO)), no_state(host, trim(CountryVisited))) END AS _unwanted
FROM trip;
