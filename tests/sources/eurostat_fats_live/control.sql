-- Asked where a mirror holds answers of the live interface.
SELECT lost('eurostat_fats_live') = 0;
