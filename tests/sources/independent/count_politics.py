"""Counts of sources on votes, treaties and lists. How each is counted stands above it."""
import collections

from meant import ISO3, counter, cow_in
from reading import rows


@counter("a row of the list")
def paris_agreement(n):
    for r in rows("paris-agreement/paris-agreement-entry-into-force.csv"):
        n.say(ISO3.get(r["Code"]))


@counter("a row of either file of sessions")
def un_idealpoints(n):
    for path in ("un-idealpoints/IdealpointestimatesAll_Apr2020.csv", "un-idealpoints/IdealpointestimatesNoNukes_Apr2020.csv"):
        for r in rows(path, "cp1252"):
            n.say(cow_in(r["ccode"], 1945 + int(r["session"])))


@counter("two facts for each pair of states with a common vote in a session, and five of its distribution where four or more states share thirty votes; votes are yes, no and abstain; who votes by the day of the roll call")
def un_votes(n):
    day, session = {}, {}
    for r in rows("un-votes/un_roll_calls.csv"):
        day[r["rcid"]], session[r["rcid"]] = r["date"], r["session"]
    cast = collections.defaultdict(lambda: collections.defaultdict(set))
    for r in rows("un-votes/un_votes.csv.zst"):
        name, when = r["country"], day[r["rcid"]]
        if name == "Yugoslavia" or r["country_code"] == "YU":
            name = "SRB" if when >= "2006-06-06" else "YUG"
        elif r["country_code"] in ("CD", "CG", "KR", "KP", "TR", "NA", "DE", "DD"):
            name = {"CD": "COD", "CG": "COG", "KR": "KOR", "KP": "PRK", "TR": "TUR", "NA": "NAM", "DE": "DEU", "DD": "DDR"}[r["country_code"]]
        elif name == "Federal Republic of Germany":
            name = "DEU"
        elif r["country_code"] == "RU":
            name = "SUN" if when < "1991-12-26" else "RUS"
        cast[session[r["rcid"]]][name].add(r["rcid"])
    for voters in cast.values():
        names = list(voters)
        for i, one in enumerate(names):
            if one not in ISO3:
                continue
            common = [len(voters[one] & voters[other]) for other in names if other != one]
            n.say(one, times=2 * sum(1 for votes in common if votes))
            if sum(1 for votes in common if votes >= 30) >= 4:
                n.say(one, times=5)  # lowest, quartiles, median and highest of its shares
