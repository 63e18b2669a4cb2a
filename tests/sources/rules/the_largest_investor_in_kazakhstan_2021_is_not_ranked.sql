SELECT rank, value FROM standing WHERE source = source_id('imf_cdis') AND of_state = state_id('KAZ') AND NOT outgoing AND period_start = '2021-01-01' AND rank > 0
SELECT 'no reason given' FROM standing WHERE source = source_id('imf_cdis') AND of_state = state_id('KAZ') AND NOT outgoing AND period_start = '2021-01-01' AND why_no_rank IS NULL
