"""Names of people, parties, organisations, congresses, countries …, by a gazetteer: lexicon/names.csv and countries.csv."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import pandas as pd

from ..alternatives import one_of, spelled_out
from ..corpus import Corpus, Document
from ..lexicon import table
from ..text import plain
from .house import is_of_cpc
from .rows import collect
from .time_phrases import Moment, moments
from .years import decimal

COLUMNS = ["doc", "par", "start", "end", "quote", "name", "kind", "valid"]

#: what acts or is visited: it must have existed at the time of which the passage speaks
_ACTING = frozenset({"country", "party", "organisation"})
#: what may be named before its time, because it is announced
_ANNOUNCED = frozenset({"congress", "event"})
_YEARS_AHEAD = 5
# A country or party that is gone may be spoken of in the past, or as a former one; a present tense says it still acts.
_PAST = re.compile(
    r"\b(?:was|were|had|did|former|formerly|late|old|then|ex-|defunct|collapse|disintegration|dissolution|history|historical|legacy|"
    r"been|lost|fell|founded|changes?|\w+ed)\b"
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name with all its spellings. A spelling in ``alone`` does not count before "of": it would name something else there."""

    name: str
    kind: str
    spellings: frozenset[str]
    alone: frozenset[str]
    first: float | None
    last: float | None

    def exists(self, begin: float, end: float) -> bool:
        """Whether it existed at some time between two moments (decimal years)."""
        return (self.first is None or end > self.first) and (self.last is None or begin < self.last + 1)


def names(source: Document | Corpus | Iterable[Document]) -> pd.DataFrame:
    """Names in one or more texts, a row a mention; of mentions that overlap, the longest.

    Case matters: "the Greens" are a party, greens are not. Demonyms ("Vietnamese") and capitals count for the gazetteer
    too. Words that only point to a name ("our Party", "the department") are no mentions. A bare "Central Committee" or
    "Twelfth National Congress" is that of the CPC where the text names the CPC or China more often than any other party;
    elsewhere its name is just these words.

    Parameters
    ----------
    source : Document, Corpus or iterable of Document
        What to read.

    Returns
    -------
    DataFrame
        ``doc``, ``par``, ``start``, ``end``, ``quote`` (``text[start:end] == quote``), ``name`` (the canonical name), ``kind``
        (``person party organisation congress country region city event document doctrine slogan publication``), ``valid``.
        ``valid`` is False where the years do not fit. For countries, parties and organisations: when all dates of the
        sentence lie outside the years of validity, or, without any date, when the text is older than the thing, or younger
        than its end and speaks of it in the present. For the rest: when the text is older than the thing.

    Raises
    ------
    InterpartyError
        When ``source`` is something else.
    """
    return collect(source, _rows, COLUMNS, "names")


def _rows(document: Document) -> Iterator[tuple]:
    text, folded = plain(document.text), document.folded
    known = _known()
    written = _interval(document.date)
    times: list[Moment] | None = None
    of_cpc: bool | None = None
    for found in _mentions(text):
        words = " ".join(found.group().split())
        candidates = known[words]
        start, end = found.span()
        name = _chosen(candidates, written)
        if words in name.alone and words != name.name:
            of_cpc = is_of_cpc(document) if of_cpc is None else of_cpc
            if not of_cpc:
                place = (document.id, document.paragraph_at(start).index, start, end, document.text[start:end])
                yield (*place, words, name.kind, True)
                continue
        if name.first is not None or name.last is not None:
            times = moments(document) if times is None else times
            valid = _is_valid(name, document, folded, start, written, times)
        else:
            valid = True
        yield (document.id, document.paragraph_at(start).index, start, end, document.text[start:end], name.name, name.kind, valid)


def _mentions(text: str) -> Iterator[re.Match]:
    """The spellings in a text, of those that begin at one place the longest, without overlaps."""
    end = 0
    for word in _first_word().finditer(text):
        if word.start() >= end and (found := _beginning_with(word.group()).match(text, word.start())):
            end = found.end()
            yield found


@cache
def _known() -> dict[str, tuple[Name, ...]]:
    """Which names each spelling may stand for."""
    known: dict[str, list[Name]] = {}
    for name in _entries():
        for spelling in name.spellings:
            known.setdefault(spelling, []).append(name)
    return {spelling: tuple(entries) for spelling, entries in known.items()}


@cache
def _by_first_word() -> dict[str, list[str]]:
    by_word: dict[str, list[str]] = {}
    for spelling in _known():
        by_word.setdefault(_WORD.match(spelling).group(), []).append(spelling)
    return by_word


