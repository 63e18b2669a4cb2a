-- Asked where a mirror holds answers of the live interface.
SELECT lost('oecd_dac2a_live') = 0;
