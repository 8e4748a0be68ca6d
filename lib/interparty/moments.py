"""Which phrase of time belongs to which figure: the clause's own, else the paragraph's frame, else the tense."""

from __future__ import annotations

import re

from . import numerals
from .corpus import Document
from .lexicon import words
from .mention import Mention, SentenceMentions
from .periods import Period
from .resolving_days import shift_years
from .verbs import after_said_that

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
    of_the = bool(_OF_THE.match(document.folded[found.sentence.start : mention.start]))
    behind = behind or (of_the and own is not None and own.start >= mention.end)
    behind = behind or (own is not None and document.folded[own.end : mention.start] in (" with ", " of "))
    span = kind == "stock" and own is not None and own.first and own.last and own.first != own.last
    if span and (end := _end_of_rise(document.folded, found, mention)):
        when = own.first if end == "from" else own.last
        return when, when, document.text[own.start : own.end]
    if own is not None and (behind or not (present and own.rule not in _STANDING)):
        if own.rule == "since" and _WHEN_THERE.fullmatch(document.folded, own.end, max(own.end, mention.start)):
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


_RISE_END = re.compile(rf"\b(?:{words('risen')})\b[^.;]{{0,60}}\b(?P<end>from|to) (?:[a-z]+ ){{0,2}}$")


def _end_of_rise(folded: str, found: SentenceMentions, mention: Mention) -> str:
    """ "Since 1985 it has grown *from 980 to 18,500*": the first at the beginning of that time, the second at its end."""
    rise = _RISE_END.search(folded, max(found.sentence.start, mention.start - 110), mention.start)
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


def is_new(document: Document, found: SentenceMentions, mention: Mention, frame: Period | None) -> bool:
    """Whether "established relations with N" counts new ones: in a stretch of time, not up to a moment."""
    own = own_period(document.folded, found, mention)
    if own is not None:
        return own.rule not in ("now", "moment")
    return frame is not None and not found.periods and frame.rule not in ("now", "moment")


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


_SAID = re.compile(r"\b(?:said|told|announced|added|reported|wrote|speaking|explained)(?: [a-z]+){0,3}? +$")


def _is_said(folded: str, period: Period) -> bool:
    """ "… a senior official said here today": when it was said, not when it was so."""
    return period.rule in ("now", "weekday") and bool(_SAID.search(folded, max(0, period.start - 50), period.start))


# "14 more than in 2002", "up 12 per cent over the previous year": the time of what a figure is measured against
_BASE = re.compile(
    r"\b(?:compared (?:with|to)|as against|than|over|that (?:of|for)|those (?:of|for))"
    r"(?: the (?:figure|number|total)s?)?(?: (?:in|for|of|during))? $"
)
# "14 more delegations over 2012": there "over" says with what is compared
_MORE = re.compile(
    r"(?:\b(?:increase|rise|growth|gain|drop|fall|decline|(?:up|down)(?! to)|(?:more|fewer|less)(?! than)|per cent)\b|%)[^.;]*$"
)
# "compared with 1985, when 357 groups came"
_WHEN = re.compile(r", (?:when|in which) ")
_WHEN_THERE = re.compile(r", when [^,;]*")


def is_base(folded: str, period: Period) -> bool:
    """Whether a phrase of time is the one with which a figure is compared, and not that of the figure."""
    if period.rule == "beside" or _BASE.search(folded, max(0, period.start - 40), period.start):
        return True
    a_year = period.first == period.last and folded.startswith("over ", period.start)
    return a_year and bool(_MORE.search(folded, max(0, period.start - 50), period.start))


def is_label(folded: str, period: Period) -> bool:
    """Whether a phrase of time is the label of the figure behind it: "29 groups (2012: 33)"."""
    return folded.startswith("(", period.start) and folded.startswith(":", period.end)


def told_of(folded: str, periods: list[Period]) -> list[Period]:
    """The phrases of time of what a sentence tells, without those of what it only sets beside that."""
    return [period for period in periods if not is_base(folded, period) and not is_label(folded, period)]


# "Comrade Li, who called here in 1971, …": the time of what is said by the way
_ASIDE = re.compile(
    rf"(?P<journey>\b(?:{words('sized')}|{words('occasion')}|visit|trip|tour|[a-z]+s))?, "
    r"(?:(?:who|whose|whom)\b|(?P<which>which|where)\b|"
    r"(?P<done>founded|opened|established|formed|created|launched|elected|now|then)\b|"
    r"the (?:first|largest|smallest|best|biggest|second|third|last|only|highest|lowest)\b)[^,;:]*$"
)


