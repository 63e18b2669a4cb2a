-- Asked where a mirror holds answers of the live interface.
SELECT lost('eurostat_migration_live') = 0;
