"""Counts of sources that write states by ISO's or their own codes. How each is counted stands above it."""
import collections, json

from meant import ISO3, counter
from reading import bytes_of, cells, number, rows, text_of

ISO2 = {"TR": "TUR", "NA": "NAM", "XK": "XKX", "CG": "COG", "CD": "COD", "KR": "KOR", "KP": "PRK", "RS": "SRB", "DE": "DEU"}
M49 = {"792": "TUR", "516": "NAM", "178": "COG", "180": "COD", "410": "KOR", "408": "PRK", "688": "SRB", "276": "DEU"}


@counter("a post of either list; delegations to organisations, the Order of Malta's and the ministry of Palau are none")
def aa_missions_2016(n):
    for r in json.loads(bytes_of("aa-missions-2016/de-ausland.json")):
        if not r["Bezeichnung"].strip().startswith("Ständige Vertretung"):
            n.say("DEU", ISO2.get(r["iso3166-alpha2"]))
    for r in json.loads(bytes_of("aa-missions-2016/de-inland.json")):
        if r["iso3166-alpha2"] != "SMOM" and not r["Missionsart"].startswith("Ministry"):
            n.say("DEU", "COG" if r["Staat"] == "Kongo" else ISO2.get(r["iso3166-alpha2"]))  # one code for both Congos


@counter("loans and export credits recommended for research, not umbrellas nor of several recipients: a recipient, year and kind of a book is a figure; the book on Central and South Asia has none of them")
def aiddata(n):
    named = {"Turkey": "TUR", "Namibia": "NAM", "Kosovo": "XKX", "Congo, Rep.": "COG", "Congo, Dem. Rep.": "COD", "Korea, Dem. Rep.": "PRK", "Serbia": "SRB"}
    for sheet in cells("aiddata/GlobalChineseOfficialFinanceDataset_v1.0.xlsx").values():
        head = {text.lower(): c for (r, c), text in sheet.items() if r == 1}
        if "recommended_for_research" not in head:
            continue
        seen = set()
        for row in range(2, max(r for r, _ in sheet) + 1):
            get = lambda name: sheet.get((row, head[name]), "")
            kind = "loan" if get("flow").startswith("Loan") else "credit" if get("flow") in ("Export credits", "Strategic/Supplier Credit") else None
            if get("recommended_for_research").upper() not in ("1", "TRUE") or get("umbrella").upper() in ("1", "TRUE") or not kind or (number(get("recipient_count")) or 1) > 1 or not get("year"):
                continue
            state = ISO3.get(get("recipient_iso3")) or named.get(get("recipient_condensed"))
            if state:
                seen.add((state, get("year"), kind))
        for state, _, _ in seen:
            n.say(state)


@counter("a row of one of the two exporters that the sample has")
def baci_sample(n):
    for r in rows("baci-sample/BACI_HS17_Y2020_V202301_i4_i710.csv"):
        n.say(M49.get(r["i"].zfill(3)), M49.get(r["j"].zfill(3)))


@counter("of a pair eleven measures that are the same both ways and one each way; its own distance, and area, coast and each city of the second table")
def cepii_geodist(n):
    own = dict(ISO3, ZAR="COD")
    cities, states = collections.defaultdict(set), set()
    for r in rows("cepii-geodist/dist_cepii.csv.gz"):
        a, b = own.get(r["iso_o"]), own.get(r["iso_d"])
        if r["iso_o"] == r["iso_d"]:
            n.say(a)
        else:
            n.say(a, b)
            if r["iso_o"] < r["iso_d"]:
                n.say(a, b, times=11)
    for r in rows("cepii-geodist/geo_cepii.csv", "cp1252"):
        state = own.get(r["iso3"])
        if state:
            cities[state].add((r["city_en"], r["cap"]))
    for state, named in cities.items():
        n.say(state, times=2 + len(named))


@counter("a row; sellers and buyers are fifteen states of the European Union")
def fixest_trade(n):
    for r in rows("fixest-trade/trade.csv"):
        n.say(ISO2.get(r["Origin"]), ISO2.get(r["Destination"]))


