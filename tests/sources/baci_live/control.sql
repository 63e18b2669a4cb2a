-- Asked where a mirror holds answers of the live interface.
SELECT lost('baci_live') = 0;
