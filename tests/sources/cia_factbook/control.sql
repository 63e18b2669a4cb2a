SELECT records_read BETWEEN 255 AND 262 AND rejected = 0 AND unwanted <= 25 FROM account WHERE source = 'cia_factbook'
-- Kazakhstan's borders: 13,364 km with five neighbours.
SELECT count(*) = 5 AND sum(value) = 13364 FROM figure WHERE source = 'cia_factbook' AND indicator = 'border_km' AND variant = 'as the profile of Kazakhstan gives it'
-- 660 directed pairs of neighbours, less those of the Gaza Strip and of military bases.
SELECT count(*) BETWEEN 630 AND 660 FROM figure WHERE source = 'cia_factbook' AND indicator = 'border_km'
-- Poland and Germany differ on their border.
SELECT count(DISTINCT value) = 2 FROM figure WHERE source = 'cia_factbook' AND indicator = 'border_km' AND from_state IN ('DEU', 'POL') AND to_state IN ('DEU', 'POL')
