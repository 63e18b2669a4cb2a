"""Counts of lists: leaders, totals of trade, states. How each is counted stands above it."""
import re

from meant import COW, counter, cow_in, gw_in, named
from reading import members, rows


@counter("a row is a spell of a leader; numbers are Gleditsch and Ward's, of the year in which it begins")
def archigos_4_1(n):
    for r in rows("archigos-4.1/Archigos_4.1.csv", "cp1252"):
        year = int(r["startdate"][:4])
        code, day = r["ccode"], r["startdate"]
        n.say("SRB" if code in ("340", "345") and day >= "2006-06-05" else "YUG" if code == "345" and day >= "1918-12-01" else gw_in(code, year))


@counter("a row is a spell of a leader; numbers are the Correlates of War's, Germany by the day, Serbia from the fifth of June 2006")
def reign(n):
    for r in rows("reign/leaderlist_3_21.csv", "cp1252"):
        code, year = r["ccode"], int(r["syear"])
        if code in ("255", "260"):
            n.say("DEU")
        elif code == "345":
            # a spell over the fifth of June 2006 is one of each
            if (year, int(r["smonth"]), int(r["sdate"])) <= (2006, 6, 5):
                n.say("YUG")
            if not r["eyear"].strip() or (int(r["eyear"]), int(r["emonth"])) > (2006, 6):
                n.say("SRB")
        else:
            n.say({"265": "DDR", "340": "SRB"}.get(code) or COW.get(code))


@counter("exports, imports and two tariffs of all products with the world, a filled cell a fact; Serbia's file says Serbia and Montenegro to 2005")
def wits_trade_summary(n):
    wanted = {"Exports (in US$ Mil)", "Imports (in US$ Mil)", "Simple Average (%)", "Weighted Average (%)"}
    for lines in members("wits-trade-summary/all_countries_WITS_Trade_Summary.tar.zst"):
        head = [t.strip() for t in next(lines)]
        for row in lines:
            r = dict(zip(head, (t.strip() for t in row)))
            if r.get("Partner") != "World" or r.get("Product categories") != "All Products" or r.get("Indicator") not in wanted:
                continue
            name = r["Reporter"]
            for year in (y for y in head if re.fullmatch(r"\d{4}", y) and r.get(y)):
                n.say(("YUG" if year < "2006" else "SRB") if name.startswith("Serbia, FR") else named(name))


@counter("a spell of a state in the list to 2017")
def gw_states(n):
    for r in rows("gw-states/gwstates_states-pkg.csv"):
        start = r.get("start") or r.get("Start")
        n.say("YUG" if r["gwcode"] == "345" else "XKX" if r["gwcode"] == "347" else "DEU" if r["gwcode"] == "260" else gw_in(r["gwcode"], max(int(start[:4]), 1872)))


@counter("a spell of one of three lists with a day; of the oldest lists what ended before 1945 is none, an eighteen hundred years old date and spells from edge to edge neither")
def manystates(n):
    own = {"Turkiye": "TUR", "Democratic Peoples Republic Of Korea": "PRK", "German Federal Republic": "DEU", "Serbia and Montenegro": "YUG"}
    for r in rows("manystates/states_GGO.csv"):
        if r["End"] >= "1945":
            n.say(own.get(r["StateName"]) or named(r["StateName"]))
    for path, who in (("GW", gw_in), ("ISD", cow_in)):
        for r in rows("manystates/states_%s.csv" % path):
            begin, end = r["Begin"], r["End"]
            edge = lambda text: not text or text.startswith("..") or text.endswith("..") or text.startswith("9999")
            if begin == "0006-1815" or not r["cowNR"] or (edge(begin) and edge(end)):
                continue
            year = min(int(end[:4]), 2016) if not edge(end) else 2016
            state = "SRB_1878" if r["cowNR"] in ("340", "345") and year < 1919 else "YUG" if r["cowNR"] == "345" and end == "2006-06-04" else who(r["cowNR"], year)
            n.say(state)
