"""Counts of sources on people, towns and borders. How each is counted stands above it."""
import re

from meant import ISO3, counter, named
from reading import cells, number, rows


@counter("six methods a row; Serbia is called Serbia in all periods, Serbia and Montenegro to 2005")
def abel_cohen_flows(n):
    for r in rows("abel-cohen-flows/flows_long.csv.gz"):
        n.say(named(r["orig"]), named(r["dest"]), times=6)


@counter("borders are told from both ends: an unordered pair is one fact, and each country has a number of neighbours")
def geodatasource_borders(n):
    iso2 = {"TR": "TUR", "NA": "NAM", "XK": "XKX", "CG": "COG", "CD": "COD", "KR": "KOR", "KP": "PRK", "RS": "SRB", "DE": "DEU"}
    pairs, all_codes = set(), set()
    for r in rows("geodatasource-borders/GEODATASOURCE-COUNTRY-BORDERS.CSV"):
        all_codes.add(r["country_code"])
        if r["country_border_code"].strip():
            pairs.add(frozenset((r["country_code"], r["country_border_code"])))
    for code in all_codes:
        n.say(iso2.get(code))
    for pair in pairs:
        for code in pair:
            n.say(iso2.get(code))


@counter("a row; the host with itself is none")
def oecd_student_mobility(n):
    for r in rows("oecd-student-mobility/OECD_Intl_Student_Enrollment_2013_2019.csv.gz"):
        if r["COUNTRY_OF_SCHOOL"] != r["COUNTRY_OF_ORIGIN"]:
            n.say(named(r["COUNTRY_OF_SCHOOL"]), named(r["COUNTRY_OF_ORIGIN"]))


@counter("six snapshots; neither the own passport nor a ban of the pandemic is a rule")
def passport_index(n):
    files = ["passport-index/passport-index-tidy-iso3.csv"] + ["passport-index/history/passport-index-tidy-iso3_%s.csv.gz" % day for day in
             ("2019-11-23", "2021-01-25", "2022-01-05", "2023-01-11", "2024-01-05")]
    for path in files:
        for r in rows(path):
            rule = (r.get("Requirement") or r.get("Code") or "").strip()
            if rule in ("-1", "covid ban") or r["Passport"] == r["Destination"]:
                continue
            n.say(ISO3.get(r["Passport"]), ISO3.get(r["Destination"]))


@counter("refugees, asylum seekers and others in need where the cell is a number and the row has people of any of the three; SRB before 2006 is Yugoslavia")
def unhcr_refugees(n):
    nobody = {"UNK", "XXA", "TIB", "", "NA"}
    union = {"AZE", "BLR", "EST", "GEO", "KAZ", "KGZ", "LTU", "LVA", "MDA", "TJK", "TKM", "UKR", "UZB", "ARM", "BIH", "HRV", "MKD", "SVN"}
    for r in rows("unhcr-refugees/population.csv.gz"):
        a, b, year = r["coo_iso"], r["coa_iso"], int(r["year"])
        if a == b or a in nobody or b in nobody:
            continue
        if any((c == "YEM" and year < 1990) or (c in union and year < 1991) or (c == "SVK" and year < 1993) or (c == "MNE" and year < 2006) for c in (a, b)):
            continue
        people = sum(number(r[c]) or 0 for c in ("refugees", "asylum_seekers", "oip"))
        def who(code):
            return "YUG" if code == "SRB" and year < 2006 else ISO3.get(code)
        if people > 0:
            n.say(who(a), who(b), times=sum(1 for c in ("refugees", "asylum_seekers", "oip") if number(r[c]) is not None))
        if (number(r["returned_refugees"]) or 0) > 0:
            n.say(who(a), who(b))


@counter("a row with a value; codes of the World Bank, by today's states")
def wb_population(n):
    for r in rows("wb-population/population.csv"):
        n.say(ISO3.get(r["Country Code"]))


@counter("a filled cell of each matrix")
def worldbank_bilateral_migration(n):
    own = {"Turkey": "TUR", "Namibia": "NAM", "Kosovo": "XKX", "Congo, Rep.": "COG", "Congo, Dem. Rep.": "COD", "Korea, Rep.": "KOR", "Korea, Dem. Rep.": "PRK",
           "Korea, Dem. People's Rep.": "PRK", "Serbia": "SRB", "Germany": "DEU"}
    for path, title in (("WB_Bilateral_Estimates_Migrant_Stocks_2017.xlsx", "Bilateral_Migration_2017"), ("WB_Bilateral_Remittance_Estimates_2017.xlsx", "Bilateral_Remittances_2017")):
        sheet = cells("worldbank-bilateral-migration/" + path)[title]
        header = {c: text for (r, c), text in sheet.items() if r == 2 and c > 1}
        side = {r: text for (r, c), text in sheet.items() if c == 1 and r > 2}
        rest = re.compile(r"(?i)^(world|other (north|south)|channel islands)")
        for (r, c), text in sheet.items():
            if c in header and r in side and number(text) is not None and not rest.match(header[c]) and not rest.match(side[r]) and header[c] != side[r]:
                n.say(own.get(side[r]), own.get(header[c]))


@counter("a pair of towns of two states, whichever list names it first; the kingdom's countries are one state; some partners are written region, country")
def twin_cities(n):
    kingdom = {"England", "Scotland", "Wales", "Northern Ireland", "United Kingdom"}
    def land(text):
        text = text.strip()
        text = "UK" if text in kingdom or text.endswith(", United Kingdom") else text.split(", ")[-1]
        return {"Republic of Ireland": "Ireland", "Georgia (country)": "Georgia", "Bosnia and Hercegovina": "Bosnia and Herzegovina", "East Timor": "Timor-Leste"}.get(text, text)
    seen = set()
    for r in rows("twin-cities/twin_cities_raw.csv"):
        a, b = land(r["country1"]), land(r["country2"])
        if {a, b} == {"Cyprus", "Turkey"}:  # Turkey's list means the north of the island
            a, b = ("Northern Cyprus" if x == "Cyprus" else x for x in (a, b))
        if "West Bank" in (a, b):
            continue
        key = frozenset((a, b)), frozenset((r["city1"], r["city2"]))
        if a != b and a and b and "in Italy" not in (a, b) and key not in seen:  # "in Italy" stands for a country once
            seen.add(key)
            n.say(named(a), named(b))


@counter("an institute: China and its host")
def confucius_institutes(n):
    for r in rows("confucius-institutes/confucius_institutes.csv"):
        n.say(named(r["country"]))