def aside(folded: str, start: int, end: int, period: Period) -> tuple[int, int] | None:
    """Where the aside between commas begins and ends in which a phrase of time stands; None where it stands in none."""
    closes, first = folded.find(",", period.end, min(end, period.end + 90)), max(start, period.start - 120)
    if closes == -1 or folded.find(", ", first, period.start) == -1:
        return None
    opens = _ASIDE.search(folded, first, period.start)
    if opens and opens["journey"] and (opens["which"] or opens["done"]):
        return None  # "the mission, which left in March, consisted of ten": its own time
    return (opens.start(), closes) if opens else None


_OF_THE = re.compile(r"\W*(?:but |and |thus )?(?:out )?of (?:the |our |its |these )?$")


def _is_of_the_whole(folded: str, found: SentenceMentions, mention: Mention, period: Period) -> bool:
    """ "Of the 74 who worked here *in 1989*, three are with us": the time of the whole, not of the part."""
    if period.end > mention.start or not found.mentions or mention is found.mentions[0]:
        return False
    whole = found.mentions[0]
    opens = whole.end <= period.start and _OF_THE.match(folded[found.sentence.start : whole.start])
    return bool(opens and mention is found.mentions[1])


def _is_next_to(period: Period, mention: Mention, found: SentenceMentions) -> bool:
    """Whether another figure stands right behind a phrase of time, which then is its own; only where this one has one before."""
    before = any(other.end <= mention.start and (other.first or other.last) for other in found.periods)
    return before and any(other.start == period.end + 1 for other in found.mentions if other.start > mention.start)


_RELATIVE = re.compile(r" (?:that|which|who) [^.;,]{3,80} ")
_VERSUS = re.compile(r"\b(?:against|compared (?:with|to)|up from|down from|than)\b")


def own_period(folded: str, found: SentenceMentions, mention: Mention) -> Period | None:
    """The phrase of time of the mention's own clause: the nearest, one that covers it first, no semicolon between."""
    if not found.periods:
        return None
    if mention.start not in found.own_periods:  # kind and period of a claim ask for it several times
        found.own_periods[mention.start] = _own_period(folded, found, mention)
    return found.own_periods[mention.start]


def _own_period(folded: str, found: SentenceMentions, mention: Mention) -> Period | None:
    nearest = None
    dated = [period for period in found.periods if period.first or period.last]
    for period in dated or found.periods:
        if is_base(folded, period) and not _WHEN.match(folded, period.end):
            continue
        if period.start >= mention.end and is_label(folded, period):
            continue
        others = any(other.start > period.end for other in dated) and not _OF_THE.match(
            folded[found.sentence.start : mention.start]
        )
        if others and period.start >= mention.end and _RELATIVE.fullmatch(folded, mention.end, period.start):
            continue  # "ten of the parties that broke with us in 1963 had come back by 1985"
        if _is_of_the_whole(folded, found, mention, period):
            continue
        within = aside(folded, found.sentence.start, found.sentence.end, period)
        if within and not within[0] <= mention.start < within[1]:
            continue
        if _is_said(folded, period) or (
            period.end <= mention.start and after_said_that(folded, period.end, mention) > period.end
        ):
            continue
        if period.start <= mention.start and mention.end <= period.end:
            return period
        between = folded[mention.end : period.start] if period.start >= mention.end else folded[period.end : mention.start]
        if ";" in between and not (period.initial and period.end <= mention.start) and ":" not in between:
            continue
        # a phrase after the figure belongs to it only when no other clause with a figure of its own comes between
        apart = (
            60
            if period.start >= mention.end and between.startswith(",") and any(p.end <= mention.start for p in found.periods)
            else 0
        )
        distance = (
            apart + len(between) + (40 if period.start >= mention.end and re.search(r", (?:and|but|while)\b", between) else 0)
        )
        if period.start >= mention.end and any(mention.end <= other.start < period.start for other in found.mentions):
            distance += 60
        listed = ":" in between and period.start >= mention.end
        if listed and any(mention.end <= other.start < period.start for other in found.mentions):
            continue  # "three groups: eight teachers in March, a dozen doctors in June"
        beside = _VERSUS.search(between) if period.start >= mention.end else None
        if beside and numerals.HOT_SPOT.search(between, beside.end()):
            continue  # the time of the figure that is set beside this one
        if period.start >= mention.end and between.endswith(", ") and _is_next_to(period, mention, found):
            continue  # "In 1980 we attended four congresses, last year twenty-two"
        if period.start >= mention.end and between.endswith((" and ", " but ")):
            if any(other.start >= period.end for other in found.mentions):
                continue  # "formed with six members and now numbers forty"
            distance += 60
        if (
            period.end <= mention.start
            and not period.initial
            and between.endswith((", and ", ", but ", ", while ", ", whereas "))
        ):
            distance += 60  # "1,500 are there now, and 600 are expected in the autumn"
        if nearest is None or distance < nearest[0]:
            nearest = (distance, period)
    return nearest[1] if nearest else None
