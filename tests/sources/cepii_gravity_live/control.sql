-- Asked where a mirror holds answers of the live interface.
SELECT lost('cepii_gravity_live') = 0;
