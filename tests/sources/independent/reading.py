"""How the independent counts read a publisher's file: plainly, with the standard library (and zstd on the PATH for packed files).

Nothing of Comity is used. Every path is told from the root of the mirror, which `root` sets once.
"""
import csv, gzip, io, os, re, subprocess, tarfile, zipfile
import xml.etree.ElementTree as ET

csv.field_size_limit(1 << 30)
ROOT = ""


def root(folder):
    global ROOT
    ROOT = folder


def place(path):
    return os.path.join(ROOT, path)


def bytes_of(path):
    if path.endswith(".zst"):
        return subprocess.run(["zstd", "-dcq", place(path)], check=True, stdout=subprocess.PIPE).stdout
    with (gzip.open if path.endswith(".gz") else open)(place(path), "rb") as file:
        return file.read()


def text_of(path, encoding="utf-8-sig"):
    return io.StringIO(bytes_of(path).decode(encoding, errors="replace"), newline="")


def rows(path, encoding="utf-8-sig", delimiter=","):
    return csv.DictReader(text_of(path, encoding), delimiter=delimiter)


def members(path):
    """The lines of each delimited member of a packed tar, as lists of texts."""
    tar = tarfile.open(fileobj=io.BytesIO(bytes_of(path)))
    for member in tar:
        if member.isfile():
            yield csv.reader(io.StringIO(tar.extractfile(member).read().decode("utf-8-sig", "replace"), newline=""))


def cells(path):
    """{sheet: {(row, column): text}} of a workbook, rows and columns from 1."""
    space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    out = {}
    with zipfile.ZipFile(place(path)) as book:
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            for item in ET.fromstring(book.read("xl/sharedStrings.xml")).findall("m:si", space):
                shared.append("".join(t.text or "" for t in item.iter("{%s}t" % space["m"])))
        names = [s.get("name") for s in ET.fromstring(book.read("xl/workbook.xml")).find("m:sheets", space)]
        for number, name in enumerate(names, 1):
            part = "xl/worksheets/sheet%d.xml" % number
            if part not in book.namelist():
                continue
            sheet = {}
            for cell in ET.fromstring(book.read(part)).iter("{%s}c" % space["m"]):
                value, inline = cell.find("m:v", space), cell.find("m:is", space)
                text = "".join(t.text or "" for t in inline.iter("{%s}t" % space["m"])) if inline is not None else value.text if value is not None else None
                if text is None:
                    continue
                if cell.get("t") == "s":
                    text = shared[int(text)]
                letters, row = re.match(r"([A-Z]+)(\d+)", cell.get("r")).groups()
                column = 0
                for letter in letters:
                    column = column * 26 + ord(letter) - 64
                if text.strip():
                    sheet[int(row), column] = text.strip()
            out[name] = sheet
    return out


def number(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return None
