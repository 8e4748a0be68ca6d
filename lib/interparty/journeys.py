"""Who went where: the places and hosts named with a journey tell its direction whatever its verb and voice.

Cues (cues.py) say what a verb means; here the ends of the journey do: *left for Havana*, *returned from Havana*, *delegations
visiting Havana*, *hosted by thirty parties*, *at the invitation of the Cuban party*. Asked before the cues, and silent where
no place or host is named.
"""

from __future__ import annotations

import re

from .houses import House
from .lexicon import pattern, words
from .quantities import Mention

_WORDS = r"(?: (?!to\b|from\b|and\b|but\b|with\b)[a-z][\w'-]*){0,4}?"
# verbs and nouns of going and of being on the way; what follows "to", "for" behind them is where one goes
_GOING = (
    r"(?:went|go|goes|going|gone|travel(?:l?ed|l?ing|l?ers|s)?|flew|fly|flown|flying|journey(?:ed|ing|s)?|sailed|set (?:out|off)|"
    r"left|leave|leaves|leaving|depart(?:ed|ing|s)?|proceed(?:ed|ing)?|on (?:their|his|its|the) way|came|come|comes|coming|"
    r"arriv(?:ed|ing|es|als?)|sent|visits?|visitors|trips?|tours?|missions?|delegations?|invited|brought|been)"
)
_TO = re.compile(pattern(rf"\b{_GOING}{_WORDS}(?: from [\w' -]{{2,30}}?)? (?:to|for|into|towards|in)(?: the)? $"))
_ENTERS = re.compile(
    pattern(r"\b(?:visit(?:ed|s|ing)?|tour(?:ed|ing|s)?|enter(?:ed|ing|s)?|reach(?:ed|ing)?|saw|stay(?:ed|ing)? in|attending)(?: the)? $")
)
_BACK = re.compile(
    pattern(r"\b(?:return(?:ed|ing|s)?|(?:came|come|coming|are|were|was|is|been|got|arrived|just|went) (?:back|home)|back|home)(?: home)?"
            r"(?: [a-z]+){0,2}? from(?: (?:a|the|their|its|an?)(?: [\w-]+){1,3} (?:in|to|through|of))?(?: the)? $")
)
_INVITED = re.compile(pattern(r"\b(?:at|on|upon|following|accepting|accepted) (?:the |an? |its |his )?(?:kind |official )?invitations? (?:of|from|by|issued by) "))
_GUESTS_OF = re.compile(pattern(r"\b(?:guests? of|received|hosted|welcomed|entertained|invited|lodged|put up) (?:by )?(?:the )?(?:leaderships? of |leaders of |central committees of )?$"))
_GUESTS_ABROAD = re.compile(
    pattern(r" (?:of (?:our|the) )?[^.;,]{0,60}?\b(?:guests abroad|invitations from abroad|(?:courses?|schools?|studies|training|holidays?) abroad)\b")
)
_VISITED_BY = re.compile(pattern(r"\b(?:visited|toured) by (?:some |over |more than |about |nearly |almost )?$"))
_LABEL = re.compile(
    pattern(
        r"(?:[.;:] ?|\)\s*)?(?:(?P<in>(?:delegations?|visits?|visitors|guests|groups|arrivals|missions|people|persons)? ?"
        r"(?:incoming|coming in|received|inward|inbound|from abroad|arrivals|visitors|guests|hosted)(?: (?:delegations|visits|groups|guests|missions|visitors))?)|"
        r"(?P<out>(?:delegations?|visits?|groups|missions|people|persons|departures|travel)? ?"
        r"(?:outgoing|going out|sent(?: abroad)?|outward|outbound|abroad|departures|dispatched)(?: (?:delegations|visits|groups|missions|visitors))?))"
        r"(?: (?:in|during|for) (?:the )?[\w -]{1,20})?(?::|\.(?= )|,|$)"
    )
)
_HOST_VERB = re.compile(pattern(r"\b(?:received|hosted|welcomed|entertained|invited|took|taken|accepted|trained|admitted|brought)(?: (?:in|up|on))? (?:a total of |some |over |about |nearly |more than )?$"))
_AND_BACK = re.compile(r"[,;:]| and (?=[a-z]+ed\b)|\bwhile\b|\bwhereas\b|\bbut\b")
_CARED = re.compile(pattern(r"\b(?:accompan(?:ied|ying|ies|y)|escort(?:ed|ing|s)?|guid(?:ed|ing)|look(?:ed|ing|s)? after|show(?:ed|ing|n)?(?: round)?|interpreted for) (?:some |over |about |nearly |more than )?$"))
_SUITE = re.compile(pattern(r"\b(?:accompanied|escorted|joined) by (?:a suite of |a party of |some |over |about )?$"))


