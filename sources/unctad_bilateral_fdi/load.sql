-- Flows in million USD from the sheets of inflows (the host reports) and of outflows (the home reports). The copy wrote 0
-- for "not available". Kazakhstan's sheets are gross, which is another thing than the net flows of the others.
CREATE VIEW observation AS
SELECT indicator, home AS from_state, host AS to_state, reporter, year_start(year_number) AS period_start,
       CASE WHEN reporter = state_by_key('KAZ') THEN 'gross' ELSE 'net' END AS variant,
       CASE WHEN number(flow) <> 0 THEN round(number(flow) * 1e6, 2) END AS value,
       CASE WHEN number(flow) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence,
       'money' AS unit, 'USD' AS currency, _file, _record, 'flow' AS _col,
       CASE WHEN year_number IS NULL THEN 'no year'
            WHEN number(flow) IS NULL THEN 'not a number: ' || flow
            WHEN home = host OR is_inside THEN NULL
            ELSE coalesce(unknown_state(home, source), unknown_state(host, target)) END AS _reject,
       CASE WHEN home = host THEN 'an economy''s flow to itself' WHEN is_inside THEN 'Montenegro while it was part of Serbia and Montenegro: always zero'
            ELSE coalesce(no_state(home, source), no_state(host, target)) END AS _unwanted
FROM (SELECT *, CASE indicator WHEN 'fdi_inflow' THEN host ELSE home END AS reporter,
             (source = 'Montenegro' AND home IS NULL OR target = 'Montenegro' AND host IS NULL) AND number(flow) = 0 AS is_inside
      FROM (SELECT *, whole(year) AS year_number, state_by_name_in_year(source, whole(year)) AS home, state_by_name_in_year(target, whole(year)) AS host
            FROM (SELECT *, 'fdi_inflow' AS indicator FROM read_delimited('host_side')
                  UNION ALL SELECT *, 'fdi_outflow' FROM read_delimited('home_side'))));
