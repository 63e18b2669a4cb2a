"""Counts of sources that write states by name. How each is counted stands above it."""
import collections, json, re

from meant import counter, named
from reading import bytes_of, cells, number, place, rows, text_of


@counter("a row of the workbook with a year, a name and a country: China and its host")
def ceias_chinese_leader_travel(n):
    for r in rows("ceias-chinese-leader-travel/WHO-WHERE-WHEN-dataset_Dataset.csv"):
        if r["Year"] and r["Year"].strip() and r["Country"].strip():
            country = r["Country"].strip()
            n.say("DDR" if country == "East Germany" else "YUG" if country == "Serbia" and int(r["Year"]) < 2006 else named(country))


@counter("a month of a state's exports or imports, told once; the euro area's and the Union's own are none")
def eurostat_comext_extracts(n):
    months = set()
    for name in ("armenia_export", "georgia_export", "kazahstan_export", "kyrgyz_export", "kyrgyzstan_import", "russia_export", "uzbek_export"):
        for r in rows("eurostat-comext-extracts/%s_eurostat.csv" % name):
            if not r["REPORTER"].startswith("Euro"):
                months.add((re.sub(r"\s*\(.*", "", r["REPORTER"]), re.sub(r"\s*\(.*", "", r["PARTNER"]), "IMPORT" in r["FLOW"], r["PERIOD"].split("-")[-1]))
    for reporter, partner, _, _ in months:
        n.say(named(reporter), named(partner))


@counter("a pair of members of a base treaty or an accession, or of two consolidations for pairs that have no other row; West Germany is the Federal Republic")
def desta_02_02(n):
    told, alone = set(), []
    def say(r):
        def who(name):
            key = named(name)
            return "YUG" if key == "SRB" and int(r["year"]) < 2006 else "DDR" if key == "DEU" and "Democratic" in r["name"] else key
        n.say(who(r["country1"]), who(r["country2"]))
    unsigned = {"895": {"Micronesia (Federated States of)", "Marshall Islands", "Palau", "Papua New Guinea"}, "371": {"Azerbaijan", "Kazakhstan", "Kyrgyzstan", "Turkmenistan", "Uzbekistan"},
                "360+1": {"S\xe3o Tom\xe9 & Pr\xedncipe", "S\ufffdo Tom\ufffd & Pr\ufffdncipe"}, "360+2": {"Congo - Kinshasa"}, "361": {"Congo - Kinshasa", "S\xe3o Tom\xe9 & Pr\xedncipe", "S\ufffdo Tom\ufffd & Pr\ufffdncipe"}}
    for r in rows("desta-02-02/desta_list_of_treaties_02_02_dyads.txt"):
        pair = (r["base_treaty"], frozenset((r["country1"], r["country2"])))
        if unsigned.get(r["number"], set()) & pair[1]:
            continue
        if r["entry_type"] in ("base_treaty", "accession"):
            told.add(pair)
            say(r)
        elif r["number"] in ("193a", "1016a"):
            alone.append((pair, r))
    for pair, r in alone:
        if pair not in told:
            say(r)


@counter("a coded event of two different countries, told once a day")
def icews_sample(n):
    events = {(r["Source Country"].strip(), r["Target Country"].strip(), r["Event Date"], r["CAMEO Code"]) for r in rows("icews-sample/events.2018.sample.tab", delimiter="\t")}
    for one, other, *_ in events:
        if one != other and not {one, other} & {"NA", ""}:
            n.say(named(one), named(other))


@counter("a pipeline of several countries: its first with each that follows")
def gem_asia_gas(n):
    for r in rows("gem-asia-gas/data.csv.gz", "utf-16"):
        lands = [t.strip() for t in r["countries"].split(",") if t.strip()]
        if r["type"] == "gas_pipeline" and len(lands) > 1 and "Joint" not in lands[0]:
            for other in lands[1:]:
                if other != lands[0] and "Joint" not in other:
                    n.say(named(lands[0]), named(other))


@counter("a participant of a treaty with a day of signature or consent, by its name of 2015")
def untc_multilateral(n):
    import csv, glob
    binding = re.compile(r"^(Ratification|Accession|Acceptance|Approval|Succession|Consent to be bound|Definitive|Formal confirmation|Participation|Simplified procedure|Signature)")
    for path in sorted(glob.glob(place("untc-multilateral/treaties/*.csv"))):
        lines = list(csv.reader(open(path, encoding="utf-8-sig", newline="")))
        wanted = [i for i, text in enumerate(lines[0]) if i and binding.match(text) and "provisional" not in text.lower()]
        for line in lines[1:]:
            if any(i < len(line) and line[i].strip() for i in wanted):
                n.say(named(re.sub(r"[\s\d,]+$", "", line[0])))


