-- Asked where a mirror holds answers of the live interface.
SELECT lost('comtrade_bulk_live') = 0;
