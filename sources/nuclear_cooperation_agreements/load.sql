-- A row is one agreement of one supplier with one recipient in its year of signature. Where both supply, the agreement
-- stands in both directions: the n-th of a pair, year and kind in either direction is one agreement, told once.
CREATE TEMP TABLE line AS
SELECT *, whole("year") AS y, state_by_code_in_year('cow', trim(ccode1), whole("year")) AS one, state_by_code_in_year('cow', trim(ccode2), whole("year")) AS two,
       row_number() OVER (PARTITION BY ccode1, ccode2, "year", nca_type ORDER BY _record) AS nth,
       row_number() OVER (PARTITION BY least(ccode1, ccode2), greatest(ccode1, ccode2), "year", nca_type ORDER BY ccode1, ccode2, _record) AS in_pair,
       count(*) OVER (PARTITION BY ccode1, ccode2, "year", nca_type) AS this_way
FROM read_delimited('agreements');

CREATE TEMP TABLE checked AS
SELECT l.*, coalesce(o.other_way, 0) AS other_way FROM line l
LEFT JOIN (SELECT DISTINCT ccode2 AS ccode1, ccode1 AS ccode2, "year", nca_type, this_way AS other_way FROM line) o USING (ccode1, ccode2, "year", nca_type);

CREATE VIEW agreement AS
SELECT one AS state_a, two AS state_b, 'nuclear_cooperation' AS kind, trim(nca_type) AS subject, CAST(y AS VARCHAR) AS signed_on, 'unknown' AS status, 'own' AS capacity_a, 'own' AS capacity_b,
       -- The data give no titles: the kind of cooperation stands for one, numbered within the year.
       'Nuclear cooperation: ' || trim(nca_type) || CASE WHEN nth > 1 THEN ' (' || nth || ')' ELSE '' END AS title, _file, _record, 'nca_type' AS _col,
       CASE WHEN y IS NULL THEN 'not a year: ' || coalesce("year", '') WHEN nca <> '1' THEN 'not an agreement: ' || coalesce(nca, '')
            WHEN one IS NULL THEN 'no state has the COW code ' || ccode1 || ' in ' || y WHEN two IS NULL THEN 'no state has the COW code ' || ccode2 || ' in ' || y
            WHEN one = two THEN 'a state with itself'
            WHEN one <> coalesce(named_one, one) OR two <> coalesce(named_two, two) THEN 'code and name are two states: ' || concat_ws(', ', ccode1, country1, ccode2, country2) END AS _reject,
       CASE WHEN one <> two AND whole(ccode1) > whole(ccode2) AND nth <= other_way THEN 'the same agreement in the other direction' END AS _unwanted
FROM (SELECT *, state_by_name_in_year(trim(country1), y) AS named_one, state_by_name_in_year(trim(country2), y) AS named_two FROM checked);
