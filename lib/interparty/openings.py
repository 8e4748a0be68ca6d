"""When each kind of partner came in, and from when a total may be counted: readings of the reform years with their dates.

The words are in ``readings/reform.csv``. The years are not: the library reads them from the words of time, so that *the late
1970s* means the same years on a chart, in a widget and in a key.
"""

from __future__ import annotations

import re

import pandas as pd

from . import numerals
from .corpus import Corpus, load_corpus
from .dating import date_at
from .errors import InterpartyError
from .our_readings import readings
from .text import fold
from .wording import year

TABLE = "reform"
_DECADES = re.compile(r"\b([a-z]+|\d+) decades\b")


def openings(corpus: Corpus | None = None) -> pd.DataFrame:
    """Kinds of partner parties, what each text says of them, and between which years the contacts may have begun.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.

    Returns
    -------
    DataFrame
        A row for each kind (``partners``) and text. ``when``: the words of time, empty where the text has none; ``when_doc`` and
        ``when_par``: where they stand; ``ground``: ``said``, ``carried`` from the sentence before, ``frame`` for several steps,
        ``occasion`` (only what it followed is dated), ``none``. ``first``, ``last``: the first and the last year that the words
        name, missing where there are none; ``years``: the same in one cell.

    Raises
    ------
    InterpartyError
        When words of time are not in their paragraph, or hold no date.
    """
    return _dated("fan", corpus)


def start_years(corpus: Corpus | None = None) -> pd.DataFrame:
    """Sentences that may say from which year the total of idcpc-2003 is counted; columns as in :func:`openings`."""
    return _dated("pin", corpus)


def years_of(words: str, text_year: int | None = None) -> tuple[int, int] | None:
    """The first and the last year that words of time name; None where they name none.

    Parameters
    ----------
    words : str
        ``"in the late 1970s"``, ``"between the 1980s and 90s"``, ``"past two decades"``.
    text_year : int, optional
        The year from which decades are counted back, and which gives a short ``90s`` its century.

    >>> years_of("Beginning the late 1970s"), years_of("past two decades", 2003)
    ((1977, 1979), (1983, 1983))
    """
    folded = fold(words)
    back = _DECADES.search(folded)
    if back and text_year is not None and (count := numerals.read(folded, back.start())) and count.value:
        return (text_year - round(10 * count.value),) * 2
    found, position = [], 0
    while position < len(folded):
        date = date_at(folded, position, len(folded), text_year)
        if date is not None and (position == 0 or not folded[position - 1].isalnum()):
            found += [int(year(date.first)), int(year(date.last))]
            position = date.end
        else:
            position += 1
    return (min(found), max(found)) if found else None


def _dated(use: str, corpus: Corpus | None) -> pd.DataFrame:
    corpus = corpus if corpus is not None else load_corpus()
    table = readings(TABLE, corpus)
    rows = table[table["use"] == use].to_dict("records")
    return pd.DataFrame([{**row, **_years(row, corpus)} for row in rows])


def _years(row: dict, corpus: Corpus) -> dict:
    """The years of one reading, from its words of time; these must stand in their paragraph."""
    if not row["when"]:
        return {"first": None, "last": None, "years": ""}
    document, par = corpus[row["when_doc"]], int(row["when_par"])
    if row["when"] not in document.paragraphs[par].text:
        raise InterpartyError(f"readings/{TABLE}.csv, {row['reading_id']}: “{row['when']}” is not in [{document.id} ¶{par}].")
    span = years_of(row["when"], int(year(document.date)))
    if span is None:
        raise InterpartyError(f"readings/{TABLE}.csv, {row['reading_id']}: no date can be read in “{row['when']}”.")
    return {"first": span[0], "last": span[1], "years": "–".join(map(str, dict.fromkeys(span)))}
