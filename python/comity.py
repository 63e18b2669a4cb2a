"""Comity for Python: panels and SQL over an edition, as pandas data frames that carry their labels, units and citations.

One file, no installation: put it beside your script. It runs the command `comity` (on the PATH, or named by COMITY_PROGRAM)
and needs pandas; SQL needs nothing else, Parquet uses pyarrow when it is there and CSV otherwise.

    import comity
    frame = comity.panel(preset="peacesciencer")
    frame = comity.panel(["polity2", "conttype", "gmlmidonset:peace"], directed=True, start=1950, end=2000)
    frame.attrs["variables"]["polity21"]["title"]     # what a column means, its unit, sources and coverage
    print(frame.attrs["references"])                   # BibTeX of every source used
    trade = comity.query("SELECT year, value FROM trade WHERE exporter = 'DEU' AND importer = 'KAZ'")

A missing cell is missing, never zero. Errors of the program are raised as ComityError with its words.
"""

import json
import os
import shutil
import subprocess
import tempfile

import pandas


class ComityError(RuntimeError):
    """What the program said on stderr."""


def program():
    """The program's path: COMITY_PROGRAM, else `comity` on the PATH."""
    found = os.environ.get("COMITY_PROGRAM") or shutil.which("comity")
    if not found:
        raise ComityError("there is no program `comity` on the PATH; name it in COMITY_PROGRAM")
    return found


def _run(arguments):
    done = subprocess.run([program(), *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise ComityError(done.stderr.strip() or f"comity ended with {done.returncode}")
    return done


def _has_pyarrow():
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        return False
    return True


def panel(variables=(), *, preset=None, system=None, unit=None, directed=False, step=None, start=None, end=None,
          where=None, status=False, same_year=False, strict=False, edition=None):
    """A panel as a data frame, one row a pair of states (or a state) in a period.

    variables: names as `comity panel --list` gives them, with changes behind a colon ("milex1:lag1", "gmlmidonset:peace").
    system: "cow", "gw" or "iso". unit: "directed-dyad-year", "dyad-year", "state-year", "state-organization-year".
    step: "year", "month", "day". start, end: years. where: SQL over the panel's own columns.
    status: beside each variable a column that says why a cell is missing. strict: raise on any surprise of the join.

    The frame's attrs hold `variables` (title, unit, sources, coverage by column), `references` (BibTeX), `codebook`
    (Markdown) and `report` (the join report).
    """
    if isinstance(variables, str):
        variables = [variables]
    with tempfile.TemporaryDirectory(prefix="comity-") as folder:
        file = os.path.join(folder, "panel.parquet" if _has_pyarrow() else "panel.csv")
        arguments = ["panel", "--output", file]
        if variables:
            arguments += ["--variables", ",".join(variables)]
        for name, value in (("--preset", preset), ("--system", system), ("--unit", unit), ("--step", step), ("--from", start),
                            ("--to", end), ("--where", where), ("--edition", edition)):
            if value is not None:
                arguments += [name, str(value)]
        for name, value in (("--directed", directed), ("--status", status), ("--same-year", same_year), ("--strict", strict)):
            if value:
                arguments.append(name)
        _run(arguments)
        frame = pandas.read_parquet(file) if file.endswith(".parquet") else pandas.read_csv(file, na_values=[""], keep_default_na=False)
        frame.attrs.update(_described(folder))
    return frame


def _described(folder):
    def text(name):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            return file.read()

    fields = json.loads(text("datapackage.json"))["resources"][0]["schema"]["fields"]
    return {
        "variables": {field["name"]: {key: value for key, value in field.items() if key != "name"} for field in fields},
        "references": text("references.bib"),
        "codebook": text("codebook.md"),
        "report": json.loads(text("join_report.json")),
    }


def query(sql, *, edition=None):
    """One SELECT over the edition's tables and views (docs/schema.md) as a data frame. Namibia's code NA stays a text."""
    with tempfile.TemporaryDirectory(prefix="comity-") as folder:
        file = os.path.join(folder, "answer.csv")
        arguments = ["query", sql, "--format", "csv", "--output", file]
        if edition is not None:
            arguments += ["--edition", edition]
        _run(arguments)
        try:
            return pandas.read_csv(file, na_values=[""], keep_default_na=False)
        except pandas.errors.EmptyDataError:
            return pandas.DataFrame()


def label(frame, column):
    """ "Military expenditure (thousand current USD)": title and unit of a column, for axes and tables."""
    about = frame.attrs.get("variables", {}).get(column, {})
    title, unit = about.get("title", column), about.get("unit")
    return f"{title} ({unit})" if unit else title


def cite(frame, column=None):
    """BibTeX of the frame's sources, or of those of one column."""
    entries = [entry for entry in frame.attrs.get("references", "").split("\n@") if entry.strip()]
    entries = [entry if entry.startswith("@") else "@" + entry for entry in entries]
    if column is not None:
        keys = frame.attrs.get("variables", {}).get(column, {}).get("sources", [])
        entries = [entry for entry in entries if entry.split("{", 1)[1].split(",", 1)[0] in keys]
    return "\n".join(entry.rstrip() for entry in entries)


def variables(*, edition=None):
    """Every variable of the edition."""
    return _run(["panel", "--list", *(["--edition", edition] if edition else [])]).stdout.split()
