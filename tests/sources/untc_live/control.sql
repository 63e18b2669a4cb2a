-- Asked where a mirror holds answers of the live interface.
SELECT lost('untc_live') = 0;
