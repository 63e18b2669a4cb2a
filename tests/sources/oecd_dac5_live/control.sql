-- Asked where a mirror holds answers of the live interface.
SELECT lost('oecd_dac5_live') = 0;
