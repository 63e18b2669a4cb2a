"""Counts of sources on trade, investment, aid and accounts. How each is counted stands above it."""
import re

from meant import ISO3, counter, cow_in, named
from reading import cells, rows


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


@counter("the three figures of a partner in each book and sheet, from the flattened copy")
def kz_bns_trade(n):
    own = {"Турция": "TUR", "Намибия": "NAM", "Конго": "COG", "Демократическая Республика Конго": "COD",
           "Корея, Народно-Демократическая Республика": "PRK", "Корея, народно-Демократическая Республика": "PRK", "Республика Корея": "KOR", "Корея, Республика": "KOR", "Германия": "DEU", "Сербия": "SRB"}
    for r in rows("kz-bns-trade/kz_bns_trade_by_partner_long.csv"):
        key = own.get(" ".join(r["partner_ru"].split()))
        if key:
            n.say(key, times=sum(1 for c in ("turnover_kusd", "export_kusd", "import_kusd") if r[c].strip()))


@counter("a pair of the undirected list")
def oecd_wht_treaty_pairs(n):
    for r in rows("oecd-wht-treaty-pairs/edges_global_undirected.csv"):
        if "WBA" not in (r["iso3_a"], r["iso3_b"]):  # "World aviation bunkers" is no state
            n.say(*(ISO3.get("XKX" if r[c] == "XKV" else r[c]) for c in ("iso3_a", "iso3_b")))
