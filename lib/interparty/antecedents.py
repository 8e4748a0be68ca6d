"""To what an elliptic number points back: the claim of which it is a part, or whose noun it takes over."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from .corpus import Document
from .figures import FIGURES_WERE
from .houses import House
from .lexicon import pattern
from .mention import Mention
from .nouns import UNITS, Unit, unit_at
from .periods import Period, find
from .relations import relation

#: how many claims back "of the delegations received" may point
_MEMORY = 40
_WAY = re.compile(
    r"\b(?:(received|hosted|invited|welcomed|who (?:came|visited|arrived)|coming)|"
    r"(sent|dispatched|(?:that|who) (?:went|left)|going))\b"
)
# "210 parties in 80 countries, 45 of them in Africa": here the countries are meant
_SOMEWHERE = re.compile(pattern(r"(?: of (?:them|these|which))?,? (?:in|on) (?:the |our own )?[a-z]+"))


def antecedent_of(
    folded: str, rows: list[dict], mention: Mention, known: list[tuple[Mention, tuple]], siblings: int = 1
) -> tuple[dict | None, bool]:
    """The claim to which a mention points back, and whether the mention is a part of it.

    Parameters
    ----------
    folded : str
        The folded text.
    rows : list of dict
        The claims found so far, in the order of the text.
    mention : Mention
        The mention.
    known : list
        The mentions before it in the same sentence, each with its meaning.
    siblings : int
        How many mentions its sentence has.
    """
    if not rows:
        return None, False
    match mention.antecedent:
        case "" | "sibling":
            borrowed = known and (mention.antecedent == "sibling" or mention.unit is known[-1][0].unit)
            if borrowed and rows[-1]["_whole"] and not _WAY.search(folded, known[-1][0].end, mention.start):
                return rows[-1]["_whole"], True
            return (_counterpart(folded, rows, known, mention, siblings), False) if mention.antecedent else (None, False)
        case "named" | "figure":
            return _named(folded, rows, mention), mention.antecedent == "named"
        case "way":
            return _of_that_way(folded, rows, mention), True
        case "whole" if known:
            return rows[-len(known)], True
        case "same":
            return _counterpart(folded, rows, known, mention, siblings), False
        case "answer":
            return None, False
    return _head(folded, [row for row in rows[-_MEMORY:] if row["kind"] != "duration"], mention), True


def _named(folded: str, rows: list[dict], mention: Mention) -> dict | None:
    """The last claim of the noun that is named: "of the delegations received, 60 …"; else one of its class and year."""
    words = folded[max(0, mention.start - 70) : mention.start]
    words = words[max(words.rfind(". "), words.rfind("; ")) + 1 :]
    way = next(reversed(list(_WAY.finditer(words))), None) if mention.antecedent == "named" else None
    way = way or _WAY.match(folded, mention.end + 1)  # "forty-two of the delegations *received*"
    wanted = {"received": 1, "sent": 2}
    near = [
        row
        for row in reversed(rows[-_MEMORY:])
        if row["_whole"] is None
        and not row["_change"]
        and (way is None or way[wanted.get(row["direction"], 0)])
        and row["_unit"].heads
    ]
    year = _YEAR.search(words)
    same = (row for row in near if row["_unit"].heads[0] == mention.unit.heads[0])
    akin = (
        row
        for row in near
        if year and row["_unit"].row and row["_unit"].row["class"] == mention.unit.row["class"] and row["period_start"] == year[0]
    )
    return next(same, None) or next(akin, None)


def _of_that_way(folded: str, rows: list[dict], mention: Mention) -> dict | None:
    """The last claim of people who went the way that is named, else of their delegations: "of those who came, 57 …"."""
    ways = list(_WAY.finditer(folded, max(0, mention.start - 90), mention.start))
    if not ways:
        return None
    direction = "received" if ways[-1][1] else "sent"
    near = [row for row in reversed(rows[-_MEMORY:]) if row["direction"] == direction and row["_whole"] is None]
    sorts = {(row["_unit"].row or {}).get("class"): row for row in reversed(near)}
    return sorts.get("people") or sorts.get("delegations")


# "They were made up of 238 persons", "Their members totalled 396", "Among them are the heads of nine parties"
_OF_THEM = re.compile(
    pattern(
        r"(?:[a-z ]{0,40}: )?(?:they|these|we|their (?:members|participants|number|strength|total)(?: [a-z]+)?) (?:[a-z]+ ){0,2}?"
        r"(?:was|were|is|are|numbered|totalled|totaled|comprised|included|brought|bring|"
        r"(?:consisted|made up) of)(?: (?:in all|altogether))? "
        r"(?:(?:some|about|more than|over|nearly|almost|only|a total of) )?$|"
        r"among (?:them|these) (?:was|were|are|is) [^.;]{0,60}$"
    )
)


# "Four ministers and the secretaries of eleven regions *were among them*"
_AMONG_THEM = re.compile(r"[^.;]{0,90}? (?:was|were|are) (?:also )?among (?:them|these|the guests|those (?:present|attending))\b")


def says_of_them(folded: str, start: int, mention: Mention) -> bool:
    """Whether the clause of a figure says it of what was counted before: "*they* were made up of 238 persons"."""
    start = max(start, folded.rfind("; ", start, mention.start) + 2)
    if folded.find(" among ", mention.end, mention.end + 120) != -1 and _AMONG_THEM.match(folded, mention.end):
        return True
    return bool(_OF_THEM.match(folded[start : mention.start]))


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _head(folded: str, near: list[dict], mention: Mention) -> dict | None:
    """The last claim that is no complement of another, unless the words behind the mention speak of places."""
    if not near:
        return None
    if mention.unit.row is not UNITS["per cent"]:  # "120 delegations, up by 40 per cent. Of these, 32 …"
        near = [row for row in near if row["_unit"].row is not UNITS["per cent"]] or near
    if mention.value is not None and not mention.fraction and mention.unit.row is not UNITS["per cent"]:
        near = [row for row in near if not row["value"] <= mention.value] or near  # a vague figure has no value
    row, place = near[-1], -1
    countries = row["_unit"].row and row["_unit"].row["class"] == "countries"
    if row["_complement"] and countries and _SOMEWHERE.match(folded, mention.end):
        return row
    while (row["_complement"] or row["_change"] or (mention.antecedent == "subject" and row["_whole"])) and -place < len(near):
        place -= 1
        row = near[place]
    return row


_ANOTHER_TIME = re.compile(r"[,;] (?:and|but|while) (?:(?:in|by|during|since|at) [^,;]{4,50} |(?:this|last) year )$")


def _counterpart(folded: str, rows: list[dict], known: list, mention: Mention, siblings: int) -> dict:
    """The claim of the last sentence in the same place: "79 parties in 62 countries … the figures were 31 and 28"."""
    before = rows[: len(rows) - len(known)]
    before = [row for row in before[-_MEMORY:] if row["kind"] != "duration"] or before
    if not before:
        return rows[-1]
    last = [row for row in before[-_MEMORY:] if row["_sentence"] == before[-1]["_sentence"]]
    main = [row for row in last if not row["_complement"]]
    if known and _ANOTHER_TIME.search(folded, known[-1][0].end, mention.start):
        return (main or last)[0]  # "in 1985 there were 132, and in the first quarter of this year 41 have come"
    if len(main) < siblings and FIGURES_WERE.search(folded, before[-1]["end"], (known[0][0] if known else mention).start):
        unit = main[-1]["_unit"].heads if main else ()
        # "we received 160 delegations. We sent 65. Last year the figures were 180 and 80"
        wide = [row for row in before if row["_block"] == before[-1]["_block"] and row["_unit"].heads == unit]
        wide = [row for row in wide if not row["_complement"] and row["_whole"] is None]
        if len(wide) >= siblings:
            return wide[len(wide) - siblings + len(known)]
        for sentence in reversed(dict.fromkeys(row["_sentence"] for row in before if row["_block"] == before[-1]["_block"])):
            pair = [row for row in before if row["_sentence"] == sentence and not row["_complement"] and row["_whole"] is None]
            if len(pair) >= siblings:
                return pair[len(known)]
    if len(main) > max(1, len(known)):
        return main[len(known)]  # "17 delegations with 163 persons went, and 12 came; the figures were 21 and 15"
    return last[len(known)] if known and len(known) < len(last) else (last[0] if known or len(last) > 1 else last[-1])


@dataclass(frozen=True, slots=True)
class Question:
    """ "How many parties …?", "With whom …?" before an answer: what it asks for, and of what time."""

    unit: Unit | None
    meaning: tuple[str, str]
    periods: list[Period]
    per: str | None = None


#: how many claims back "And how many go out?" may point
_NEAR_ROWS = 6
#: how far before an answer its question may begin, in characters
_NEAR = 400


def question_before(document: Document, start: int, house: House, rows: list[dict]) -> Question | None:
    """The question that the sentence at ``start`` answers, or None."""
    folded = document.folded
    end = folded.rfind("?", max(0, start - _NEAR), start)
    if end == -1 or (rows and rows[-1]["start"] > end):
        return None
    first = max(folded.rfind(mark, max(0, end - _NEAR), end) for mark in ".?!") + 1
    asked = _ASKS.search(folded, first, end)
    if asked is None or not _ANSWERS.fullmatch(folded, end + 1, start):
        return None
    unit = unit_at(folded, asked.end(), end) if asked["many"] else None
    if asked["many"] and unit is None and rows:  # "And how many go out?"
        near = rows[-_NEAR_ROWS:]
        unit = next((row for row in reversed(near) if (row["_unit"].row or {}).get("class") == "delegations"), near[-1])["_unit"]
    pseudo = Mention(
        asked.start(), unit.end if unit else asked.end(), None, "vague", unit or Unit((), " and ", None, asked.end())
    )
    per = _IN_A_YEAR.search(folded, first, end)
    periods = find(folded, first, end, document.date, document.home)
    return Question(unit, relation(folded, first, end, pseudo, [], house), periods, per and per[1])


_IN_A_YEAR = re.compile(r"\b(?:in a|a|per|every|each) (year|month|week)\b")
_ASKS = re.compile(r"\b(?:(?P<many>how many)|with whom|(?:with )?(?:which|what)|who)\b")
# nothing but the end of the question and a name or letter stands before the answer, or a short reply
_ANSWERS = re.compile(r"[\s\"')\]]*(?:[a-z. ]{1,30}:)?\s*(?:[^.!?]{0,60}[.!]\s+)?")


def unit_taken_over(mention: Mention, whole: dict | None, question, block: int, known: bool) -> Unit | None:
    """The noun of an elliptic number: that of the claim it points to, or that of the question it answers."""
    if mention.antecedent == "answer":
        return question.unit if question else None
    near = whole is not None and (
        known or whole["_block"] == block or mention.start - whole["end"] < _REPLY[mention.antecedent == "same"]
    )
    return whole["_unit"] if near else None


#: how far an answer of one number ("we sent 140") may stand from the figure to which it replies, in characters
_REPLY = (60, 250)


def has_part(whole: dict, mention: Mention) -> bool:
    """Whether two figures can be compared: a share is not counted in the same unit, a vague figure has no value."""
    share = mention.fraction or bool(mention.unit.row and mention.unit.row["class"] == "share")
    return not share and mention.value is not None and not math.isnan(whole["value"])


def is_of_the_figures(folded: str, mention: Mention, known: list[tuple[Mention, tuple]]) -> bool:
    """Whether a number takes all its meaning from a figure of the sentence before: "the figures were 21 and *15*"."""
    if mention.antecedent == "figure":
        return True
    first = known[0][0].start if known else mention.start
    return mention.antecedent in ("sibling", "same") and bool(FIGURES_WERE.search(folded, max(0, first - 50), first))
