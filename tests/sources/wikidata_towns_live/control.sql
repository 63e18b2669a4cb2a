-- Asked where a mirror holds answers of the live interface.
SELECT lost('wikidata_towns_live') = 0;
