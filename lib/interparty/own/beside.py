"""What lies beside a text of one's own and goes into effect wherever the text is read: corrections, rows for the lexicon."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InterpartyError
from .correction_file import NAME, read
from .corrections import attach
from .rows import FOLDER, read_rows

if TYPE_CHECKING:
    from ..corpus import Document


def facts(folder: str | Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of change of each such file: what is found in the texts may change when these change."""
    folder = Path(folder)
    lexicon = folder / FOLDER
    found = [path for path in (folder / NAME, *(sorted(lexicon.glob("*.csv")) if lexicon.is_dir() else ())) if path.is_file()]
    return tuple((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in found)


def with_what_lies_beside(document: Document, folder: str | Path) -> Document:
    """The document with the corrections and the rows of its folder.

    Raises
    ------
    InterpartyError
        When one of them does not fit. (:func:`interparty.my_texts` lists all that is wrong and goes on without it.)
    """
    known = facts(folder)
    if not known:
        return document
    rows, corrections, wrong, problems = _read(str(folder), known)
    for doc, sentence in problems:
        if doc in ("", document.id):
            raise InterpartyError(sentence)
    if wrong:
        raise InterpartyError(wrong[0][1])
    document, problems = attach(replace(document, rows=rows), corrections)
    if problems:
        raise InterpartyError(problems[0])
    return document


@lru_cache(maxsize=64)
def _read(folder: str, _facts: tuple):
    rows, wrong = read_rows(Path(folder))
    corrections, problems = read(Path(folder))
    return rows, corrections, wrong, problems