@counter("a figure of two states in either revision, of the older one only where it is not nought, and seven totals of a host; regions and the Channel Islands are none")
def undesa_migrant_stock(n):
    nobody = {"Channel Islands", "Caribbean", "South America", "Melanesia", "Polynesia"}
    own = {"Dem. People's Republic of Korea": "PRK", "DR Congo": "COD"}
    def who(name):
        return own.get(name) or named(name)
    for r in rows("undesa-migrant-stock/stock_rev2020_long.csv.gz"):
        if r["origin"] != r["destination"] and not {r["origin"], r["destination"]} & nobody:
            n.say(who(r["origin"]), who(r["destination"]))
    for r in rows("undesa-migrant-stock/UN_MigrantStockByOriginAndDestination_2019_clean.csv"):
        host = r["Dest"]
        for origin, people in r.items():
            if origin not in ("Year", "Dest") and people != "0" and origin != host and not {origin, host} & nobody and host != "Micronesia":
                n.say(who(origin), who(host))
    for state in ("TUR", "NAM", "COG", "COD", "KOR", "PRK", "SRB", "DEU"):
        n.say(state, times=7)


@counter("a code of a donor's commitments to a recipient in a year before 2008; Korea is the Republic, Serbia before 2006 is Yugoslavia, which is none after it; banks, agencies and regions are none")
def plaid_environmental_aid(n):
    nobody = re.compile(r"regional|unspecified|Unspec\.|^global$|^no value$|^arab countries|^[A-Z]{2,}$|World Bank|United Nations|International Trade Centre|National Congress|Coastal Geoscience|East African Community|NOWPAP", re.I)
    def is_none(name):
        return not name or re.fullmatch(r"[A-Z]{2,}", name) or re.search(nobody.pattern.replace("^[A-Z]{2,}$|", ""), name, re.I)
    def who(name, year):
        key = "KOR" if name == "Korea" else named(name)
        return "YUG" if key == "SRB" and year < 2006 else key
    groups = set()
    for r in rows("plaid-environmental-aid/env_plaid19_agg.csv.gz"):
        donor, recipient = r["donor"].strip(), r["recipient"].strip()
        if r["year"].strip() and r["year"] != "2008" and r["commitment_usd2000"].strip() and not is_none(donor) and not is_none(recipient):
            one, other = (who(name, int(r["year"])) or name for name in (donor, recipient))
            if one != other and not ("YUG" in (one, other) and int(r["year"]) > 2006):
                groups.add((one, other, r["year"], r["environment_code"]))
    for one, other, *_ in groups:
        n.say(*(s for s in (one, other) if len(s) == 3 and s.isupper()))


@counter("a row of the two tables of travel; Germany is the Reich to 1945 and nobody under occupation, Serbia before 2006 Yugoslavia, what stands in brackets is a place; an exact repetition is none")
def us_leader_travel(n):
    own = {"Serbia-Montenegro": "YUG", "Serbia and Montenegro": "YUG", "Congo, Democratic Republic of": "COD"}
    months = "January February March April May June July August September October November December".split()
    seen = set()
    for path in ("AmericanPresidentVisit.csv", "AmericanSecretaryVisit.csv"):
        for r in rows("us-leader-travel/" + path):
            key = path, r["destination country"], r["destination city"], r["description"], r["time"]
            if key in seen:
                continue
            seen.add(key)
            country = re.sub(r"\s*\([^)]*\)$", "", r["destination country"].strip())
            state = own.get(country) or named(country)
            if state == "DEU":
                month, day, year = re.match(r"(\w+) (\d+)", r["time"].strip()).groups() + (re.search(r"\d{4}", r["time"]).group(),)
                when = "%s-%02d-%02d" % (year, months.index(month) + 1, int(day))
                state = "DEU_1871" if when < "1945-05-09" else "DEU" if when > "1949-05-22" else None
            n.say("YUG" if state == "SRB" and r["year"] < "2006" else state)


@counter("a pair of states that are parties of one treaty; Belgium and Luxembourg through their union, groups and the treaty of the European Union with the south of Africa are none; Serbia before June 2006 is Yugoslavia")
def unctad_iia(n):
    with_comma = ("Korea, Republic of", "Korea, Dem. People's Rep. of", "Congo, Democratic Republic of the", "Hong Kong, China SAR", "Macao, China SAR", "Tanzania, United Republic of", "Moldova, Republic of",
                  "Iran, Islamic Republic of", "Bolivia, Plurinational State of", "Venezuela, Bolivarian Republic of", "Micronesia, Federated States of")
    for r in rows("unctad-iia/bits_raw.csv"):
        text = r["parties"]
        for name in with_comma:
            text = text.replace(name, name.replace(", ", "; "))
        text = re.sub(r"\([^)]*\)", lambda m: m.group().replace(",", ";"), text)
        parties = []
        for name in (t.strip().replace("; ", ", ") for t in text.split(", ")):
            if name.startswith("BLEU"):
                parties += ["Belgium by the union", "Luxembourg by the union"]
            elif "(" not in name or name == "Yugoslavia (former)":
                parties.append(name)
        if r["short_title"].startswith("EU - SADC"):
            continue
        for name in parties:
            key = {"Congo, Democratic Republic of the": "COD", "Congo": "COG", "Korea, Dem. People's Rep. of": "PRK", "Yugoslavia (former)": "YUG"}.get(name) or named(name)
            if key == "SRB" and r["date_of_signature"] and r["date_of_signature"] < "2006-06-05":
                key = "YUG"
            n.say(key, times=len(set(parties)) - 1)
