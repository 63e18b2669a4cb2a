#!/usr/bin/env python3
"""Counts, from the publishers' files alone, how many facts should speak of the states that are easily lost.

    python3 tests/sources/independent/count.py DIR [ID ...]     DIR: the mirror of publishers' files
    python3 tests/sources/independent/count.py --sql DIR > tests/sources/rules/who_arrives_whole_by_an_independent_count.sql
    python3 tests/sources/independent/count.py --missing DIR    the sources of the mirror that neither this nor sums.py counts; 1 where there are any

Nothing of Comity is used: each function below reads one publisher's files by their own format, with lists of names and
codes written by hand from the files and the publishers' documentation, and applies the rules that the source's folder
declares (what a row is, what is left out). It prints a line a source, in the form that control.sql holds:

    <id>\tCOD 12, COG 9, …\t<how it was counted>

A difference between this line and `whole('<id>')` is a fact lost, doubled, or given to another state.
Needs zstd on the PATH for two files. Standard library only.
"""
import glob, os, sys, tomllib

from meant import COUNTERS, Count
from reading import root
import count_codes, count_cow, count_lists, count_money, count_names, count_people, count_politics, count_posts, count_samples, count_series, count_ties  # each adds its sources to COUNTERS


def missing(mirror):
    """Sources whose folder the mirror has and that nothing here counts."""
    import sums  # noqa: F401  registers its sources
    from summing import COUNTERS as SUMMED
    here = os.path.dirname(os.path.abspath(__file__))
    for path in sorted(glob.glob(os.path.join(here, "../../../sources/*/source.toml"))):
        with open(path, "rb") as file:
            source = tomllib.load(file)
        if os.path.isdir(os.path.join(mirror, source.get("folder") or "?")) and source["id"] not in COUNTERS and source["id"] not in SUMMED:
            yield source["id"]


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    as_sql = "--sql" in sys.argv
    if not arguments:
        sys.exit(__doc__)
    if "--missing" in sys.argv:
        left = list(missing(arguments[0]))
        print("\n".join(left))
        sys.exit(1 if left else 0)
    root(arguments[0])
    if as_sql:
        print("-- Made by tests/sources/independent/count.py --sql from the publishers' files alone; how each was counted stands above it.")
    for name in arguments[1:] or sorted(COUNTERS):
        function, how = COUNTERS[name]
        n = Count()
        function(n)
        if as_sql:
            counted = "whole_observations" if how.startswith("observations only") else "whole"
            print("-- %s: %s.\nSELECT '%s' AS source, %s('%s') AS here WHERE EXISTS (SELECT 1 FROM ledger WHERE source = source_id('%s')) AND %s('%s') <> '%s'"
                  % (name, how, name, counted, name, name, counted, name, n), flush=True)
        else:
            print("%s\t%s\t%s" % (name, n, how), flush=True)


if __name__ == "__main__":
    main()
