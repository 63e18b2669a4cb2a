"""Rates of exchange by currency, and counts of rows that are no figures."""
import collections, csv, io, zipfile

from reading import bytes_of, number, rows
from summing import counter


@counter
def ecb_eurofxref(s):
    # The mean of a year's days; a year in which a currency lacks a day that the dollar has, and the one that is not over, have none.
    days = collections.defaultdict(dict)
    with zipfile.ZipFile(io.BytesIO(bytes_of("ecb-eurofxref/eurofxref-hist.zip"))) as book:
        for r in csv.DictReader(io.StringIO(book.read("eurofxref-hist.csv").decode())):
            for currency, text in r.items():
                if currency and currency != "Date" and number(text) is not None:
                    days[currency, r["Date"][:4]][r["Date"]] = number(text)
    for (currency, year), quotes in days.items():
        if len(quotes) == len(days["USD", year]) and max(quotes) > year + "-12-20":
            s.rate("EUR", currency, sum(quotes.values()) / len(quotes))


@counter
def fed_exchange_rates(s):
    # Venezuela's unit changed within its column.
    codes = {"Australia": "AUD", "Brazil": "BRL", "Canada": "CAD", "China": "CNY", "Denmark": "DKK", "Euro": "EUR", "Hong Kong": "HKD", "India": "INR", "Japan": "JPY", "Malaysia": "MYR", "Mexico": "MXN",
             "New Zealand": "NZD", "Norway": "NOK", "Singapore": "SGD", "South Africa": "ZAR", "South Korea": "KRW", "Sweden": "SEK", "Switzerland": "CHF", "Taiwan": "TWD", "Thailand": "THB"}
    for r in rows("fed-exchange-rates/annual.csv"):
        if r["Country"] != "Venezuela":
            s.rate("USD", codes[r["Country"]], number(r["Exchange rate"]))


@counter
def wb_pa_nus_fcrf(s):
    # Of all currencies the tenge and the euro.
    for r in rows("wb-pa-nus-fcrf/PA.NUS.FCRF_1950-2025_.csv"):
        if r["iso_code"] in ("KAZ", "EMU"):
            s.rate("USD", {"KAZ": "KZT", "EMU": "EUR"}[r["iso_code"]], number(r["value"]))
