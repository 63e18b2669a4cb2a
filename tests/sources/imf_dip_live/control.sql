-- Asked where a mirror holds answers of the live interface.
SELECT lost('imf_dip_live') = 0;
