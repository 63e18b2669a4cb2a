-- A row is one kind of aid of a donor to a recipient in a year, in million USD of 2022. Totals and their parts stand side by
-- side: the total is the line of gross disbursements, gross parts are its products, and what is net, imputed or a repayment
-- is left out. The copy holds no value at or below zero: where a pair has a gross figure and no net one, the net one was
-- there and is lost. The OECD's "Korea" is the Republic of Korea.
CREATE TEMP TABLE aid AS
SELECT _file, _record, "Recipient" AS recipient_name, "Donor" AS donor_name, "Aid type" AS type, "Amount type" AS prices, "Year" AS year, "Value" AS amount,
       state_by_name("Recipient", DATE '2022-12-31') AS recipient, CASE "Donor" WHEN 'Korea' THEN state_by_key('KOR') ELSE state_by_name("Donor", DATE '2022-12-31') END AS donor,
       "Aid type" = 'Memo: ODA Total, Gross disbursements' AS is_total
FROM read_delimited('disbursements');

CREATE TEMP TABLE rule (type VARCHAR, unwanted VARCHAR);
INSERT INTO rule VALUES
  ('ODA: Total Net', 'net: this copy lost the values at or below zero'), ('ODA Loans: Total Net', 'net: this copy lost the values at or below zero'),
  ('Memo: ODA Total, excl. Debt', 'net: this copy lost the values at or below zero'), ('Memo: Net debt relief', 'net: this copy lost the values at or below zero'),
  ('Imputed Multilateral ODA', 'a share of what organisations paid, not paid by the donor itself'), ('Interest received', 'paid by the recipient'),
  ('Memo: ODA Total, Gross disbursements', NULL), ('Grants, Total', NULL), ('ODA Gross Loans', NULL), ('Technical Cooperation', NULL), ('Humanitarian Aid', NULL),
  ('Development Food Aid', NULL), ('Grants: Debt Forgiveness', NULL), ('Grants: Other Debt Grants', NULL), ('Equity investment', NULL),
  ('AF/Interest Subsidies', NULL), ('Rescheduled debt', NULL);

CREATE VIEW observation AS
SELECT 'oda_gross_disbursement' AS indicator, donor AS from_state, recipient AS to_state, donor AS reporter, year_start(whole(year)) AS period_start,
       CASE WHEN is_total THEN 'total' ELSE a.type END AS product, CASE WHEN NOT is_total THEN 'DAC2A aid type' END AS product_scheme,
       round(number(amount) * 1e6, 2) AS value, 'money' AS unit, 'USD' AS currency, 2022 AS price_base, _file, _record, 'Value' AS _col,
       CASE WHEN r.type IS NULL THEN 'unknown kind of aid: ' || a.type
            WHEN r.unwanted IS NOT NULL THEN NULL
            WHEN prices <> 'Constant Prices (2022 USD millions)' THEN 'unknown prices: ' || prices
            WHEN whole(year) IS NULL THEN 'no year'
            WHEN number(amount) IS NULL THEN 'not a number: ' || amount
            WHEN number(amount) <= 0 THEN 'a gross figure at or below zero'
            ELSE coalesce(unknown_state(donor, donor_name), unknown_state(recipient, recipient_name)) END AS _reject,
       coalesce(r.unwanted, no_state(donor, donor_name), no_state(recipient, recipient_name)) AS _unwanted
FROM aid a LEFT JOIN rule r ON r.type = a.type;

-- The gross record tells that a net figure existed.
CREATE VIEW observation_net AS
SELECT 'oda_net_disbursement' AS indicator, donor AS from_state, recipient AS to_state, donor AS reporter, year_start(whole(year)) AS period_start,
       'suppressed_in_copy' AS absence, 'money' AS unit, 'USD' AS currency, 2022 AS price_base, _file, _record, 'Aid type' AS _col
FROM aid g
WHERE is_total AND donor IS NOT NULL AND recipient IS NOT NULL AND whole(year) IS NOT NULL AND number(amount) > 0
  AND NOT EXISTS (SELECT 1 FROM aid n WHERE n.type = 'ODA: Total Net' AND n.donor_name = g.donor_name AND n.recipient_name = g.recipient_name AND n.year = g.year);
