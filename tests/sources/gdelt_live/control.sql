-- Asked where a mirror holds answers of the live interface.
SELECT lost('gdelt_live') = 0;
