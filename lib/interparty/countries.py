"""The names of countries, peoples, capitals and parties of lexicon/countries.csv, as patterns."""

from __future__ import annotations

import re
from functools import lru_cache

from .alternatives import one_of
from .lexicon import table


def terms_of(row: dict) -> list[str]:
    demonyms = [term for term in row["demonyms"].split(";") if term]
    return [*places_of(row), *demonyms, *(f"{term}s" for term in demonyms if not term.endswith(_NO_PLURAL))]


def people_of(row: dict) -> list[str]:
    """Its leaders, who stand for the country when they come or receive; they do not tell whose text it is."""
    return [term for term in row["people"].split(";") if term]


_NO_PLURAL = (
    "s",
    "ch",
    "sh",
    "ese",
    "of korea",
    "of germany",
    "republic",
    "republics",
    "britain",
    "america",
    "ssr",
    "usa",
    "men",
)


def places_of(row: dict) -> list[str]:
    cells = ";".join((row["capitals"], row["parties"], row["places"]))
    return [row["country"].lower(), *(term for term in cells.split(";") if term)]


def in_its_time(country: str, date: str) -> str:
    """The state that has the capital of another one at the date of a text: a paper of Berlin of 2001 is not of East Germany."""
    later = _LATER.get(country)
    return later[1] if later and date[:4] > later[0] else country


#: state → its last year, and the one whose capital its capital is since then
_LATER = {"East Germany": ("1990", "Germany")}


@lru_cache(maxsize=1)
def country_pattern() -> re.Pattern:
    terms = {term for row in table("countries") for term in terms_of(row)}
    letters = re.escape("".join(sorted({term[0] for term in terms})))
    return re.compile(rf"[^a-z0-9_-](?=[{letters}])(?<!\w)({one_of(terms)})(?![\w-])")


@lru_cache(maxsize=512)
def country_of(term: str) -> tuple[str, bool]:
    """The country that a term names, and whether the term is the name of a party there."""
    row = next(row for row in table("countries") if term in terms_of(row))
    return row["country"], term in row["parties"].split(";")
