"""Who speaks where: question, answer, lead and plain text, with the speaker's name where the text or its catalogue tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from ..corpus import Corpus, Document
from ..text import plain
from .rows import collect

COLUMNS = ["doc", "par", "last_par", "start", "end", "role", "speaker", "quote"]

_QUESTION = r"Q|Question|QUESTION|Reporter|REPORTER|Journalist|Interviewer|Correspondent|Editor"
_ANSWER = r"A|Answer|ANSWER"
_NAME = r"(?:[A-Z][\w.'-]* ){0,3}[A-Z][\w'-]*"
_TURN = re.compile(rf"\s*(?:(?P<question>{_QUESTION})|(?P<answer>{_ANSWER})|(?P<name>{_NAME}))\s?[:.]\s+(?=\S)")
_INTERVIEW = re.compile(rf"\b[Ii]nterview with (?:Comrade |Minister |Mr\.? |Dr\.? )?(?P<guest>{_NAME})")
_INTERVIEWER = re.compile(rf"\bby (?P<host>(?:a |an |the )?{_NAME}(?: (?:reporter|journalist|correspondent))?)\s*$")


class Turn(NamedTuple):
    """A turn of speech: the paragraphs ``par`` to ``last_par``, the characters ``start:end``."""

    par: int
    last_par: int
    start: int
    end: int
    role: str
    speaker: str | None


def turns(source: Document | Corpus | Iterable[Document]) -> pd.DataFrame:
    """The turns of speech of one or more texts.

    A line that begins with ``Q:`` or ``A:``, with such a word as "Reporter:" or, where at least two lines do so, with a name
    and a colon opens a turn; lines without a mark go on with it. What stands before the first question is the ``lead``. A
    text without turns is one turn, ``text``.

    Parameters
    ----------
    source : Document, Corpus or iterable of Document
        What to read.

    Returns
    -------
    DataFrame
        ``doc``, ``par`` and ``last_par`` (paragraphs from 0), ``start``, ``end``, ``role`` (``question answer lead text``),
        ``speaker`` (from the text, else from the catalogue, else None), ``quote`` (``text[start:end] == quote``).

    Raises
    ------
    InterpartyError
        When ``source`` is something else.
    """
    return collect(source, _rows, COLUMNS, "turns")


def _rows(document: Document) -> Iterator[tuple]:
    for turn in turns_of(document):
        yield (document.id, *turn, document.text[turn.start : turn.end])


def turns_of(document: Document) -> list[Turn]:
    """The turns of one document in their order."""
    paragraphs = document.paragraphs
    if not paragraphs:
        return []
    opened = _opened(document)
    if not opened:
        return [_turn(document, 0, len(paragraphs) - 1, "text", document.meta.get("author") or None)]
    found = [] if opened[0][0] == 0 else [_turn(document, 0, opened[0][0] - 1, "lead", None)]
    ends = [first - 1 for first, *_ in opened[1:]] + [len(paragraphs) - 1]
    guest, host = _parties(document)
    for (first, role, name), last in zip(opened, ends, strict=True):
        found.append(_turn(document, first, last, role, name or {"question": host, "answer": guest}[role]))
    return found


def _turn(document: Document, first: int, last: int, role: str, speaker: str | None) -> Turn:
    paragraphs = document.paragraphs
    return Turn(paragraphs[first].index, paragraphs[last].index, paragraphs[first].start, paragraphs[last].end, role, speaker)


def _opened(document: Document) -> list[tuple[int, str, str | None]]:
    """The paragraphs that open a turn: (number, role, name said there)."""
    marks = [(paragraph.index, _TURN.match(plain(paragraph.text[:120]))) for paragraph in document.paragraphs]
    marks = [(number, mark) for number, mark in marks if mark]
    lettered = [(number, mark) for number, mark in marks if mark["question"] or mark["answer"]]
    if not any(mark["question"] for _, mark in lettered):
        return []
    asked = {mark["question"] for _, mark in lettered} - {None}
    names = [mark["name"] for _, mark in marks if mark["name"]]
    opened = []
    for number, mark in marks:
        if mark["question"]:
            said = mark["question"]
            opened.append((number, "question", None if len(said) == 1 or said.lower() == "question" else said))
        elif mark["answer"]:
            opened.append((number, "answer", None))
        elif names.count(mark["name"]) > 1 or (len(asked) == 1 and opened and opened[-1][1] == "question"):
            opened.append((number, "answer", mark["name"]))
    return opened


def _parties(document: Document) -> tuple[str | None, str | None]:
    """Guest and host of an interview, from the lines before the first question, else from the catalogue."""
    lines = [plain(line).rstrip() for line in document.text[:1500].splitlines()]
    guest = next((found for line in lines if (found := _INTERVIEW.search(line))), None)
    host = next((found for line in lines if (found := _INTERVIEWER.search(line))), None)
    return (
        guest["guest"] if guest else document.meta.get("author") or None,
        document.meta.get("interviewer") or (host["host"] if host else None),
    )
