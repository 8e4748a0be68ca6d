"""Labels of lists of figures that say which way people went: "Delegations going out: 1979, 18"."""

from __future__ import annotations

import re
from functools import cache

from .lexicon import pattern, table
from .mention import Mention


@cache
def phrases_of(name: str) -> str:
    """The phrases of one sort of lexicon/journeys.csv, as one pattern."""
    return f"(?:{'|'.join(row['pattern'] for row in table('journeys') if row['name'] == name)})"


def read(source: str) -> re.Pattern:
    return re.compile(pattern(source))


_NOUNS = phrases_of("label noun")
_LABEL = read(
    rf"(?:[.;:] ?|\)\s*|[-*•·–] +|(?:a|answer): )?(?:(?P<in>(?:{_NOUNS} )?{phrases_of('label in')}(?: {_NOUNS})?)|"
    rf"(?P<out>(?:{_NOUNS} )?{phrases_of('label out')}(?: {_NOUNS})?))"
    r"(?: (?:in|during|for) (?:the )?[\w -]{1,20})?(?::|\.(?= )|,|$)"
)
_LABEL_BOTH = read(
    rf"(?:[-*•·–] +)?{phrases_of('label both')}(?: (?:in|during|of|at) [\w -]{{1,20}})?: (?:at present |today |now )?"
)
# "Visits at the highest level: outgoing 5, incoming 8"
_LABEL_BESIDE = read(rf"[:,;] (?:(?P<in>{phrases_of('label in')})|(?P<out>{phrases_of('label out')})):? $")
# the same with other words in front, where a colon ends it: "Scholarship holders abroad: USSR 412"
_LABEL_BROAD = read(
    rf"(?:[a-z'-]+ ){{1,3}}?(?:(?P<in>{phrases_of('label in')})|(?P<out>{phrases_of('label out')}))(?: [\w -]{{1,20}})?:"
)


def label(folded: str, start: int, mention: Mention) -> tuple[str, str] | None:
    """The heading of a list of figures: "Delegations going out: 1979, 18", "Visitors in 1988: 30 delegations"."""
    if _LABEL_BOTH.match(folded, start, mention.start):
        return "in_contact", "both"
    found = _LABEL.match(folded, start, mention.start)
    found = found or _LABEL_BROAD.match(folded, start, mention.start)
    found = found or _LABEL_BESIDE.search(folded, max(start, mention.start - 24), mention.start)
    if found is None:
        return None
    return ("received", "received") if found["in"] is not None else ("sent", "sent")
