"""Of which era each paragraph speaks, with the words that are the evidence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from ..alternatives import number_of, numbered
from ..corpus import Corpus, Document
from ..lexicon import table
from ..text import Paragraph, blocks
from .rows import collect
from .speakers import turns_of
from .time_phrases import Moment, moments
from .years import ERAS, GENERAL, OPEN_AT_END, era_of, eras_of

COLUMNS = ["doc", "par", "primary", "eras", "words", "evidence"]

_ROWS = table("eras")
_CUE = re.compile(rf"(?<![\w-])(?:{numbered(row['pattern'] for row in _ROWS)})(?!\w)")
_SEGMENT = re.compile(r"[^;]+;?")
_WORD = re.compile(r"\S+")
# Verbs that tell what happened or has happened: without one, a sentence states how things are at any time.
_TOLD = re.compile(
    r"\b(?:was|were|had|did|has|have|became|began|came|went|took|gave|made|held|sent|met|led|wished|wanted|gained|grew|put|set|"
    r"faced|decided|received|visited|established|developed|continued|promoted|helped|learned|learnt|studied)\b"
)
_FRAMED = re.compile(r"\b(?:since|from|between|during|under|after|before|in)\b")
_ENUMERATED = re.compile(r"\s*(?:\d{1,2}|[ivx]+|[a-z])[.)]\s")
_WORLD_TODAY = re.compile(r"world (?:of )?today")
_BEGINNING = re.compile(r"beginning|starting|dating")
#: rules by which a phrase of time says no more than the event that it names: "since its 16th National Congress"
_NAMES_ONLY = frozenset({"since", "at", "moment", "date"})
#: the rule of evidence for a later era into which an open span runs on: it gets no words of its own
RUNS_ON = "runs on"
#: kinds of cue that speak of a time only where much of the paragraph turns on them: a leader or a doctrine outlives an era
_NAMED_ONLY = frozenset({"leader", "person", "doctrine"})
_SHARE = 0.28
#: in a heading these do not tell what the text is about
_NO_SUBJECT = _NAMED_ONLY | {"date", "bare"}


class Evidence(NamedTuple):
    """Words at ``start:end`` that speak for an era; ``rule`` is the row of the table (cue) or the rule of the phrase of time.

    ``carried`` as rule: the words stand in another paragraph, whose era goes on here.
    """

    era: str
    start: int
    end: int
    quote: str
    rule: str


def eras(source: Document | Corpus | Iterable[Document]) -> pd.DataFrame:
    """Of which era each paragraph speaks.

    The eras are comintern (1921-49), leaning (1949-59), rupture (1960-77), reform (1978-89), jiang (1989-2002), hu (2002-12)
    and general (no time in particular, or one outside these years). Evidence is a phrase of time, resolved, or a cue of
    lexicon/eras.csv (leader, congress, event, slogan). A sentence without evidence goes on with the era of the sentence
    before it in its paragraph; a paragraph without evidence that tells of something done goes on with the paragraph before,
    an answer with its question, a text with its title. A statement in the timeless present, a heading and a source line are
    general. The primary era has the most words. No text speaks of an era that began after its own date.

    Parameters
    ----------
    source : Document, Corpus or iterable of Document
        What to read.

    Returns
    -------
    DataFrame
        ``doc``, ``par``, ``primary``, ``eras`` (all eras discussed, the primary one first, joined by ``;``), ``words`` (number
        of words), ``evidence`` (a tuple of :class:`Evidence`, each with its era, offsets, quote and rule).

    Raises
    ------
    InterpartyError
        When ``source`` is something else.
    """
    return collect(source, _rows, COLUMNS, "eras")


def _rows(document: Document) -> Iterator[tuple]:
    for paragraph, (primary, others, evidence) in zip(document.paragraphs, _coded(document), strict=True):
        words = len(_WORD.findall(paragraph.text))
        yield (document.id, paragraph.index, primary, ";".join([primary, *others]), words, tuple(evidence))


class _Coded(NamedTuple):
    primary: str
    others: list[str]
    evidence: list[Evidence]


def _coded(document: Document) -> list[_Coded]:
    found = _evidence(document)
    roles = {number: turn for turn in turns_of(document) for number in range(turn.par, turn.last_par + 1)}
    frame: _Coded | None = None  # what the title says of the whole
    before: _Coded | None = None  # the paragraph before, where the text reads on
    question: _Coded | None = None
    in_title = True
    result: list[_Coded] = []
    for first, last in blocks(document.text, document.paragraphs):
        block = _joined(document, first, last)
        turn = roles[first]
        opens = turn.par == first
        if _is_heading(document, block):
            coded = _heading(document, block, found)
            frame = coded if coded is not None and in_title else frame
            before = frame
        else:
            in_title = False
            goes_on = question if turn.role == "answer" and opens else None if turn.role == "question" else before
            coded = _paragraph(document, block, found, goes_on)
            before = coded if coded.primary != GENERAL else (frame or before)
            if turn.role == "question":
                question = before = coded
        result += [coded or _Coded(GENERAL, [], [])] * (last - first + 1)
    return result


def _joined(document: Document, first: int, last: int) -> Paragraph:
    """Lines that read on, as one paragraph: a file with hard line breaks has many lines to a paragraph."""
    start, end = document.paragraphs[first].start, document.paragraphs[last].end
    return Paragraph(document.id, first, start, end, document.text[start:end])


def _evidence(document: Document) -> list[Evidence]:
    """All evidence of a document in its order; a cue outdoes a phrase of time that overlaps it."""
    folded, here = document.folded, era_of(document.date)
    times = [moment for moment in moments(document) if not _WORLD_TODAY.match(folded, max(0, moment.start - 6), moment.end)]
    cues = []
    for match in _CUE.finditer(folded):
        row = _ROWS[number_of(match)]
        if row["era"] == GENERAL or (_is_past(row["era"], here) and not _covers(match, times)):
            cues.append((match.start(), match.end(), row["era"], row["kind"]))
    found = cues[:]
    for moment in times:
        nearest = bisect_right(cues, moment.end, key=lambda cue: cue[0]) - 1
        if moment.rule in _NAMES_ONLY and nearest >= 0 and cues[nearest][1] > moment.start:
            continue
        told = eras_of(moment.first, moment.last, moment.rule, document.date)
        if _BEGINNING.match(folded, moment.start):
            told = told[:1]
        for number, era in enumerate(era for era in told if _is_past(era, here)):
            runs_on = number and moment.rule in OPEN_AT_END
            found.append((moment.start, moment.end, era, RUNS_ON if runs_on else moment.rule))
    return [Evidence(era, start, end, document.text[start:end], rule) for start, end, era, rule in sorted(found)]


def _is_past(era: str, here: str | None) -> bool:
    """Whether an era had begun when the text was written."""
    return era == GENERAL or here is None or list(ERAS).index(era) <= list(ERAS).index(here)


def _covers(cue: re.Match, times: list[Moment]) -> bool:
    """Whether a cue stands inside a phrase that says another time: "in the 28 years leading to the founding of …"."""
    number = bisect_right(times, cue.start(), key=lambda moment: moment.start) - 1
    return number >= 0 and times[number].end >= cue.end() and times[number].rule not in _NAMES_ONLY


def _is_heading(document: Document, paragraph: Paragraph) -> bool:
    """A title, a numbered heading, a byline, a date or source line: a line that is no full sentence."""
    words = paragraph.text.split()
    if _ENUMERATED.match(paragraph.text) and len(words) <= 40:
        return True
    ended = paragraph.text.rstrip().rstrip("\"')”’]").endswith((".", "!", "?", "…", ":", ";"))
    return len(words) <= 30 and not ended and document.sentence_at(paragraph.start).end <= paragraph.end + 200


def _heading(document: Document, paragraph: Paragraph, found: list[Evidence]) -> _Coded | None:
    """A heading is coded where it names a time; a bare date there is the date of the text, not its subject."""
    sentence = document.sentence_at(paragraph.start)
    start, end = min(sentence.start, paragraph.start), max(sentence.end, paragraph.end)
    told = [item for item in _between(found, start, end) if item.rule not in _NO_SUBJECT]
    words = document.folded[start:end]
    if not told or GENERAL in {item.era for item in told} or not _FRAMED.search(words):
        return None
    era = told[-1].era
    return _Coded(era, [], told)


def _paragraph(document: Document, paragraph: Paragraph, found: list[Evidence], before: _Coded | None) -> _Coded:
    words, evidence = _words_by_era(document, paragraph, found)
    total = max(1, len(_WORD.findall(paragraph.text)))
    firm = {item.era for item in evidence if item.rule not in _NAMED_ONLY}
    dated = {era: count for era, count in words.items() if era != GENERAL and (era in firm or count >= _SHARE * total)}
    if not dated:
        if GENERAL in words:
            return _Coded(GENERAL, [], [item for item in evidence if item.era == GENERAL])
        if before is not None and before.primary != GENERAL and _TOLD.search(document.folded, paragraph.start, paragraph.end):
            return _carried(before)
        return _Coded(GENERAL, [], [])
    if words.get(GENERAL, 0) > max(dated.values()) and words[GENERAL] > total / 2:
        return _Coded(GENERAL, [], [item for item in evidence if item.era == GENERAL])
    order = sorted(dated, key=lambda era: -dated[era])
    return _Coded(order[0], order[1:], [item for item in evidence if item.era in dated])


def _carried(before: _Coded) -> _Coded:
    """The era that a paragraph ended with goes on; its words stay the evidence."""
    last = before.evidence[-1] if before.evidence else None
    era = last.era if last and last.era != GENERAL and last.era in (before.primary, *before.others) else before.primary
    return _Coded(era, [], [item._replace(rule="carried") for item in before.evidence if item.era == era])


def _words_by_era(document: Document, paragraph: Paragraph, found: list[Evidence]):
    """Words of each era: those of the sentences (cut at semicolons) that have its evidence, or go on with it."""
    counts: dict[str, float] = defaultdict(float)
    used: list[Evidence] = []
    current: str | None = None
    for start, end in _segments(document, paragraph):
        here = _between(found, start, end)
        named = {item.era for item in here}
        firm = [item for item in here if item.rule not in _NAMED_ONLY and item.rule != RUNS_ON]
        if GENERAL in named:
            named, current = {GENERAL}, GENERAL
        elif here:
            named = {item.era for item in firm or here if item.rule != RUNS_ON}
            current = next(item.era for item in reversed(here) if item.era in named)
        elif current is not None:
            named = {current}
        size = len(_WORD.findall(document.text, start, end))
        # in the order of mention, the last first: which of two eras with equally many words leads must not hang on chance
        for era in dict.fromkeys(item.era for item in reversed(here) if item.era in named) or named:
            counts[era] += size / len(named)
        for item in here:
            if item.era in named or item.rule == RUNS_ON:
                counts[item.era] += 0
                used.append(item)
    return counts, used


def _between(found: list[Evidence], start: int, end: int) -> list[Evidence]:
    first, last = (bisect_left(found, offset, key=lambda item: item.start) for offset in (start, end))
    return found[first:last]


def _segments(document: Document, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    first = max(0, bisect_right(document.sentences, paragraph.start, key=lambda sentence: sentence.start) - 1)
    for number in range(first, len(document.sentences)):
        sentence = document.sentences[number]
        if sentence.start >= paragraph.end:
            return
        for part in _SEGMENT.finditer(document.text, max(sentence.start, paragraph.start), min(sentence.end, paragraph.end)):
            yield part.span()
