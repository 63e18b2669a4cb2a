-- All 39 stand among the curated facts, once.
SELECT records_read = 39 AND unwanted = 39 AND facts = 0 FROM account WHERE source = 'web_statements_deu_kaz'
SELECT whole('web_statements_deu_kaz') = ''
SELECT lost('web_statements_deu_kaz') = 0
