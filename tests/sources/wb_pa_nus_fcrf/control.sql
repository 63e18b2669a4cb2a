-- 16,492 rows; the tenge 1994 to 2021, the euro 1999 to 2021.
SELECT records_read = 16492 AND rejected = 0 FROM account WHERE source = 'wb_pa_nus_fcrf'
SELECT min(year) = 1994 AND max(year) = 2021 FROM fx_rate WHERE source = source_id('wb_pa_nus_fcrf') AND currency = 'KZT'
SELECT min(year) = 1999 AND max(year) = 2021 FROM fx_rate WHERE source = source_id('wb_pa_nus_fcrf') AND currency = 'EUR'
SELECT whole('wb_pa_nus_fcrf') = ''
SELECT lost('wb_pa_nus_fcrf') = 0