def journey(folded: str, sentence: int, start: int, end: int, mention: Mention, house: House, kind: str) -> tuple[str, str] | None:
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
    if kind in ("people", "delegations", "events", "countries", "") and (label := _label(folded, sentence, mention)):
        return label
    if kind in ("parties", "countries", "organs"):
        return _hosts(left, house)
    if kind not in ("people", "delegations", ""):
        return None
    whose = _whose(folded, start, end, mention, house)
    behind_end = end
    if cut := _AND_BACK.search(folded, mention.end, end):
        behind_end = cut.start()
    if _CARED.search(left):
        if whose == "foreign":
            return "received", "received"
    if _SUITE.search(left) and (side := _last_named(left[-90:], house)):
        return ("received", "received") if side == "foreign" else ("sent", "sent")
    if _IS_PRESENT.search(left) and not _elsewhere(left, house):
        return "attending", "received"
    if _VISITED_BY.search(left):
        place = _last(house.others, left)
        if house.known and place and not house.ground.search(left) and whose != "foreign":
            return "sent", "sent"
    if host := _HOST_VERB.search(left):
        subject = left[: host.start()]
        if house.known and whose == "own" and house.others.search(subject[-60:]) and not house.own.search(subject[-60:]):
            return "sent", "sent"
    for found in _INVITED.finditer(folded, start, end):
        if house.own.match(folded, found.end()) or re.match(r"(?:the )?(?:party|department|central committee|cpc)\b", folded[found.end() :]):
            return ("received", "received") if whose != "own" else None
        who = folded[found.end() : found.end() + 50]
        if house.foreign.search(who) and whose != "foreign":
            return "sent", "sent"
    if _GUESTS_ABROAD.match(folded, mention.end) and whose != "foreign":
        return "sent", "sent"
    return _by_places(folded, start, behind_end, mention, house, whose)


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
            if whose != "foreign" and first == mention.end and (_TO.search(before) or _ENTERS.search(before)):
                return "sent", "sent"
            if whose != "foreign" and first == start and re.search(r"\bto (?:the )?$", before) and _went_between(folded, place.end(), mention):
                return "sent", "sent"
            if whose == "own" and (_TO.search(before) or _ENTERS.search(before)):
                return "sent", "sent"
        for place in house.ground.finditer(folded, first, last):
            before = folded[max(first, place.start() - 90) : place.start()]
            if whose != "own" and (_TO.search(before) or _ENTERS.search(before)) and not _BACK.search(before):
                if first == mention.end or whose == "foreign" or _PARTICIPLE.search(before):
                    return "received", "received"
    return None


# the name of a region is matched with the word before it: "through Africa"
_PREPOSITION = re.compile(r"(?:(?:in|to|through|from|for|of|into|across|over|towards?) (?:the )?)?")
_PARTICIPLE = re.compile(r"\b(?:visiting|coming to|arriving in|travelling to|entering|touring)(?: the)? $")


