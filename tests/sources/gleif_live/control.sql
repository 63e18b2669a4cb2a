-- Asked where a mirror holds answers of the live interface.
SELECT lost('gleif_live') = 0;
