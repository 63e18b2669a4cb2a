#!/usr/bin/env python3
"""Counts, from the publishers' files alone, how many facts should speak of the states that are easily lost.

    python3 tests/sources/independent/count.py DIR [ID ...]     DIR: the mirror of publishers' files
    python3 tests/sources/independent/count.py --sql DIR > tests/sources/rules/who_arrives_whole_by_an_independent_count.sql

Nothing of Comity is used: each function below reads one publisher's files by their own format, with lists of names and
codes written by hand from the files and the publishers' documentation, and applies the rules that the source's folder
declares (what a row is, what is left out). It prints a line a source, in the form that control.sql holds:

    <id>\tCOD 12, COG 9, …\t<how it was counted>

A difference between this line and `whole('<id>')` is a fact lost, doubled, or given to another state.
Needs zstd on the PATH for two files. Standard library only.
"""
import collections, csv, gzip, io, json, os, re, subprocess, sys, zipfile
import xml.etree.ElementTree as ET

import count_lists

csv.field_size_limit(1 << 30)
ROOT = ""
COUNTERS = {}


def counter(how):
    """A function that counts one source; its name is the source's id, `how` says how."""
    def keep(function):
        COUNTERS[function.__name__] = (function, how)
        return function
    return keep


# --- reading -----------------------------------------------------------------------------------------------------------

def text_of(path, encoding="utf-8-sig"):
    full = os.path.join(ROOT, path)
    if path.endswith(".gz"):
        data = gzip.open(full).read()
    elif path.endswith(".zst"):
        data = subprocess.run(["zstd", "-dcq", full], check=True, stdout=subprocess.PIPE).stdout
    else:
        data = open(full, "rb").read()
    return io.StringIO(data.decode(encoding, errors="replace"), newline="")


def rows(path, encoding="utf-8-sig", delimiter=","):
    return csv.DictReader(text_of(path, encoding), delimiter=delimiter)


def cells(path):
    """{sheet: {(row, column): text}} of a workbook, rows and columns from 1."""
    space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    out = {}
    with zipfile.ZipFile(os.path.join(ROOT, path)) as book:
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            for item in ET.fromstring(book.read("xl/sharedStrings.xml")).findall("m:si", space):
                shared.append("".join(t.text or "" for t in item.iter("{%s}t" % space["m"])))
        names = [s.get("name") for s in ET.fromstring(book.read("xl/workbook.xml")).find("m:sheets", space)]
        for number, name in enumerate(names, 1):
            part = "xl/worksheets/sheet%d.xml" % number
            if part not in book.namelist():
                continue
            sheet = {}
            for cell in ET.fromstring(book.read(part)).iter("{%s}c" % space["m"]):
                value, inline = cell.find("m:v", space), cell.find("m:is", space)
                text = "".join(t.text or "" for t in inline.iter("{%s}t" % space["m"])) if inline is not None else value.text if value is not None else None
                if text is None:
                    continue
                if cell.get("t") == "s":
                    text = shared[int(text)]
                letters, row = re.match(r"([A-Z]+)(\d+)", cell.get("r")).groups()
                column = 0
                for letter in letters:
                    column = column * 26 + ord(letter) - 64
                if text.strip():
                    sheet[int(row), column] = text.strip()
            out[name] = sheet
    return out


