"""Counts of the scholars' tables by the codes of a list of states, which the edition keeps as runs of years with one value.

A run is told of whoever holds the code on its first day. How each is counted stands above it.
"""
import collections

from count_cow import cow_on
from meant import COW, counter, cow_in
from reading import number, rows


class Runs:
    """{what a run is of: {year: value}}; a run ends where a year is missing or the value changes."""

    def __init__(self):
        self.years = collections.defaultdict(dict)

    def add(self, of, year, value):
        if value is not None:
            self.years[of][int(year)] = value

    def firsts(self):
        for of, years in self.years.items():
            for year, value in years.items():
                if years.get(year - 1) != value:
                    yield of, year


def gw_on(code, day):
    """Who holds a number of Gleditsch and Ward's on a day, by the days of their list; the Reich from its proclamation."""
    code = str(code).strip()
    spans = {"255": ("DEU_1871", "1871-01-18", "1945-05-07"), "260": ("DEU", "1949-09-21", "9999"), "265": ("DDR", "1949-10-05", "1990-10-02"),
             "345": ("YUG", "1918-12-01", "2006-06-04"), "340": ("SRB", "2006-06-05", "9999")}
    if code not in spans:
        return COW.get(code)
    state, first, last = spans[code]
    return state if first <= day <= last else None


def on(scheme, code, day):
    founded = {"255": "1871-01-18", "260": "1949-05-23", "265": "1949-10-07"}
    return gw_on(code, day) if scheme == "gw" else cow_on(code, day) if day >= founded.get(str(code), "") else None


def holder(scheme, code, year):
    return on(scheme, code, "%04d-01-01" % year)


@counter("a run of years with one value of each of seven measures")
def cow_nmc(n):
    runs = Runs()
    for r in rows("cow-nmc/cow_nmc.csv"):
        for column in ("milex", "milper", "irst", "pec", "tpop", "upop", "cinc"):
            runs.add((r["ccode"], column), r["year"], number(r[column]))
    for (code, _), year in runs.firsts():
        n.say(holder("cow", code, year))


# Organisations that texts name and whose own lists the edition does not hold.
LISTED = ("acp acs cefta cei cern colombo comesa eapc eccas fao g15 g24 iabe iaea icao iea ifad igad ilo imo interpol iorarc irena isa itu laia latin lon nafta nam nordc "
          "oapec pca riogroup seato um unido upu wco weu who wipo wmo wtouro").split()


@counter("a run of years of one status (full, associate, observer) in an organisation, once more as a membership of the state for 44 of them, and a run of years in which the table has the state")
def cow_igo_v3(n):
    runs, listed = Runs(), Runs()
    for r in rows("cow-igo-v3/state_year_format3.csv.zst"):
        runs.add((r["ccode"], ""), r["year"], 1)
        for name, status in r.items():
            if name not in ("ccode", "year", "state") and status in ("1", "2", "3"):
                runs.add((r["ccode"], name), r["year"], status)
                if name in LISTED:
                    listed.add((cow_in(r["ccode"], r["year"]), name), r["year"], status)
    for (code, _), year in runs.firsts():
        n.say(holder("cow", code, year))
    for (state, _), _ in listed.firsts():
        n.say(state)


@counter("a run of one value of a measure in either list of states, a spell of either list, and a spell again of the states that it names")
def isard(n):
    runs = Runs()
    for scheme, short, code in (("cow", "cw", "ccode"), ("gw", "gw", "gwcode")):
        for table, columns in (("democracy", "euds aeuds polity2 v2x_polyarchy"), ("gdppop", "mrgdppc sd_mrgdppc pwtrgdp sd_pwtrgdp pwtpop sd_pwtpop")):
            for r in rows("isard/%s_%s.csv.gz" % (short, table)):
                for column in columns.split():
                    runs.add((scheme, r[code], column), r["year"], number(r[column]))
        for r in rows("isard/%s_system.csv" % short):
            n.say(on(scheme, r[code], r["start"]))
            if r.get("microstate") == "1":
                n.say(on(scheme, r[code], r["start"]))
            n.say(*{on(scheme, r[code], r["start"]), on(scheme, r[code], r["end"])})
    for (scheme, code, _), year in runs.firsts():
        n.say(holder(scheme, code, year))


