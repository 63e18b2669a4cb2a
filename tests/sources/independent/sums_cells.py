"""Sums of figures that stand in grids, in columns per publisher, or in units of their own."""
import re

from reading import cells, members, number, rows
from summing import counter


@counter
def baci_sample(s):
    # In thousands.
    for r in rows("baci-sample/BACI_HS17_Y2020_V202301_i4_i710.csv"):
        s.add("goods_exports", round(number(r["v"]) * 1e3, 3))


@counter
def fixest_trade(s):
    for r in rows("fixest-trade/trade.csv"):
        s.add("goods_exports", number(r["Euros"]))


@counter
def gef_projects(s):
    # A state and first year is one figure: only what they add up to can be told by project.
    sums = {}
    for r in rows("gef-projects/projects.csv"):
        if len(r["recipients_iso3"]) == 3 and r["status"] != "Cancelled" and r["total_commitments"].strip():
            key = r["recipients_iso3"], r["transactions_start_year"]
            sums[key] = sums.get(key, 0) + number(r["total_commitments"])
    for value in sums.values():
        s.add("gef_commitment", round(value, 2))


@counter
def oecd_eurostat_fdi(s):
    for r in rows("oecd-eurostat-fdi/spe_fdi.csv"):
        if r["indicator"] == "million_USD" and r["host"] != r["home"]:
            for column, voice in (("eurostat", "Eurostat"), ("oecd", "OECD"), ("spain", "Datainvex"), ("mauritius", "FSC Mauritius")):
                value = number(r["value_" + column])
                s.add("fdi_outward_stock", value * 1e6 if value else None, "variant = '%s'" % voice)


@counter
def wb_gdp(s):
    # Aggregates of the World Bank are no states; told by a few that are.
    for r in rows("wb-gdp/gdp.csv"):
        if r["Country Code"] in ("DEU", "KAZ", "NAM", "COD", "TUR", "KOR", "SRB", "XKX", "USA", "CHN"):
            s.add("gdp", number(r["Value"]), "from_state = '%s'" % r["Country Code"])


@counter
def wb_population(s):
    for r in rows("wb-population/population.csv"):
        if r["Country Code"] in ("DEU", "KAZ", "NAM", "COD", "TUR", "KOR", "PRK", "SRB", "XKX", "USA", "CHN"):
            s.add("population", number(r["Value"]), "from_state = '%s'" % r["Country Code"])


@counter
def eurostat_comext_extracts(s):
    # A month stands in several downloads: once for each reporter, partner, flow and month.
    months = {}
    for name in ("armenia_export", "georgia_export", "kazahstan_export", "kyrgyz_export", "kyrgyzstan_import", "russia_export", "uzbek_export"):
        for r in rows("eurostat-comext-extracts/%s_eurostat.csv" % name):
            if not r["REPORTER"].startswith("Euro"):
                flow = "goods_imports" if "IMPORT" in r["FLOW"] else "goods_exports"
                months.setdefault((flow, re.sub(r"\s*\(.*", "", r["REPORTER"]), r["PARTNER"], r["PERIOD"].split("-")[-1]), number(r["VALUE_IN_EUR"]))
    for (flow, *_), value in months.items():
        s.add(flow, value, "period_months = 1")


@counter
def worldbank_bilateral_migration(s):
    rest = re.compile(r"(?i)^(world|other (north|south)|channel islands)")
    for path, title, indicator, scale in (("WB_Bilateral_Estimates_Migrant_Stocks_2017.xlsx", "Bilateral_Migration_2017", "migrant_stock_born", 1),
                                          ("WB_Bilateral_Remittance_Estimates_2017.xlsx", "Bilateral_Remittances_2017", "remittances", 1e6)):
        sheet = cells("worldbank-bilateral-migration/" + path)[title]
        header = {c: text for (r, c), text in sheet.items() if r == 2 and c > 1}
        side = {r: text for (r, c), text in sheet.items() if c == 1 and r > 2}
        for (r, c), text in sheet.items():
            value = number(text)
            if c in header and r in side and value and not rest.match(header[c]) and not rest.match(side[r]) and header[c] != side[r]:
                s.add(indicator, value * scale)


