-- Asked where a mirror holds answers of the live interface.
SELECT lost('worldbank_live') = 0;
