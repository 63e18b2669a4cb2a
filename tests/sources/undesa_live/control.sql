-- Asked where a mirror holds answers of the live interface.
SELECT lost('undesa_live') = 0;
