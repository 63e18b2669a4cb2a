SELECT kind, date_edtf FROM event WHERE day_to < day_from
SELECT indicator, from_code FROM series WHERE day_to < day_from
SELECT kind, date_edtf FROM event e JOIN source s ON s.id = e.source WHERE day_from > DATE '2026-12-31' AND coalesce(e.status, '') <> 'planned'
