"""Which phrase of time belongs to which figure: the clause's own, else the paragraph's frame, else the tense."""

from __future__ import annotations

import re

from .corpus import Document
from .lexicon import words
from .mention import Mention, SentenceMentions
from .own_times import OF_THE, WHEN_THERE, aside, is_label, own_period, told_of
from .periods import Period
from .resolving_days import shift_years
from .rising import RISE_END

_PRESENT = re.compile(rf"\b(?:{words('present state')})\b")
_PAST = re.compile(r"\b(?:had|was|were|maintained|kept|enjoyed|numbered)\b(?! by)")
# A rate in a sentence without one of these is told of the time of the text.
_PAST_VERB = re.compile(rf"(?<!\bis )(?<!\bare )(?<!\bbe )\b(?:{words('past verb')})\b")
#: phrases of time that a stock in the present tense may have: the others say when something else happened
_STANDING = ("now", "moment", "this_year", "year_end")
_AGO = ("years_ago", "decades_ago", "last_year", "bare", "at", "in")


def period_of(
    document: Document, found: SentenceMentions, mention: Mention, kind: str, frame: Period | None, named: Period | None = None
):
    """The period of a claim: its clause's own phrase of time, else the frame of the paragraph, else the tense."""
    own = own_period(document.folded, found, mention)
    if kind == "duration" and own is not None and not own.start <= mention.start < own.end:
        own = None
    if kind == "structural" and own is not None and own.rule in _NOT_OF_PARTS:
        own = None
    present = kind == "stock" and _in_present(document.folded, found, mention)
    if present and own is not None and own.rule in _AGO:
        by_the_way = aside(document.folded, found.sentence.start, found.sentence.end, own)
        present = not (by_the_way and by_the_way[0] <= mention.start < by_the_way[1])  # "which a year ago had 30, now has 40"
    behind = own is not None and document.folded[mention.end : own.start].strip() == "" and own.start >= mention.end
    of_the = bool(OF_THE.match(document.folded[found.sentence.start : mention.start]))
    behind = behind or (of_the and own is not None and own.start >= mention.end)
    behind = behind or (own is not None and document.folded[own.end : mention.start] in (" with ", " of "))
    span = kind == "stock" and own is not None and own.first and own.last and own.first != own.last
    if span and (end := _end_of_rise(document.folded, found, mention)):
        when = own.first if end == "from" else own.last
        return when, when, document.text[own.start : own.end]
    if own is not None and (behind or not (present and own.rule not in _STANDING)):
        if own.rule == "since" and WHEN_THERE.fullmatch(document.folded, own.end, max(own.end, mention.start)):
            return own.first, own.first, document.text[own.start : own.end]  # "since 1990, when there were 95"
        label = is_label(document.folded, own)
        return own.first, own.last, document.text[own.start + label : own.end]
    if kind == "duration":
        return *_reckoned(document, mention), None
    if kind == "structural":
        return None, None, None
    if present:
        return document.date or None, document.date or None, None
    if kind == "event" and own is None and _HERE_NOW.search(document.folded, found.sentence.start, found.sentence.end):
        return document.date or None, document.date or None, None
    if (
        kind == "event"
        and named is not None
        and not found.periods
        and _GOES_ON.search(document.folded[found.sentence.start : found.sentence.end])
    ):
        return named.first, named.last, document.text[named.start : named.end]
    in_past = _PAST_VERB.search(document.folded, found.sentence.start, found.sentence.end)
    if kind == "rate" and not in_past and (frame is None or frame.rule != "recent") and not found.periods:
        return document.date or None, document.date or None, None
    if kind == "stock" and frame is not None and frame.rule == "title":
        frame = None  # how things stand in a list is told of the date of the text
    if frame is not None and frame.rule == "now" and kind in ("flow", "event") and in_past:
        frame = None  # "at the moment 63 are there. China had given two ships."
    if frame is not None and not told_of(document.folded, found.periods):
        return frame.first, frame.last, document.text[frame.start : frame.end]
    in_past = in_past or (kind == "stock" and _STOOD.search(document.folded, found.sentence.start, found.sentence.end))
    if (kind == "rate" and not in_past) or (kind == "stock" and not in_past and not found.periods):
        return document.date or None, document.date or None, None
    return None, None, None


