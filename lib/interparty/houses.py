"""Whose house speaks: the text's own institution, its country, and everybody else."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from .alternatives import one_of
from .lexicon import table, words
from .text import fold

_OWN_FIRST = (
    *("we", "our", "us", "ours"),
    *("the party", "our party", "this party", "the department", "my department", "the central committee"),
)
_FOREIGN = re.compile(
    rf"(?<![\w-])(?:foreign(?! (?:{words('home office')})\b)|fraternal|sister|brother|overseas parties|visiting|many parties|"
    r"some parties|other (?:\w+ ){0,2}(?:parties|countries|states|nations)|communist international|comintern)(?![\w-])"
)
_REGIONS = rf"(?:the )?(?:[\w-]+ )?(?:{words('region')})\b"
_HERE = r"us|our \w+|here|this country|the country|home|the capital|the congress|the party(?! (?:school|academy|member))"

#: whose text it is where a few sentences do not tell
_PRESUMED = "China"
#: characters of a text that are read to find out whose it is
_ENOUGH = 40_000


@dataclass(frozen=True)
class House:
    """Whose text it is.

    ``own`` are the names of the house, ``foreign`` those of others who act, ``ground`` what "to us" may be called, ``abroad``
    other countries as places. ``known`` says whether its country is; ``others`` are countries, peoples and parties that are
    not of the house. Where the house's country is not known, a country's name does not tell who acts.
    """

    own: re.Pattern
    foreign: re.Pattern
    ground: re.Pattern
    abroad: re.Pattern
    known: bool
    others: re.Pattern


# a country to which one goes, or from which one comes, is not at once that of the house
_WE = re.compile(r"\b(?:we|our|us|ours)\b")
_PARTY_OF = re.compile(r"\bparty of (?:the )?$")
_GOING = re.compile(r"\b(?:to|from|for|with|against|in|of|by|between|towards?|about|on) (?:the )?$")


def home_of(folded: str) -> str:
    """The country whose house speaks, as in lexicon/countries.csv, or an empty string where the text does not tell.

    It is the country whose names, people, capital and (three times as telling) parties the text mentions most, other than
    behind a preposition: whoever goes to China, or agrees with it, does not speak for it. A few sentences that name China or
    no country, and in which no other country's party acts, are taken for China's own.
    """
    scores: Counter[str] = Counter()
    # a blank ahead, for the pattern looks only at what follows a character that is none of a word
    text = " " + folded[:_ENOUGH]
    head = text[:301] if "friendship" in folded[:300] else ""
    friends = {_country_of(" ".join(term.split()))[0] for term in _country_pattern().findall(head)}
    named, acts = set(), False
    for found in _country_pattern().finditer(text):
        country, is_party = _country_of(" ".join(found[1].split()))
        named.add(country)
        before = max(0, found.start(1) - 14), found.start(1)
        acts |= country != _PRESUMED and (is_party or bool(_PARTY_OF.search(text, *before)))
        if country in friends or _GOING.search(text, *before):
            continue
        scores[country] += 3 if is_party else 1
    ranked = scores.most_common(2)
    # a house names itself again and again, and clearly more often than any one partner
    if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        home, score = ranked[0]
        if score >= (3 if home == _PRESUMED else 4):
            return home
    # too short to tell by counting: China, of whose party the collection is, where no other country's party acts
    likelier = acts or max((score for country, score in scores.items() if country != _PRESUMED), default=0) > 2
    if likelier or _PRESUMED in friends or (named and _PRESUMED not in named):
        return ""
    # "our party sent twelve delegations to China": whoever says "we" and only goes there is at home elsewhere
    return "" if named and not scores[_PRESUMED] and _WE.search(text) else _PRESUMED


def home_named(speaker: str) -> str:
    """The country that a note on who speaks names first ("Central Committee of the Lao party"), or an empty string."""
    found = _country_pattern().search(" " + fold(speaker))  # a blank ahead, as in home_of
    return _country_of(" ".join(found[1].split()))[0] if found else ""


@lru_cache(maxsize=64)
def house_of(home: str) -> House:
    """The patterns for the house of a country; an empty string for one that is not known."""
    rows = table("countries")
    own = one_of([*_OWN_FIRST, *(term for row in rows if row["country"] == home for term in _terms(row))])
    others = one_of([term for row in rows if row["country"] != home for term in _terms(row)])
    ground = [one_of(places)] if (places := [term for row in rows if row["country"] == home for term in _places(row)]) else []
    return House(
        own=re.compile(rf"(?<![\w-]){own}(?![\w-])"),
        foreign=re.compile(rf"{_FOREIGN.pattern}|(?<![\w-]){others}(?![\w-])") if home else _FOREIGN,
        ground=re.compile(rf"(?<![\w-])(?:{'|'.join([_HERE, *ground])})(?![\w-])"),
        abroad=re.compile(rf"{_FOREIGN.pattern}|{_REGIONS}|abroad|overseas|\d+ countries" rf"|(?:the )?{others}(?![\w-])"),
        known=bool(home),
        others=re.compile(rf"(?<![\w-])(?:{others}|{_REGIONS}|abroad|overseas)(?![\w-])"),
    )


def _terms(row: dict) -> list[str]:
    return [*_places(row), *(term for term in (row["demonyms"] + ";" + row["parties"]).split(";") if term)]


def _places(row: dict) -> list[str]:
    return [row["country"].lower(), *(term for term in (row["capitals"] + ";" + row["parties"]).split(";") if term)]


@lru_cache(maxsize=1)
def _country_pattern() -> re.Pattern:
    terms = {term for row in table("countries") for term in _terms(row)}
    letters = re.escape("".join(sorted({term[0] for term in terms})))
    return re.compile(rf"[^a-z0-9_-](?=[{letters}])(?<!\w)({one_of(terms)})(?![\w-])")


@lru_cache(maxsize=512)
def _country_of(term: str) -> tuple[str, bool]:
    """The country that a term names, and whether the term is the name of a party there."""
    row = next(row for row in table("countries") if term in _terms(row))
    return row["country"], term in row["parties"].split(";")
