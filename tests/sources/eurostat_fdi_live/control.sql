-- Asked where a mirror holds answers of the live interface.
SELECT lost('eurostat_fdi_live') = 0;
