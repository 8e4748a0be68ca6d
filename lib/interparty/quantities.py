"""Finding the numbers that count something, with the hedge before or behind them and the noun they count."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from . import numerals, periods
from .alternatives import one_of
from .complements import main_thing
from .ellipsis import ANTECEDENT, borrowed_unit, names_its_whole
from .hedging import AFTER, hedge_at_end, hedge_before, kind_of_hedge
from .hotspots import hot_spots
from .lexicon import pattern, words
from .masks import is_no_claim
from .mention import Mention, SentenceMentions
from .nouns import CHANGE, UNITS, Unit, unit_at, unit_of_the_next
from .numerals import words_of
from .rates import one_per, per_time, rate_spots
from .shares import is_share

if TYPE_CHECKING:
    from .corpus import Document
    from .periods import Period
    from .text import Sentence


_OF_THESE = re.compile(pattern(r" of (?:these|those|them|which|whom|the (?:cases|total|latter))\b"))
_OF_THESE_NOUN = re.compile(
    pattern(r" of (?:these|those|the) (?:delegations|groups|missions|visitors|guests|parties|countries|students|visits)\b")
)
_BEHIND_NOUN = re.compile(
    pattern(
        r",?((?<!,) or more| or so| or fewer| or less| or thereabouts| at (?:the )?(?:very )?(?:least|most)| at the outside)\b"
    )
)
_ARTICLE = re.compile(r"(?<![\w-])an?\s+$")
_RANGE = re.compile(r"\s*(?:-|to|or|and)\s*(?:even\s+)?(?=\d|[a-z])")
_TEN = one_of(words_of("ten"))
_TENS = re.compile(rf"{_TEN},\s+(?={_TEN}\b(?!-))")  # "fifty, sixty"
_BETWEEN = re.compile(r"(?<![\w-])(?:(?P<between>(?:somewhere |anywhere )?between)|(?P<from>from))\s+$")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d(?![\d,.]\d)")
_YEAR_CONTEXT = re.compile(rf"(?:^|[(,/-]|\b(?:{words('year context')})) *$")
_CURRENCY = re.compile(
    r"(?:(?<![a-z])(?:us|rmb|hk|a|nz|c) ?)?([$€¥£]) ?$|(?<![a-z])(?:(k|t)?(sh)|(rs|dm|frs?|kr|nok|dkk|sek|usd|gbp|rmb|inr))\.? ?$"
)
_LETTERS = ("sh", "rs", "dm", "fr", "kr", "nok", "dkk", "sek", "usd", "gbp", "rmb", "inr")
_MONEY = {"$": "dollars", "€": "euros", "¥": "yuan", "£": "pounds", "sh": "shillings", "rs": "rupees"}
_MONEY |= {"dm": "marks", "fr": "francs", "kr": "kronor", "nok": "kroner", "dkk": "kroner", "sek": "kronor"}
_MONEY |= {"frs": "francs", "usd": "dollars", "gbp": "pounds", "rmb": "yuan", "inr": "rupees"}
_AGE = re.compile(pattern(r"[ -](?:years?|months?) (?:old|of age|ahead)\b"))
_SIGNS = tuple("$€¥£")
_HYPHENED = re.compile(
    r"(?:-|[ ](?=strong\b))(?P<noun>member|person|man|woman|strong|delegate|party|nation|country|state|power)\b"
)
_TIME = re.compile(
    r"(?:-| +)(?P<noun>years?|months?|weeks?|days?|decades?|centur(?:y|ies)|hours?|minutes?|fortnights?|nights?)\b(?:-long\b)?'?"
    r"(?! (?:old|of age|ahead)\b)"
)


def mentions(document: Document) -> list[SentenceMentions]:
    """The sentences of a document that count something, each with its phrases of time and its mentions."""
    result, done = [], -1
    rates = rate_spots(document.folded)
    numbers = hot_spots(document.folded)
    for spot in sorted([*numbers, *rates]):
        if spot < done:
            continue
        sentence = document.sentence_at(spot)
        done = sentence.end
        spots = numbers[bisect_left(numbers, sentence.start) : bisect_left(numbers, done)]
        has_rate = bisect_left(rates, sentence.start) < bisect_left(rates, done)
        found = _in_sentence(document, sentence, spots, has_rate)
        if found is not None:
            result.append(found)
    return result


def _in_sentence(document: Document, sentence: Sentence, spots: list[int], has_rate: bool) -> SentenceMentions | None:
    """The mentions of one sentence; None when there are none. Phrases of time are read only where a number may count."""
    folded, start, end = document.folded, sentence.start, sentence.end
    found: list[Mention] = [_one_per(*one) for one in one_per(folded, start, end)] if has_rate else []
    times: list[Period] | None = None
    windows: list[tuple[int, int]] = []
    position = start
    for spot in spots:
        number = numerals.read(folded, spot) if spot >= position else None
        if number is None:
            continue
        position = number.end
        if any(one.start <= spot < one.end for one in found):
            continue
        if is_no_claim(folded, document.text, number.start, start):
            continue
        mention = _mention(folded, sentence, number, found)
        if mention is None:
            continue
        if times is None:
            times = periods.find(folded, start, end, document.date, document.home)
            windows = [(period.start, period.end) for period in times if period.rule != "years_to"]
        if not _inside(number.start, windows):
            found.append(mention)
            position = max(position, mention.end if mention.unit.row or not mention.antecedent else position)
    if not found:
        return None
    times = periods.find(folded, start, end, document.date, document.home) if times is None else times
    return SentenceMentions(sentence, times, sorted(found, key=lambda mention: mention.start))


def _inside(offset: int, spans: list[tuple[int, int]]) -> bool:
    return any(a <= offset < b for a, b in spans)


def _one_per(start: int, end: int, unit: Unit, per: str) -> Mention:
    return Mention(start, end, 1.0, "exact", unit, per=per)


def _mention(folded: str, sentence: Sentence, number, found: list[Mention]) -> Mention | None:
    start, end, limit = number.start, number.end, sentence.end
    left = folded[max(sentence.start, start - 48) : start]
    hedge, hedge_start = hedge_before(left, start)
    article = _ARTICLE.search(left) if hedge_start is None else None
    if article and not folded[start].isdecimal():
        start -= len(left) - article.start()
        left = left[: article.start()]
        hedge, hedge_start = hedge_before(left, start)
    figures = None
    second = _second_figure(folded, number, left, start, limit)
    if second is not None:
        other, is_range, start = second
        if is_range:
            figures, hedge, end = (number.value, other.value), "between", other.end
    after = AFTER.match(folded, end, limit)
    if after and figures is None:
        hedge, end = kind_of_hedge(after["hedge"]), after.end()
    if number.kind == "vague":
        hedge = "vague"
    if number.value is None and number.kind != "vague":
        return None
    quote_start = start if hedge_start is None or figures else hedge_start
    if article and folded.startswith("-", end):  # the quotation of "a nine-day tour" is the compound
        quote_start = number.start
    if _AGE.match(folded, end, limit):
        return None
    duration = _TIME.match(folded, end, limit)
    if duration:
        if hedge == "vague" and folded.startswith("a ", quote_start):
            return None
        return _duration(number, duration, quote_start, hedge, figures)
    money = _CURRENCY.search(left) if left.rstrip()[-1:] in _SIGNS or left.rstrip(" .").endswith(_LETTERS) else None
    if money:
        start -= len(left) - money.start()
        left = left[: money.start()]
        hedge, hedge_start = hedge_before(left, start) if figures is None else (hedge, None)
        quote_start = start if hedge_start is None else hedge_start
    found_before = hedge_at_end(left)
    bare = left[: found_before.start()] if found_before else left
    if figures is not None and second[2] < number.start:
        bare = left[: len(left) - (number.start - second[2])]  # without "between"
    unit, stop = _counted(folded, number, end, limit, money and (money[1] or money[3] or money[4]))
    if unit is None and number.kind == "fraction" and not is_share(folded, number, sentence.start, found):
        return None
    if unit is None:
        unit = unit_of_the_next(folded, number, left, end, limit)
    elliptic, before = "", [(one.start, one.unit, one.end, one.value) for one in found]
    if unit is not None and unit.heads == ("ones",):  # "40 African groups and 30 Asian ones"
        unit, elliptic = (main_thing(folded, before), "") if found else (ANTECEDENT, "same")
    elif unit is None:
        unit, elliptic = borrowed_unit(folded, sentence.start, number.start, end, bare, before)
        if unit is None:
            return None
        stop = end
    elif names_its_whole(bare):
        elliptic = "last"
    elif number.kind == "number" and _OF_THESE_NOUN.match(folded, end):
        elliptic = "named"
    elif number.kind == "fraction" and _OF_THESE.match(folded, end):
        elliptic, stop = "last", end
    elif unit.row is UNITS["per cent"] and _OF_THESE.match(folded, stop):
        elliptic = "last"
    if hedge_start is not None and _is_preposition(folded, hedge_start, number, unit):
        hedge, quote_start = "exact", start
    if folded.startswith(("a hundred", "a thousand"), quote_start) and (
        elliptic or (unit.row and unit.row["class"] == "projects")
    ):
        return None  # "a hundred of them", "in a hundred ways": many
    if _is_year(folded, number, hedge, left, unit):
        return None
    behind = _BEHIND_NOUN.match(folded, stop, limit) if hedge == "exact" and stop > end else None
    if behind:  # "thirty parties or more"
        hedge, stop = kind_of_hedge(behind[1]), behind.end()
    value = None if figures or number.kind == "vague" else number.value
    return Mention(
        quote_start,
        stop,
        value,
        hedge,
        unit,
        figures,
        per_time(folded, sentence.start, quote_start, stop, limit),
        elliptic,
        number.kind == "fraction",
    )


_PLACES = ("under", "above", "below", "beyond", "over")


def _is_preposition(folded: str, hedge_start: int, number, unit: Unit) -> bool:
    """ "under five headings", "over two fields": a small number in words of things that are no crowd."""
    small = number.value is not None and number.value < 13 and not folded[number.start].isdecimal()
    loose = unit.row is None or unit.row["class"] in ("projects", "places")
    return small and loose and folded[hedge_start : number.start].strip() in _PLACES


def _second_figure(folded: str, number, left: str, start: int, limit: int):
    """The other end of "60-65", "two or three", "between … and": (numeral, is a range, start of the quotation) or None."""
    join = _RANGE.match(folded, number.end, limit) or _TENS.match(folded, number.start, limit)
    if join is None:
        return None
    other = numerals.read(folded, join.end()) if numerals.HOT_SPOT.match(folded, join.end()) else None
    if other is None or other.value is None or number.value is None or other.value <= number.value:
        return None
    opening = _BETWEEN.search(left)
    if "," in join.group():
        return (other, True, start) if other.value - number.value == 10 else None
    word = join.group().strip().split(" ")[0]
    if word == "and":
        if opening is None or not opening["between"]:
            return None
    elif (word == "to" and opening and opening["from"] and CHANGE.search(left)) or (
        word == "or" and other.value > number.value * 2 + 1
    ):
        return None
    start = start - len(left) + opening.start() if opening and (word in ("and", "to")) else start
    return other, True, start


def _duration(number, duration: re.Match, start: int, hedge: str, figures) -> Mention:
    noun = duration["noun"]
    plural = noun if noun.endswith("s") else ("centuries" if noun == "century" else noun + "s")
    row = UNITS.get(plural) or UNITS["years"]
    value = None if figures or number.kind == "vague" else number.value
    end, unit = duration.end(), Unit((plural,), " and ", row, duration.end())
    if hedge == "exact" and (behind := _BEHIND_NOUN.match(duration.string, end)):  # "six months or more"
        hedge, end = kind_of_hedge(behind[1]), behind.end()
    return Mention(start, end, value, hedge, unit, figures)


def _counted(folded: str, number, end: int, limit: int, money: str | None) -> tuple[Unit | None, int]:
    if folded.startswith("%", end):
        return Unit(("per cent",), " and ", UNITS["per cent"], end + 1), end + 1
    if money:
        head = _MONEY[money]
        return Unit((head,), " and ", UNITS[head], end), end
    hyphened = _HYPHENED.match(folded, end, limit)
    if hyphened:
        head = "members" if hyphened["noun"] in ("member", "person", "man", "woman", "strong", "delegate") else None
        return (Unit((head,), " and ", UNITS[head], hyphened.end()), hyphened.end()) if head else (None, end)
    if folded.startswith("-", end) and folded[end + 1 : end + 2].isalpha():
        return None, end
    unit = unit_at(folded, end, limit, one=number.value == 1, share=number.kind == "fraction")
    return (unit, unit.end) if unit else (None, end)


def _is_year(folded: str, number, hedge: str, left: str, unit: Unit) -> bool:
    """A bare four-digit number after "in", "the", a comma … is a year even before a noun: "the 1956 delegations"."""
    if not _YEAR.fullmatch(folded, number.start, number.end):
        return False
    return unit.row is None or (hedge == "exact" and bool(_YEAR_CONTEXT.search(left)))
