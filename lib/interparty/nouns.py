"""What a number counts: reading the noun phrase on its right."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import numerals
from .lexicon import pattern, table, words

UNITS = {row["head"]: row for row in table("units")}
# endings of a country's adjective of which no people is called, and of its other names
_NO_PEOPLE = (
    "eses",
    "shs",
    "chs",
    "sss",
    "republics",
    "koreas",
    "germanys",
    "britains",
    "americas",
    "usas",
    "ussrs",
    "gdrs",
    "frgs",
    "roks",
    "dprks",
    "laos",
    "philippines",
    "icelandics",
    "kyrgyzs",
)
# "1,100 Africans study here": a people in the plural is counted like guests or students
UNITS |= {
    name: UNITS["people"]
    for row in table("countries")
    for demonym in (*row["demonyms"].split(";"), "african", "asian", "european", "latin american", "arab")
    for name in (demonym if demonym.endswith(("s", "men")) else f"{demonym}s",)
    if demonym and not name.endswith(_NO_PEOPLE) and name not in UNITS
}
_PEOPLES = {
    name for row in table("countries") for name in row["demonyms"].split(";") if name.endswith("ese") and name not in UNITS
}
UNITS |= dict.fromkeys(_PEOPLES, UNITS["people"])


def is_people(name: str) -> bool:
    """Whether a noun is the name of a people, which is printed with a capital."""
    return name != "people" and UNITS.get(name) is UNITS["people"]


_SINGULAR = {row["singular"]: row for row in table("units") if row["singular"]}

_NEVER_ONE = ("projects", "places", "organs", "times", "goods", "documents")
# "one delegation", "one party"; but "at least one language" counts nothing
_ONE = {word: row for word, row in _SINGULAR.items() if row["class"] not in _NEVER_ONE and word not in ("church", "conversation")}
_SEVERAL_WORDS = re.compile(
    "|".join(sorted((re.escape(head) for head in UNITS if " " in head), key=len, reverse=True)) + r"(?!\w)"
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'&-])*(?<![.'-])'?")
_GAP = re.compile(r"\s+")
_COMMA_GAP = re.compile(r",?\s+")
#: "compared with 110 ten years ago": no noun of the number before
_NUMBER_WORDS = frozenset(numerals.words_of("unit", "ten"))
_ADJECTIVE = ("ist", "ive", "ic", "ary", "s'", "ical")
# Between a number and its noun: "hundreds of …", "400 of the …", "30 or so of its …"
_PARTITIVE = re.compile(r"\s+of\s+(?:(?:the|its|our|their|his|her|my|your|these|those|such|all)\s+)?")
_FURTHER = re.compile(r"\s+(?:more|further|other|additional)(?=\s+[a-z])")
_OF_NUMBER = re.compile(
    r" (?:of|from) (?:(?:more|fewer|less) than |over |some |about |nearly |almost )?(?=\d|[a-z]+(?:ty|een)\b)"
)
_JOIN = re.compile(
    r"\s*(?P<slash>/)\s*|\s*,\s+(?:and|or|as well as)\s+|\s+(?:and/or|and|or|as well as|plus)\s+(?:other\s+)?|\s*(?P<comma>,)\s+"
)

# Words that end a noun phrase: what follows them is not counted by the number.
_STOP = frozenset(word for row in table("stops") for word in row["words"].split())
_NO_PLURAL = ("ss", "us", "is", "ous", "'s")
_NOT_NOUNS = frozenset(
    [
        "as",
        "was",
        "has",
        "this",
        "its",
        "us",
        "his",
        "does",
        "various",
        "always",
        "perhaps",
        "besides",
        "towards",
        "sometimes",
        "yes",
        "others",
        "ours",
        "theirs",
    ]
)


class Unit(NamedTuple):
    """The counted noun(s): ``heads`` as printed, ``joiner`` between them, the lexicon ``row`` of the first (None if unknown)."""

    heads: tuple[str, ...]
    joiner: str
    row: dict | None
    end: int

    def __str__(self) -> str:
        if len(self.heads) > 2 and self.joiner == " and ":
            return ", ".join(self.heads[:-1]) + self.joiner + self.heads[-1]
        return self.joiner.join(self.heads)


def unit_at(folded: str, position: int, limit: int, one: bool = False, share: bool = False) -> Unit | None:
    """Read what is counted, from the end of a number.

    Parameters
    ----------
    folded : str
        The folded text.
    position, limit : int
        The end of the number, and of the sentence.
    one : bool
        The number is one: only a known noun in the singular will do.
    share : bool
        The number is a fraction: any known noun will do.
    """
    if more := _FURTHER.match(folded, position, limit):  # "three more missions", "nine further countries"
        position = more.end()
    partitive = _PARTITIVE.match(folded, position, limit)
    if partitive and partitive.group().split()[-1] != "of" and numerals.HOT_SPOT.match(folded, partitive.end()):
        return None  # "eleven of its fourteen members": two claims
    head = _head(
        folded, partitive.end() if partitive else position, limit, one, share, loose=not (one or share), gap=not partitive
    )
    if head is None:
        return None
    words, row, end = [head[0]], head[1], head[2]
    joiner = " and "
    while (join := _JOIN.match(folded, end, limit)) is not None:
        if numerals.HOT_SPOT.match(folded, join.end()):
            break  # "41 parties and 12 movements": two claims
        more = _head(folded, join.end(), limit, one, share, loose=False, gap=False)
        whose = (
            more is not None
            and more[1]
            and more[1]["class"] == "people"
            and head[1]
            and head[1]["class"] in ("countries", "parties")
        )
        if whose and _OF_NUMBER.match(folded, more[2], limit):
            break  # "leaders of 29 countries and representatives of 130 countries"
        if more is not None and more[0] in _VERBS and _A_NUMBER.match(folded, more[2]):
            break  # "invites 40 groups and *dispatches* about 30"
        if more is None or (join["comma"] and not _list_goes_on(folded, more[2], limit)):
            break
        joiner = "/" if join["slash"] else joiner
        words.append(more[0])
        row = row or more[1]
        end = more[2]
    return Unit(tuple(words), joiner, row, end)


#: nouns of the table that are verbs as well
_VERBS = frozenset(
    ("dispatches", "visits", "tours", "hosts", "exchanges", "contacts", "messages", "trips", "posts", "reports", "trains")
)
_A_NUMBER = re.compile(
    r" (?:(?:some|about|over|nearly|almost|around|up to|more than|at least|another) )?"
    r"(?:\d|(?:a )?(?:hundred|dozen)|[a-z]+(?:ty|een)\b)"
)


def _list_goes_on(folded: str, end: int, limit: int) -> bool:
    """Whether a comma list ends in "and …" soon: else the comma ended the phrase."""
    rest = folded[end : min(limit, end + 60)]
    return bool(re.match(r"(?:, [a-z' -]{2,30}){0,3},? (?:and|or) [a-z]", rest))


def _head(folded: str, position: int, limit: int, one: bool, share: bool, loose: bool, gap: bool = True):
    """The head noun of the phrase that begins here: (word, lexicon row or None, end), or None.

    The first known plural is the head, unless another one follows at once ("women delegates"). An unknown plural is taken
    only where ``loose`` and no known one comes.
    """
    fallback, joined, text = None, False, ""
    for count in range(2 if one else 10):
        if count or gap:
            # "118 communist, socialist and other progressive parties"
            between = _COMMA_GAP if text.endswith(_ADJECTIVE) and fallback is None else _GAP
            space = between.match(folded, position, limit)
            if space is None:
                break
            position = space.end()
        word = _WORD.match(folded, position, limit)
        if word is None:
            break
        text = word.group()
        if text in ("such", "other") and (count == 0 or joined):
            position = word.end()
            continue
        several = _SEVERAL_WORDS.match(folded, position, limit)
        if several:
            return several.group(), UNITS[several.group()], several.end()
        if (count or text in _NUMBER_WORDS) and numerals.HOT_SPOT.match(folded, position) and text not in UNITS:
            break  # "against 76 ten years ago"
        if text in _STOP and not (text in UNITS and count == 0):
            break
        row = _ONE.get(text) if one else UNITS.get(text) or (_SINGULAR.get(text) if share else None)
        if row is not None:
            following = _GAP.match(folded, word.end(), limit)
            after = _WORD.match(folded, following.end(), limit) if following else None
            stronger = (
                after is not None and (after.group() in UNITS or (one and after.group() in _ONE)) and after.group() not in _STOP
            )
            if text in _PEOPLES and after is not None and after.group() not in _STOP:
                stronger = True  # "30 Chinese trawlers", but "850 young Lebanese are …"
            if not stronger:
                return (row["head"] if one else text), row, word.end()
        elif fallback is None and _looks_plural(text) and not joined:
            fallback = (text, None, word.end())
        joined = joined or text in ("and", "or")
        if text in ("and", "or") and fallback is not None:
            break  # adjectives are joined: "communist and workers' parties"; but never two nouns
        position = word.end()
    return fallback if loose else None


def _looks_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURAL) and word not in _NOT_NOUNS


# the number of what has changed
CHANGE = re.compile(rf"\b(?:{words('change')}) ")
_TO_NEXT = re.compile(
    pattern(r" (?:to|of (?:the|its|our|their|these|those)) (?:(?:some|about|over|nearly|almost|more than|around) )?")
)


_AND_NEXT = re.compile(pattern(r" [a-z-]{2,}(?:al|ic|ary|ese|an|ish|ive|ous|ern|ed|ry) (?:and|or) "))


def unit_of_the_next(folded: str, number, left: str, end: int, limit: int) -> Unit | None:
    """The noun of a number that shares it with the next one: "from 4,000 to 9,500 copies", "two thirds of the 260 delegates"."""
    link = _TO_NEXT.match(folded, end, limit) or _AND_NEXT.match(folded, end, limit)
    if link is None or not numerals.HOT_SPOT.match(folded, link.end()):
        return None
    if link.group().startswith(" to") and not CHANGE.search(left):
        return None
    other = numerals.read(folded, link.end())
    unit = unit_at(folded, other.end, limit) if other and other.kind == "number" else None
    return unit and Unit(unit.heads, unit.joiner, unit.row, end)


def noun_found(found: re.Match, end: int) -> Unit:
    """The noun in the first group of a match; of nouns that stand together the last: "Chinese *students*", "youth *groups*"."""
    head, text = found[1], found.string
    position = found.end(1)
    while (more := _NEXT_WORD.match(text, position)) and more[1] in UNITS:
        head, position = more[1], more.end()
    return Unit((head,), " and ", UNITS[head], end)


_NEXT_WORD = re.compile(r" +([a-z'-]+)")