@cache
def _first_word() -> re.Pattern:
    return re.compile(rf"(?<!\w){one_of(_by_first_word())}(?!\w)")


@cache
def _beginning_with(word: str) -> re.Pattern:
    """The pattern of the spellings with this first word; compiled when a text has it, for one of all takes long to compile."""
    spellings = _by_first_word()[word]
    alone = {spelling for spelling in spellings if any(spelling in name.alone for name in _known()[spelling])}
    # "Central Committee of the Workers' Party" is another one: as a whole it is not in the gazetteer
    patterns = [rf"{one_of(always)}(?!\w)"] if (always := [one for one in spellings if one not in alone]) else []
    return re.compile("|".join([*patterns, *([rf"{one_of(alone)}(?!\w| {{1,2}}of\b)"] if alone else [])]))


@cache
def _entries() -> tuple[Name, ...]:
    rows: dict[str, dict] = {}
    for row in table("countries"):
        title = [_capitals(word) for word in row["demonyms"].split(";") if word]
        _add(rows, row["country"], "country", title, row["valid_from"], row["valid_to"])
        for capital in row["capitals"].split(";"):
            if capital:
                _add(rows, _capitals(capital), "city", [], "", "")
    for row in table("names"):
        spellings = [part.strip() for cell in (row["aliases"], row["demonyms"]) for part in cell.split(";") if part.strip()]
        _add(rows, row["name"], row["kind"], spellings, row["valid_from"], row["valid_to"])
    return tuple(_name(name, row) for name, row in rows.items())


def _add(rows: dict[str, dict], name: str, kind: str, spellings: list[str], first: str, last: str) -> None:
    row = rows.setdefault(name, {"kind": kind, "spellings": [], "first": first, "last": last})
    row["spellings"] += [f"{name}~" if f"{name}~" in spellings else name, *spellings]
    row["first"], row["last"] = row["first"] or first, row["last"] or last


def _name(name: str, row: dict) -> Name:
    spelled = {spelling for phrase in row["spellings"] for spelling in spelled_out(phrase)}
    alone = {spelling[:-1] for spelling in spelled if spelling.endswith("~")}
    spelled = {spelling for spelling in spelled if not spelling.endswith("~")} | alone
    # headings in capitals; a single word in capitals may be an abbreviation of something else
    spelled |= {spelling.upper() for spelling in spelled if " " in spelling or row["kind"] == "country"}
    return Name(name, row["kind"], frozenset(spelled), frozenset(alone), decimal(row["first"]), decimal(row["last"]))


def _capitals(words: str) -> str:
    return " ".join(word if word in ("and", "of", "the", "es") else word[:1].upper() + word[1:] for word in words.split(" "))


def _chosen(candidates: tuple[Name, ...], written: tuple[float, float] | None) -> Name:
    """ "Russian" is said of the Soviet Union or of Russia: whichever exists at the date of the text, else the first."""
    if len(candidates) > 1 and written is not None:
        return next((name for name in candidates if name.exists(*written)), candidates[0])
    return candidates[0]


def _interval(date: str | None) -> tuple[float, float] | None:
    begin, end = decimal(date), decimal(date, end=True)
    return None if begin is None or end is None else (begin, max(begin, end))


def _is_valid(
    name: Name, document: Document, folded: str, start: int, written: tuple[float, float] | None, times: list[Moment]
) -> bool:
    if name.kind not in _ACTING:
        ahead = _YEARS_AHEAD if name.kind in _ANNOUNCED else 0
        return written is None or name.first is None or written[1] + ahead > name.first
    sentence = document.sentence_at(start)
    first = bisect_left(times, sentence.start, key=lambda moment: moment.start)
    last = bisect_left(times, sentence.end, key=lambda moment: moment.start)
    told = [span for moment in times[first:last] if (span := _span_of(moment, written)) is not None]
    if told:
        return any(name.exists(*span) for span in told)
    if written is None or name.exists(*written):
        return True
    return name.last is not None and written[0] > name.last and bool(_PAST.search(folded, sentence.start, sentence.end))


def _span_of(moment: Moment, written: tuple[float, float] | None) -> tuple[float, float] | None:
    """The years that a phrase of time covers; None when it tells none."""
    begin, end = decimal(moment.first), decimal(moment.last, end=True)
    if begin is None and end is None:
        return None
    if end is None:
        end = max(written[1], begin) if written else begin + 100
    return (end - 100 if begin is None else begin), end
