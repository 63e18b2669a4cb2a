"""Sums of the scholars' tables by the codes of a list of states, which the edition keeps as runs of years."""
from reading import number, rows
from summing import counter


@counter
def cow_nmc(s):
    for r in rows("cow-nmc/cow_nmc.csv"):
        for column in ("milex", "milper", "irst", "pec", "tpop", "upop", "cinc"):
            s.year(column, number(r[column]))


@counter
def cow_contiguity(s):
    for r in rows("cow-contiguity/contdir.csv"):
        s.span("contiguity", number(r["conttype"]))


@counter
def cow_igo_v3(s):
    for r in rows("cow-igo-v3/state_year_format3.csv.zst"):
        for name, status in r.items():
            if name not in ("ccode", "year", "state") and status in ("1", "2", "3"):
                s.year("igo_membership", float(status))


@counter
def isard(s):
    for list_of_states in ("cow", "gw"):
        where = "scheme = '%s'" % list_of_states
        for r in rows("isard/%s_democracy.csv.gz" % ("cw" if list_of_states == "cow" else "gw")):
            for column in ("euds", "aeuds", "polity2", "v2x_polyarchy"):
                s.year(column, number(r[column]), where)
        for r in rows("isard/%s_gdppop.csv.gz" % ("cw" if list_of_states == "cow" else "gw")):
            for column in ("mrgdppc", "sd_mrgdppc", "pwtrgdp", "sd_pwtrgdp", "pwtpop", "sd_pwtpop"):
                s.year(column, number(r[column]), where)
