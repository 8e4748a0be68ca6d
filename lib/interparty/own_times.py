"""The phrase of time of a figure's own clause: the nearest one that is no comparison, no aside and no other figure's."""

from __future__ import annotations

import re

from . import numerals
from .lexicon import words
from .mention import Mention, SentenceMentions
from .periods import Period
from .verbs import after_said_that

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
WHEN_THERE = re.compile(r", when [^,;]*")


def is_base(folded: str, period: Period) -> bool:
    """Whether a phrase of time is the one with which a figure is compared, and not that of the figure."""
    if period.rule == "beside" or _BASE.search(folded, max(0, period.start - 40), period.start):
        return True
    a_year = period.first == period.last and folded.startswith("over ", period.start)
    return a_year and bool(_MORE.search(folded, max(0, period.start - 50), period.start))


def is_label(folded: str, period: Period) -> bool:
    """Whether a phrase of time is the label of the figure behind it: "29 groups (2012: 33)"."""
    return folded.startswith("(", period.start) and folded.startswith(":", period.end)


_BESIDE = re.compile(rf"\b(?:{words('compared')})\b[^.;]{{0,40}}$")


def beside(folded: str, period: Period) -> bool:
    """Whether a phrase of time belongs to what a figure is compared with."""
    return period.rule == "beside" or bool(_BESIDE.search(folded, max(0, period.start - 60), period.start))


def told_of(folded: str, periods: list[Period]) -> list[Period]:
    """The phrases of time of what a sentence tells, without those of what it only sets beside that."""
    return [period for period in periods if not (is_base(folded, period) or is_label(folded, period) or beside(folded, period))]


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


OF_THE = re.compile(r"\W*(?:but |and |thus )?(?:out )?of (?:the |our |its |these )?$")


def _is_of_the_whole(folded: str, found: SentenceMentions, mention: Mention, period: Period) -> bool:
    """ "Of the 74 who worked here *in 1989*, three are with us": the time of the whole, not of the part."""
    if period.end > mention.start or not found.mentions or mention is found.mentions[0]:
        return False
    whole = found.mentions[0]
    opens = whole.end <= period.start and OF_THE.match(folded[found.sentence.start : whole.start])
    return bool(opens and mention is found.mentions[1])


def _is_next_to(period: Period, mention: Mention, found: SentenceMentions) -> bool:
    """Whether another figure stands right behind a phrase of time, which then is its own; only where this one has one before."""
    before = any(other.end <= mention.start and (other.first or other.last) for other in found.periods)
    return before and any(other.start == period.end + 1 for other in found.mentions if other.start > mention.start)


_RELATIVE = re.compile(r" (?:that|which|who) [^.;,]{3,80} ")
_NEXT = re.compile(r"^,? (?:and|but|while) |^, (?!when |in which )")
_VERSUS = re.compile(r"\b(?:against|compared (?:with|to)|up from|down from|than)\b")


_UP_TO = re.compile(r" to (?:[a-z]+ ){0,2}")


def _stands_behind_one(period: Period, mention: Mention, found: SentenceMentions) -> bool:
    """Whether another figure stands right before a phrase of time."""
    return any(0 <= period.start - other.end <= 2 for other in found.mentions if other.start < mention.start)


def own_period(folded: str, found: SentenceMentions, mention: Mention) -> Period | None:
    """The phrase of time of the mention's own clause: the nearest, one that covers it first, no semicolon between."""
    if not found.periods:
        return None
    if mention.start not in found.own_periods:  # kind and period of a claim ask for it several times
        found.own_periods[mention.start] = _own_period(folded, found, mention)
    return found.own_periods[mention.start]


def _own_period(folded: str, found: SentenceMentions, mention: Mention) -> Period | None:
    """As :func:`own_period`, looked for."""
    nearest = None
    dated = [period for period in found.periods if period.first or period.last]
    for period in dated or found.periods:
        behind, before = period.start >= mention.end, period.end <= mention.start
        if is_base(folded, period) and not _WHEN.match(folded, period.end):
            continue
        if behind and is_label(folded, period):
            continue
        others = any(other.start > period.end for other in dated) and not OF_THE.match(
            folded[found.sentence.start : mention.start]
        )
        if others and behind and _RELATIVE.fullmatch(folded, mention.end, period.start):
            continue  # "ten of the parties that broke with us in 1963 had come back by 1985"
        if _is_of_the_whole(folded, found, mention, period):
            continue
        within = aside(folded, found.sentence.start, found.sentence.end, period)
        if within and not within[0] <= mention.start < within[1]:
            continue
        if _is_said(folded, period) or (before and after_said_that(folded, period.end, mention) > period.end):
            continue
        if period.start <= mention.start and mention.end <= period.end:
            return period
        between = folded[mention.end : period.start] if behind else folded[period.end : mention.start]
        if ";" in between and not (period.initial and before) and ":" not in between:
            continue
        # a phrase after the figure belongs to it only when no other clause with a figure of its own comes between
        apart = 60 if behind and between.startswith(",") and any(p.end <= mention.start for p in found.periods) else 0
        distance = apart + len(between) + (40 if behind and re.search(r", (?:and|but|while)\b", between) else 0)
        if behind and any(mention.end <= other.start < period.start for other in found.mentions):
            distance += 60
        listed = ":" in between and behind
        if listed and any(mention.end <= other.start < period.start for other in found.mentions):
            continue  # "three groups: eight teachers in March, a dozen doctors in June"
        if before and _UP_TO.fullmatch(between) and _stands_behind_one(period, mention, found):
            continue  # "from 240,000 *in 1978* to some 60,000"
        if before and _VERSUS.search(between) and any(later.start >= mention.end for later in dated):
            continue  # "we *now* deal with 60, compared with 40 parties in 1995"
        if before and _NEXT.search(between) and beside(folded, period):
            continue  # "172 delegations, as against 165 in the year before, and sent 78"
        versus = _VERSUS.search(between) if behind else None
        if versus and numerals.HOT_SPOT.search(between, versus.end()):
            continue  # the time of the figure that is set beside this one
        if behind and between.endswith(", ") and _is_next_to(period, mention, found):
            continue  # "In 1980 we attended four congresses, last year twenty-two"
        if behind and between.endswith((" and ", " but ")):
            if any(other.start >= period.end for other in found.mentions):
                continue  # "formed with six members and now numbers forty"
            distance += 60
        if before and not period.initial and between.endswith((", and ", ", but ", ", while ", ", whereas ")):
            distance += 60  # "1,500 are there now, and 600 are expected in the autumn"
        if nearest is None or distance < nearest[0]:
            nearest = (distance, period)
    return nearest[1] if nearest else None