@counter("an event of actors of two different states, told once a day; codes of regions and blocs are none")
def gdelt_sample(n):
    regions = {"AFR", "ASA", "BLK", "CRB", "CAU", "CFR", "CAS", "CEU", "EIN", "EAF", "EEU", "EUR", "LAM", "MEA", "MDT", "NAF", "NMR", "PGS", "SCN", "SAM", "SAS", "SEA", "SAF", "WAF", "WST", "WSB"}
    lines = [line.split("\t") for line in text_of("gdelt-sample/20191024143000.export.CSV")]
    for one, other, *_ in {(c[7], c[17], c[1], c[26]) for c in lines if c[7] and c[17] and c[7] != c[17] and not {c[7], c[17]} & regions}:
        n.say(ISO3.get(one), ISO3.get(other))


@counter("a state and first year with a project that is not cancelled and has an amount")
def gef_projects(n):
    for state, _ in {(r["recipients_iso3"], r["transactions_start_year"]) for r in rows("gef-projects/projects.csv") if len(r["recipients_iso3"]) == 3 and r["status"] != "Cancelled" and r["total_commitments"].strip()}:
        n.say(ISO3.get(state))


@counter("an active consolidation of two banks whose codes name one state each; a child and parents of one state once")
def gleif_lei(n):
    lands = collections.defaultdict(set)
    for r in rows("gleif-lei/lei-bic-20260130T000000.csv"):
        lands[r["LEI"]].add(r["BIC"][4:6])
    seen = set()
    for r in rows("gleif-lei/20260123-0800-gleif-goldencopy-rr-golden-copy-subset-large.csv.gz"):
        child, parent = r["Relationship.StartNode.NodeID"], r["Relationship.EndNode.NodeID"]
        if "CONSOLIDATED" in r["Relationship.RelationshipType"] and r["Relationship.RelationshipStatus"] == "ACTIVE" and len(lands.get(child, ())) == 1 and len(lands.get(parent, ())) == 1:
            (host,), (home,) = lands[child], lands[parent]
            if host != home:
                seen.add((child, home, host))
    for _, home, host in seen:
        n.say(ISO2.get(home), ISO2.get(host))


@counter("a filled cell of one of the four publishers in million dollars, but of a home in itself")
def oecd_eurostat_fdi(n):
    for r in rows("oecd-eurostat-fdi/spe_fdi.csv"):
        if r["indicator"] == "million_USD" and r["host"] != r["home"]:
            n.say(ISO3.get(r["home"]), ISO3.get(r["host"]), times=sum(1 for c in ("eurostat", "oecd", "spain", "mauritius") if number(r["value_" + c]) is not None))


@counter("three measures of a country, a capital of its list, and a border told once for both")
def mledoze_countries(n):
    own = dict(ISO3, UNK="XKX")
    borders = set()
    for r in json.loads(bytes_of("mledoze-countries/countries.json")):
        n.say(own.get(r["cca3"]), times=3 + len(r["capital"]))
        borders |= {frozenset((r["cca3"], other)) for other in r["borders"]}
    for border in borders:
        n.say(*(own.get(code) for code in border))


@counter("a directed pair of states with a flight between airports; an airport whose country the list of places has, Pristina in Kosovo, and Astana's, Beijing's and others' younger codes")
def opentraveldata(n):
    lands = collections.defaultdict(set)
    for r in rows("opentraveldata/optd_por_ref.csv", delimiter="^"):
        if r["iata_code"] != "PRN":
            lands[r["iata_code"]].add(r["ctry_code"])
    for code, land in (("PRN", "XK"), ("NQZ", "KZ"), ("PKX", "CN"), ("TFU", "CN"), ("XAI", "CN"), ("HZA", "CN"), ("BZX", "CN"), ("YIA", "ID"), ("GSV", "RU"), ("JRG", "IN"), ("ETM", "IL")):
        lands[code].add(land)
    pairs = set()
    for r in rows("opentraveldata/optd_airline_por.csv.gz", delimiter="^"):
        a, b = lands.get(r["apt_org"], ()), lands.get(r["apt_dst"], ())
        if len(a) == 1 and len(b) == 1 and a != b and (number(r["flt_freq"]) or 0) > 0:
            pairs.add((*a, *b))
    for a, b in pairs:
        n.say(ISO2.get(a), ISO2.get(b))


