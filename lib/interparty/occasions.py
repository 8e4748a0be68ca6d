"""Whether figures are told of one occasion, or of a stretch of time with room for many."""

from __future__ import annotations

import re

from .lexicon import words
from .mention import Mention, SentenceMentions
from .own_times import own_period

ANY_OCCASION = re.compile(rf"\b(?:{words('occasion')})\b")
#: phrases of a month or less, in which people who travelled travelled together
_SHORT = ("week", "month", "last_month", "last_month_name", "yesterday", "weekday", "next_month")
_IN_A_MONTH = ("at", "same", *_SHORT)


def is_stretch(own) -> bool:
    """Whether a phrase of time is a year or more, not a moment."""
    if own is None or own.rule == "last_season" or (len(own.last or "") >= 7 and (own.first or "")[:7] == own.last[:7]):
        return False
    return (
        own is not None
        and own.rule not in ("now", "moment", "then", "before")
        and bool(own.last)
        and (own.first is None or own.first != own.last or len(own.first) == 4)
    )


# One occasion, in the singular: those who come to it are counted once, and the figure is of an event.
_OCCASION = re.compile(
    rf"\b(?:to|at|in|on|for|attend\w*|with|joined) (?:the|our|its|this|a) (?:[\w'-]+ ){{0,3}}?(?:{words('occasion')})\b"
    r"(?! (?:of|on) (?:the )?\w+ (?:and|or))"
)


_ON_THE_OCCASION = re.compile(r"\bon the (?:occasion|eve|opening|\w+ anniversary) of\b|\bon the \w+ anniversary\b")
# "The anniversary brought us messages from 52 parties"
_BRINGS = re.compile(
    rf"\b(?:the|our|its) (?:[\w'.-]+ ){{0,4}}?(?:{words('occasion')})\b[^.;]{{0,60}}\b(?:brought|received|got)\b"
)


def one_occasion(folded: str, found: SentenceMentions, mention: Mention, name: str) -> bool:
    if name == "wrote":
        if _BRINGS.search(folded, found.sentence.start, mention.start):
            return True
        return any(words.search(folded, found.sentence.start, found.sentence.end) for words in (_OCCASION, _ON_THE_OCCASION))
    own = own_period(folded, found, mention)
    days = own is not None and own.rule not in ("now", "moment") and len(own.first or "") == len(own.last or "") == 10
    if days and own.first[:7] == own.last[:7]:
        return True
    month = own is not None and own.rule in _IN_A_MONTH and len(own.first or "") >= 7 and own.first[:7] == (own.last or "")[:7]
    month = month or (own is not None and own.rule == "last_season")
    people = (
        mention.unit.row is not None
        and mention.unit.row["class"] in ("people", "countries")
        and mention.unit.heads[0] != "visitors"
    )
    if month and people:
        return True  # those who came in one month came together
    if own is not None and own.first != own.last:
        return False  # a longer span of time has room for many occasions
    aside = _ASIDE.search(folded, mention.end, found.sentence.end) if is_stretch(own) else None
    return bool(_OCCASION.search(folded, found.sentence.start, aside.start() if aside else found.sentence.end))


# "in 1959 300 delegations came, among them *some that attended the congress*"
_ASIDE = re.compile(
    r"(?:,| -|;) (?:which|who|among (?:them|these|whom|which)|including|some of|[a-z-]+ of (?:them|these|which|whom))\b"
)
