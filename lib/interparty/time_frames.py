"""What time a sentence hands on: to the rest of its paragraph, and to the items of the list under it."""

from __future__ import annotations

import re

from .corpus import Document
from .mention import SentenceMentions
from .own_times import aside, beside, told_of
from .periods import Period, find
from .quantities import mentions
from .text import Sentence


def time_of_sentence(folded: str, sentence: Sentence, periods: list[Period]) -> Period | None:
    """The time that a sentence leaves to the next ones: its last phrase with a date, but not one of a mere comparison."""
    dated = [period for period in periods if period.first or period.last]
    dated = [period for period in dated if aside(folded, sentence.start, sentence.end, period) is None]
    own = [period for period in dated if not beside(folded, period)]
    return (own or [period for period in dated if period.rule not in _COMPARED] or [None])[-1]


#: what is only named for a comparison is not left to the next sentence
_COMPARED = ("beside", "previous_years", "previous_year")


def in_list(document: Document, sentence: Sentence, listed: bool) -> bool:
    """Whether a block is an item of a list that the line before it opened with a colon, or a further item of it."""
    if not is_item(document, sentence):
        return False
    return listed or (sentence.par > 0 and document.paragraphs[sentence.par - 1].text.rstrip().endswith(":"))


def is_item(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is the first of an item with a bullet or a number."""
    return _ITEM.match(document.text, document.paragraphs[sentence.par].start) is not None


def is_bullet(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is the first of an item with a bullet."""
    return _BULLET.match(document.text, document.paragraphs[sentence.par].start) is not None


def framed(document: Document):
    """The sentences with mentions, and those before them in the same paragraph (or over the same list) that set a time."""
    found = {item.sentence.start: item for item in mentions(document)}
    last = {item.sentence.block: item.sentence.start for item in found.values()}
    done = -1
    for block in sorted(last):
        head = _head_of_list(document, block, done)
        for sentence in [*(document.block(head)[-1:] if head is not None else ()), *document.block(block)]:
            if sentence.start > last[block]:
                break
            item = found.get(sentence.start)
            times = None if item else find(document.folded, sentence.start, sentence.end, document.date, document.home)
            yield item or SentenceMentions(sentence, times, [])
        done = block


_BULLET = re.compile(r"\s*[-*•·–]\s")
_ITEM = re.compile(r"\s*(?:[-*•·–]\s|\(?[0-9]{1,2}[.)]\s|\([a-z]{1,3}\)\s)")


def _head_of_list(document: Document, block: int, done: int) -> int | None:
    """The paragraph with a colon at its end that opens the list of which a block is an item, if it was not read before."""
    first = block
    while first > done + 1 and _ITEM.match(document.text, document.paragraphs[first].start):
        first -= 1
    if first == block or not document.paragraphs[first].text.rstrip().endswith(":"):
        return None
    return document.sentence_at(document.paragraphs[first].start).block


def new_frame(folded: str, found: list[Period], frame: Period | None) -> Period | None:
    """A phrase of time at the head of a sentence holds until the next phrase of time; one inside ends it.

    Of two times in one sentence neither holds for the next one, unless the other is only compared with, or lies inside the first.
    """
    found = told_of(folded, found)
    if not found:
        return frame
    head = found[0]
    # "last year we received 73; the year before it had been 58"
    found = [head, *(period for period in found[1:] if not _is_earlier(folded, head, period))]
    if any(not _inside(period, head) for period in found[1:] if period.first or period.last):
        return None
    return head if head.initial else None


_EARLIER = ("previous_year", "years_earlier", "year_before_last")
_HAD_BEEN = re.compile(r",? (?:only |just )?(?:it|they|we|there|that|the (?:figures?|numbers?|total)) had\b")


def _is_earlier(folded: str, head: Period, period: Period) -> bool:
    """Whether a later phrase of a sentence only says what was before: "…; in 1985 it had been 52"."""
    if ";" not in folded[head.end : period.start]:
        return False
    return period.rule in _EARLIER or _HAD_BEEN.match(folded, period.end) is not None


def _inside(part: Period, whole: Period) -> bool:
    if (part.first, part.last) == (whole.first, whole.last):
        return True
    ends = part.first and part.last and whole.first and whole.last and whole.rule not in ("same_year", "bare")
    return bool(ends and whole.first <= part.first and part.last[: len(whole.last)] <= whole.last)
