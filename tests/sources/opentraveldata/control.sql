-- 91,081 airlines on routes; airports younger than the table of places have no country.
SELECT records_read > 91081 + 11000 AND rejected < 911 FROM account WHERE source = 'opentraveldata';
SELECT count(*) > 5000 AND bool_and(flags & 4 = 4 AND value >= 1) FROM figure WHERE source = 'opentraveldata' AND indicator = 'flights';
-- Frankfurt to Almaty, Astana, Atyrau and Oral, of which the last two may be legs of one service.
SELECT value = 4 FROM figure WHERE source = 'opentraveldata' AND from_state = 'DEU' AND to_state = 'KAZ';
SELECT value = 4 FROM figure WHERE source = 'opentraveldata' AND from_state = 'KAZ' AND to_state = 'DEU';
SELECT count(*) = 5 FROM figure WHERE source = 'opentraveldata' AND from_state = 'NAM';
SELECT count(DISTINCT from_state) = 9 FROM figure WHERE source = 'opentraveldata' AND from_state IN ('TUR', 'NAM', 'XKX', 'COD', 'COG', 'KOR', 'VNM', 'SRB', 'DEU');
SELECT whole('opentraveldata') = 'COD 35, COG 23, DEU 193, KOR 98, NAM 9, SRB 74, TUR 224, XKX 24'
SELECT lost('opentraveldata') = 0
