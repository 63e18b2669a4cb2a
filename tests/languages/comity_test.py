"""python/comity.py against the base edition: frames, labels, citations, missing cells, errors. Run by scripts/long/languages.sh,
which sets COMITY_PROGRAM and COMITY_TEST_EDITION."""

import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "python"))
import comity  # noqa: E402
import pandas  # noqa: E402

EDITION = os.environ["COMITY_TEST_EDITION"]
PAIR = "(state1 = 'DEU' AND state2 = 'NAM') OR (state1 = 'NAM' AND state2 = 'DEU')"


def panel(variables, **options):
    return comity.panel(variables, system="iso", start=1992, end=1993, where=PAIR, edition=EDITION, **options)


class Panel(unittest.TestCase):
    def test_rows_are_pairs_by_year(self):
        frame = panel("shared_memberships")
        self.assertEqual(list(frame.columns), ["state1", "state2", "year", "shared_memberships"])
        self.assertEqual(frame[["state1", "state2", "year"]].values.tolist(), [["DEU", "NAM", 1992], ["DEU", "NAM", 1993]])
        self.assertTrue((frame["shared_memberships"] >= 3).all())  # the UN, the IMF and the World Bank at least

    def test_directed_gives_both_directions(self):
        frame = panel(["shared_memberships"], directed=True)
        there, back = (frame[frame.state1 == key].shared_memberships.tolist() for key in ("DEU", "NAM"))
        self.assertEqual(len(frame), 4)
        self.assertEqual(there, back)

    def test_a_missing_cell_is_missing_and_says_why_when_asked(self):
        frame = panel(["capdist"], status=True)
        self.assertTrue(frame.capdist.isna().all())
        self.assertEqual(set(frame.capdist_status), {"not_covered"})

    def test_a_column_carries_title_unit_and_sources(self):
        frame = panel(["shared_memberships", "capdist"])
        about = frame.attrs["variables"]["shared_memberships"]
        self.assertEqual(about["unit"], "organisations")
        self.assertEqual(about["sources"], ["comity_memberships"])
        self.assertEqual(comity.label(frame, "capdist"), "Great circle between the capitals of the year's first day, on a sphere of 6,378.137 km (km)")
        self.assertEqual(comity.label(frame, "year"), "Year")

    def test_citations_are_of_the_column_asked_for(self):
        frame = panel(["shared_memberships"])
        self.assertIn("{comity_memberships,", comity.cite(frame, "shared_memberships"))
        self.assertEqual(comity.cite(frame, "year"), "")
        self.assertIn("shared_memberships", frame.attrs["codebook"])
        self.assertEqual(frame.attrs["report"]["rows"], 2)


class Query(unittest.TestCase):
    def test_a_code_na_stays_a_text_and_null_is_missing(self):
        frame = comity.query("SELECT 'NA' AS code, NULL::INTEGER AS value, 'Congo, ''D. R.''' AS name", edition=EDITION)
        self.assertEqual(frame.code[0], "NA")
        self.assertTrue(pandas.isna(frame.value[0]))
        self.assertEqual(frame.name[0], "Congo, 'D. R.'")

    def test_no_rows_keep_their_columns(self):
        frame = comity.query("SELECT key FROM state WHERE false", edition=EDITION)
        self.assertEqual((list(frame.columns), len(frame)), (["key"], 0))


class Errors(unittest.TestCase):
    def test_an_unknown_variable_is_named_with_its_nearest(self):
        with self.assertRaisesRegex(comity.ComityError, "shared_membership'\n +Nearest: shared_memberships"):
            panel(["shared_membership"])

    def test_without_the_program_a_plain_sentence(self):
        kept = {name: os.environ.pop(name, None) for name in ("COMITY_PROGRAM", "PATH")}
        os.environ["PATH"] = "/nonexistent"
        try:
            with self.assertRaisesRegex(comity.ComityError, "no program `comity`"):
                comity.variables(edition=EDITION)
        finally:
            os.environ.update({name: value for name, value in kept.items() if value is not None})

    def test_variables_are_listed(self):
        self.assertIn("shared_memberships", comity.variables(edition=EDITION))


if __name__ == "__main__":
    unittest.main()
