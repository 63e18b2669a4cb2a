SELECT sum(records_read) = 847 AND sum(rejected) = 0 FROM account WHERE source = 'cow_contiguity'
-- Germany and Kazakhstan never bordered; Germany and Poland do.
SELECT count(*) = 0 FROM series WHERE source = source_id('cow_contiguity') AND from_code = 255 AND to_code = 705
SELECT count(*) = 1 FROM series WHERE source = source_id('cow_contiguity') AND from_code = 255 AND to_code = 290 AND DATE '2000-01-01' BETWEEN day_from AND day_to AND value = 1