@counter
def unctad_bilateral_fdi(s):
    # In millions. What stands with itself, and Montenegro within Serbia and Montenegro, is none; names are those of the files.
    for path, indicator in (("target_info", "fdi_inflow"), ("source_info", "fdi_outflow")):
        for r in rows("unctad-bilateral-fdi/%s.csv" % path):
            value = number(r["flow"])
            if value and r["year"] == "2011" and r["source"] != r["target"]:
                s.add(indicator, value * 1e6, "period_start = '2011-01-01'")


@counter
def cepii_geodist(s):
    # The same both ways: told from the row whose first code comes first.
    for r in rows("cepii-geodist/dist_cepii.csv.gz"):
        if r["iso_o"] < r["iso_d"]:
            for column, indicator, where in (("dist", "distance_km", "variant = 'most populated cities'"), ("distw", "distance_km", "variant = 'weighted by population'"), ("distcap", "distance_capitals_km", "true"),
                                             ("contig", "land_border", "true"), ("comlang_off", "language_official_common", "true"), ("colony", "colonial_link", "true")):
                s.add(indicator, number(r[column]), where)


@counter
def kz_bns_trade(s):
    # Thousands, from the flattened copy; a few partners whose names are plain.
    own = {"Турция": "TUR", "Намибия": "NAM", "Германия": "DEU", "Сербия": "SRB", "Франция": "FRA"}
    for r in rows("kz-bns-trade/kz_bns_trade_by_partner_long.csv"):
        key = own.get(" ".join(r["partner_ru"].split()))
        if key:
            for column, indicator, side in (("export_kusd", "goods_exports", "to_state"), ("import_kusd", "goods_imports", "from_state")):
                value = number(r[column].replace(" ", ""))
                s.add(indicator, value * 1e3 if value else None, "%s = '%s'" % (side, key))


@counter
def plaid_environmental_aid(s):
    # What Germany gave, by code; groups of one recipient and year are one figure, so that only the sum is told by row.
    for name, key in (("Germany", "DEU"), ("Sweden", "SWE"), ("Denmark", "DNK")):
        groups = {}
        for r in rows("plaid-environmental-aid/env_plaid19_agg.csv.gz"):
            if r["donor"] == name and r["recipient"] in ("Turkey", "Namibia", "Kenya", "Congo, Rep.", "Congo, Dem. Rep.", "China") and r["year"].strip() and r["year"] != "2008":
                group = r["recipient"], r["year"], r["environment_code"]
                groups[group] = groups.get(group, 0) + (number(r["commitment_usd2000"]) or 0)
        for value in groups.values():
            s.add("oda_commitment", round(value, 2), "product <> 'total' AND from_state = '%s' AND to_state IN ('TUR', 'NAM', 'KEN', 'COG', 'COD', 'CHN')" % key)


@counter
def wits_trade_summary(s):
    own = {"Turkey": "TUR", "Namibia": "NAM", "Germany": "DEU", "Kazakhstan": "KAZ", "Korea, Rep.": "KOR", "Congo, Rep.": "COG", "China": "CHN", "United States": "USA"}
    scale = {"Exports (in US$ Mil)": ("goods_exports_total", 1e6), "Imports (in US$ Mil)": ("goods_imports_total", 1e6)}
    for lines in members("wits-trade-summary/all_countries_WITS_Trade_Summary.tar.zst"):
        head = [t.strip() for t in next(lines)]
        for line in lines:
            r = dict(zip(head, (t.strip() for t in line)))
            if r.get("Reporter") in own and r["Partner"] == "World" and r["Product categories"] == "All Products" and r["Indicator"] in scale:
                indicator, by = scale[r["Indicator"]]
                for year in (y for y in head if re.fullmatch(r"\d{4}", y)):
                    value = number(r.get(year))
                    s.add(indicator, value * by if value else None, "from_state = '%s'" % own[r["Reporter"]])


