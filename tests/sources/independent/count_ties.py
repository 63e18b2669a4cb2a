"""Counts of what ties two states: borders, treaties, posts. How each is counted stands above it."""
import collections, datetime, re

from meant import COW, ENGLISH, counter, cow_in, named
from count_cow import cow_on
from reading import cells, rows


@counter("a spell of two neighbours, each by its number on the first day")
def cow_contiguity(n):
    for r in rows("cow-contiguity/contdir.csv"):
        day = "%s-%s-01" % (r["begin"][:4], r["begin"][4:])
        # the first of January 1871 is still Prussia's
        n.say(*(s for s in (cow_on(r["statelno"], day), cow_on(r["statehno"], day)) if s != "DEU_1871" or day > "1871-01-18"))


def numbered(code, year):
    """Who holds a number in a year. Most have one holder whatever the year; those of Germany, Korea and Yugoslavia only in its days."""
    if code in ("260", "265", "345"):
        return None if code == "345" and year < 1878 else cow_in(code, year)
    if code == "255":
        return "PRU" if year < 1871 else "DEU_1871" if year <= 1945 else "DEU" if year >= 1990 else None
    last = {"240": 1866, "245": 1871, "267": 1871, "269": 1867, "271": 1871, "273": 1866, "275": 1867, "280": 1867, "300": 1918, "315": 1992, "327": 1870, "329": 1861, "332": 1860,
            "335": 1860, "337": 1860, "511": 1964, "678": 1990, "680": 1990, "730": 1910, "817": 1975}
    if year > last.get(code, year):
        return None
    return COW.get(code) or (code if code in numbered.listed else None)


@counter("a transfer by who gained and who lost, by the holder of the number in most of the year, once where they are one; a span of an entity, by the number's holder at its end, under another, by that at its beginning, where both are in the list of states")
def cow_territorial_change(n):
    numbered.listed = {r["ccode"] for r in rows("cow-states/states2016.csv")}
    for r in rows("cow-territorial-change/tc2018.csv"):
        gainer, loser = numbered(r["gainer"], int(r["year"])), numbered(r["loser"], int(r["year"]))
        if gainer:
            n.say(*(s for s in {gainer, loser} if s in ENGLISH or s == "DEU_1871"))
    for r in rows("cow-territorial-change/tc_entities.csv"):
        begin, end = r["start_year"].strip(), r["end_year"].strip()
        if not (begin or end) or not re.fullmatch(r"[A-Z][a-z ]+ \d+", r["status"]):
            continue
        entity, ruler = numbered(r["id"], int(end or begin)), numbered(r["referenced_id"], int(begin or end))
        if entity and ruler and entity != ruler:
            n.say(*(s for s in (entity, ruler) if s in ENGLISH or s == "DEU_1871"))


@counter("a treaty of the first list told once of its two sides, all its versions together; one of the second list that has ended and is not in the first")
def ictd_tax_treaties(n):
    year = lambda text: int(text) if re.fullmatch(r"\d{4}", text or "") else None
    own = {"Korea (Rep.)": "KOR", "Korea (Dem. People's Rep.)": "PRK", "Congo (Dem. Rep.)": "COD", "Congo (Rep.)": "COG", "Kosovo": "XKX", "Serbia and Montenegro": "YUG"}
    # the two lists' names of one state
    same = {"China (People's Rep.)": "China", "Egypt, Arab Rep.": "Egypt", "Kyrgyz Republic": "Kyrgyzstan", "Macedonia (FYR)": "North Macedonia"}
    who = lambda name: own.get(name.strip()) or named(name) or same.get(name.strip(), name.strip())
    first = collections.defaultdict(set)
    years, told = set(), set()
    for r in rows("ictd-tax-treaties/taxtreaties_double.csv"):
        if not year(r["SIGNED"]):
            continue
        root = r["REFERENCE"] if re.fullmatch(r"\d+", r["REFERENCE"]) else r["TREATYID"]
        pair = frozenset((who(r["C1LONG"]), who(r["C2LONG"])))
        if len(pair) == 2:
            first[root, pair].add(int(r["SIGNED"]))
    for (root, pair), signed in first.items():
        n.say(*(s for s in pair if s in ENGLISH))
        years.add((pair, min(signed)))
    for r in rows("ictd-tax-treaties/treaty_termination_dates.csv", "utf-8"):
        if not r["Status"].startswith("Status: Terminated") or not year(r["Conclusion"]):
            continue
        pair = frozenset((who(r["ctry1"]), who(r["ctry2"])))
        kind = next((k for k in ("Inheritance", "Shipping") if any(w in r["name"] for w in {"Inheritance": ("Inheritance", "Estate", "Death"), "Shipping": ("Shipping", "Transport", "Air")}[k])), "")
        line = (pair, r["Conclusion"], kind)
        if len(pair) == 2 and (pair, int(r["Conclusion"])) not in years and line not in told:
            told.add(line)
            n.say(*(s for s in pair if s in ENGLISH))


