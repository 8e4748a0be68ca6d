"""Who went where: the places and hosts named with a journey tell its direction whatever its verb and voice.

Cues (cues.py) say what a verb means; here the ends of the journey do: *left for Havana*, *returned from Havana*, *delegations
visiting Havana*, *hosted by thirty parties*, *at the invitation of the Cuban party*. Asked before the cues, and silent where
no place or host is named.
"""

from __future__ import annotations

import re

from .cues import ANOTHER_FIGURE, NEXT_FIGURE
from .houses import House
from .labels import label, phrases_of, read
from .lexicon import pattern, words
from .mention import Mention
from .numbers_at import OUR_NUMBER, of_the_number
from .occasions_abroad import elsewhere
from .stays import stay

_WORDS = r"(?: (?!to\b|from\b|and\b|but\b|with\b)[a-z][\w'-]*){0,4}?"
_TO = read(
    rf"\b{phrases_of('going')}{_WORDS}(?: from [\w' -]{{2,30}}?)? "
    r"(?:to|for|into|towards|in|through|across|round|around)(?: the)? $"
)
_ENTERS = read(rf"\b{phrases_of('entering')}(?: the)? $")
_BACK = read(
    rf"\b{phrases_of('returning')}(?: home)?(?: [a-z]+){{0,2}}? from"
    r"(?: (?:a|the|their|its|an?)(?: [\w-]+){1,6} (?:in|to|through|of))?(?: the)? $"
)
_BOUND = read(rf"\b{phrases_of('bound')}(?: the)? $")
_WENT_THERE = read(rf",? (?:there )?{phrases_of('went there')}\b")
_INVITED = read(rf"\b{phrases_of('invitation')} ")
_GUEST_OF = read(rf"\b{phrases_of('guest of')} (?:the )?$")
_GUEST_ABROAD = read(rf" (?:of (?:our|the) )?[^.;,]{{0,60}}?\b{phrases_of('guest abroad')}\b")
_VISITED_BY = read(rf"\b{phrases_of('visited by')} $")
_HOSTING = read(rf"\b{phrases_of('hosting')} (?:a total of )?$")
_CARING = read(rf"\b{phrases_of('caring')} $")
_SUITE = read(rf"\b{phrases_of('suite')} (?:a (?:suite|party) of )?$")
_IS_PRESENT = read(
    rf"\b{phrases_of('present')} (?:the|our|this|its) [^.;]{{0,80}}\b(?:are|were|was|is|included?)(?: also)?"
    r"(?: [a-z][\w' -]{0,40}? (?:of|from))? $"
)
_WENT_OUT = read(rf"[^.;:]{{0,90}}?\b{phrases_of('went there')}(?: (?:out|abroad|overseas|to|for)\b| [a-z]+ly\b)")
_CAME = read(r"[^.;:]{0,70}?\b(?:came|arrived|visited|toured|called)(?: (?:to|in|at|on))?(?: the)? ")
# "sixty German ones are learning the language in Peking"
_AT_WORK = re.compile(
    r" (?:[a-z]+ ){0,3}?(?:studied|worked|lived|(?:are|were|have been|had been) (?:[a-z]+ )?"
    r"(?:learning|studying|living|working|staying|teaching|serving|training))"
    r"\b[^.;:\d]{0,60}? (?:in|at) (?:the )?"
)
_HAS_MOVED = re.compile(r"\b(?:visited|came|come|toured|arrived|went|gone|attended|stayed|left|travelled)\b")
_IS_AT_WORK = re.compile(r" (?:[a-z]+ ){0,3}?(?:are|were|have been|had been)\b")
_OF_THEM = re.compile(
    r"(?:[a-z]+ ){0,4}?(?:of|in) (?:the )?(?:fraternal|sister|brother|socialist|foreign) (?:countries|parties)\b"
)
_ARRIVED = re.compile(r"[^.;:\d]{0,60}?\b(?:have |has |had )?(?:arrived|came|come)\b(?! (?:from|to an?|under|into|out)\b)")
_LEFT_THEM = read(r"\b(?:left|departed from)(?: the)? $")
_LEFT_HOME = read(r"\b(?:left|departed from|set out from|set off from)(?: the)? $")
_ITS_JOURNEY = read(
    r"\b(?:the|our|a|its|this) (?:[\w-]+ ){0,2}?(?:delegation|mission|group|team|visit|trip|journey) (?:sent )?to(?: the)? $"
)
# a second clause has a journey of its own
_NEXT_CLAUSE = re.compile(r"[,;:]| and (?=[a-z]+ed\b)|\bwhile\b|\bwhereas\b|\bbut\b")