def number(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


# --- who is meant ------------------------------------------------------------------------------------------------------

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


# --- the sources -------------------------------------------------------------------------------------------------------

@counter("six methods a row; Serbia is called Serbia in all periods, Serbia and Montenegro to 2005")
def abel_cohen_flows(n):
    for r in rows("abel-cohen-flows/flows_long.csv.gz"):
        n.say(named(r["orig"]), named(r["dest"]), times=6)


@counter("a row with two different codes is one fact")
def agtpa(n):
    for r in rows("agtpa/agtpa_applications.csv.gz"):
        if r["exporter"] != r["importer"]:
            n.say(ISO3.get(r["exporter"]), ISO3.get(r["importer"]))


@counter("the latest year of each company in each country but its own")
def cbcr_taxobservatory(n):
    latest = {}
    for r in rows("cbcr-taxobservatory/data_final_dataviz.csv.gz"):
        if r["jur_code"] != "OTHER" and r["upe_code"] != r["jur_code"]:
            key = r["mnc"], r["upe_code"], r["jur_code"]
            latest[key] = max(latest.get(key, 0), int(r["year"]))
    for _, home, host in latest:
        n.say(ISO3.get(home), ISO3.get(host))


@counter("observations only, without the series by number: both flows of a row, and imports and exports of a row of totals; 255 of 1960 to 1989 in the totals is the Federal Republic")
def cow_trade_4_0(n):
    for r in rows("cow-trade-4.0/cow_trade_undirected.csv.gz"):
        n.say(cow_in(r["ccode1"], r["year"]), cow_in(r["ccode2"], r["year"]), times=2)
    for r in rows("cow-trade-4.0/cow_trade_sy.csv"):
        year, code = int(r["year"]), r["ccode"].strip('"')
        if code == "255" and 1960 <= year <= 1989:
            n.say("DEU", times=2)
        elif not (code == "260" and 1960 <= year <= 1990 and not r["imports"].strip() and not r["exports"].strip()):
            n.say(cow_in(code, year), times=2)


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


@counter("a row; trade of an economy with itself is none")
def itpde_r01_aggregated(n):
    for r in rows("itpde-r01-aggregated/itpde_r01_aggregated_2010usd.csv.gz"):
        if r["exporter"] != r["importer"]:
            n.say(named(r["exporter"]), named(r["importer"]))


@counter("the gross kinds of aid only; each gross total without a net one adds a lost net figure; the OECD's donor Korea is the Republic")
def oecd_dac2a(n):
    net = {"ODA: Total Net", "ODA Loans: Total Net", "Memo: ODA Total, excl. Debt", "Memo: Net debt relief", "Imputed Multilateral ODA", "Interest received"}
    has_net, gross = set(), set()
    def who(name):
        return "KOR" if name == "Korea" else named(name)
    for r in rows("oecd-dac2a/OECD.csv.gz"):
        key = r["Donor"], r["Recipient"], r["Year"]
        if r["Aid type"] == "ODA: Total Net":
            has_net.add(key)
        if r["Aid type"] == "Memo: ODA Total, Gross disbursements":
            gross.add(key)
        if r["Aid type"] in net:
            continue
        n.say(who(r["Donor"]), who(r["Recipient"]))
    for donor, recipient, year in gross - has_net:
        n.say(who(donor), who(recipient))


@counter("a row; the host with itself is none")
def oecd_student_mobility(n):
    for r in rows("oecd-student-mobility/OECD_Intl_Student_Enrollment_2013_2019.csv.gz"):
        if r["COUNTRY_OF_SCHOOL"] != r["COUNTRY_OF_ORIGIN"]:
            n.say(named(r["COUNTRY_OF_SCHOOL"]), named(r["COUNTRY_OF_ORIGIN"]))


@counter("a pair of the undirected list")
def oecd_wht_treaty_pairs(n):
    for r in rows("oecd-wht-treaty-pairs/edges_global_undirected.csv"):
        if "WBA" not in (r["iso3_a"], r["iso3_b"]):  # "World aviation bunkers" is no state
            n.say(*(ISO3.get("XKX" if r[c] == "XKV" else r[c]) for c in ("iso3_a", "iso3_b")))


@counter("a row of the list")
def paris_agreement(n):
    for r in rows("paris-agreement/paris-agreement-entry-into-force.csv"):
        n.say(ISO3.get(r["Code"]))


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


@counter("a row with two states; SRB before 2006 is Yugoslavia; what the exporters book under Taiwan without meaning it is left out")
def penppml_trade(n):
    no_state = {"BLX", "UNS", "KN1", "SPE", "BUN", "FRE", "USP", "NZE", "BAT", "PCE", "ZW1", "RYU", "TAN", "ZPM", "SIK"}
    iso = dict(ISO3, ZAR="COD")
    other_asia = {("SAU", y) for y in (1992, 2000, 2004, 2008, 2012, 2016)} | {("ARE", 2008), ("ARE", 2012), ("IRN", 1972), ("IRN", 2000), ("IRN", 2004), ("IRN", 2016), ("IRQ", 2000), ("VEN", 2008), ("VEN", 2012)}
    def who(code, year):
        return "YUG" if code == "SRB" and year < 2006 else iso.get(code)
    for r in rows("penppml-trade/trade.csv.gz"):
        year = int(r["time"])
        if r["exp"] != r["imp"] and not {r["exp"], r["imp"]} & no_state and not (r["imp"] == "TWN" and (r["exp"], year) in other_asia):
            n.say(who(r["exp"], year), who(r["imp"], year))


@counter("product, population and exchange rate where the cell is filled")
def pwt_10_01(n):
    for r in rows("pwt-10.01/pwt10.01.csv.gz"):
        n.say(ISO3.get(r["isocode"]), times=sum(1 for c in ("rgdpo", "pop", "xr") if r[c].strip()))


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


@counter("a row; net and gross alike; a flow with itself is none; Montenegro within Serbia and Montenegro is none")
def unctad_bilateral_fdi(n):
    for path in ("unctad-bilateral-fdi/target_info.csv", "unctad-bilateral-fdi/source_info.csv"):
        for r in rows(path):
            year = int(r["year"])
            def who(name):
                key = named(name)
                return "YUG" if key == "SRB" and year < 2006 else "SRB" if key == "YUG" and year >= 2006 else key
            if r["source"] == r["target"] or "Montenegro" in (r["source"], r["target"]) and year < 2006:
                continue
            n.say(who(r["source"]), who(r["target"]))


@counter("a row; names have lost their blanks")
def unctad_trade_matrix(n):
    own = {"Turkey": "TUR", "Namibia": "NAM", "Congo": "COG", "DemRepoftheCongo": "COD", "KoreaRepublicof": "KOR", "KoreaDemPeoples": "PRK", "Serbia": "SRB",
           "SerbiaandMontenegro": "YUG", "Germany": "DEU"}
    for year in ("95", "05", "15"):
        for r in rows("unctad-trade-matrix/%sDiGraph_All.csv" % year):
            if r["source"] != r["target"]:
                n.say(own.get(r["source"]), own.get(r["target"]))


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


@counter("a row with a value; codes of the World Bank, by today's states")
def wb_population(n):
    for r in rows("wb-population/population.csv"):
        n.say(ISO3.get(r["Country Code"]))


@counter("a row with a value; codes of the World Bank, by today's states")
def wb_gdp(n):
    for r in rows("wb-gdp/gdp.csv"):
        n.say(ISO3.get(r["Country Code"]))


@counter("a cell of row and column with a text, but World and an economy with itself; totals of a reporter; the list of reporters' own totals")
def imf_cdis(n):
    own = {"Türkiye, Rep. of": "TUR", "Turkey": "TUR", "Türkiye": "TUR", "Namibia": "NAM", "Kosovo, Rep. of": "XKX", "Congo, Rep. of": "COG", "Congo, Dem. Rep. of the": "COD",
           "Korea, Rep. of": "KOR", "Korea, Dem. People's Rep. of": "PRK", "Serbia, Rep. of": "SRB", "Germany": "DEU"}
    nobody = re.compile(r"(?i)^(total|not specified|.*confidential|us pacific islands|world$|.*not specified)")
    for year in range(2009, 2023):
        for sheet in cells("imf-cdis/CDIS_Table_6_Direct_Investment_Position_%d.xlsx" % year).values():
            header = next(r for (r, c), text in sheet.items() if text == "Investment in:")
            notes = min([r for (r, c), text in sheet.items() if text == "Notes" and c == 1] or [10 ** 9])
            for (r, c), text in sheet.items():
                if r <= header or c == 1 or r >= notes:
                    continue
                host, investor = sheet.get((r, 1)), sheet.get((header, c))
                if host is None or investor is None or nobody.match(investor):
                    continue
                if host == "World":
                    n.say(own.get(investor))
                elif host != investor and not nobody.match(host) and not (host == "Netherlands Antilles" and year >= 2010):
                    n.say(own.get(investor), own.get(host))
    for name, sheet in cells("imf-cdis/CDIS_Reporters.xlsx").items():
        if name.startswith("Inward"):
            for (r, c), text in sheet.items():
                if r > 1 and c > 1:
                    n.say(own.get(sheet.get((r, 1))))


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
        key = frozenset((a, b)), frozenset((r["city1"], r["city2"]))
        if a != b and a and b and "in Italy" not in (a, b) and key not in seen:  # "in Italy" stands for a country once
            seen.add(key)
            n.say(named(a), named(b))


@counter("an institute: China and its host")
def confucius_institutes(n):
    for r in rows("confucius-institutes/confucius_institutes.csv"):
        n.say(named(r["country"]))


@counter("the three figures of a partner in each book and sheet, from the flattened copy")
def kz_bns_trade(n):
    own = {"Турция": "TUR", "Намибия": "NAM", "Конго": "COG", "Демократическая Республика Конго": "COD",
           "Корея, Народно-Демократическая Республика": "PRK", "Корея, народно-Демократическая Республика": "PRK", "Республика Корея": "KOR", "Корея, Республика": "KOR", "Германия": "DEU", "Сербия": "SRB"}
    for r in rows("kz-bns-trade/kz_bns_trade_by_partner_long.csv"):
        key = own.get(" ".join(r["partner_ru"].split()))
        if key:
            n.say(key, times=sum(1 for c in ("turnover_kusd", "export_kusd", "import_kusd") if r[c].strip()))


def main():
    global ROOT
    arguments = sys.argv[1:]
    as_sql = "--sql" in arguments
    arguments = [a for a in arguments if a != "--sql"]
    if not arguments:
        sys.exit(__doc__)
    ROOT = arguments[0]
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


count_lists.add_to(sys.modules[__name__])

if __name__ == "__main__":
    main()
