-- Asked where a mirror holds answers of the live interface.
SELECT lost('unhcr_live') = 0;
