"""Whether a text speaks of the Communist Party of China when it says "the Central Committee" or "the Twelfth Congress"."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from ..alternatives import one_of, spelled_out
from ..corpus import Document
from ..lexicon import table

_CHINESE = re.compile(r"(?<![\w-])(?:cpc|ccp|communist party of china|china|chinese|prc|international liaison department)(?!\w)")


def is_of_cpc(document: Document) -> bool:
    """Whether a text names China or its party at all, and more often than any other party."""
    chinese = sum(1 for _ in _CHINESE.finditer(document.folded))
    if not chinese:
        return False
    others = Counter(" ".join(found.group().split()) for found in _other_parties().finditer(document.folded))
    return chinese > max(others.values(), default=0)


@cache
def _other_parties() -> re.Pattern:
    rows = [
        row
        for row in table("names")
        if row["kind"] == "party" and row["name"] not in ("Communist Party of China", "Communist Party")
    ]
    spelled = {
        spelling.lower() for row in rows for part in [row["name"], *row["aliases"].split(";")] for spelling in spelled_out(part)
    }
    return re.compile(rf"(?<![\w-]){one_of(spelling for spelling in spelled if len(spelling) > 2)}(?!\w)")
