CREATE VIEW membership AS
SELECT state_by_key(state) AS state, organization, kind, blank(day_from) AS date_from, blank(day_to) AS date_to, source AS reference, _file, _record,
       CASE WHEN state_by_key(state) IS NULL THEN 'unknown state: ' || state
            WHEN blank(day_from) IS NOT NULL AND edtf_checked(day_from) IS NULL THEN 'not a date: ' || day_from
            WHEN blank(day_to) IS NOT NULL AND edtf_checked(day_to) IS NULL THEN 'not a date: ' || day_to END AS _reject
FROM read_delimited('memberships');