def journey(
    folded: str, sentence: int, start: int, end: int, mention: Mention, house: House, kind: str
) -> tuple[str, str] | None:
    """Relation and direction of people or bodies on a journey whose end, origin or host is named; None where none is.

    Parameters
    ----------
    folded : str
        The folded text.
    sentence, start, end : int
        Where the sentence begins, and the clause.
    mention : Mention
        What is counted.
    house : House
        Whose text it is.
    kind : str
        The class of the counted noun.
    """
    left = folded[start : mention.start]
    if kind in ("people", "delegations", "events", "countries", "parties", "") and (said := label(folded, sentence, mention)):
        return said
    if kind == "events" and mention.unit.heads[0] in _VISITS:
        return _visits(folded, mention, end, house)
    if whose_delegations := kind == "delegations" and OUR_NUMBER.search(left):
        return ("sent", "sent") if whose_delegations["own"] else ("received", "received")
    if _IS_PRESENT.search(left) and not elsewhere(left, house):
        return "attending", "received"
    if kind in ("parties", "countries", "organs"):
        return _hosts(left, house)
    if kind not in ("people", "delegations", ""):
        return None
    whose = _whose(folded, start, end, mention, house)
    if kind == "people" and (side := of_the_number(folded, left, mention, house)):
        return side
    if whose == "foreign" and _NUMBER_OF_GUESTS.search(left):
        return "received", "received"
    behind_end = end
    cut = _NEXT_CLAUSE.search(folded, mention.end, end)
    if cut and _IN_APPOSITION.search(left) and _APPOSED.match(folded, cut.start()):
        cut = _NEXT_CLAUSE.search(folded, cut.end(), end)  # "the delegation, nine people in all, left Peking"
    if cut:
        behind_end = cut.start()
    cut = NEXT_FIGURE.search(folded, mention.end, behind_end)
    if cut and (_IS_OBJECT.search(left) or _HAS_MOVED.search(folded, mention.end, cut.start())):
        behind_end = cut.start()  # "we sent 17 delegations and 12 came to China"
    if (whose == "foreign" or (whose == "" and kind == "delegations")) and _CARING.search(left):
        return "received", "received"
    if _SUITE.search(left) and (side := _last_named(_TOWARDS.sub(" ", left[-160:]), house)):
        return ("received", "received") if side == "foreign" else ("sent", "sent")
    if _VISITED_BY.search(left):
        place = _last(house.others, left)
        if house.known and place and not house.ground.search(left) and whose != "foreign":
            return "sent", "sent"
    if host := _HOSTING.search(left):
        subject = left[: host.start()]
        if (
            house.known
            and whose == "own"
            and (house.foreign.search(subject[-60:]) or house.abroad.search(subject[-60:]))
            and not house.own.search(subject[-60:])
        ):
            return "sent", "sent"
    for found in _INVITED.finditer(folded, start, end):
        if house.own.match(folded, found.end()):
            return ("received", "received") if whose != "own" else None
        who = folded[found.end() : found.end() + 50]
        if house.foreign.search(who) and whose != "foreign":
            return "sent", "sent"
    if (there := stay(folded, mention, end, house, whose)) is not None:
        return there
    if whose == "own" and _WENT_OUT.match(folded, mention.end, end):
        return "sent", "sent"
    if whose == "foreign" and (came := _CAME.match(folded, mention.end, end)):
        abroad = house.known and house.others.match(folded, came.end()) and not house.ground.match(folded, came.end())
        return None if abroad else ("received", "received")
    at_work = _AT_WORK.match(folded, mention.end, end) if whose == "own" and kind == "people" and house.known else None
    there = at_work and (house.others.match(folded, at_work.end()) or _OF_THEM.match(folded, at_work.end()))
    if there:
        return ("posted" if _IS_AT_WORK.match(folded, mention.end, end) else "sent"), "sent"
    if whose == "own" and kind in ("people", "delegations") and _ARRIVED.match(folded, mention.end, end):
        return "sent", "sent"  # wherever "here" is
    if _GUEST_ABROAD.match(folded, mention.end) and whose != "foreign":
        return "sent", "sent"
    return _by_places(folded, start, behind_end, mention, house, whose)


