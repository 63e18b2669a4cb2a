-- Asked where a mirror holds answers of the live interface.
SELECT lost('oecd_bimts_live') = 0;
