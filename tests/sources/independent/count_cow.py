"""Counts of lists by the numbers of the Correlates of War. How each is counted stands above it."""
import collections

from meant import COW, counter, cow_in
from reading import rows


def cow_on(code, day):
    """Who held a number on a day: 255 the Reich to 1945 and Germany from the third of October 1990, 345 Yugoslavia to the fifth of June 2006."""
    code = str(code).strip()
    if code == "255":
        return "DEU_1871" if "1871" <= day <= "1945-12-31" else "DEU" if day >= "1990-10-03" else None
    if code == "260":
        return "DEU" if "1949" <= day <= "1990-12-31" else None
    if code == "265":
        return "DDR" if "1949" <= day <= "1990-12-31" else None
    if code == "345":
        return "SRB" if day >= "2006-06-05" else "YUG" if day >= "1918-12-01" else "SRB_1878"
    return COW.get(code)


@counter("a spell of a state by its first and its last day, told once by both packagings, and a great power by its last day")
def cow_states(n):
    def day(r, side):
        return "%s-%02d-%02d" % (r[side + "year"], int(r[side + "month"]), int(r[side + "day"]))
    for r in rows("cow-states/states2016.csv"):
        n.say(*{cow_on(r["ccode"], day(r, "st")), cow_on(r["ccode"], day(r, "end"))})
    for r in rows("cow-states/majors2016.csv"):
        n.say(cow_on(r["ccode"], day(r, "end")))


@counter("a spell through two dependencies in each of its years, two counts of a pair in a year and two of a state; what 255 and 260 both say of 1990 once")
def cow_colonial_contiguity(n):
    facts = set()
    def tell(one, two, *rest):
        facts.add((frozenset((one, two)), *rest))
    def who(code, year):
        return cow_in(code, year) or code
    for r in rows("cow-colonial-contiguity/contcol.csv"):
        for year in range(int(r["begin"]), int(r["end"]) + 1):
            tell(who(r["statelno"], year), who(r["statehno"], year), year, "through", *sorted((r["dependl"], r["dependh"])))
    for r in rows("cow-colonial-contiguity/contcold.csv"):
        for kind in ("land", "sea"):
            tell(who(r["statelno"], r["year"]), who(r["statehno"], r["year"]), r["year"], kind)
    for r in rows("cow-colonial-contiguity/contcols.csv"):
        for kind in ("land", "sea"):
            tell(who(r["stateno"], r["year"]), who(r["stateno"], r["year"]), r["year"], kind + " total")
    for pair, *_ in facts:
        n.say(*(s for s in pair if not s.isdigit()))


@counter("an agreement in its year, the one that both directions tell once; rows whose number and name are two states, in Germany's rows Romania, Ireland, France and the Russia of 1991, are none")
def nuclear_cooperation_agreements(n):
    wrong = {("225", "Romania"), ("350", "Ireland"), ("260", "France")}
    lines = [(r["ccode1"].strip(), r["ccode2"].strip(), r["year"], r["nca_type"]) for r in rows("nuclear-cooperation-agreements/nca_df.csv") if r["nca"] == "1"
             and not {(r["ccode1"], r["country1"]), (r["ccode2"], r["country2"])} & wrong and not (r["year"] == "1991" and "Russia" in (r["country1"], r["country2"]))]
    ways = collections.Counter(lines)
    nth = collections.Counter()
    for a, b, year, kind in lines:
        nth[a, b, year, kind] += 1
        if int(a) > int(b) and nth[a, b, year, kind] <= ways[b, a, year, kind]:
            continue
        n.say(cow_in(a, year), cow_in(b, year))


@counter("a span of a rank that is not None, of the state that held the number on its last day")
def us_mission_status(n):
    for r in rows("us-mission-status/mission_status_range_cow_v0.1.csv"):
        if r["us_mission_status"] != "None":
            n.say(cow_on(r["country_code_cow"], r["date_end"]))


@counter("an independence with its month, but of what was only formed, and its colonial ruler where it is another state")
def icow_colonial_history(n):
    def ruler(code, month):
        return "DEU_1871" if code == "255" and "1871" <= month else cow_in(code, max(int(month[:4]) - 1, 1816)) if code not in ("-9", "0") else None
    for r in rows("icow-colonial-history/coldata110.csv"):
        month = r["IndDate"].strip()
        if len(month) != 6:
            continue
        whose = "YUG" if r["State"] == "345" and month > "1918" else cow_in(r["State"], max(int(month[:4]), 1816)) or COW.get(r["State"])
        if r["IndType"] != "1":
            n.say(whose)
        if r["ColRuler"] not in ("-9", "0"):
            n.say(ruler(r["ColRuler"], month), whose)


@counter("a spell by its first and its last day, told alike by three copies of the list")
def isd_2_2(n):
    for r in rows("isd-2.2/isd_2_2_update_reversedates.csv", "cp1252"):
        begun, ended = r["Start"][:10], r["End"][:10]
        n.say(*{cow_on(r["COWNum"], begun), cow_on(r["COWNum"], ended)})


@counter("two states on opposite sides on common days of a phase of a war; a state, or both, in a war outside; a state in a war within")
def cow_wars(n):
    def bound(r, side, phase, last):
        """The first or last day that a date may mean; None where there is no year; an end that is still to come is far."""
        year, month, day = (int(r.get("%s%s%s" % (side, part, phase), r.get("%s%s%s " % (side, part, phase))) or -9) for part in ("Year", "Month", "Day"))
        if year < 1000:
            return None
        if not 1 <= month <= 12:
            return (year, 12, 31) if last else (year, 1, 1)
        return (year, month, day if 1 <= day <= 31 else 31 if last else 1)
    wars = collections.defaultdict(list)
    for r in rows("cow-wars/Inter-StateWarData_v4.0.csv"):
        first = bound(r, "Start", "1", True)
        state = cow_on(r["ccode"], "%04d-%02d-%02d" % first) or r["ccode"]
        for phase in "12":
            begun = bound(r, "Start", phase, False)
            if begun:
                wars[r["WarNum"]].append((r["Side"], state, begun, bound(r, "End", phase, True) or (9999,)))
    for war in wars.values():
        for side, one, begun, ended in war:
            for other_side, other, other_begun, other_ended in war:
                if (side, other_side) == ("1", "2") and one != other and begun <= other_ended and other_begun <= ended:
                    n.say(*(s for s in (one, other) if not s.isdigit()))
    for r in rows("cow-wars/Extra-StateWarData_v4.0.csv", "cp1252"):
        one, two = (cow_in(r[c], r["StartYear1"]) if int(r[c] or -8) > 0 else None for c in ("ccode1", "ccode2"))
        n.say(*{one, two})
    for r in rows("cow-wars/INTRA-STATE WARS v5.1 CSV.csv", "cp1252"):
        if int(r["CcodeA"] or -8) > 0:
            n.say(cow_in(r["CcodeA"], r["StartYr1"]))
