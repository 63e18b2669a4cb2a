-- Asked where a mirror holds answers of the live interface.
SELECT lost('worldbank_remittances_live') = 0;