@counter("a party of a treaty of many in each of its spells, signed or bound; a treaty of two listed states, both of whom the list names")
def ieadb(n):
    table = next(iter(cells("ieadb/iea-memb.xlsx").values()))
    head = {table[1, c]: c for r, c in table if r == 1}
    last = max(r for r, _ in table)

    def day(row, column):
        text = table.get((row, head[column]))
        if not text:
            return None
        if re.fullmatch(r"\d+(\.0)?", text):
            serial = int(float(text))
            out = datetime.date(1899, 12, 30) + datetime.timedelta(serial) if 61 <= serial <= 60000 else None
        else:
            out = datetime.date.fromisoformat(text[:10]) if re.match(r"\d{4}-\d\d-\d\d", text) else None
        return out if out and out < datetime.date(2023, 1, 1) else None

    nobody = re.compile(r"(?i)union|communit|organi[sz]ation|commission|agency|bank|programme")
    treaties = collections.defaultdict(list)
    for row in range(2, last + 1):
        country, inclusion = table.get((row, head["country"]), ""), table.get((row, head["inclusion"]), "")
        entries = [day(row, c) for c in ("ceif3", "ceif5", "ceif7", "ceif9")]
        exits = [day(row, c) for c in ("ceif4", "ceif6", "ceif8")] + [None]
        ended, signed, ratified, tsig = day(row, "tterm"), day(row, "csig"), day(row, "crat"), day(row, "tsig")
        key = named(country) or {"Korea, Democratic People's Republic": "PRK"}.get(country)
        when = signed or ratified or entries[0] or tsig or datetime.date(2020, 1, 1)
        if key == "DEU" and when < datetime.date(1945, 5, 9):
            key = "DEU_1871"
        if inclusion.startswith("B"):
            # what two signed is of those of the day
            then = key
            if key == "SRB" and tsig:
                then = "SRB_1878" if tsig < datetime.date(1918, 12, 1) else "YUG" if tsig < datetime.date(2006, 6, 6) else "SRB"
            if re.search("Croatia|Slovenia|Bosnia|Macedonia", country) and tsig and tsig < datetime.date(1991, 6, 25):
                then = "YUG"
            if key == "KOR" and tsig and tsig < datetime.date(1910, 8, 23):
                then = "KOREA"
            treaties[table.get((row, head["mitch_id"]))].append((country, then))
        elif inclusion.startswith("M"):
            for i, entered in enumerate(entries):
                begin = entered or (i == 0 and (ratified or signed)) or None
                if not begin:
                    continue
                end = exits[i] or ended
                if end and end < begin:
                    continue
                n.say("YUG" if key == "SRB" and exits[0] and exits[0] < datetime.date(2006, 6, 5) else key)
    # titles and parties name different states
    at_odds = {"924", "925", "1061", "4480", "7026", "8230", "8388"}
    for number, parties in treaties.items():
        if str(number) in at_odds:
            continue
        if len(parties) == 2 and not any(nobody.search(name) for name, _ in parties):
            n.say(*(k for _, k in parties))


@counter("an event of the United States and a state by the list's name of it, once a year and event; a post moved and a state's end are none, nor the Reich's recognition before there was one")
def us_diplomatic_events(n):
    import json
    from reading import text_of
    told = set()
    for year, events in json.load(text_of("us-diplomatic-events/events.json")).items():
        for e in events:
            country, what, note = e["country"].strip(), e["event"].strip(), e.get("note") or ""
            who = {"Turkey": "TUR", "Kosovo": "XKX", "Namibia": "NAM", "Republic of the Congo": "COG", "Democratic Republic of the Congo (fmr. Zaire)": "COD", "Republic of Korea (South Korea)": "KOR",
                   "East Germany/GDR": "DDR", "Serbia": "YUG"}.get(country)
            if country == "Kingdom of Serbia/Yugoslavia" and year >= "1919":
                who = "YUG"
            if country == "Germany":
                # the list has two of the German Democratic Republic's under this name
                who = "DDR" if year == "1974" else "DEU" if year >= "1949" else "DEU_1871" if year >= "1871" else None
            over = what == "Diplomatic Relations Interrupted" and (who, year) in (("DDR", "1949"), ("DDR", "1990"), ("DEU", "1990")) or (who, year) == ("DEU", "1949")
            if not who or over or what.endswith("Moved") or (who, year, what) in told:
                continue
            told.add((who, year, what))
            n.say(who)


