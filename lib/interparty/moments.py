"""Which phrase of time belongs to which figure: the clause's own, else the paragraph's frame, else the tense."""

from __future__ import annotations

import re
from dataclasses import replace

from .corpus import Document
from .lexicon import words
from .periods import Period, shift_years
from .quantities import Mention, SentenceMentions

_PRESENT = re.compile(r"\b(?:has|have|maintains?|keeps?|enjoys?|is|are|cooperates?|works?|exists?)\b")
_PAST = re.compile(r"\b(?:had|was|were|maintained|kept|enjoyed|numbered)\b(?! by)")
# A rate in a sentence without one of these is told of the time of the text.
_PAST_VERB = re.compile(rf"(?<!\bis )(?<!\bare )(?<!\bbe )\b(?:{words('past verb')})\b")
#: phrases of time that a stock in the present tense may have: the others say when something else happened
_STANDING = ("now", "moment", "this_year")


def pointed_back(found: list[Period], named: Period | None) -> list[Period]:
    """ "in that time", "in the same years": the dates of the time named before; without one, the phrase tells nothing."""
    result = []
    for period in found:
        if period.rule == "same":
            if named is None:
                continue
            period = replace(period, first=named.first, last=named.last)
        result.append(period)
        named = period
    return result


def period_of(
    document: Document, found: SentenceMentions, mention: Mention, kind: str, frame: Period | None, named: Period | None = None
):
    """The period of a claim: its clause's own phrase of time, else the frame of the paragraph, else the tense."""
    own = own_period(document.folded, found, mention)
    if kind == "duration" and own is not None and not own.start <= mention.start < own.end:
        own = None
    present = kind == "stock" and _in_present(document.folded, found, mention)
    if own is not None and not (present and own.rule not in _STANDING):
        return own.first, own.last, document.text[own.start : own.end]
    if kind == "duration":
        return *_reckoned(document, mention), None
    if kind == "structural":
        return None, None, None
    if present:
        return document.date or None, document.date or None, None
    if kind == "event" and named is not None and not found.periods and _IT_WAS.match(document.folded, found.sentence.start):
        return named.first, named.last, document.text[named.start : named.end]
    if frame is not None and not found.periods:
        return frame.first, frame.last, document.text[frame.start : frame.end]
    if kind == "rate" and not _PAST_VERB.search(document.folded, found.sentence.start, found.sentence.end):
        return document.date or None, document.date or None, None
    return None, None, None


# the sentence goes on about an occasion that the sentence before has dated
_IT_WAS = re.compile(
    r"(?:it|this|that|the (?:conference|congress|meeting|seminar|festival|rally|forum|session|summit)) (?:was|were|had|brought) "
)
_UP_TO_THE_TEXT = re.compile(r"\b(?:history of|after)(?: [a-z]+)? $")


def _reckoned(document: Document, mention: Mention) -> tuple[str | None, str | None]:
    """ "a history of 80 years", "after 50 years": reckoned back from the date of the text."""
    years = mention.value if mention.unit.heads == ("years",) else None
    if (
        years is None
        or not document.date
        or not _UP_TO_THE_TEXT.search(document.folded[max(0, mention.start - 30) : mention.start])
    ):
        return None, None
    return shift_years(document.date, -int(years)), shift_years(document.date, 0)


def is_new(document: Document, found: SentenceMentions, mention: Mention, frame: Period | None) -> bool:
    """Whether "established relations with N" counts new ones: in a stretch of time, not up to a moment."""
    own = own_period(document.folded, found, mention)
    if own is not None:
        return own.rule not in ("now", "moment")
    return frame is not None and not found.periods and frame.rule not in ("now", "moment")


def _in_present(folded: str, found: SentenceMentions, mention: Mention) -> bool:
    """Whether the clause around a mention stands in the present or present perfect."""
    start, end = found.sentence.start, found.sentence.end
    left = folded[max(start, folded.rfind(";", start, mention.start)) : mention.start]
    present = max((match.start() for match in _PRESENT.finditer(left)), default=-1)
    past = max((match.start() for match in _PAST.finditer(left)), default=-1)
    if present == past == -1:
        right = folded[mention.end : end]
        present_right, past_right = _PRESENT.search(right), _PAST.search(right)
        return bool(present_right) and (past_right is None or present_right.start() < past_right.start())
    return present > past


def own_period(folded: str, found: SentenceMentions, mention: Mention) -> Period | None:
    """The phrase of time of the mention's own clause: the nearest, one that covers it first, no semicolon between."""
    nearest = None
    for period in found.periods:
        if period.start <= mention.start and mention.end <= period.end:
            return period
        between = folded[mention.end : period.start] if period.start >= mention.end else folded[period.end : mention.start]
        if ";" in between:
            continue
        # a phrase after the figure belongs to it only when no other clause with a figure of its own comes between
        distance = len(between) + (40 if period.start >= mention.end and re.search(r", (?:and|but|while)\b", between) else 0)
        if period.start >= mention.end and any(mention.end <= other.start < period.start for other in found.mentions):
            distance += 60
        if nearest is None or distance < nearest[0]:
            nearest = (distance, period)
    return nearest[1] if nearest else None
