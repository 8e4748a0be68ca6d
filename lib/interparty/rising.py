"""What a number counts that stands without its noun beside another one: "our *membership* grew from 980 to 18,500"."""

from __future__ import annotations

import re

from . import numerals
from .alternatives import Late, one_of
from .lexicon import words
from .nouns import UNITS, Unit, noun_found

HEADS = one_of(UNITS, blank=r"\ ")
HEAD_WORD = Late(rf"\b({HEADS})\b")
# "Our own students abroad number several hundred", "Membership stood at 40,000"
BODIES = {"membership": "members", "audience": "people", "circulation": "copies", "staff": "staff", "attendance": "people"}
BODIES |= dict.fromkeys(words("a body of people").split("|"), "members")
# "since 1985 it has grown from 980 *to* 18,500": a figure at one of its ends
RISE_END = re.compile(rf"\b(?:{words('risen')})\b[^.;]{{0,60}}\b(?P<end>from|to) (?:[a-z]+ ){{0,2}}$")
_RISE = re.compile(rf"\b(?:{words('risen')})\b[^.;\d]{{0,30}}$")
_BODY_WORD = re.compile(rf"\b{one_of(BODIES)}\b")


def what_rose(folded: str, first: int, start: int, left: str, end: int) -> Unit | None:
    """What has risen or fallen: "our *membership* grew from 980", "*embassies* have increased from four"."""
    rise = _RISE.search(left)
    if rise is None:
        return None
    stop = start - len(left) + rise.start()
    bodies = _BODY_WORD.findall(folded, max(first, stop - 60), stop)
    if bodies:
        return Unit((BODIES[bodies[-1]],), " and ", UNITS[BODIES[bodies[-1]]], end)
    for found in HEAD_WORD.finditer(folded, max(first, stop - 90), stop):
        of_another = _OF_ANOTHER.search(folded, max(first, found.start() - 30), found.start())
        # wages, prices and years rise without being counted
        counts = UNITS[found[1]]["class"] in ("people", "delegations", "parties", "countries", "organs", "documents")
        if counts and _TO_ANOTHER.match(folded, end) and not of_another and _HAS_RISEN.fullmatch(folded, found.end(), stop):
            return noun_found(found, end)
    return None


_TO_ANOTHER = re.compile(r"(?: (?:in|at)(?: the (?:end|beginning) of)? (?:(?:1[5-9]|20)\d\d|[a-z]+))? to (?=[\da-z])")
_HAS_RISEN = re.compile(
    r"(?: (?:abroad|here|there))?(?: (?:in|to|of|for|on|at) [a-z' -]{2,50}?)?"
    r"(?: (?:has|have|had|then|also|since|already|now|\w+ly)){0,3} "
)
# what "the dues of the members" says is not the number of members
_OF_ANOTHER = re.compile(r"\b(?:of|in|from|by|to|for|with|among|at|on) (?:(?:the|our|its|all|these) )?(?:[a-z'-]+ ){0,2}$")


_OF_THE_BARE = re.compile(r" of the (?=\d|[a-z])")
_NO_NOUN = re.compile(r" (?:who|whom|which|that|were|are|had|have)\b|[,.;]")


def of_the_bare(folded: str, end: int) -> bool:
    """Whether a number is one of a number that has no noun either: "*twelve* of the forty who had left"."""
    link = _OF_THE_BARE.match(folded, end)
    whole = numerals.read(folded, link.end()) if link and numerals.HOT_SPOT.match(folded, link.end()) else None
    return bool(whole and _NO_NOUN.match(folded, whole.end))


_A_NUMBER = r"\b(?:number|total|figure|count) (?:of|for) "
_MAY_BE_NUMBER_OF = re.compile(_A_NUMBER)
_NUMBER_OF = Late(rf"{_A_NUMBER}(?:[a-z'-]+ ){{0,5}}?({HEADS})\b")


def number_named(folded: str, first: int, start: int) -> re.Match | None:
    """ "The number of delegations": the noun named with a number, before the figure itself."""
    return _NUMBER_OF.search(folded, first, start) if _MAY_BE_NUMBER_OF.search(folded, first, start) else None


_HOW_MANY = Late(rf"how many (?:[a-z]+ ){{0,2}}?({HEADS})\b(?![^.]{{0,120}}\?)")


def how_many(folded: str, first: int, end: int) -> Unit | None:
    """The noun of "he asked how many *parties* would come" in the words before a sentence; a question has an answer elsewhere."""
    position = folded.find("how many", max(0, first - 160), first)
    asked = _HOW_MANY.match(folded, position, first) if position != -1 else None
    return asked and noun_found(asked, end)


def is_answer(folded: str, first: int) -> bool:
    """Whether the sentence before asked "how many …?"."""
    asked = folded.rfind("how many", max(0, first - 200), first)
    return asked != -1 and "?" in folded[max(asked, first - 12) : first]


_MOVES = re.compile(r"\b(?:sent|dispatched|received|invited|welcomed|hosted) ")


def named_without_figure(folded: str, first: int, start: int, end: int) -> Unit | None:
    """People or bodies that a clause names without a figure: "they sent *instructors* to our camps, eight of them in 1972"."""
    verb = _MOVES.search(folded, max(first, start - 120), start)
    found = HEAD_WORD.search(folded, verb.end(), start) if verb else None
    near = found is not None and found.start() - verb.end() < 24
    return noun_found(found, end) if near and UNITS[found[1]]["class"] in ("people", "delegations") else None
