#!/usr/bin/env python3
"""Sums and counts of the publishers' figures, from their files alone, by plain reading.

    python3 tests/sources/independent/sums.py DIR [ID ...]     DIR: the mirror of publishers' files
    python3 tests/sources/independent/sums.py --sql DIR > tests/sources/rules/sums_by_an_independent_count.sql

Where count.py asks whether the states that are easily lost arrive whole, this asks whether every figure does: how many
values above or below zero a source has in an indicator and what they add up to, in the unit that the edition keeps.
Nothing of Comity is used. What a source leaves out by a declared rule (a state with itself, an aggregate) is left out here by
lists written by hand; sources whose rules need the register are not here. Needs zstd on the PATH. Standard library only.
"""
import sys

from reading import root
from summing import COUNTERS, Sums
import sums_cells, sums_figures, sums_rates, sums_series, sums_tables  # each adds its sources to COUNTERS


def main():
    arguments = [a for a in sys.argv[1:] if a != "--sql"]
    as_sql = "--sql" in sys.argv
    if not arguments:
        sys.exit(__doc__)
    root(arguments[0])
    if as_sql:
        print("-- Made by tests/sources/independent/sums.py --sql from the publishers' files alone: values that are not zero, and their sum.")
    for name in arguments[1:] or sorted(COUNTERS):
        sums = Sums()
        COUNTERS[name](sums)
        for (kind, indicator, where), (count, total) in sorted(sums.items(), key=lambda entry: entry[0][1:]):
            if as_sql and kind.startswith(("rate", "fact")):
                what = "count(*) AS facts, sum(rate) AS total FROM fx_rate" if kind == "rate" else "count(*) AS facts, sum(%s) AS total FROM %s" % (kind[5:], indicator)
                which = "currency = '%s' AND %s" % (indicator, where) if kind == "rate" else where
                print("SELECT * FROM (SELECT '%s' AS source, '%s' AS indicator, %s WHERE source = source_id('%s') AND %s)"
                      " WHERE loaded('%s') AND (facts <> %d OR total IS NULL OR abs(total - (%r)) > 1e-6 * abs(%r) + 1e-6)" % (name, indicator, what, name, which, name, count, total, total))
            elif as_sql and kind != "figure":
                years = "year(day_to) - year(day_from) + 1" if kind == "year" else "1"
                print("SELECT * FROM (SELECT '%s' AS source, '%s' AS indicator, sum(%s) AS facts, sum(value * (%s)) AS total FROM series WHERE source = source_id('%s') AND indicator = indicator_id('%s') AND value <> 0 AND %s)"
                      " WHERE loaded('%s') AND (facts IS DISTINCT FROM %d OR abs(total - (%r)) > 1e-6 * abs(%r) + 1e-6)" % (name, indicator, years, years, name, indicator, where, name, count, total, total))
            elif as_sql:
                print("SELECT * FROM (SELECT '%s' AS source, '%s' AS indicator, count(*) AS facts, sum(value) AS total FROM figure WHERE source = '%s' AND indicator = '%s' AND value <> 0 AND origin <> 'derived' AND %s)"
                      " WHERE loaded('%s') AND (facts <> %d OR abs(total - (%r)) > 1e-6 * abs(%r) + 1e-6)" % (name, indicator, name, indicator, where, name, count, total, total))
            else:
                print("%s\t%s\t%s\t%d\t%.10g" % (name, indicator, where, count, total))


if __name__ == "__main__":
    main()
