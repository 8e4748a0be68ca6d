"""What the dataset says of itself: a Data Package description for machines, a codebook for readers.

Both are made from one table, ``dataset-columns.csv``.
"""

from __future__ import annotations

import csv
from importlib import resources
from importlib.metadata import version

import pandas as pd

from .corpus import Corpus
from .layers.codebook import codebook

NAME = "party-to-party"
VERSION = version("party-to-party")
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
RIGHTS = (
    "The licence covers what was added: the readings, codes, bounds, dates and offsets, and the arrangement of these tables. "
    "It does not cover the words of the texts. They stand in the columns quote, period_text and evidence as quotations, and "
    "belong to the authors and publishers of the texts."
)
#: table → what one row is
TABLES = {
    "texts": "The texts that were read, and how we know who speaks and when. A row a text.",
    "claims": "Every statistic that the texts claim, with its hedge as bounds. A row a claim.",
    "dates": "Words of time and the days or years that they name. A row a mention.",
    "names": "People, parties, organisations, congresses and countries. A row a mention.",
    "eras": "Of which era each paragraph speaks. A row a paragraph.",
    "forms": "Forms of exchange, coded by a codebook. A row a mention; one passage may have several codes.",
    "corrections": "Claims that a reader put right by hand; the table claims has them as corrected. None in the five texts.",
}
#: what a column may hold, where that is a closed list: value → what it means
VALUES = {
    "hedge": {
        "exact": "no hedge: low and high are the figure",
        "about": "about, around: neither end is closed",
        "at_least": "more than, over, at least: only the low end is closed",
        "odd": "400-odd: only the low end is closed",
        "nearly": "nearly, almost: only the high end is closed",
        "at_most": "at most, up to: only the high end is closed",
        "between": "two figures are printed: both ends are closed and value is empty",
        "vague": "dozens, hundreds: no end is closed and value is empty",
    },
    "direction": {
        "received": "guests and visits that come to the text's own party",
        "sent": "what goes out from it",
        "both": "ties, contacts, exchanges: neither side alone",
        "none": "what does not travel",
    },
    "kind": {
        "stock": "how many there are at one moment",
        "flow": "how many came, went or began in a stretch of time",
        "rate": "so many for each day, month or year",
        "event": "counted at one occasion",
        "duration": "a length of time",
        "structural": "parts of a thing that is described: steps, provinces",
    },
}
#: constraint → how the codebook says it
_MUST = {
    "primary": "unique",
    "natural": "0 or more",
    "text": "an id of texts",
    "claim": "a claim_id, or empty",
    "required": "never empty",
    "": "may be empty",
}


def columns() -> list[dict[str, str]]:
    """The definition of every column: ``table``, ``column``, ``type``, ``constraint``, ``means``."""
    source = resources.files(__package__) / "dataset-columns.csv"
    with source.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def package(corpus: Corpus) -> dict:
    """The Data Package description of the dataset of these texts."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": "Party to Party: what texts claim about relations between parties",
        "description": f"{_about(corpus)} {RIGHTS}",
        "version": VERSION,
        "licenses": [LICENCE],
        "contributors": [{"title": "The Party to Party developers", "roles": ["author"]}],
        "sources": [{"title": document.meta.get("citation") or document.id} for document in corpus],
        "keywords": ["history", "China", "political parties", "close reading", "claims"],
        "resources": [_resource(name) for name in TABLES],
    }


def _about(corpus: Corpus) -> str:
    return (
        f"What {len(corpus)} texts claim, not what happened. A figure is kept with its hedge, its time and its place in the "
        "file; tables were made by the library interparty and are the same for the same texts."
    )


def _resource(name: str) -> dict:
    rows = [row for row in columns() if row["table"] == name]
    schema: dict = {"fields": [_field(row) for row in rows], "missingValues": [""]}
    if primary := [row["column"] for row in rows if row["constraint"] == "primary"]:
        schema["primaryKey"] = primary
    links = {"text": ("texts", "id"), "claim": ("", "claim_id")}
    schema["foreignKeys"] = [
        {
            "fields": [row["column"]],
            "reference": {"resource": links[row["constraint"]][0], "fields": [links[row["constraint"]][1]]},
        }
        for row in rows
        if row["constraint"] in links
    ]
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "title": TABLES[name],
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {key: value for key, value in schema.items() if value},
    }


def _field(row: dict[str, str]) -> dict:
    kind = row["constraint"]
    limits: dict[str, object] = {}
    if kind and kind != "claim":
        limits["required"] = True
    if kind == "primary":
        limits["unique"] = True
    if kind == "natural":
        limits["minimum"] = 0
    if kind in VALUES:
        limits["enum"] = list(VALUES[kind])
    if kind == "form":
        limits["enum"] = list(codebook("forms")["code"])
    field = {"name": row["column"], "type": row["type"], "description": row["means"]}
    return field | ({"constraints": limits} if limits else {})


# ---- the codebook ----------------------------------------------------------------------------------------------------


def codebook_page(corpus: Corpus, found: dict[str, pd.DataFrame]) -> str:
    """The codebook as Markdown: what the tables are, what each column means, what each code means."""
    lines = [
        "# Codebook",
        "",
        f"*Party to Party*, version {VERSION}. {_about(corpus)}",
        "",
        f"**Rights.** {LICENCE['title']} ({LICENCE['path']}). {RIGHTS}",
        "",
        "**To cite.** The Party to Party developers: *Party to Party: reading the CPC's external relations, 1921–2007*, dataset, "
        f"version {VERSION}. Cite the texts by their own titles:",
        "",
        *(f"- `{document.id}`: {document.meta.get('citation') or 'no catalogue says how to cite it'}" for document in corpus),
        "",
        "**Before you count.** The rows are claims of the texts. Texts of one house are not independent. Stock, flow and rate "
        "are never added; a part is never added to its whole (`subset_of`); an empty `low` or `high` is an open "
        "end and not a zero.",
    ]
    for name, what in TABLES.items():
        lines += ["", f"## {name}.csv", "", f"{what} {len(found[name])} rows.", ""]
        rows = [
            (f"`{row['column']}`", row["type"], _MUST.get(row["constraint"], "one of a list"), row["means"])
            for row in columns()
            if row["table"] == name
        ]
        lines += _table(("column", "type", "must", "means"), rows)
    for column, values in VALUES.items():
        lines += ["", f"## Values of `{column}`", "", *_table(("value", "means"), [(f"`{v}`", m) for v, m in values.items()])]
    codes = codebook("forms")[["code", "definition", "example", "exclusion"]].itertuples(index=False, name=None)
    lines += ["", "## Codes of forms", ""]
    lines += _table(("code", "definition", "belongs to it", "does not"), [(f"`{code}`", *rest) for code, *rest in codes])
    return "\n".join(lines) + "\n"


def _table(heads: tuple, rows: list[tuple]) -> list[str]:
    cells = [heads, ("---",) * len(heads), *rows]
    return ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in cells]
