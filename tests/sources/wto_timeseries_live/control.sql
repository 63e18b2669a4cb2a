-- Asked where a mirror holds answers of the live interface.
SELECT lost('wto_timeseries_live') = 0;
