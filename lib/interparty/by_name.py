"""What the counted noun itself tells where no verb does: guests have come, exchanges take two, sister parties have ties."""

from __future__ import annotations

import re

from .houses import House
from .lexicon import pattern, words
from .mention import Mention
from .nouns import is_people
from .text import fold
from .verbs import governing_verb

NO_RELATION = ("", "none")

_AGENTS = ("ers", "ors", "ists", "ians", "ees", "ants", "eurs")


def class_of(mention: Mention) -> str:
    """The class of the counted noun; a noun that is not in the table is of people when it ends like one."""
    if mention.unit.row:
        return mention.unit.row["class"]
    return "people" if mention.unit.heads and mention.unit.heads[0].endswith(_AGENTS) else ""


# Those who are called so have come
_GUESTS = ("guests", "visitors")
_FROM = re.compile(pattern(r" (?:[a-z]+ )?from (?:[\w'-]+,? ){0,4}?[\w'-]+"))
_FROM_MANY = re.compile(
    r" from (?:(?:some|over|about|nearly|more than) )?(?:[\d,]+|[a-z-]+) (?:[a-z]+ ){0,2}?"
    r"(?:parties|countries|nations|states|continents)\b"
)
_WORLD = re.compile(r"\b(?:parties|countries|nations|states|continents|abroad|overseas|world)\b")
_KIN = re.compile(r"\b(?:sister|fraternal|friendly|partner|twin|allied)\b|\b(?:partners|allies)$")
_AT_AN_OCCASION = re.compile(rf"\bat (?:the|our|its|this) (?:[\w'-]+ ){{0,3}}?(?:{words('occasion')})\b")


def by_its_name(folded: str, start: int, end: int, mention: Mention, house: House, kind: str) -> tuple[str, str]:
    """What the counted noun itself tells where no verb does.

    Guests, and people or delegations called foreign, have come; exchanges and talks take two; with those who are called
    sister parties there are ties; parties at an occasion of the house attend it.
    """
    counted = folded[mention.start : mention.end]
    comes = kind in ("people", "delegations") and (
        house.foreign.search(counted)
        or (not house.known and house.others.search(counted))
        or _FROM_MANY.match(folded, mention.end)
        or (
            (origin := _FROM.match(folded, mention.end))
            and (_WORLD.search(origin.group()) or house.others.search(folded, origin.start(), origin.end()))
        )
    )
    if comes or (mention.unit.heads[:1] and mention.unit.heads[0] in _GUESTS):
        return "received", "received"
    if mention.unit.heads[:1] == ("missions",) and governing_verb(folded, start, end, mention) == "state":
        return "posted", "sent"
    if mention.unit.heads[:1] == ("missions",) and not house.foreign.search(counted):
        return "sent", "sent"
    ours = kind == "people" and house.own.search(counted) and not _OURS.search(counted)
    if ours and (at := _WORK.match(folded, mention.end)) and not house.ground.match(folded, at.end()):
        return "posted", "sent"  # "42 Chinese engineers are working at the Memorial Hall"
    if kind == "events" and mention.unit.heads[0] in MUTUAL:
        return "held", "both"
    if kind in ("people", "delegations"):
        stop = _PHRASE_END.search(folded, mention.end, min(end, mention.end + 70))
        for place in _IN_A_PLACE.finditer(folded, mention.end, stop.start() if stop else min(end, mention.end + 70)):
            if house.others.match(folded, place.end()) or (house.own.search(counted) and _COUNTRIES.match(folded, place.end())):
                return "sent", "sent"
    if kind in ("parties", "countries"):
        if _AT_AN_OCCASION.search(folded, max(start, mention.start - 120), mention.start):
            return "attending", "received"
        if kind == "parties" and (_KIN.search(counted) or mention.unit.heads[0] in ("partners", "allies")):
            return "in_contact", "both"
    if kind == "parties" and governing_verb(folded, start, end, mention) not in ("state", "goes on"):
        near = max(start, mention.start - 120), min(end, mention.end + 90)
        ours = house.own.search(folded, *near) or _WITH_US.search(folded, *near)
        if ours and not house.own.search(counted) and not _OF_THEIR_OWN.match(folded, mention.end):
            return "met", "both"
    return NO_RELATION


