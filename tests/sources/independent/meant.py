"""Who is meant: the states that are easily lost, by names and codes written by hand, and the register of what counts them."""
import collections

COUNTERS = {}


def counter(how):
    """A function that counts one source; its name is the source's id, `how` says how."""
    def keep(function):
        COUNTERS[function.__name__] = (function, how)
        return function
    return keep


ENGLISH = {
    "TUR": "turkey|türkiye|turkiye|republic of turkey|republic of türkiye",
    "NAM": "namibia|republic of namibia",
    "XKX": "kosovo|republic of kosovo|kosovo, republic of|kosovo, rep. of",
    "COG": "congo|republic of the congo|republic of congo|congo, rep.|congo, republic of|congo, republic of the|congo, rep. of|congo (brazzaville)|congo - brazzaville|congo-brazzaville|congo republic|congo rep.|congo, rep|republic of the congo (brazzaville)|congo (republic)",
    "COD": "dr congo|democratic republic of the congo|democratic republic of congo|congo, dem. rep.|congo, democratic republic of the|congo, dem. rep. of the|congo, the democratic republic of the|congo (kinshasa)|congo - kinshasa|congo-kinshasa|congo, dem. rep. of|dem. rep. of the congo|dem. rep. congo|zaire|congo, democratic republic of|democratic republic of the congo (kinshasa)|congo (democratic republic of the)|congo, dem rep of|congo, dem. rep|congo dem. rep.|d.r. of the congo|congo (dr)",
    "KOR": "south korea|republic of korea|korea, rep.|korea, republic of|korea, south|korea, rep. of|korea (republic)|rep. of korea|republic of korea (south korea)|korea (south)",
    "PRK": "north korea|democratic people's republic of korea|korea, dem. people's rep.|korea, democratic people's republic of|korea, north|dem. people's rep. of korea|korea, dem. people's rep. of|korea, dem. rep.|dem. people's republic of korea|democratic people’s republic of korea|korea (north)|korea, democratic people’s republic of|democratic people's rep. of korea|korea, d.p.r. of|d.p.r. of korea",
    "SRB": "serbia|republic of serbia|serbia, republic of|serbia, rep.",
    "YUG": "yugoslavia|serbia and montenegro|serbia & montenegro|federal republic of yugoslavia|socialist federal republic of yugoslavia",
    "DEU": "germany|federal republic of germany|germany, federal republic of|west germany|german federal republic|germany (federal republic)|germany, west",
    "DDR": "german democratic republic|east germany|germany, east|germany (democratic republic)",
}
BY_NAME = {name: key for key, names in ENGLISH.items() for name in names.split("|")}
ISO3 = {k: k for k in ("TUR", "NAM", "XKX", "COG", "COD", "KOR", "PRK", "SRB", "YUG", "DEU", "DDR")}
COW = {"640": "TUR", "565": "NAM", "347": "XKX", "484": "COG", "490": "COD", "732": "KOR", "731": "PRK"}


def named(text):
    return BY_NAME.get((text or "").strip().lower())


def cow_in(code, year):
    """The Correlates of War's number in a year: 255 is Prussia to 1870, the Reich to 1945 and Germany from 1990, 345 Serbia from 2006."""
    code, year = str(code).strip(), int(year)
    if code == "255":
        return "DEU_1871" if 1871 <= year <= 1945 else "DEU" if year >= 1990 else None  # Prussia before
    if code == "260":
        return "DEU" if 1949 <= year <= 1990 else None
    if code == "265":
        return "DDR" if 1949 <= year <= 1990 else None
    if code == "345":
        # Serbia to 1918, Yugoslavia to the fifth of June 2006: whoever held the number for most days of the year.
        return "SRB" if year >= 2006 else "YUG" if year >= 1919 else "SRB_1878"
    return COW.get(code)


def gw_in(code, year):
    """Gleditsch and Ward's: Germany is 260 since 1949, Serbia 340 since 2006, Yugoslavia 345."""
    code, year = str(code).strip(), int(year)
    if code == "255":
        return "DEU_1871" if year <= 1945 else None
    if code == "260":
        return "DEU"
    if code == "265":
        return "DDR"
    if code == "345":
        return "YUG" if year >= 1919 else "SRB_1878"
    if code == "340":
        return "SRB" if year >= 2006 else "SRB_1878"
    return COW.get(code)


class Count(collections.Counter):
    def say(self, *states, times=1):
        for state in states:
            if state:
                self[state] += times

    def __str__(self):
        return ", ".join("%s %d" % (k, self[k]) for k in sorted(self) if self[k] and k != "SRB_1878")
