"""What counts each source of sums.py, and what a sum is."""
COUNTERS = {}


def counter(function):
    COUNTERS[function.__name__] = function
    return function


class Sums(dict):
    """{(kind, indicator, a condition on the edition's rows): [values that are not zero, their sum]}"""

    def add(self, indicator, value, where="true", kind="figure"):
        if value:
            entry = self.setdefault((kind, indicator, where), [0, 0.0])
            entry[0] += 1
            entry[1] += value

    def year(self, indicator, value, where="true"):
        """A year of a series by the codes of a list: the edition keeps runs of years with one value."""
        self.add(indicator, value, where, "year")

    def span(self, indicator, value, where="true"):
        """A span of a series, whatever its length."""
        self.add(indicator, value, where, "span")

    def rate(self, base, currency, value):
        """A rate of a year, units of the currency for one of the base."""
        self.add(currency, value, "base = '%s'" % base, "rate")

    def fact(self, table, where="true", value=1, of="1"):
        """A row of a table whose rows are no figures; `of` says in SQL what its value is, such as its year."""
        self.add(table, value, where, "fact " + of)
