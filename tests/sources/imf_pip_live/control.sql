-- Asked where a mirror holds answers of the live interface.
SELECT lost('imf_pip_live') = 0;
