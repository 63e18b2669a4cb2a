"""Sums of figures that are plain columns of their files; of the sources of trade, aid, people and votes."""
from reading import number, rows
from summing import counter


@counter
def abel_cohen_flows(s):
    for r in rows("abel-cohen-flows/flows_long.csv.gz"):
        if r["orig"] != r["dest"]:
            for method in ("sd_drop_neg", "sd_rev_neg", "mig_rate", "da_min_open", "da_min_closed", "da_pb_closed"):
                s.add("migration_flow", number(r[method]), "variant = '%s'" % method)


@counter
def cow_trade_4_0(s):
    for r in rows("cow-trade-4.0/cow_trade_undirected.csv.gz"):  # in millions; -9 is missing
        for flow in ("flow1", "flow2"):
            value = number(r[flow])
            if value and value > 0:
                s.add("goods_imports", value * 1e6)


@counter
def itpde_r01_aggregated(s):
    for r in rows("itpde-r01-aggregated/itpde_r01_aggregated_2010usd.csv.gz"):
        if r["exporter"] != r["importer"]:
            s.add("goods_services_trade", number(r["trade_usd_2010"]))


@counter
def oecd_dac2a(s):
    products = {"Memo: ODA Total, Gross disbursements": "total", "Technical Cooperation": "Technical Cooperation", "Humanitarian Aid": "Humanitarian Aid", "Equity investment": "Equity investment",
                "ODA Gross Loans": "ODA Gross Loans", "Rescheduled debt": "Rescheduled debt", "Development Food Aid": "Development Food Aid", "Grants, Total": "Grants, Total"}
    for r in rows("oecd-dac2a/OECD.csv.gz"):
        if r["Aid type"] in products:
            s.add("oda_gross_disbursement", number(r["Value"]) * 1e6, "product = '%s'" % products[r["Aid type"]])


@counter
def pwt_10_01(s):
    for r in rows("pwt-10.01/pwt10.01.csv.gz"):
        for column, indicator, scale in (("rgdpo", "gdp_real_ppp", 1e6), ("pop", "population", 1e6), ("xr", "exchange_rate_per_usd", 1)):
            value = number(r[column])
            s.add(indicator, value * scale if value else None)


@counter
def un_idealpoints(s):
    for path, variant in (("All", "all votes"), ("NoNukes", "without nuclear votes")):
        for r in rows("un-idealpoints/Idealpointestimates%s_Apr2020.csv" % path, "cp1252"):
            s.add("ideal_point", number(r["IdealPoint" + ("" if path == "All" else "NoNukes")]), "variant = '%s'" % variant)


@counter
def unctad_trade_matrix(s):
    # Oil that is booked under "other Asia" is Taiwan's only in the name (rule 13).
    other_asia = {("Venezuela", "ChinaTaiwanProvince", "2005"), ("UnitedArabEmirates", "ChinaTaiwanProvince", "2015")}
    for year in ("1995", "2005", "2015"):
        for r in rows("unctad-trade-matrix/%sDiGraph_All.csv" % year[2:]):
            value = number(r["edgewidth"])
            if r["source"] != r["target"] and value and (r["source"], r["target"], year) not in other_asia:
                s.add("goods_exports", value * 1e3, "period_start = '%s-01-01'" % year)


@counter
def unhcr_refugees(s):
    # Others in need only: refugees of states that were not yet are left out by the register's days.
    for r in rows("unhcr-refugees/population.csv.gz"):
        if r["coo_iso"] != r["coa_iso"] and not {r["coo_iso"], r["coa_iso"]} & {"UNK", "XXA"}:
            s.add("others_in_need", number(r["oip"]))
            # Who went back: of those whose states were there all the time.
            for key in ("AFG", "PAK", "IRN", "BDI", "RWA", "TUR", "COD", "IRQ", "SYR"):
                if r["coo_iso"] == key and r["coa_iso"] in ("PAK", "IRN", "BDI", "RWA", "TUR", "COD", "IRQ", "SYR", "TZA", "DEU", "KEN", "JOR", "LBN", "IND"):
                    s.add("returned_refugees", number(r["returned_refugees"]), "from_state = '%s' AND to_state IN ('PAK', 'IRN', 'BDI', 'RWA', 'TUR', 'COD', 'IRQ', 'SYR', 'TZA', 'DEU', 'KEN', 'JOR', 'LBN', 'IND')" % key)
    for r in rows("unhcr-refugees/unrwa.csv.gz"):
        if r["coa_iso"] not in ("PSE", "UNK"):
            s.add("refugees_unrwa", number(r["total"]))


@counter
def penppml_trade(s):
    # What is no state, and what stands with its own make.
    nobody = {"BLX", "UNS", "SPE", "BUN", "FRE", "USP", "NZE", "BAT", "PCE", "ZW1", "RYU", "TAN", "ZPM", "SIK", "KN1"}
    for r in rows("penppml-trade/trade.csv.gz"):
        if r["exp"] != r["imp"] and r["exp"] in ("HKG", "MAC") and r["imp"] not in nobody:
            s.add("goods_exports_domestic", number(r["export"]))


@counter
def oecd_student_mobility(s):
    for r in rows("oecd-student-mobility/OECD_Intl_Student_Enrollment_2013_2019.csv.gz"):
        if r["COUNTRY_OF_SCHOOL"] != r["COUNTRY_OF_ORIGIN"]:
            s.add("students", number(r["TOTAL_INTL_STUDENTS"]))