_VISITS = ("visits", "trips", "tours", "journeys", "stays")
_BY_THEM = re.compile(r"them\b|theirs\b")
_VISIT_TO = read(r" (?:of [a-z ]{2,30} )?(?:to|in|through) (?:the )?")
_VISIT_BY = read(r" (?:[a-z ]{2,30} )?(?:by|of|from) (?:the )?")


def _visits(folded: str, mention: Mention, end: int, house: House) -> tuple[str, str] | None:
    """ "Thirty visits to China by foreign delegations": who visits whom stands behind the noun."""
    to, by = _VISIT_TO.match(folded, mention.end, end), _VISIT_BY.match(folded, mention.end, end)
    if by and _BY_THEM.match(folded, by.end()):
        return "held", "received"
    if to and house.ground.match(folded, to.end()):
        return "held", "received"
    if house.known and to and house.others.match(folded, to.end()):
        return "made", "sent"
    if by and house.own.match(folded, by.end()):
        return "made", "sent"
    return ("held", "received") if by and house.foreign.match(folded, by.end()) else None


def _by_places(folded: str, start: int, end: int, mention: Mention, house: House, whose: str) -> tuple[str, str] | None:
    """ "Left for Havana", "to Havana went", "returned from Havana", "travellers from Cuba to China"."""
    if not house.known:
        return None
    for first, last in ((mention.end, end), (start, mention.start)):
        for place in house.others.finditer(folded, first, last):
            at = place.start() + len(_PREPOSITION.match(place.group()).group())
            before = folded[max(first, at - 90) : at]
            if _BACK.search(before) and whose != "foreign":
                return "sent", "sent"
            if whose != "foreign" and first == mention.end and _LEFT_THEM.search(before):
                return "sent", "sent"  # "our delegation left Peking yesterday"
            if whose != "foreign" and first == mention.end and (_TO.search(before) or _ENTERS.search(before)):
                return "sent", "sent"
            if (
                whose != "foreign"
                and first == start
                and re.search(r"\bto (?:the )?$", before)
                and _went_between(folded, place.end(), mention)
            ):
                return "sent", "sent"
            if whose != "foreign" and first == start and _ITS_JOURNEY.search(before):
                return "sent", "sent"
            if whose == "own" and (_TO.search(before) or _ENTERS.search(before)):
                return "sent", "sent"
        for place in house.ground.finditer(folded, first, last):
            before = folded[max(first, place.start() - 90) : place.start()]
            if whose != "foreign" and first == mention.end and _LEFT_HOME.search(before):
                return "sent", "sent"
            comes = whose != "own" and (_TO.search(before) or _ENTERS.search(before)) and not _BACK.search(before)
            if comes and (first == mention.end or whose == "foreign" or _BOUND.search(before)):
                return "received", "received"
    return None


# the name of a region is matched with the word before it: "through Africa"
_PREPOSITION = re.compile(r"(?:(?:in|to|through|from|for|of|into|across|over|towards?) (?:the )?)?")


def _went_between(folded: str, first: int, mention: Mention) -> bool:
    return bool(
        re.match(
            r",? (?:there )?(?:went|travelled|flew|left|departed|were sent|was sent|sailed|journeyed)\b",
            folded[first : mention.start],
        )
    )


