"""Forms of exchange and principles of party relations, coded by a codebook: lexicon/forms.csv and lexicon/principles.csv.

The forms follow the chapters of zhong-2007 (dialogue, governance, economic cooperation, study trips, seminars, and the older
forms that its first paragraph names); a few are added for other texts of the genre, and say so. Each code has a definition,
an example that belongs to it and one that does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial

import pandas as pd

from ..corpus import Corpus, Document
from ..lexicon import table
from .rows import collect

COLUMNS = ["doc", "par", "start", "end", "quote", "code", "label"]


def forms(source: Document | Corpus | Iterable[Document]) -> pd.DataFrame:
    """Forms of exchange that one or more texts speak of, a row a mention.

    Parameters
    ----------
    source : Document, Corpus or iterable of Document
        What to read.

    Returns
    -------
    DataFrame
        ``doc``, ``par``, ``start``, ``end``, ``quote`` (``text[start:end] == quote``), ``code`` and ``label``: see
        :func:`codebook`. One passage may have several codes: a delegation that attends a congress also travels.

    Raises
    ------
    InterpartyError
        When ``source`` is something else.
    """
    return collect(source, partial(_rows, name="forms"), COLUMNS, "forms")


def principles(source: Document | Corpus | Iterable[Document]) -> pd.DataFrame:
    """Principles and formulas of party relations that one or more texts name, a row a mention.

    Parameters
    ----------
    source : Document, Corpus or iterable of Document
        What to read.

    Returns
    -------
    DataFrame
        As for :func:`forms`, and ``class``: what the texts call it (``principle``, ``principle of states``, ``spirit``,
        ``outlook``, ``policy``, ``aim``). Transcending ideological differences is a spirit and never a principle.

    Raises
    ------
    InterpartyError
        When ``source`` is something else.
    """
    return collect(source, partial(_rows, name="principles"), [*COLUMNS, "class"], "principles")


def codebook(name: str) -> pd.DataFrame:
    """The codes of one scheme with their definitions.

    Parameters
    ----------
    name : str
        ``"forms"`` or ``"principles"``.

    Returns
    -------
    DataFrame
        ``code``, ``label``, for principles ``class``, ``definition``, ``example`` (belongs to it), ``exclusion`` (does not),
        ``source`` (the passages on which the code rests).
    """
    return pd.DataFrame(table(name)).drop(columns="pattern")


@cache
def _codes(name: str) -> list[tuple[dict, re.Pattern]]:
    return [(row, re.compile(rf"(?<!\w)(?:{row['pattern']})(?!\w)")) for row in table(name)]


def _rows(document: Document, name: str) -> Iterator[tuple]:
    found = []
    for row, pattern in _codes(name):
        for match in pattern.finditer(document.folded):
            found.append((match.start(), match.end(), row))
    for start, end, row in sorted(found, key=lambda item: item[:2]):
        place = (document.id, document.paragraph_at(start).index, start, end, document.text[start:end])
        yield (*place, row["code"], row["label"], *([row["class"]] if "class" in row else []))
