"""What the layers share: reading one text or many into a table, and choosing among what overlaps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pandas as pd

from ..corpus import Corpus, Document
from ..errors import InterpartyError
from ..frames import frame

_TYPES = dict.fromkeys(("par", "last_par", "start", "end", "words"), "int64") | dict.fromkeys(("valid", "anchored"), "bool")


def collect(
    source: Document | Corpus | Iterable[Document], read: Callable[[Document], Iterable[tuple]], columns: list[str], name: str
) -> pd.DataFrame:
    """One table from one or more documents.

    Parameters
    ----------
    source : Document, Corpus or iterable of Document
        What to read.
    read : callable
        From a document to its rows, tuples in the order of ``columns``.
    columns : list of str
        The columns.
    name : str
        The public function, for the message.

    Raises
    ------
    InterpartyError
        When ``source`` is something else.
    """
    rows = [row for document in _documents(source, name) for row in document.reading(read)]
    return frame(rows, columns, _TYPES)


def _documents(source: object, name: str) -> Iterator[Document]:
    if isinstance(source, Document):
        yield source
        return
    if not isinstance(source, Iterable):
        raise InterpartyError(_not_documents(name, source))
    for document in source:
        if not isinstance(document, Document):
            raise InterpartyError(_not_documents(name, document))
        yield document


def _not_documents(name: str, given: object) -> str:
    return f"{name} needs a corpus, a document or a list of documents, not {type(given).__name__}: try {name}(load_corpus())."


def longest(found: list[tuple[int, int, tuple]]) -> list[tuple[int, int, tuple]]:
    """Of (start, end, anything) that overlap keep the longest, the first of equals; in the order of the text."""
    kept: list[tuple[int, int, tuple]] = []
    for item in sorted(found, key=lambda item: (item[0], -item[1])):
        if kept and item[0] < kept[-1][1]:
            if item[1] - item[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = item
            continue
        kept.append(item)
    return kept
