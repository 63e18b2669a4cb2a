-- One row per pair with treaty rates. Years are written as floats ("1998.0"), the first and the last of the pair's rows.
-- A year or two between them is one treaty whose beginning the two states tell differently (Egypt 1981, the United States 1982): about then.
-- More between them are several treaties, an amendment, or an error of one side (Namibia 1999 where Germany has 1995): which of them
-- holds is not said, so no year is given. 1900 stands where the publisher has none.
-- The year is that of entry into force: against the signatures of another list it is later in five of six cases (Germany and
-- Kazakhstan signed in 1997). A treaty that a state took over from the one it came from has a year before that state: then no
-- year is given (rule 6).
CREATE TEMP TABLE begun AS SELECT * FROM (VALUES ('ARM', 1991), ('AZE', 1991), ('BLR', 1991), ('EST', 1991), ('GEO', 1991), ('KAZ', 1991), ('KGZ', 1991), ('LTU', 1991), ('LVA', 1991), ('MDA', 1991),
  ('RUS', 1992), ('TJK', 1991), ('TKM', 1991), ('UKR', 1991), ('UZB', 1991), ('BIH', 1992), ('HRV', 1991), ('MKD', 1991), ('SVN', 1991), ('SRB', 2006), ('MNE', 2006), ('XKV', 2008), ('CZE', 1993),
  ('SVK', 1993), ('YEM', 1990), ('NAM', 1990), ('ERI', 1993), ('SSD', 2011), ('TLS', 2002), ('CUW', 2010), ('SXM', 2010), ('ABW', 1986)) t(code, year);
-- The members of SAARC share a convention of 2010 on a few kinds of income: rates on interest and royalties alone, and no treaty of the two.
CREATE MACRO is_saarc(one, two, year, measures) AS year = 2010 AND NOT contains(measures, 'WHT_DIV') AND one IN ('AFG', 'BGD', 'BTN', 'IND', 'LKA', 'MDV', 'NPL', 'PAK') AND two IN ('AFG', 'BGD', 'BTN', 'IND', 'LKA', 'MDV', 'NPL', 'PAK');
CREATE MACRO state_of(code) AS coalesce(state_by_code('iso3', code, DATE '2025-01-01'), state_by_code('iso3_alias', code, DATE '2025-01-01'));

CREATE VIEW agreement AS
SELECT state_of(iso3_a) AS state_a, state_of(iso3_b) AS state_b, 'Double taxation treaty' AS title, 'taxation' AS subject, 'double_taxation' AS kind,
       CASE WHEN p.year >= greatest(coalesce(a.year, 0), coalesce(b.year, 0), 1901) AND p.year - p.first_year <= 2 THEN p.year::VARCHAR || CASE WHEN p.year > p.first_year THEN '~' ELSE '' END END AS in_force, 'in_force' AS status, _file, _record, 'treaty_year_max' AS _col,
       CASE WHEN state_of(iso3_a) IS NULL THEN 'unknown state: ' || iso3_a WHEN state_of(iso3_b) IS NULL THEN 'unknown state: ' || iso3_b END AS _reject,
       CASE WHEN is_saarc(iso3_a, iso3_b, p.year, measures_present) THEN 'the convention of SAARC, no treaty of the two' END AS _unwanted
FROM (SELECT *, CAST(number(treaty_year_max) AS INTEGER) AS year, CAST(number(treaty_year_min) AS INTEGER) AS first_year FROM read_delimited('pairs')) p LEFT JOIN begun a ON a.code = iso3_a LEFT JOIN begun b ON b.code = iso3_b
UNION ALL BY NAME
SELECT _file, _record, 'the list of pairs without direction is used' AS _unwanted FROM read_delimited('directed')
UNION ALL BY NAME
SELECT _file, _record, 'a list of countries, not of pairs' AS _unwanted FROM read_delimited('nodes');
