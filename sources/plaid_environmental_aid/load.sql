-- A row is what a donor committed to a recipient in a year under one environmental code, in dollars of 2000. Spellings of one
-- recipient are added up. The sum over the codes is the total, derived here. Organisations and regions are no states.
CREATE TEMP TABLE organisation AS SELECT unnest(['ACBF', 'AFDB', 'AFDF', 'AFESD', 'ASDB', 'ASDF', 'BADEA', 'CAF', 'CDB', 'EBRD', 'EC', 'FAO', 'FTI', 'GAVI', 'GEF', 'GFATM', 'IADB',
  'IBRD', 'IDA', 'IFAD', 'IFC', 'IMF', 'ISDB', 'NADB', 'NDF', 'NTF', 'OPEC', 'UNAIDS', 'UNDEF', 'UNDP', 'UNECE', 'UNESCAP', 'UNESCWA', 'UNFPA', 'UNICEF', 'WTO',
  'WTO - International Trade Centre', 'World Bank Carbon Finance Unit', 'World Bank Managed Trust Funds', 'World Bank', 'United Nations', 'African National Congress',
  'Commit. Coastal Geoscience Pro', 'East African Community', 'NOWPAP-UNEP Regional Sea Programme']) AS name;
CREATE TEMP TABLE spelling (name VARCHAR, key VARCHAR);
INSERT INTO spelling VALUES ('Korea', 'KOR'), ('Czech', 'CZE'), ('YEMEN, NORTH', 'YAR'), ('ALAND ISLANDS_INACTIVE', 'ALA');

CREATE TEMP TABLE economy AS
SELECT n.name, n.year, coalesce(CASE WHEN n.year BETWEEN 1919 AND 1992 AND regexp_matches(n.name, '^Czech', 'i') THEN state_by_key('CSK') END, state_by_key(s.key), state_by_name_in_year(n.name, n.year), state_by_name(n.name, DATE '2008-12-31')) AS state,
       CASE WHEN n.name IN (SELECT name FROM organisation) OR regexp_matches(n.name, '^[A-Z]{2,}$') THEN 'organization'
            WHEN n.name LIKE '%regional%' OR lower(n.name) IN ('global', 'arab countries') OR n.name LIKE 'Sts Ex-Yugo%' THEN 'region'
            WHEN n.name LIKE '%unspecified' OR n.name IN ('', 'no value') THEN 'unspecified' ELSE non_state(n.name) END AS is_none
FROM (SELECT DISTINCT trim(donor) AS name, coalesce(whole(year), 2008) AS year FROM read_delimited('commitments')
      UNION SELECT DISTINCT trim(recipient), coalesce(whole(year), 2008) FROM read_delimited('commitments')) n
LEFT JOIN spelling s ON s.name = n.name;

CREATE TEMP TABLE row_of AS
SELECT c._file, c._record, d.state AS donor, r.state AS recipient, whole(c.year) AS year, c.environment_code AS code, number(c.commitment_usd2000) AS amount,
       CASE WHEN d.state IS NULL AND d.is_none IS NOT NULL THEN 'not a state: ' || d.is_none WHEN r.state IS NULL AND r.is_none IS NOT NULL THEN 'not a state: ' || r.is_none
            WHEN blank(c.year) IS NULL THEN 'no year' WHEN c.year = '2008' THEN 'a part of a year: 2008 is not complete' WHEN blank(c.commitment_usd2000) IS NULL THEN 'no amount'
            WHEN d.state = r.state THEN 'a state with itself'
            WHEN (r.state = state_by_key('YUG') AND whole(c.year) > 2006) OR (r.state = state_by_key('MNE') AND whole(c.year) < 2006) OR (r.state = state_by_key('BIH') AND whole(c.year) < 1992)
              OR (r.state = state_by_key('LVA') AND whole(c.year) < 1991) THEN 'a state in a year in which it was none' END AS left_out,
       CASE WHEN d.state IS NULL AND d.is_none IS NULL THEN 'unknown state: ' || c.donor WHEN r.state IS NULL AND r.is_none IS NULL THEN 'unknown state: ' || c.recipient
            WHEN blank(c.year) IS NOT NULL AND whole(c.year) IS NULL THEN 'not a year: ' || c.year
            WHEN blank(c.commitment_usd2000) IS NOT NULL AND number(c.commitment_usd2000) IS NULL THEN 'not a number: ' || c.commitment_usd2000
            WHEN number(c.commitment_usd2000) < 0 THEN 'a commitment below zero' END AS wrong
FROM read_delimited('commitments') c
JOIN economy d ON d.name = trim(c.donor) AND d.year = coalesce(whole(c.year), 2008) JOIN economy r ON r.name = trim(c.recipient) AND r.year = coalesce(whole(c.year), 2008);

CREATE TEMP TABLE good AS SELECT * FROM row_of WHERE left_out IS NULL AND wrong IS NULL;

CREATE VIEW observation AS
SELECT 'oda_commitment' AS indicator, donor AS from_state, recipient AS to_state, year_start(year) AS period_start, code AS product, 'PLAID environmental code' AS product_scheme,
       CASE WHEN sum(amount) > 0 THEN round(sum(amount), 2) END AS value, CASE WHEN sum(amount) > 0 THEN 'value' ELSE 'zero_or_not_reported' END AS absence,
       'money' AS unit, 'USD' AS currency, 2000 AS price_base, 'compiler' AS origin, any_value(_file) AS _file, min(_record) AS _record, 'commitment_usd2000' AS _col
FROM good GROUP BY donor, recipient, year, code
UNION ALL BY NAME
SELECT 'oda_commitment' AS indicator, donor AS from_state, recipient AS to_state, year_start(year) AS period_start, 'total' AS product,
       round(sum(amount), 2) AS value, 'money' AS unit, 'USD' AS currency, 2000 AS price_base, 'derived' AS origin, 'sum over the environmental codes' AS note,
       any_value(_file) AS _file, min(_record) AS _record, 'commitment_usd2000' AS _col
FROM good GROUP BY donor, recipient, year HAVING sum(amount) > 0;

CREATE VIEW also_used AS SELECT _file, _record FROM good;
CREATE VIEW observation_left_out AS
SELECT 'oda_commitment' AS indicator, _file, _record, wrong AS _reject, CASE WHEN wrong IS NULL THEN left_out END AS _unwanted FROM row_of WHERE left_out IS NOT NULL OR wrong IS NOT NULL;