def _end_of_rise(folded: str, found: SentenceMentions, mention: Mention) -> str:
    """ "Since 1985 it has grown *from 980 to 18,500*": the first at the beginning of that time, the second at its end."""
    rise = RISE_END.search(folded, max(found.sentence.start, mention.start - 110), mention.start)
    if rise is None:
        return ""
    if rise["end"] == "to":
        return "to" if " from " in rise.group() else ""
    return "from"


# "At this Congress we greet 54 delegations", "Present at our Congress are 48 parties"
_HERE_NOW = re.compile(
    r"\battending (?:this|our) (?:congress|conference|forum|plenum|meeting|festival)\b[^.;]{0,60}\bare\b|"
    r"\b(?:at|to|in|of) (?:this|our|the) (?:congress|conference|forum|plenum|meeting|festival)\b[^.;]{0,60}"
    r"\b(?:are|is|we (?:greet|welcome|have))\b"
    r"|\b(?:this|the present) (?:congress|conference|forum|plenum|meeting|festival) (?:is|has been) (?:being )?attended"
    r"|\b(?:we (?:greet|welcome)|are (?:here|with us|among us|present|represented|seated))\b"
)
_STOOD = re.compile(rf"\b(?:{words('past state')})\b")
#: what began, ended or lasted then is not a plan or a body, but what was done with it
_NOT_OF_PARTS = ("since", "since_event", "before", "after", "coming", "report")
# the sentence goes on about an occasion that the sentence before has dated: "It was attended by …", "… took part."
_GOES_ON = re.compile(
    r"\A(?:also )?present (?:were|was|are) |"
    r"\A(?:and )?(?:it|this|that|these|the (?:conference|congress|meeting|seminar|festival|rally|forum|session|summit|talks)) "
    r"|\b(?:attended|took part|participated|present)(?: in (?:it|them|this))?\s*(?:[.;,]|\Z)"
)
_UP_TO_THE_TEXT = re.compile(r"\b(?:history of|after)(?: [a-z]+)? $")


def _reckoned(document: Document, mention: Mention) -> tuple[str | None, str | None]:
    """ "a history of 80 years", "after 50 years": reckoned back from the date of the text."""
    years = mention.value if mention.unit.heads == ("years",) else None
    if (
        years is None
        or not document.date
        or not _UP_TO_THE_TEXT.search(document.folded[max(0, mention.start - 30) : mention.start])
        or document.folded.startswith(" in ", mention.end)
    ):
        return None, None
    return shift_years(document.date, -int(years)), shift_years(document.date, 0)


#: phrases of a moment, up to which what was established has been counted
_MOMENTS = ("now", "moment", "year_end")


def is_new(document: Document, found: SentenceMentions, mention: Mention, frame: Period | None) -> bool:
    """Whether "established relations with N" counts new ones: in a stretch of time, not up to a moment."""
    own = own_period(document.folded, found, mention)
    if own is not None:
        return own.rule not in _MOMENTS
    return frame is not None and not found.periods and frame.rule not in _MOMENTS


def _in_present(folded: str, found: SentenceMentions, mention: Mention) -> bool:
    """Whether the clause around a mention stands in the present or present perfect."""
    start, end = found.sentence.start, found.sentence.end
    first = max(start, folded.rfind(";", start, mention.start))
    colon = folded.rfind(": ", first, mention.start)  # what stands before it is said of something else, if there is more behind
    for near in (colon, first):
        left = folded[max(near, first) : mention.start]
        present = max((match.start() for match in _PRESENT.finditer(left)), default=-1)
        past = max((match.start() for match in _PAST.finditer(left)), default=-1)
        if present != past:
            return present > past
        right = folded[mention.end : end]
        present_right, past_right = _PRESENT.search(right), _PAST.search(right)
        if present_right or past_right:
            return bool(present_right) and (past_right is None or present_right.start() < past_right.start())
    return False