@counter("a language of a territory with its share, and a currency that is or was legal tender there, in each of its spans, by the two letters of the territory")
def cldr(n):
    import json
    from reading import text_of
    who = {"TR": "TUR", "NA": "NAM", "XK": "XKX", "CG": "COG", "CD": "COD", "KR": "KOR", "KP": "PRK", "RS": "SRB", "DE": "DEU", "DD": "DDR", "YU": "YUG"}
    territories = json.load(text_of("cldr/supplemental/territoryInfo.json"))["supplemental"]["territoryInfo"]
    for code, about in territories.items():
        for _ in about.get("languagePopulation", {}):
            n.say(who.get(code))
    regions = json.load(text_of("cldr/supplemental/currencyData.json"))["supplemental"]["currencyData"]["region"]
    told = set()
    for code, currencies in regions.items():
        for one in currencies:
            for currency, span in one.items():
                # CS is Serbia and Montenegro here; what YU says as well is told once
                state = "YUG" if code == "CS" else who.get(code)
                line = (state, currency, span.get("_from"), span.get("_to"))
                if span.get("_tender") != "false" and line not in told:
                    told.add(line)
                    n.say(state)


@counter("a treaty of two signatories told of both, one of more a membership of each; the list's own spellings; a treaty is told once for all states of its basin, Congo alone is neither")
def tfdd(n):
    own = {"German Fed. Rep.": "DEU", "Federal People's Republic of Yugoslavia": "YUG", "Serb-Croat-Slovene State": "YUG", "The Serb-Croat-Slovene State": "YUG", "Yuoslavia": "YUG", "DPRK": "PRK", "ROK": "KOR",
           "Federal Republic of Yugoslavia": "YUG", "Nambia": "NAM", "Democratic Repulic of Congo": "COD", "Congo": None, "CONGO": None, "Independent State of the Congo": None}
    tail = re.compile(r"(?i)^(the former yugoslav |federal |people.s |socialist |un\. |dem\. |soviet |democratic )*(republic|rep\.|state|independent state)( of)?$")
    told, members = set(), set()
    for r in rows("tfdd/TFDD.csv"):
        treaty, title, said = r["2016Update ID"].strip(), re.sub(r"\s+", " ", r["DocumentName"]).strip(), r["DateSigned"].strip()
        if (treaty, title, said) in told:
            continue
        told.add((treaty, title, said))
        if r["Signatories"].strip() in ("N.A.", "#N/A", "-1", ""):
            continue
        day = re.match(r"(\d\d)\.(\d\d)\.(\d{4})$", said)
        year = int(day.group(3)) if day else int(said[-4:]) if re.search(r"/\d{4}$", said) else 2016
        if day and year in (1904, 1905):
            # a year that was taken for the number of a day
            serial = (datetime.date(year, int(day.group(2)), int(day.group(1))) - datetime.date(1899, 12, 30)).days
            year = serial if 1800 < serial < 2020 else year
        names = [re.sub(r"\s*\(.*$", "", name).strip() for name in re.split(r"\s*[,;]\s*", r["Signatories"].strip())]
        names = [name for name in names if name and not tail.match(name)]
        states = []
        for name in names:
            state = own[name] if name in own else named(name) or name.lower()
            # the Rhine of 1868 is listed with its parties of today
            if state == "DEU" and 1871 <= year < 1945:
                state = "DEU_1871"
            if name == "Serbia" and year < 2006:
                state = "SRB_1878" if year < 1919 else "YUG"
            if state and not name.startswith("Land "):
                states.append(state)
        if len(names) == 2 and len(set(states)) == 2:
            n.say(*(s for s in states if s in ENGLISH or s == "DEU_1871"))
        elif len(names) > 2 and len(set(states)) > 1:
            for s in set(states):
                if (s in ENGLISH or s == "DEU_1871") and (s, treaty) not in members:
                    members.add((s, treaty))
                    n.say(s)
