"""Sums and counts of samples, of national books of trade and of tables whose rows are no figures; and of what scholars' tables of pairs hold by year."""
import datetime, json, re

from count_posts import posts
from count_samples import activities, neighbours, profiles
from count_series import runs_of_peacesciencer, spans_of_peacesciencer
from reading import bytes_of, number, rows
from summing import counter


@counter
def aiddata_iati(s):
    for state, *_ in activities():
        s.fact("event", "state_a = state_id('%s')" % {"HN": "HND", "IQ": "IRQ", "NG": "NGA"}[state])


@counter
def cepii_gravity_v202211_labels(s):
    for r in rows("cepii-gravity-v202211-labels/Countries_V202211.csv"):
        if r["first_year"].strip() or r["last_year"].strip():
            s.fact("event", "kind = 'state_span'")


@counter
def countrycode(s):
    for r in rows("countrycode/countryhood.csv"):
        if r["start_year"].strip():
            s.fact("event", "kind = 'state_span'")


@counter
def ucdp_acd(s):
    # The one with Hyderabad is of no state of the register.
    for r in {(r["conflict_id"], r["start_date2"], r["gwno_a"], r["gwno_b"]) for r in rows("peacesciencer/ucdp_acd.csv") if r["type_of_conflict"] == "interstate" and "751" not in (r["gwno_a"], r["gwno_b"])}:
        s.fact("event", "year(day_from) = %s" % r[1][:4])


@counter
def peacesciencer(s):
    for (indicator, scheme), runs in runs_of_peacesciencer().items():
        for years in runs.years.values():
            for value in years.values():
                s.year(indicator, value, "scheme = '%s'" % scheme)
    for indicator, scheme, _, _, _, value in spans_of_peacesciencer():
        s.span(indicator, value, "scheme = '%s'" % scheme)


@counter
def cia_factbook(s):
    # What is counted with Morocco and again with Western Sahara is not told here; the Gaza Strip and the West Bank are one neighbour; bases and the Union are none.
    none = {"US Naval Base at Guantanamo Bay", "Akrotiri", "Dhekelia"}
    for code, profile in profiles().items():
        if code in ("ax", "dx", "ee", "mo", "ag", "mr", "we", "gz"):
            continue
        lengths = {}
        for name, km in neighbours(profile):
            name = {"Gaza Strip": "Palestine", "West Bank": "Palestine"}.get(name, name)
            if name not in none:
                lengths[name] = lengths.get(name, 0) + km
        for km in lengths.values():
            s.add("border_km", km, "variant NOT LIKE '%Morocco%' AND variant NOT LIKE '%Algeria%' AND variant NOT LIKE '%Mauritania%' AND variant NOT LIKE '%West Bank%'")


@counter
def database_of_embassies(s):
    # By senders whose names are plain.
    own = {"Germany": "DEU", "Kazakhstan": "KAZ", "Turkey": "TUR", "France": "FRA", "People's Republic of China": "CHN", "Russia": "RUS", "Taiwan": "TWN", "Brazil": "BRA", "Namibia": "NAM", "Serbia": "SRB"}
    for sender, receiver, stands_there in posts():
        if sender in own and sender != receiver:
            s.fact("mission", "sending = state_id('%s') AND resident = %s" % (own[sender], str(stands_there).lower()))


def is_a_day(text):
    """A year, a month or a day that there was."""
    year, month, day = (text.split("-") + ["1", "1"])[:3] if text else ("0", "1", "1")
    try:
        return bool(datetime.date(int(year), int(month), int(day)))
    except ValueError:
        return False


@counter
def wikipedia_foreign_relations(s):
    # The rows that a page numbers stand together: each tells the year of its first date, but one that never was a day and those that say only before or after when.
    years = {}
    for record, r in enumerate(rows("wikipedia-foreign-relations/diplomatic_relations_dates.csv.zst"), 1):
        if r["row_no"] and is_a_day(r["date_iso"]) and not re.search(r"(?i)before|after", r["date_text"]):
            years[record] = int(r["date_iso"][:4])
    runs = []
    for record in years:
        if not runs or record != runs[-1][1] + 1:
            runs.append([record, record])
        runs[-1][1] = record
    where = "kind = 'relations_established' AND date_edtf IS NOT NULL AND (%s)" % " OR ".join("record BETWEEN %d AND %d" % tuple(run) for run in runs)
    for year in years.values():
        s.fact("event", where, year, "year(day_from)")


@counter
def comtrade_samples(s):
    for r in json.loads(bytes_of("comtrade-samples/comtrade_v1_get_C_A_HS_CHN_ARG_2010.json"))["data"]:
        s.add("goods_exports" if r["flowCode"] == "X" else "goods_imports", r["primaryValue"])
    for r in rows("comtrade-samples/comtradr_example_3_thailand_shrimp.csv"):
        if r["partner_iso"].strip() not in ("THA", "_X"):
            s.add("goods_exports" if r["flow_code"] == "X" else "goods_imports", number(r["primary_value"]))
    for r in rows("comtrade-samples/comtradr_data_eu_imports_world.csv.gz"):
        s.add("goods_imports_total", number(r["primary_value"]))
    for r in rows("comtrade-samples/comtradr_data_eu_imports_wood_2018_2022.csv.gz"):
        if r["reporter_iso"] != r["partner_iso"] and r["partner_iso"].strip() not in ("_X", "XX", "X1", "E19", "F19"):
            s.add("goods_imports", number(r["primary_value"]))
