-- A row is one origin and destination over five years, with one estimate by each of six methods. Each method is a variant of
-- its own: they differ by orders of magnitude. Names are those of the United Nations' list of 2020, for all periods.
CREATE TEMP TABLE name AS
SELECT name, state_by_name(name, DATE '2020-07-01') AS state FROM (SELECT DISTINCT orig AS name FROM read_delimited('flows') UNION SELECT DISTINCT dest FROM read_delimited('flows'));

CREATE TEMP TABLE flow AS
SELECT f.*, a.state AS a, b.state AS b, whole(year0) AS y FROM read_delimited('flows') f LEFT JOIN name a ON a.name = f.orig LEFT JOIN name b ON b.name = f.dest;

CREATE VIEW observation AS
SELECT 'migration_flow' AS indicator, a AS from_state, b AS to_state, make_date(y, 1, 1) AS period_start, 60 AS period_months, FALSE AS at_end, method AS variant,
       number(text) AS value, CASE WHEN number(text) = 0 THEN 'true_zero' WHEN number(text) IS NULL THEN 'not_reported' ELSE 'value' END AS absence,
       'persons' AS unit, 'none' AS valuation, 'modelled' AS origin, CASE method WHEN 'da_pb_closed' THEN 'the method that the authors recommend' END AS note, _file, _record, method AS _col,
       CASE WHEN y IS NULL OR y NOT BETWEEN 1990 AND 2015 THEN 'not a period: ' || coalesce(year0, '') WHEN a IS NULL THEN 'unknown state: ' || orig WHEN b IS NULL THEN 'unknown state: ' || dest
            WHEN a = b THEN 'a state with itself' WHEN number(text) IS NULL OR number(text) < 0 THEN 'not a number of persons: ' || coalesce(text, '') END AS _reject
FROM (UNPIVOT flow ON sd_drop_neg, sd_rev_neg, mig_rate, da_min_open, da_min_closed, da_pb_closed INTO NAME method VALUE text);
