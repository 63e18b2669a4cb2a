-- Asked where a mirror holds answers of the live interface.
SELECT lost('wikidata_events_live') = 0;
