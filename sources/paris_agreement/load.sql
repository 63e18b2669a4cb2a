-- One row per party to the UNFCCC. A party is dated by the entry into force for it, as in the curated table. The list
-- does not show withdrawals: the United States left in 2020 and came back in 2021, so its row says nothing that may stand alone.
CREATE VIEW membership AS
SELECT state, 'PARIS' AS organization, CASE WHEN blank("Date-Of-Effect") IS NULL THEN 'signatory' ELSE 'party' END AS kind,
       coalesce(blank("Date-Of-Effect"), blank("Signature")) AS date_from, _file, _record,
       CASE WHEN blank("Date-Of-Effect") IS NULL THEN 'Signature' ELSE 'Date-Of-Effect' END AS _col,
       CASE WHEN unknown_state(state, "Name") IS NOT NULL THEN unknown_state(state, "Name")
            WHEN coalesce(blank("Date-Of-Effect"), blank("Signature")) IS NULL THEN 'neither signed nor in force'
            WHEN edtf_checked(coalesce(blank("Date-Of-Effect"), blank("Signature"))) IS NULL THEN 'not a date: ' || coalesce(blank("Date-Of-Effect"), "Signature") END AS _reject,
       CASE WHEN "Code" = 'USA' THEN 'withdrawals are not shown, and this party withdrew' ELSE no_state(state, "Name") END AS _unwanted
FROM (SELECT *, state_by_code('iso3', "Code", DATE '2023-02-13') AS state FROM read_delimited('parties'));