def _whose(folded: str, start: int, end: int, mention: Mention, house: House) -> str:
    """Whose people are counted: by the noun phrase itself, else by the body that they make up."""
    stop = min(end, mention.end + 40)
    counted = folded[mention.start : stop]
    cut = _PHRASE_END.search(counted, mention.end - mention.start)
    counted = counted[: cut.start()] if cut else counted
    if house.own.search(counted):
        return "own"
    if house.foreign.search(counted):
        return "foreign"
    before = folded[max(start, mention.start - 110) : mention.start]
    body = _BODY.search(before) or _NUMBER_OF_GUESTS.search(before)
    if body:
        body = _TOWARDS.sub(" ", body.group())
        if house.own.search(body):
            return "own"
        if house.foreign.search(body):
            return "foreign"
    return ""


_IN_APPOSITION = re.compile(r", (?:(?:consisting|composed|made up) of |(?:comprising|numbering|totall?ing|including) )?$")
_APPOSED = re.compile(r", (?:has |have |had )?(?:left|arrived|returned|flew|came|went|visited|departed)\b")
_IS_OBJECT = re.compile(r"\b(?:sent|dispatched|received|invited|hosted|welcomed) (?:abroad )?$")
_PHRASE_END = re.compile(
    rf"[,;:.]|{ANOTHER_FIGURE}|\b(?:who|which|that|to|in|at|for|into|on|went|came|were|was|are|is|had|have|has|left|visited|travel\w*|"
    r"received|sent|attended|studied|worked|returned|arrived|toured|flew|took|accepted|stayed|by|with)\b"
)
_TOWARDS = re.compile(r" (?:to|in|at|for|visiting|entering|touring|reaching|attending|through) (?:the )?[\w'-]+(?: [\w'-]+)?")
# "The number of foreign students in our schools has risen to [24]"
_NUMBER_OF_GUESTS = read(
    r"\b(?:number|total|figure) of [^.;,]{2,80}? "
    r"(?:was|were|is|are|(?:has risen|had risen|rose|grew|fell|dropped|declined) (?:to|from)|stood at|stands at|reached) $"
)
# "a Cuban delegation of [six members]", "Chinese delegations visiting Havana numbered [30]"
_BODY = re.compile(
    pattern(
        rf"(?:[\w'-]+ ){{0,4}}(?:{words('sized')}|delegations|groups|missions|visitors|travellers|guests),?"
        r"(?: (?:of|from) (?:the |our |its )?[\w' -]{2,40}?)?(?: [\w'-]+){0,4}? "
        r"(?:of|with|numbering|numbered|was|were|totalled|totalling|comprising|"
        r"consisting of|consisted of|(?:have |has |had )?included?)(?: the)? $"
    )
)


def _hosts(left: str, house: House) -> tuple[str, str] | None:
    """ "Our leaders were the guests of [thirty parties]", "were hosted by [thirty parties]"."""
    found = _GUEST_OF.search(left)
    if found is None:
        return None
    subject = left[: found.start()]
    if _IS.search(subject) and not house.foreign.search(subject[-50:]) and not _PRONOUN.search(subject):
        return "visited", "sent"
    return None


_IS = re.compile(r"\b(?:was|were|been|be|are|is|as)(?: the)?(?: \w+ly)? $")
# "It was the guest of two federations": the guest of the sentence before
_PRONOUN = re.compile(r"^\W*(?:it|they|he|she) ")


def _last_named(text: str, house: House) -> str:
    own, foreign = _last(house.own, text), _last(house.foreign, text)
    if own is None and foreign is None:
        return ""
    return "own" if foreign is None or (own is not None and own.start() > foreign.start()) else "foreign"


def at_others(folded: str, start: int, end: int, mention: Mention, house: House) -> tuple[str, str] | None:
    """Relation and direction of those who are at an occasion of somebody else: our own people were sent there."""
    if not elsewhere(folded[start:end], house):
        return None
    return ("attended", "sent") if _whose(folded, start, end, mention, house) == "own" else ("attending", "none")


def _last(names: re.Pattern, text: str) -> re.Match | None:
    return next(reversed(list(names.finditer(text))), None)
