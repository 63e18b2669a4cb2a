-- Asked where a mirror holds answers of the live interface.
SELECT lost('ecb_exr_live') = 0;
