SELECT records_read BETWEEN 255 AND 262 AND rejected = 0 AND unwanted <= 25 FROM account WHERE source = 'cia_factbook'
-- Kazakhstan's borders: 13,364 km with five neighbours.
SELECT count(*) = 5 AND sum(value) = 13364 FROM figure WHERE source = 'cia_factbook' AND indicator = 'border_km' AND variant = 'as the profile of Kazakhstan gives it'
-- 660 directed pairs of neighbours, less those of the Gaza Strip and of military bases.
SELECT count(*) BETWEEN 630 AND 660 FROM figure WHERE source = 'cia_factbook' AND indicator = 'border_km'
-- Poland and Germany differ on their border.
SELECT count(DISTINCT value) = 2 FROM figure WHERE source = 'cia_factbook' AND indicator = 'border_km' AND from_state IN ('DEU', 'POL') AND to_state IN ('DEU', 'POL')
SELECT whole('cia_factbook') = 'COD 20, COG 12, DEU 20, KOR 4, NAM 9, PRK 8, SRB 18, TUR 17, XKX 10'
-- The West Bank and the Gaza Strip add up: Israel 330 and 59 km, Egypt 13, Jordan 148, from either side.
SELECT count(*) = 6 AND sum(value) = 2 * (389 + 13 + 148) FROM figure WHERE source = 'cia_factbook' AND indicator = 'border_km' AND 'PSE' IN (from_state, to_state)
-- Chief of state since 2014, head of government since 2018.
SELECT count(*) = 1 FROM event WHERE source = source_id('cia_factbook') AND person = 'President Recep Tayyip Erdogan' AND detail LIKE '%since 28 August 2014, as head of government since 9 July 2018'
SELECT lost('cia_factbook') = 0
-- A title in brackets does not hide the name.
SELECT count(*) = 2 FROM event WHERE source = source_id('cia_factbook') AND person IN ('Taoiseach Michael Martin', 'President of the Government of Spain Pedro Sanchez Perez-Castejon')
-- Capitals of family names are the list's way of writing; numerals of kings and popes are none.
SELECT count(DISTINCT person) = 5 FROM event WHERE source = source_id('cia_factbook') AND person IN ('King Charles III', 'President Xi Jinping', 'Pope Leo XIV', 'King Carl XVI Gustaf', 'President Donald J. Trump')
-- Offices that the list writes otherwise: held by two, without "since", both in one person.
SELECT count(*) = 5 FROM event WHERE source = source_id('cia_factbook') AND person IN ('Captains Regent Matteo Rossi and Lorenzo Bugli', 'Co-prince Archbishop Joan-Enric Vives i Sicilia', 'Prime Minister Ntsokoane Samuel Matekane', 'Ahmad al-Shara''', 'President Recep Tayyip Erdogan') AND (office = 'chief of state and head of government') = (person LIKE '%Erdogan')
-- The border of Western Sahara is not Morocco's (rules.md 27): none with Mauritania, 41 km less with Algeria.
SELECT count(*) = 2 AND min(value) = 1900 AND max(value) = 1900 FROM figure WHERE source = 'cia_factbook' AND indicator = 'border_km' AND 'MAR' IN (from_state, to_state) AND (from_state IN ('DZA', 'MRT') OR to_state IN ('DZA', 'MRT'))