def _went_between(folded: str, first: int, mention: Mention) -> bool:
    return bool(re.match(r",? (?:there )?(?:went|travelled|flew|left|departed|were sent|was sent|sailed|journeyed)\b", folded[first : mention.start]))


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
    body = _BODY.search(folded[max(start, mention.start - 90) : mention.start])
    if body:
        body = _TOWARDS.sub(" ", body.group())
        if house.own.search(body):
            return "own"
        if house.foreign.search(body):
            return "foreign"
    return ""


_PHRASE_END = re.compile(
    r"[,;:.]|\b(?:who|which|that|to|in|at|for|into|on|went|came|were|was|are|is|had|have|has|left|visited|travel\w*|received|sent|"
    r"attended|studied|worked|returned|arrived|toured|flew|took|accepted|stayed|by|with)\b"
)
_TOWARDS = re.compile(r" (?:to|in|at|for|visiting|entering|touring|reaching|attending|through) (?:the )?[\w'-]+(?: [\w'-]+)?")
# "a Cuban delegation of [six members]", "Chinese delegations visiting Havana numbered [30]"
_BODY = re.compile(
    pattern(
        rf"(?:[\w'-]+ ){{0,4}}(?:{words('sized')}|delegations|groups|missions|visitors|travellers|guests)"
        r"(?: (?:of|from) (?:the |our |its )?[\w' -]{2,40}?)?(?: [\w'-]+){0,4}? (?:of|with|numbering|numbered|was|were|totalled|totalling|comprising|consisting of|consisted of)(?: the)? $"
    )
)


def _hosts(left: str, house: House) -> tuple[str, str] | None:
    """ "Our leaders were the guests of [thirty parties]", "were hosted by [thirty parties]"."""
    found = _GUESTS_OF.search(left)
    if found is None or not (found.group().rstrip().endswith("by") or "guest" in found.group() or " by " in found.group()):
        return None
    subject = left[: found.start()]
    if _IS.search(subject) and not house.foreign.search(subject[-50:]) and not _PRONOUN.search(subject):
        return "visited", "sent"
    return None


_IS = re.compile(r"\b(?:was|were|been|be|are|is|as)(?: the)?(?: \w+ly)? $")
# "It was the guest of two federations": the guest of the sentence before
_PRONOUN = re.compile(r"^\W*(?:it|they|he|she) ")
_IS_PRESENT = re.compile(
    pattern(
        rf"\b(?:attending|present at|represented at|taking part in|participating in|with us (?:at|on|in)|guests at) (?:the|our|this|its) [^.;]{{0,80}}"
        r"\b(?:are|were|was|is|included?)(?: also)? (?:some |over |about |nearly |more than )?$"
    )
)
_OCCASION = rf"(?:{words('occasion')})"


def _elsewhere(text: str, house: House) -> bool:
    """Whether an occasion is that of somebody else: "the congress of the Cuban party", "the conference in Athens"."""
    for found in re.finditer(rf"\b{_OCCASION}(?:'s)? (?:of|held by|organised by|organized by|in|at) (?:the )?", text):
        if house.known and house.foreign.match(text, found.end()) and not house.own.match(text, found.end()):
            return True
    return False


def _last_named(text: str, house: House) -> str:
    own, foreign = _last(house.own, text), _last(house.foreign, text)
    if own is None and foreign is None:
        return ""
    return "own" if foreign is None or (own is not None and own.start() > foreign.start()) else "foreign"


def is_elsewhere(folded: str, start: int, end: int, house: House) -> bool:
    """Whether the occasion that a clause tells of is somebody else's."""
    return _elsewhere(folded[start:end], house)


def _label(folded: str, start: int, mention: Mention) -> tuple[str, str] | None:
    """The heading of a list of figures: "Delegations going out: 1979, 18", "Visitors in 1988: 30 delegations"."""
    found = _LABEL.match(folded, start, mention.start)
    if found is None:
        return None
    return ("received", "received") if found["in"] is not None else ("sent", "sent")


def _last(names: re.Pattern, text: str) -> re.Match | None:
    found = None
    for found in names.finditer(text):
        pass
    return found
