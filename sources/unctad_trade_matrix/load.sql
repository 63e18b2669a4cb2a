-- A row is what `source` exported to `target` in the year of its file, in thousand current USD. Names have lost their blanks
-- and commas. Gaps are filled with estimates from the partner that nothing marks: every figure is the compiler's, and none may
-- stand for a side.
CREATE MACRO spaced(name) AS regexp_replace(name, '([a-z])([A-Z])', '\1 \2', 'g');
-- What blanks before capitals do not mend. Sudan with what left it in 2011 and Indonesia with what left it in 2002 are the same states.
CREATE TEMP TABLE spelling (name VARCHAR, key VARCHAR);
INSERT INTO spelling VALUES
  ('AntiguaandBarbuda', 'ATG'), ('BosniaandHerzegovina', 'BIH'), ('ChinaTaiwanProvince', 'TWN'), ('CotedIvoire', 'CIV'), ('DemRepoftheCongo', 'COD'),
  ('Indonesia2002', 'IDN'), ('IranIslamicRepublic', 'IRN'), ('KoreaDemPeoples', 'PRK'), ('KoreaRepublicof', 'KOR'), ('LaoPeoplesDemRep', 'LAO'),
  ('RepublicofMoldova', 'MDA'), ('SaintKittsandNevis', 'KNA'), ('SaintPierreandMiquelon', 'SPM'), ('SaintVincentandGrenadines', 'VCT'), ('SaoTomeandPricipe', 'STP'),
  ('StateofPalestine', 'PSE'), ('Sudan2011', 'SDN'), ('TFYRofMacedonia', 'MKD'), ('TanzaniaUnitedRepublic', 'TZA'), ('TrinidadandTobago', 'TTO'),
  ('TurksandCaicos', 'TCA'), ('WallisandFutuna', 'WLF'), ('SerbiaandMontenegro', 'YUG'), ('SintBonaire', 'BES');

CREATE TEMP TABLE flow AS
SELECT *, CASE WHEN _file LIKE '95%' THEN 1995 WHEN _file LIKE '05%' THEN 2005 ELSE 2015 END AS year
FROM (FROM read_delimited('matrix_1995') UNION ALL FROM read_delimited('matrix_2005') UNION ALL FROM read_delimited('matrix_2015'));

CREATE TEMP TABLE economy AS
SELECT n.name, n.year, coalesce(state_by_key(s.key), state_by_name_in_year(spaced(n.name), n.year), state_by_name(spaced(n.name), DATE '2015-12-31')) AS state,
       s.key IS NULL AND non_state(spaced(n.name)) IS NOT NULL AS is_none
FROM (SELECT "source" AS name, year FROM flow UNION SELECT "target", year FROM flow) n LEFT JOIN spelling s ON s.name = n.name;

CREATE VIEW observation AS
SELECT 'goods_exports' AS indicator, a.state AS from_state, b.state AS to_state, a.state AS reporter, year_start(f.year) AS period_start,
       CASE WHEN number(edgewidth) > 0 THEN round(number(edgewidth) * 1e3, 2) END AS value,
       CASE WHEN number(edgewidth) = 0 THEN 'zero_or_not_reported' ELSE 'value' END AS absence, 'money' AS unit, 'USD' AS currency, 'unknown' AS valuation,
       'compiler' AS origin, _file, _record, 'edgewidth' AS _col,
       CASE WHEN number(edgewidth) IS NULL THEN 'not a number: ' || edgewidth WHEN number(edgewidth) < 0 THEN 'a negative flow'
            WHEN a.state IS NULL AND NOT a.is_none THEN 'unknown state: ' || f."source" WHEN b.state IS NULL AND NOT b.is_none THEN 'unknown state: ' || f."target" END AS _reject,
       CASE WHEN f."source" = f."target" THEN 'trade within one economy'
            WHEN f."target" = 'ChinaTaiwanProvince' AND ((a.state = state_by_key('ARE') AND f.year = 2015) OR (a.state = state_by_key('VEN') AND f.year = 2005))
            THEN 'not a state: other Asia, where exports without a named partner are booked'
            WHEN a.is_none THEN 'not a state: ' || non_state(spaced(f."source")) WHEN b.is_none THEN 'not a state: ' || non_state(spaced(f."target")) END AS _unwanted
FROM flow f JOIN economy a ON a.name = f."source" AND a.year = f.year JOIN economy b ON b.name = f."target" AND b.year = f.year;
