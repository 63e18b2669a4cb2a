-- Spells by month (YYYYMM); the pair is stored with the lower code first. contdird and contdirs are made from these spells
-- by the publisher and are not read.
CREATE TEMP TABLE spell AS
SELECT *, TRY_CAST(left("begin", 4) || '-' || right("begin", 2) || '-01' AS DATE) AS first, last_day(TRY_CAST(left("end", 4) || '-' || right("end", 2) || '-01' AS DATE)) AS last
FROM read_delimited('spells');

CREATE VIEW series AS
SELECT 'contiguity' AS indicator, 'cow' AS scheme, whole(statelno)::USMALLINT AS from_code, whole(statehno)::USMALLINT AS to_code, first AS day_from, last AS day_to,
       number(conttype) AS value, _file, _record, 'conttype' AS _col,
       CASE WHEN first IS NULL OR last IS NULL THEN 'not a month: ' || concat_ws(' to ', "begin", "end")
            WHEN number(conttype) IS NULL OR number(conttype) NOT BETWEEN 1 AND 5 THEN 'not a type of contiguity: ' || coalesce(blank(conttype), '(blank)')
            WHEN state_by_code_in_year('cow', statelno, year(first)::INTEGER) IS NULL OR state_by_code_in_year('cow', statehno, year(first)::INTEGER) IS NULL
            THEN 'no state has this code in this year' END AS _reject
FROM spell;
