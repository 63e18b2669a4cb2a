"""Counts of samples, labels and small lists, and of national books of trade. How each is counted stands above it."""
import io, json, re, tarfile
import xml.etree.ElementTree as ET

from meant import ISO3, counter, gw_in, named
from reading import bytes_of, cells, rows

M49 = {"792": "TUR", "516": "NAM", "178": "COG", "180": "COD", "410": "KOR", "408": "PRK", "688": "SRB", "276": "DEU"}


@counter("a recipient's activity of one title and first day; the three recipients are none of these")
def aiddata_iati(n):
    for state, *_ in activities():
        n.say({"TR": "TUR", "NA": "NAM", "CD": "COD", "CG": "COG"}.get(state))


def activities():
    """{(recipient, title, first day)} of the three files."""
    out = set()
    for path in ("iati_1.04_HondurasAIMS_GeocodedResearchRelease.xml", "iati_2.03_IraqAIMS_GeocodedResearchRelease.xml.gz", "iati_2.03_NigeriaAIMS_GeocodedResearchRelease.xml"):
        for activity in ET.fromstring(bytes_of("aiddata/iati-xml/" + path)).iter("iati-activity"):
            recipient, title, day = activity.find("recipient-country"), activity.find("title"), activity.find("activity-date")
            if recipient is not None:
                text = " ".join("".join(title.itertext()).split()) if title is not None else ""
                out.add((recipient.get("code"), text, day.get("iso-date") if day is not None else None))
    return out


@counter("a country with a first or a last year, of the year that it names")
def cepii_gravity_v202211_labels(n):
    own = dict(ISO3, SCG="YUG")
    for r in rows("cepii-gravity-v202211-labels/Countries_V202211.csv"):
        if r["first_year"].strip() or r["last_year"].strip():
            n.say(own.get(r["iso3"].strip()))


@counter("a territory with the year from which it is one; none of them is among these")
def countrycode(n):
    for r in rows("countrycode/countryhood.csv"):
        n.say(ISO3.get(r["iso3c"]))


@counter("a row of two different states; of the world only the reporter")
def comtrade_samples(n):
    def tell(reporter, partner):
        if partner == "W00":
            n.say(ISO3.get(reporter))
        elif reporter != partner and partner.strip().isalpha() and partner.strip() not in ("XX",):
            n.say(ISO3.get(reporter), ISO3.get(partner))
        elif partner == "S19":  # under which it books Taiwan
            n.say(ISO3.get(reporter))
    for r in json.loads(bytes_of("comtrade-samples/comtrade_v1_get_C_A_HS_CHN_ARG_2010.json"))["data"]:
        tell(r["reporterISO"], r["partnerISO"])
    for path in ("comtradr_example_3_thailand_shrimp.csv", "comtradr_data_eu_imports_world.csv.gz", "comtradr_data_eu_imports_wood_2018_2022.csv.gz"):
        for r in rows("comtrade-samples/" + path):
            tell(r["reporter_iso"], r["partner_iso"])


@counter("two states' armed conflict by its number, sides and first day, whatever its years")
def ucdp_acd(n):
    told = {(r["conflict_id"], r["start_date2"], r["gwno_a"], r["gwno_b"]) for r in rows("peacesciencer/ucdp_acd.csv") if r["type_of_conflict"] == "interstate"}
    for _, day, one, other in told:
        n.say(gw_in(one, day[:4]), gw_in(other, day[:4]))


@counter("nobody: the statements stand among the curated facts")
def web_statements_deu_kaz(n):
    pass


@counter("a cell of a year in a named row of the Kyrgyz books, with a figure or a dash; fourteen years of each code of the Uzbek ones; of Armenia three figures of a year that is told whole and of January 2023")
def central_asia_national_trade(n):
    own = {"The Republic of Korea": "KOR", "Korea (DPRK)": "PRK", "Zaire": "COD", "Korea, Republic of": "KOR", "Korea, DPR of": "PRK"}
    for path in ("kg_4.03.00.18_export_geography.xlsx", "kg_4.03.00.20_import_geography.xlsx"):
        for sheet in cells("central-asia-national-trade/" + path).values():
            years = {c for (r, c), text in sheet.items() if r <= 4 and c > 3 and re.fullmatch(r"(19|20)\d\d( \d)?", text)}
            for (r, c), text in sheet.items():
                name = sheet.get((r, 3), "")
                if c in years and r > 4:
                    n.say(own.get(name) or named(name))
    for path in ("uz_sdmx_data_1105.csv", "uz_sdmx_data_1176.csv"):
        for r in rows("central-asia-national-trade/" + path):
            n.say(M49.get(r["Code"]), times=sum(1 for c in r if c and re.fullmatch(r"\d{4}", c)))
    for r in rows("central-asia-national-trade/armenia_data.csv"):
        if r["timeperiod"] == ("1" if r["year"] == "2023" else "Year"):
            n.say(own.get(r["country"]) or named(r["country"]), times=3)


GEC = {"tu": "TUR", "wa": "NAM", "kv": "XKX", "cf": "COG", "cg": "COD", "ks": "KOR", "kn": "PRK", "ri": "SRB", "gm": "DEU"}


def profiles():
    """{the two letters of a profile: what it says}"""
    tar = tarfile.open(fileobj=io.BytesIO(bytes_of("cia-factbook/factbook-json.tar.gz")))
    return {member.name[-7:-5]: json.loads(tar.extractfile(member).read()) for member in tar if re.search(r"/..\.json$", member.name)}


def said(profile, *path):
    """The text at a path of headings, '' where there is none."""
    for heading in path + ("text",):
        profile = profile.get(heading, {}) if isinstance(profile, dict) else {}
    return profile if isinstance(profile, str) else ""


def neighbours(profile):
    """[(name, length in km)] of the borders that a profile names, without remarks in brackets."""
    text = re.sub(r"\([^)]*\)", "", said(profile, "Geography", "Land boundaries", "border countries"))
    return [(re.sub(r"\s+", " ", name).strip(), float(km.replace(",", ""))) for name, km in re.findall(r"(?:^|[;,]|\band\b)\s*([^;0-9]+?)\s*([\d,.]*\d)\s*km", text)]


@counter("a border that a profile names, told of both; a person who is chief of state or head of government, or both, by the text before the first bracket")
def cia_factbook(n):
    for code, profile in profiles().items():
        whose = GEC.get(code)
        for name in {name for name, _ in neighbours(profile)}:
            if code not in ("ee", "gz", "ax", "dx"):
                n.say(whose, named(name))
        offices = (said(profile, "Government", "Executive branch", office) for office in ("chief of state", "head of government"))
        n.say(whose, times=len({re.sub(r"\s*[(;].*", "", text) for text in offices if text}))
