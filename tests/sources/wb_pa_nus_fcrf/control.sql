-- The tenge has rates to 2021 and none after: later sums are not converted. No euro before 1999.
SELECT max(year) = 2021 AND abs(max(rate) FILTER (year = 2012) - 149.11) < 0.1 FROM fx_rate WHERE source = source_id('wb_pa_nus_fcrf') AND currency = 'KZT'
SELECT min(year) >= 1999 FROM fx_rate WHERE source = source_id('wb_pa_nus_fcrf') AND currency = 'EUR'
SELECT rejected = 0 FROM account WHERE source = 'wb_pa_nus_fcrf'
