-- Asked where a mirror holds answers of the live interface.
SELECT lost('worldbank_wdi_live') = 0;