@counter
def imf_cdis(s):
    # A column invests in a row; millions. C is confidential and no figure, less than a dollar is none.
    nobody = re.compile(r"(?i)^(total|not specified|.*confidential|us pacific islands|world$|.*not specified)")
    for year in (2009, 2014, 2018, 2022):
        for sheet in cells("imf-cdis/CDIS_Table_6_Direct_Investment_Position_%d.xlsx" % year).values():
            header = next(r for (r, c), text in sheet.items() if text == "Investment in:")
            notes = min([r for (r, c), text in sheet.items() if text == "Notes" and c == 1] or [10 ** 9])
            for (r, c), text in sheet.items():
                host, investor, value = sheet.get((r, 1)), sheet.get((header, c)), number(text)
                if header < r < notes and c > 1 and host and investor and value and abs(value) > 1e-6 and not nobody.match(investor) and not nobody.match(host) and host != investor and not (host == "Netherlands Antilles" and year >= 2010):
                    s.add("fdi_outward_stock", value * 1e6, "to_state IS NOT NULL AND period_start = '%d-01-01'" % year)


@counter
def central_asia_national_trade(s):
    # Uzbekistan in thousands, a column a year; code 0 is the rest, 860 itself, 530 the Netherlands Antilles, which ended in 2010.
    for path, indicator in (("uz_sdmx_data_1105.csv", "goods_exports"), ("uz_sdmx_data_1176.csv", "goods_imports")):
        for r in rows("central-asia-national-trade/" + path):
            for year in (c for c in r if c and re.fullmatch(r"\d{4}", c)):
                value = number(r[year])
                if value and r["Code"] not in ("0", "860") and not (r["Code"] == "530" and year > "2010"):
                    s.add(indicator, round(value * 1e3, 2), "%s = 'UZB' AND to_state IS NOT NULL" % ("from_state" if indicator == "goods_exports" else "to_state"))
    groups = {None, "Total", "The EU", "CIS", "SCO", "EAEU", "Europe", "Asia", "America", "Africa", "Australia and Oceania", "European Union (EU)", "UN", "Undefined country", "Channel Islands"}
    # Kyrgyzstan's totals in thousand dollars: the row of that English name, a year over each column.
    for path, indicator in (("kg_4.03.00.18_export_geography.xlsx", "goods_exports_total"), ("kg_4.03.00.20_import_geography.xlsx", "goods_imports_total")):
        for sheet in cells("central-asia-national-trade/" + path).values():
            years = {c: text[:4] for (r, c), text in sheet.items() if r <= 4 and c > 3 and re.fullmatch(r"(19|20)\d\d( \d)?", text)}
            for (r, c), text in sheet.items():
                if c in years and r > 4 and sheet.get((r, 3)) == "Total" and number(text):
                    s.add(indicator, round(number(text) * 1e3, 2), "currency = 'USD' AND from_state = 'KGZ'")
                # By partner: what is no group of the list. The dissolved Antilles have no figure after 2010; El Salvador's two rows never both have one.
                elif c in years and r > 4 and number(text) and sheet.get((r, 3)) not in groups and not (sheet[r, 3] == "Netherlands antilles" and years[c] > "2010"):
                    s.add(indicator[:-6], round(number(text) * 1e3, 2), "%s = 'KGZ' AND to_state IS NOT NULL" % ("from_state" if "exports" in indicator else "to_state"))
    # Armenia in thousands, by three columns: a year that is told whole; of 2023 January.
    for r in rows("central-asia-national-trade/armenia_data.csv"):
        if r["country"] not in ("", "Unknown country", "EU countries not specified") and r["timeperiod"] == ("1" if r["year"] == "2023" else "Year"):
            for column, indicator, where in (("export", "goods_exports", "from_state = 'ARM'"), ("import_origin", "goods_imports", "to_state = 'ARM' AND variant = 'country of origin'"), ("import_consigment", "goods_imports", "to_state = 'ARM' AND variant = 'country of consignment'")):
                value = number(r[column])
                s.add(indicator, round(value * 1e3, 2) if value else None, where + " AND reporter = 'ARM'")
