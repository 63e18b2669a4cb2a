SELECT organization, date_from, date_to FROM membership WHERE left(date_to, 4)::INTEGER < left(date_from, 4)::INTEGER
SELECT organization, date_from FROM membership WHERE left(date_from, 4)::INTEGER > 2026 OR left(date_to, 4)::INTEGER > 9000
SELECT 'the United Kingdom stands as a member of the EU' WHERE EXISTS (SELECT 1 FROM membership WHERE organization = 'EU' AND state = state_id('GBR') AND date_to IS NULL)
SELECT 'Russia stands as a member of the Council of Europe' WHERE EXISTS (SELECT 1 FROM membership m JOIN source s ON s.id = m.source WHERE organization = 'COE' AND state = state_id('RUS') AND date_to IS NULL AND m.kind = 'member')
