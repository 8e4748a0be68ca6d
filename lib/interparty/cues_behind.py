"""What a cue behind a figure means: there the figure is the subject of the verb, active or passive."""

from __future__ import annotations

import re

from .by_name import OF_TWO, class_of

FLIP = {"received": "sent", "sent": "received"}


def flip(meaning: tuple[str, str]) -> tuple[str, str]:
    name, direction = meaning
    return FLIP.get(name, name), FLIP.get(direction, direction)


PARTNER = re.compile(r"\b(?:with|jointly|together|between|bilateral|both)\b")

#: behind an active verb: the figure that is its object
TAKES_OBJECT = re.compile(
    r" (?:(?:some|about|around|over|nearly|almost|up to|at least|a total of|more than|no fewer than|another) )?"
    r"(?:\d|(?:a )?(?:dozen|hundred|thousand)|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z-]+(?:ty|een))\b)"
)
_FINITE = re.compile(r"\b(?:had|has|have|was|were|is|are|will|would|shall|did)\b")
_OF_OTHERS = re.compile(r"\b(?:representatives|delegates|leaders|guests) (?:of|from)\b|\b(?:parties|movements|countries)$")
# "the guests of the Social Democratic Party"
_OTHER_HOST = re.compile(r" the (?:[a-z-]+ ){1,4}(?:party|league|union|alliance|front|federation|government|academy|institute)\b")
_THEIRS = re.compile(r"\bof (?:their|his|her)\b")
_VISITS = re.compile(r"(?:had |have |has )?(?:visit|tour|paid|pay|stay|spent|been (?:to|here))")
# "attended courses in Sweden"
_STUDIES, _IN_PLACE = re.compile(r"course|seminar|class|lecture|training|school|academ"), re.compile(r" (?:in|at) (?:the )?")
_OUR_SCHOOL = re.compile(r"\b(?:our|the party's) ")
_STUDIED = re.compile(r"(?:have |had |has )?(?:studied|study|been trained|were trained|graduated) (?:at|in|from) the$")
_IS_TREATED = re.compile(r"expect|await|\bdue|receiv|welcom|host|greet|invit|entertain|lodg|accommodat")


def is_hosting(words: str, mention, kind: str) -> bool:
    """Whether an event is hosted, as guests are: "we hosted two *seminars*" says where it was held, not who came."""
    return kind == "events" and "host" in words and mention.unit.heads[0] not in _COMINGS


#: events of which each is the coming of somebody
_COMINGS = ("visits", "trips", "tours", "journeys", "stays")


_OTHER_COUNTRIES = re.compile(r" (?:the )?(?:other )?(?:socialist|fraternal|sister|brother|foreign|neighbouring) countries\b")
_FROM = re.compile(r" (?:of [a-z ]{2,30} )?from (?:the )?")


def _is_from_elsewhere(folded: str, mention, house) -> bool:
    """Whether people or bodies are called by a region, or come from there: "34 groups from African parties"."""
    if house.others.search(folded, mention.start, mention.end):
        return True
    origin = _FROM.match(folded, mention.end)
    return bool(origin and house.others.match(folded, origin.end()))


def subject_of(folded, start, end, cue, meaning, mention, house) -> tuple[str, str]:
    """What a cue behind the figure means: the figure is the subject of the verb, active or passive."""
    if meaning[0] == "received" and is_hosting(cue.group(), mention, class_of(mention)):
        meaning = ("held", "both")
    if meaning[0] == "attending" and house.own.search(folded, mention.start, mention.end):
        return "attended", "sent"
    if meaning[0] == "held" and mention.unit.heads[:1] and mention.unit.heads[0] not in OF_TWO:
        return meaning if PARTNER.search(folded, start, end) else ("held", "none")
    if meaning[0] not in FLIP:
        return meaning
    counted = folded[mention.start : min(end, mention.end + 40, max(cue.start(), mention.end))]
    if (verb := _FINITE.search(counted, mention.end - mention.start)) is not None:
        counted = counted[: verb.start()]
    whose = "foreign" if house.foreign.search(counted) else ("own" if house.own.search(counted) else "")
    if not whose and not house.known and house.others.search(counted):
        whose = "foreign"
    if not whose and house.known and _is_from_elsewhere(folded, mention, house):
        whose = "foreign"
    if not whose and _THEIRS.search(counted):
        whose = "foreign"
    words = cue.group()
    if words.endswith("guests of") and whose != "foreign" and _OTHER_HOST.match(folded, cue.end()):
        host = folded[cue.end() : cue.end() + 60]
        if not house.ground.match(host.removeprefix(" ")) and not house.own.match(host.removeprefix(" the ")):
            return "sent", "sent"
    if _VISITS.match(words):
        ours, abroad = (names.match(folded, cue.end() + 1) for names in (house.ground, house.abroad))
        abroad = abroad or (whose != "foreign" and _OTHER_COUNTRIES.match(folded, cue.end()))
        if not house.known and _FROM.match(folded, mention.end):
            abroad = None  # "260 delegations from the region visited China"
        if not house.known and _OF_OTHERS.search(folded, max(start, mention.start - 40), mention.end):
            abroad = None  # of a text that does not tell its country, a foreign place may be the home
        return ("sent", "sent") if whose == "own" or (not ours and whose != "foreign" and abroad) else ("received", "received")
    through = " through " in words and not _OUR_SCHOOL.search(words)
    if whose == "own" and (through or _STUDIED.match(words)):
        return "sent", "sent"  # wherever it was
    if _STUDIES.search(words) and whose != "foreign" and house.known:
        place = _IN_PLACE.match(folded, cue.end(), end)
        if place and house.others.match(folded, place.end()):
            return "sent", "sent"
    if _IS_TREATED.search(words):
        return ("sent", "sent") if whose == "own" else meaning
    if meaning[0] == "sent" and not words.startswith(("abroad", "overseas")):
        comes = whose == "foreign" or (folded.startswith(" to ", cue.end()) and house.ground.match(folded, cue.end() + 4))
        return flip(meaning) if comes else meaning
    return meaning
