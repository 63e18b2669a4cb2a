-- A resident post in a city that is the capital of another state alone: the sender's own ("Italy's embassy in Rome" in Kabul's row), or the
-- one from where it is accredited. Embassies to the Holy See lie in Rome, consulates to Palestine in Jerusalem; Kingston is a quarter of
-- Canberra and Rabat a town of Malta as well.
SELECT * FROM mission WHERE resident AND state_by_capital(city, DATE '2022-11-16') <> receiving AND receiving NOT IN (state_id('VAT'), state_id('PSE')) AND NOT (city = 'Kingston' AND receiving = state_id('AUS')) AND NOT (city = 'Rabat' AND receiving = state_id('MLT'))
