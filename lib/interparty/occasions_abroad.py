"""Whether an occasion is that of somebody else: "our comrades at *the congress of the Cuban party*"."""

from __future__ import annotations

import re

from .houses import House
from .lexicon import words

_OCCASION = rf"(?:{words('occasion')})"


_NAMED_OCCASION = re.compile(rf"\b(?:the|a) ((?:[\w']+ ){{1,3}}){_OCCASION}\b")


def elsewhere(text: str, house: House) -> bool:
    """Whether an occasion is that of somebody else: "the congress of the Cuban party", "the conference in Athens"."""
    for found in _NAMED_OCCASION.finditer(text):
        if house.known and house.foreign.match(found[1]) and not house.own.search(found[1]):
            return True
    for found in re.finditer(rf"\b{_OCCASION}(?:'s)? (?:of|held by|organised by|organized by|in|at) (?:the )?", text):
        if house.known and house.foreign.match(text, found.end()) and not house.own.match(text, found.end()):
            return True
    return False