# Treaties of states that had ended or were not yet: Hesse after 1867, China on Taiwan before December 1949, Czechoslovakia after 1992.
NO_STATE_THEN = {frozenset(pair): years for pair, years in ((("255", "275"), range(1868, 1872)), (("713", "840"), (1947, 1948)), (("315", "652"), (1993,)))}
ATOP = ("atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul")
OF_A_SIDE = {"midongoing": "gml_ongoing", "midonset": "gml_onset", "sidea1": "gml_sidea", "fatality1": "gml_fatality", "fatalpre1": "gml_fatalpre",
             "hiact1": "gml_hiact", "hostlev1": "gml_hostlev", "orig1": "gml_orig"}
OF_A_DISPUTE = ("fatality", "hostlev", "recip", "mindur", "maxdur", "stmon")


def runs_of_peacesciencer():
    """{indicator and list of states: runs of (code, code, item)}: a flag, an onset and a dispute that goes on are told where they are one."""
    out = collections.defaultdict(Runs)
    for r in rows("peacesciencer/atop_alliance.csv.zst"):
        pair = r["ccode1"], r["ccode2"], ""
        if int(r["year"]) in NO_STATE_THEN.get(frozenset(pair[:2]), ()):
            continue
        out["atop_alliance", "cow"].add(pair, r["year"], 1)  # also where the table has the pair with no pledge
        for column in ATOP:
            if r[column] == "1":
                out[column, "cow"].add(pair, r["year"], 1)
    for scheme, code in (("cow", "ccode"), ("gw", "gwcode")):
        for r in rows("peacesciencer/%s_mindist.csv.zst" % scheme):
            out["mindist", scheme].add((r[code + "1"], r[code + "2"], ""), r["year"], number(r["mindist"]))
    totals = {r["dispnum"]: r for r in rows("peacesciencer/gml_mid_disps.csv")}
    for r in rows("peacesciencer/gml_dirdisp.csv"):
        of = r["ccode1"], r["ccode2"], r["dispnum"]
        for column, indicator in OF_A_SIDE.items():
            if column not in ("midongoing", "midonset") or r[column] == "1":
                out[indicator, "cow"].add(of, r["year"], number(r[column]))
        for column in OF_A_DISPUTE:
            out["gml_dispute_" + column, "cow"].add(of, r["year"], number(totals[r["dispnum"]][column]))
    return out


def spans_of_peacesciencer():
    """(indicator, list of states, codes, first day, last day, value) of what the tables give with its days."""
    for scheme, code in (("cow", "ccode"), ("gw", "gwcode")):
        for r in rows("peacesciencer/%s_capitals.csv" % scheme):
            if (scheme, r[code]) != ("gw", "679"):  # a number that Gleditsch and Ward do not have: the united Yemen is their 678
                yield "capital_latitude", scheme, (r[code],), r["stdate"], r["enddate"], number(r["lat"])
                yield "capital_longitude", scheme, (r[code],), r["stdate"], r["enddate"], number(r["lng"])
    for r in rows("peacesciencer/cow_majors.csv"):
        first, last = ("%s-%02d-%02d" % (r[side + "year"], int(r[side + "month"]), int(r[side + "day"])) for side in ("st", "end"))
        yield "cow_major_power", "cow", (r["ccode"],), first, last, 1
    for r in rows("peacesciencer/cow_contdir.csv"):
        yield "contiguity_peacesciencer", "cow", (r["ccode1"], r["ccode2"]), r["stdate"], r["enddate"], number(r["conttype"])
    for r in rows("peacesciencer/tss_rivalries.csv"):
        first, last = max(int(r["start"]), 1816), int(r["end"])
        parts = [(first, last, (r["ccode1"], r["ccode2"]))]
        if "300" in parts[0][2] and last > 1918:  # Austria-Hungary's rivalry with Belgrade is Austria's from 1919
            parts = [(first, 1918, parts[0][2]), (1919, last, tuple("305" if c == "300" else c for c in parts[0][2]))]
        for begun, ended, codes in parts:
            for kind in ("", "positional", "spatial", "ideological", "interventionary"):
                if begun <= ended and (not kind or r[kind] == "1"):
                    yield "rivalry" + ("_" + kind if kind else ""), "cow", codes, "%04d-01-01" % begun, "%04d-12-31" % ended, 1


@counter("a run of years of a pledge, a distance and each measure of a dispute, of both states of the pair; a span of a capital (latitude and longitude), of a great power, of a border, of a rivalry and of each kind of rivalry")
def peacesciencer(n):
    for (_, scheme), runs in runs_of_peacesciencer().items():
        for (one, other, _), year in runs.firsts():
            n.say(holder(scheme, one, year), holder(scheme, other, year))
    for _, scheme, codes, first, _, _ in spans_of_peacesciencer():
        n.say(*(on(scheme, code, first) for code in codes))
