"""The words of the trade: one glossary for notebooks, feedback and print, read from ``glossary.csv``.

A row is a term of art of the five texts, with the place where it stands, or one of our own words (*hedge*, *stock*). Chinese
terms are outside the texts: we do not have the Chinese wording of these five.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources

from .errors import InterpartyError
from .html import el, join, stressed
from .html import table as page_table

OUTSIDE = "outside the texts"
HEADS = ("Term", "Chinese (outside the texts)", "What it is", "Where")


@dataclass(frozen=True)
class Term:
    """One entry. ``str()`` gives ``"hedge: A word that loosens a number: …"``.

    Attributes
    ----------
    term, aliases : str, tuple of str
        The entry, and other forms under which it is found.
    chinese, pinyin : str
        The usual Chinese term and how it is read; empty where there is no standard one.
    meaning : str
        In plain English; a word between asterisks is stressed.
    eras : tuple of str
        Numbers of the notebooks that use it, as ``"05"``.
    source : str
        A place where the texts use it, as ``"[dai-2001 ¶8]"``; empty for our own words.
    note : str
        Where the Chinese comes from, or that the word is our own.
    """

    term: str
    aliases: tuple[str, ...]
    chinese: str
    pinyin: str
    meaning: str
    eras: tuple[str, ...]
    source: str
    note: str

    def __str__(self) -> str:
        return f"{self.term}: {_plain(self.meaning)}"

    def _repr_html_(self) -> str:
        return str(el("p", el("dfn", self.term), ": ", stressed(self.meaning)))

    @property
    def doubt(self) -> str:
        """What the note says of the Chinese beyond its being outside the texts."""
        return self.note.removeprefix(OUTSIDE).lstrip("; ") if self.chinese else ""


class Glossary:
    """Entries that show themselves: an HTML table in a notebook, lines of text in a terminal.

    Attributes
    ----------
    terms : tuple of Term
        The entries, in the order in which they are shown.
    html : Html
        The whole table.
    """

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = terms
        caption = (
            f"{len(terms)} {'word' if len(terms) == 1 else 'words'} of the trade. The Chinese terms are the usual ones; "
            "we do not have the Chinese wording of the five texts."
        )
        self.html = el("div", page_table(caption, HEADS, map(_cells, terms)), style="overflow-x:auto", tabindex="0")

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def __repr__(self) -> str:
        return "\n".join(map(_line, self.terms))

    def _repr_html_(self) -> str:
        return str(self.html)


def glossary(*terms: str, era: str | int | None = None) -> Glossary:
    """Words of the trade, explained.

    Parameters
    ----------
    *terms : str
        Entries or other forms of them; capitals do not matter. They come in the order asked for.
    era : str or int, optional
        The number of a notebook, as ``"05"`` or ``5``: all the words which that notebook uses, after the terms asked for.

    Returns
    -------
    Glossary
        Without terms and without an era, the whole glossary.

    Raises
    ------
    InterpartyError
        When a word is not in the glossary (the message offers the nearest ones), or no entry belongs to the era.

    >>> print(glossary("stock", "flow"))
    stock: How many there are at a moment: water in a bath. (our own word)
    flow: How many come in a stretch of time: water through the tap. (our own word)
    """
    asked = [term(word) for word in terms]
    of_era = _of_era(era) if era is not None else entries() if not terms else ()
    return Glossary(tuple(dict.fromkeys([*asked, *of_era])))


def term(word: str) -> Term:
    """One entry of the glossary, by its term or another form of it.

    Parameters
    ----------
    word : str
        For example ``"hedge"``; capitals do not matter.

    Returns
    -------
    Term
        ``term("hedge").meaning`` is the bare explanation, for use in a sentence.

    Raises
    ------
    InterpartyError
        When the word is not in the glossary; the message offers the nearest ones.
    """
    found = _by_form().get(_form(word)) if isinstance(word, str) else None
    if found is None:
        near = get_close_matches(_form(str(word)), _by_form(), n=3)
        offer = f"Did you mean {' or '.join(repr(form) for form in near)}?" if near else "glossary() shows all entries."
        raise InterpartyError(f"The glossary has no {word!r}. {offer}")
    return found


@cache
def entries() -> tuple[Term, ...]:
    """All entries, in the order of the file.

    Raises
    ------
    InterpartyError
        When a row has too few or too many fields, or one form names two entries; the message names the line or the form.
    """
    read = []
    with (resources.files(__package__) / "glossary.csv").open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream)
        for row in rows:
            if None in row or None in row.values():
                raise InterpartyError(f"glossary.csv, line {rows.line_num}: {len(rows.fieldnames)} fields are expected.")
            several = {name: tuple(filter(None, row[name].split(";"))) for name in ("aliases", "eras")}
            read.append(Term(**{**row, **several}))
    return tuple(read)


@cache
def _by_form() -> dict[str, Term]:
    found: dict[str, Term] = {}
    for entry in entries():
        for form in {_form(text) for text in (entry.term, *entry.aliases)}:
            if form in found:
                raise InterpartyError(f"glossary.csv: {form!r} names two entries, {found[form].term!r} and {entry.term!r}.")
            found[form] = entry
    return found


def _of_era(era: str | int) -> tuple[Term, ...]:
    number = str(era).strip().zfill(2)
    found = tuple(entry for entry in entries() if number in entry.eras)
    if not found:
        known = ", ".join(sorted({known for entry in entries() for known in entry.eras}))
        raise InterpartyError(f"No word of the glossary belongs to an era {era!r}: choose among {known}.")
    return found


def _form(word: str) -> str:
    """How a word is looked up: without capitals, and with one kind of quotation mark and apostrophe."""
    return " ".join(word.casefold().translate({ord(mark): '"' for mark in "“”"} | {ord("’"): "'"}).split())


def _cells(entry: Term) -> tuple:
    doubt = f" ({entry.doubt})" if entry.doubt else ""
    chinese = join(el("span", entry.chinese, lang="zh-Hans"), " ", el("i", entry.pinyin, lang="zh-Latn"), doubt)
    return entry.term, chinese if entry.chinese else "", stressed(entry.meaning), entry.source or entry.note


def _line(entry: Term) -> str:
    chinese = f" {entry.chinese} {entry.pinyin}" if entry.chinese else ""
    return f"{entry.term}{chinese}: {_plain(entry.meaning)} {entry.source or f'({entry.note})' * bool(entry.note)}".rstrip()


def _plain(meaning: str) -> str:
    return meaning.replace("*", "")
