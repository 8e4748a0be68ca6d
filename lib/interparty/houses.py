"""Whose house speaks: the text's own institution, its country, and everybody else."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from .lexicon import table, words

_OWN_FIRST = "we|our|us|ours|the party|our party|the department|the central committee|this party|my department"
_FOREIGN = re.compile(
    rf"(?<![\w-])(?:foreign(?! (?:{words('home office')})\b)|fraternal|sister|brother|overseas parties|visiting|many parties|"
    r"some parties|other (?:\w+ ){0,2}(?:parties|countries|states|nations)|communist international|comintern)(?![\w-])"
)
_HERE = r"us|our \w+|here|this country|the country|home|the capital|the congress|the party(?! (?:school|academy|member))"

#: characters of a text that are read to find out whose it is
_ENOUGH = 40_000


@dataclass(frozen=True)
class House:
    """Whose text it is.

    ``own`` are the names of the house, ``foreign`` those of others who act, ``ground`` what "to us" may be called, ``abroad``
    other countries as places. Where the house's country is not known, a country's name does not tell who acts.
    """

    own: re.Pattern
    foreign: re.Pattern
    ground: re.Pattern
    abroad: re.Pattern


def house_of(folded: str) -> House:
    """Find out whose house speaks: the country whose name, people, capital or party the text names most often."""
    scores: Counter[str] = Counter()
    for found in _country_pattern().finditer(folded, 0, _ENOUGH):
        country, is_party = _country_of(found.group())
        scores[country] += 3 if is_party else 1
    ranked = scores.most_common(2)
    # a house names itself again and again, and clearly more often than any one partner
    if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
        return _house("")
    return _house(ranked[0][0])


@lru_cache(maxsize=64)
def _house(home: str) -> House:
    rows = table("countries")
    own_terms = [re.escape(term) for row in rows if row["country"] == home for term in _terms(row)]
    other = [re.escape(term) for row in rows if row["country"] != home for term in _terms(row)]
    ground = [re.escape(term) for row in rows if row["country"] == home for term in _places(row)]
    others = rf"(?<![\w-])(?:{'|'.join(other)})(?![\w-])"
    return House(
        own=re.compile(rf"(?<![\w-])(?:{'|'.join([_OWN_FIRST, *own_terms])})(?![\w-])"),
        foreign=re.compile(f"{_FOREIGN.pattern}|{others}") if home else _FOREIGN,
        ground=re.compile(rf"(?:{'|'.join([_HERE, *ground])})(?![\w-])"),
        abroad=re.compile(f"{_FOREIGN.pattern}|(?:the )?(?:{others})|abroad|overseas|\\d+ countries"),
    )


def _terms(row: dict) -> list[str]:
    return [*_places(row), *(term for term in (row["demonyms"] + ";" + row["parties"]).split(";") if term)]


def _places(row: dict) -> list[str]:
    return [row["country"].lower(), *(term for term in (row["capitals"] + ";" + row["parties"]).split(";") if term)]


@lru_cache(maxsize=1)
def _country_pattern() -> re.Pattern:
    terms = sorted({term for row in table("countries") for term in _terms(row)}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, terms))})(?![\w-])")


@lru_cache(maxsize=512)
def _country_of(term: str) -> tuple[str, bool]:
    """The country that a term names, and whether the term is the name of a party there."""
    row = next(row for row in table("countries") if term in _terms(row))
    return row["country"], term in row["parties"].split(";")