#: those who attend a meeting without having come from abroad for it, unless the words say so
ANYBODY = frozenset(words("anybody").split("|"))
#: places with ties of their own
TWINS = re.compile(
    r"\b(?:sister|twin|twinned|partner|friendship) (?:cities|towns|provinces|districts|counties|regions|ports|villages)\b"
)
_ONLINE = re.compile(r"\b(?:online|(?:by|via) video(?: link)?|video[- ]?conference|virtual(?:ly)?)\b")
_VIDEO_MEETINGS = re.compile(r"\b(?:video|online|virtual)[- ]?(?:conferences|meetings|calls|talks|dialogues|events)\b")


def is_online(folded: str, start: int, end: int, mention: Mention) -> bool:
    """Whether those who meet do not travel."""
    if not any(folded.find(word, start, end) != -1 for word in ("video", "online", "virtual")):
        return False
    if _VIDEO_MEETINGS.search(folded, mention.start, mention.end):
        return True
    found = _ONLINE.search(folded, start, end)
    return found is not None and not _VIDEO_MEETINGS.match(folded, found.start())


# what parties do by themselves, of whomever they speak
_OF_THEIR_OWN = re.compile(
    r" (?:[a-z]+ ){0,4}?(?:condemn|denounc|attack|criticis|criticiz|publish|oppos|declar|broke|"
    r"split|voted|supported|celebrat|print)[a-z]*\b"
)
# hosts who are present when guests are received
OF_THE_HOSTS = re.compile(
    r" (?:of|from) (?:the )?(?:departments|ministries|organs|units|offices|circles) concerned\b|"
    r" (?:of|from) (?:various|all) circles (?:of|in) (?:the|this) (?:capital|city)\b"
)
_OURS = re.compile(r"\b(?:our|us|the party|party)\b")
_WORK = re.compile(
    r" (?:are|were|have been) (?:(?:now|currently|still|at present) )?(?:working|serving|studying|teaching|stationed|posted) "
    r"(?:at|in|on|with) (?:the )?"
)
_WITH_US = re.compile(
    r"\b(?:we|us|our party|the party|the department|the central committee|the section|the committee|the bureau)\b"
)
_COUNTRIES = re.compile(r"(?:(?:more than|over|some|about) )?(?:[\d,]+|[a-z-]+) (?:other |foreign )?countries\b")
_IN_A_PLACE = re.compile(pattern(r"\b(?:in|to|for|at) (?:the )?(?:[a-z]+ (?:of|in) (?:the )?)?"))
_PHRASE_END = re.compile(r"[,;:]|\bfrom\b|\bwho\b|\bwhich\b")


# Meetings that take two: a figure of them tells of both sides even where no partner is named
OF_TWO = ("talks", "negotiations", "consultations", "dialogues", "exchanges", "seminars", "conversations", "rounds of talks")
MUTUAL = frozenset((*OF_TWO, "contacts", "rounds of negotiations", "visits", "exchange visits"))
PART_OF = re.compile(
    rf" of (?:the|our|its|all|these|those) (?:[\w'-]+ ){{0,3}}?({'|'.join([*MUTUAL, *_GUESTS])}|foreign [a-z]+)\b"
)


def as_printed(mention: Mention, text: str, sentence: int) -> str:
    """The counted noun with its capitals, where it stands in the quotation in one piece: "States"; a people also before it."""
    unit = str(mention.unit)
    for start in (mention.start, max(0, sentence - _NEAR)):
        words = text[start : mention.end]
        place = fold(words).rfind(unit)
        if place != -1 and (start == mention.start or is_people(unit)):
            return " ".join(words[place : place + len(unit)].split())
    return unit


#: how far before its sentence the noun of an elliptic number may be printed, in characters
_NEAR = 300
