-- Asked where a mirror holds answers of the live interface.
SELECT lost('wto_rta_live') = 0;
