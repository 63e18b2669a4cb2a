-- Asked where a mirror holds answers of the live interface.
SELECT lost('imf_imts_live') = 0;