@counter("a capital a country; Kosovo is not in the list")
def country_codes(n):
    for r in rows("country-codes/country-codes.csv"):
        if r["Capital"].strip():
            n.say(ISO3.get(r["ISO3166-1-Alpha-3"]))


@counter("a capital, which both sizes of the map place alike or not")
def natural_earth(n):
    own = dict(ISO3, KOS="XKX")
    seen = set()
    for path in ("ne_110m_populated_places_simple.json", "ne_50m_populated_places_simple.json.gz"):
        for feature in json.loads(bytes_of("natural-earth/" + path))["features"]:
            p = feature["properties"]
            if p["featurecla"].startswith("Admin-0 capital"):
                seen.add((p["adm0_a3"], p["name"], p["latitude"] if "latitude" in p else p["ls_name"]))
    for code, *_ in seen:
        n.say(own.get(code))


@counter("a year of relations made, cut or resumed of each Korea with a state, the break with a state that came to an end left out; and what 2025 says of a state that the years do not")
def kdiplo_korea_ties(n):
    def party(code, korea, year):
        if code == "DEU" and korea == "PRK" and year < 1991:
            return "DDR"
        if code == "VNM" and korea == "KOR" and year < 1976:
            return "VNR"
        before = {"RUS": ("SUN", 1992), "SRB": ("YUG", 2006), "CZE": ("CSK", 1993), "SVK": ("CSK", 1993), "YEM": ("YAR", 1990)}.get(code)
        return before[0] if before and year < before[1] else code
    told, last = set(), {}
    for r in rows("kdiplo-korea-ties/diplo_ties_data.csv.zst"):
        korea, code = {"South Korea": "KOR", "North Korea": "PRK"}[r["south_north"]], r["iso3c"]
        years = [int(r[c]) if r[c] not in ("NA", "") else None for c in ("date", "cut_date", "reestablish_date")]
        for kind, year in zip(("made", "cut", "again"), years):
            year = 1993 if (korea, code, kind) == ("KOR", "SVK", "made") else year  # the list has North Korea's year
            state = year and party(code, korea, year)
            if state and state != korea and not (kind == "cut" and state in ("DDR", "VNR")):
                told.add((korea, state, kind if not (kind == "again" and state != party(code, korea, years[0])) else "made", year))
        if r["year"] == "2025":
            last[korea, code] = r["diplomatic_ties"], [1993, None, None] if (korea, code) == ("KOR", "SVK") else years
    for (korea, code), (ties, (made, _, again)) in last.items():
        if code != korea and (ties == "1" and made and code not in (party(code, korea, made), again and party(code, korea, again)) or ties == "0" and not made):
            told.add((korea, code, "2025", 2025))
    for korea, state, *_ in told:
        n.say(korea, state if state in ISO3 else None)


@counter("a state in a treaty with a day of its own that begins before it ends; the list's codes for the German Democratic Republic, Kosovo and Serbia and Montenegro")
def manytreaties(n):
    own = dict(ISO3, GDR="DDR", KOS="XKX", Kosovo="XKX", SCG="YUG")
    spells = collections.defaultdict(list)
    for nth, r in enumerate(rows("manytreaties/parties_GGO.csv.zst")):
        state = own.get(r["stateID"].strip())
        if state:
            force, ratified, signed, end = (None if r[c].startswith("9999") or not r[c].strip() else r[c].strip() for c in ("StateForce", "StateRatification", "StateSignature", "StateEnd"))
            spells[state, r["treatyID"].strip()].append((not force, not ratified, not signed, nth, force or ratified or signed, end))
    for (state, _), all_of_one in spells.items():
        since, end = min(all_of_one)[-2:]
        if since and not (end and end < since[:len(end)]):
            n.say(state)
