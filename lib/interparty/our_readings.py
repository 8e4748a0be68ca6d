"""Tables of our own close reading: what no extractor finds (who did what to whom), each row with the words it rests on."""

from __future__ import annotations

import csv
from importlib import resources

import pandas as pd

from .corpus import Corpus, load_corpus
from .errors import InterpartyError

#: the columns that every table begins with
FIRST = ("reading_id", "doc", "par", "quote")


def reading_names() -> list[str]:
    """The names of all tables."""
    return sorted(entry.name[:-4] for entry in _folder().iterdir() if entry.name.endswith(".csv"))


def readings(name: str, corpus: Corpus | None = None) -> pd.DataFrame:
    """One table of readings, with the place of each quotation in the file on disk.

    Parameters
    ----------
    name : str
        Of the table, ``readings/<name>.csv``.
    corpus : Corpus, optional
        The texts that it quotes; without it, the five texts.

    Returns
    -------
    DataFrame
        Columns ``reading_id doc par quote start end`` and then those of the table; an empty field is an empty text.

    Raises
    ------
    InterpartyError
        When there is no such table, a row has the wrong number of fields, an id comes twice, or words that are
        quoted do not stand in their paragraph.
    """
    source = _folder() / f"{name}.csv"
    if not source.is_file():
        raise InterpartyError(f"There is no table of readings {name!r}: choose among {', '.join(reading_names())}.")
    corpus = corpus if corpus is not None else load_corpus()
    with source.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    seen: set[str] = set()
    for row in rows:
        place = f"readings/{name}.csv, row {row.get('reading_id')!r}"
        if None in row or None in row.values():
            raise InterpartyError(f"{place}: it has too few or too many fields.")
        if row["reading_id"] in seen:
            raise InterpartyError(f"{place}: this id comes twice.")
        seen.add(row["reading_id"])
        row["start"], row["end"] = _place(corpus, row, place)
        row["par"] = int(row["par"])
    columns = [*FIRST, "start", "end"]
    frame = pd.DataFrame(rows)
    return frame[columns + [column for column in frame if column not in columns]]


def _folder():
    return resources.files(__package__) / "readings"


def _place(corpus: Corpus, row: dict[str, str], place: str) -> tuple[int, int]:
    paragraphs = corpus[row["doc"]].paragraphs
    index = int(row["par"]) if row["par"].isdigit() else len(paragraphs)
    at = paragraphs[index].text.find(row["quote"]) if index < len(paragraphs) and row["quote"] else -1
    if at < 0:
        raise InterpartyError(f"{place}: “{row['quote']}” is not in [{row['doc']} ¶{row['par']}].")
    start = paragraphs[index].start + at
    return start, start + len(row["quote"])
