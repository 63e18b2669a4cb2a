SELECT key FROM observation WHERE source = source_id('oecd_dac2a') AND (value <= 0 OR (indicator = indicator_id('oda_net_disbursement') AND (value IS NOT NULL OR absence <> 'suppressed_in_copy')))
