-- Asked where a mirror holds answers of the live interface.
SELECT lost('eurostat_comext_live') = 0;
