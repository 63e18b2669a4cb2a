-- Asked where a mirror holds answers of the live interface.
SELECT lost('oecd_fdi_live') = 0;
