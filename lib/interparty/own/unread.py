"""What was not read: every number and number word of a text that did not become a claim, and what a claim leaves open."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

import pandas as pd

from .. import numerals, periods
from ..alternatives import one_of
from ..corpus import Corpus, Document
from ..errors import InterpartyError
from ..extraction import claims as all_claims
from ..layers.rows import collect
from ..layers.time_phrases import dates
from ..lexicon import table
from ..masks import why_no_claim
from ..nouns import UNITS
from .corrections import in_effect, raw_claims

COLUMNS = ["doc", "par", "start", "end", "quote", "state", "reason", "sentence"]
#: the states of a row, in the order in which a reader should look at them
NOT_READ, QUANTITY, OPEN, NO_CLAIM = "not read", "no figure", "left open", "no claim"
STATES = (NOT_READ, QUANTITY, OPEN, NO_CLAIM)
#: what the short reasons of the table non_claims mean
_WHY = {
    "reference": "it points to things that were named before",
    "idiom": "a fixed phrase, in which nothing is counted",
    "doctrine": "part of the name of a doctrine",
    "name": "part of a name",
    "number as a name": "it names a thing",
    "ordinal": "an order, not a count",
    "rank": "an order, not a count",
    "enumerator": "it numbers a heading or a point of a list",
    "footnote": "the number of a note",
    "ratio": "a proportion",
    "age": "how old somebody is",
    "plan": "the name of a plan",
    "formula": "part of a formula",
}
_IN_DIGITS = re.compile(r"(?<![\w.,])\d[\w.,]*\w|\d")

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def unread(source: Document | Corpus | Iterable[Document], *states: str) -> pd.DataFrame:
    """Every number and number word that did not become a claim, with the reason, and what the claims leave open.

    Parameters
    ----------
    source : Document, Corpus or iterable of Document
        What to look at.
    *states : str
        Which rows, see below; without any, all.

    Returns
    -------
    DataFrame
        ``doc``, ``par``, ``start``, ``end``, ``quote`` (``text[start:end] == quote``); ``state``: ``not read`` (a number of
        which the library could make nothing: look at it yourself), ``no figure`` (a word of quantity, as *many*), ``left
        open`` (a claim whose noun, time or direction the library does not know), ``no claim`` (a number that counts
        nothing: a date, a rank, a name); ``reason``; ``sentence``. In the order of the states.

    Raises
    ------
    InterpartyError
        When ``source`` is something else, or a state is none of these.
    """
    for state in states:
        if state not in STATES:
            raise InterpartyError(f"There is no state {state!r}: choose among {', '.join(STATES)}.")
    found = collect(source, _all, COLUMNS, "unread")
    order = {name: place for place, name in enumerate(STATES)}
    found = found[found["state"].isin(states or STATES)]
    return found.sort_values("state", key=lambda column: column.map(order), kind="stable").reset_index(drop=True)


def _all(document: Document) -> list[tuple]:
    return [*_numbers(document), *_left_open(document)]


@cache
def _words() -> tuple[re.Pattern, dict[str, dict]]:
    """The words that say how many or which one, beyond those that begin a numeral."""
    rows = {row["word"]: row for row in table("unread_words")}
    known = [row["word"] for row in table("numerals")]
    return re.compile(rf"(?<!\w){one_of({*rows, *known})}(?!\w)"), rows


def _numbers(document: Document) -> Iterator[tuple]:
    """The numbers and number words outside of all claims, each with a state and a reason."""
    folded = document.folded
    claims = all_claims(document)
    taken = sorted(zip(claims["start"], claims["end"], strict=True))
    said = dates(document)
    times = sorted(zip(said["start"], said["end"], strict=True))
    rejected = _rejected(document)
    done = -1
    for start, end, number in _spots(folded):
        if start < done or _within(start, taken) is not None:
            continue
        done = end
        sentence = document.sentence_at(start)
        if (span := _within(start, sorted(rejected))) is not None:
            state, reason = NO_CLAIM, f"rejected by hand: {rejected[span]}"
        else:
            state, end, reason = _told(document, start, end, number, sentence.start, _within(start, times))
        place = (document.id, document.paragraph_at(start).index, start, end, document.text[start:end])
        yield (*place, state, reason, " ".join(sentence.text.split()))


def _rejected(document: Document) -> dict[tuple[int, int], str]:
    """Where a reader said that there is no claim, and why and who."""
    changes = in_effect(document, raw_claims(document)) if document.corrections else []
    rows = (change.correction for change in changes if change.correction.action == "reject")
    return {(row.start, row.end): row.signed for row in rows}


def _spots(folded: str) -> list[tuple[int, int, numerals.Numeral | None]]:
    """Where something says a number: what the grammar of numerals reads, digits of any kind, and number words."""
    words, _ = _words()
    found = {match.start(): (match.end(), None) for match in words.finditer(folded)}
    found |= {match.start(): (match.end(), None) for match in _IN_DIGITS.finditer(folded)}
    for match in numerals.HOT_SPOT.finditer(folded):
        number = numerals.read(folded, match.start())
        if number is not None:
            found[number.start] = (max(number.end, found.get(number.start, (0,))[0]), number)
    return [(start, end, number) for start, (end, number) in sorted(found.items())]


def _within(offset: int, spans: list[tuple[int, int]]) -> tuple[int, int] | None:
    place = bisect_right(spans, (offset, float("inf"))) - 1
    near = spans[max(0, place - 3) : place + 1]  # a span may lie inside a longer one
    return next((span for span in near if span[0] <= offset < span[1]), None)


def _told(document: Document, start: int, end: int, number, first: int, time: tuple[int, int] | None) -> tuple[str, int, str]:
    """State, end and reason of one number that is in no claim."""
    folded, text = document.folded, document.text
    row = _words()[1].get(folded[start:end])
    if time is None:
        found = periods.find(folded, *_ends(document, start), document.date, document.home)
        time = next(((period.start, period.end) for period in found if period.start <= start < period.end), None)
    if time is not None:
        return NO_CLAIM, end, f"time: part of “{' '.join(text[time[0] : time[1]].split())}”"
    why = why_no_claim(folded, text, start, first)
    if why:
        return NO_CLAIM, end, f"{why}: {_WHY[why]}" if why in _WHY else why
    if row is not None:
        return row["state"], end, row["reason"]
    if number is None and folded[start].isdigit():
        return NOT_READ, end, "a number in a form that the library does not read"
    if number is None:
        return NOT_READ, end, "a number word in a place where the library does not read it as a number"
    hint = "; perhaps a year" if _YEAR.fullmatch(folded, start, end) else ""
    hint = "; “one” is often no number" if folded[start:end] == "one" else hint
    return NOT_READ, end, f"no noun was found that it could count{hint}"


def _ends(document: Document, offset: int) -> tuple[int, int]:
    sentence = document.sentence_at(offset)
    return sentence.start, sentence.end


def _left_open(document: Document) -> Iterator[tuple]:
    """What the claims leave open: a row for each claim that does."""
    for claim in all_claims(document).to_dict("records"):
        gaps = "; ".join(_gaps(claim))
        if gaps:
            sentence = " ".join(document.sentence_at(claim["start"]).text.split())
            yield (*(claim[name] for name in COLUMNS[:5]), OPEN, gaps, sentence)


def _gaps(claim: dict) -> Iterator[str]:
    head = str(claim["unit"]).split(", ")[0].split(" and ")[0].split("/")[0].split(" or ")[0]
    if head not in UNITS and claim["unit"] != "share":
        yield f"its noun “{head}” is not in the table of nouns"
    if not claim["period_start"] and not claim["period_end"] and claim["kind"] != "structural":
        yield "its time is not said, or not understood"
    if claim["direction"] == "none" and claim["kind"] in ("flow", "event", "rate"):
        yield "it is not said, or not understood, who came to whom"
