"""From the characters of a file to paragraphs and sentences, never losing the offsets into the file on disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# One character for one character, so that every offset into the folded text is an offset into the file.
_FOLD = {
    "\r": " ",
    "\n": " ",
    "\t": " ",
    "\f": " ",
    "\v": " ",
    "\u2028": " ",
    "\u2029": " ",
    "\ufeff": " ",  # byte order mark
    "\u00a0": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u200b": " ",
    "\u00ad": "-",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\uff0c": ",",
    "\u3002": ".",
}


class Paragraph(NamedTuple):
    """A non-empty line of a text: ``text[start:end]`` of the document, numbered from 0."""

    doc: str
    index: int
    start: int
    end: int
    text: str


class Sentence(NamedTuple):
    """A sentence, which may run over several lines; ``par`` is the paragraph in which it begins.

    ``block`` is the first paragraph of the block of lines that read on: in a file with hard line breaks, what a reader
    would call the paragraph.
    """

    doc: str
    par: int
    start: int
    end: int
    text: str
    block: int


def plain(text: str) -> str:
    """A text with plain quotes, dashes and blanks, of equal length: for matching where capitals matter (names)."""
    # a few replacements of what is there are faster than a translation of everything
    text = text.replace("\u00a3\u00ac", ", ")  # a Chinese comma (bytes A3 AC) read as Latin-1
    for char, simple in _FOLD.items():
        if char in text:
            text = text.replace(char, simple)
    return text


def fold(text: str) -> str:
    """Lower-case and simplify a text for matching: same length, so that offsets stay those of the file.

    >>> fold("“Over” 4,500\\r\\n")
    '"over" 4,500  '
    """
    return lowered(plain(text))


def lowered(text: str) -> str:
    """A text in lower case, of equal length: the second half of :func:`fold`, for those who need both."""
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals (İ) become two characters
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lower


_LINE = re.compile(r"[^\r\n]+")


def paragraphs(doc: str, text: str) -> tuple[Paragraph, ...]:
    """The non-empty lines of a text, numbered from 0: what the citation form ``[dai-2002 ¶15]`` counts."""
    lines = (line for line in _LINE.finditer(text) if line.group().strip().strip("\ufeff").strip())
    return tuple(Paragraph(doc, index, line.start(), line.end(), line.group()) for index, line in enumerate(lines))


# A full stop after these ends no sentence: titles, initials, page and number signs.
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|gen|col|sen|rep|gov|vs|no|nos|vol|pp?|ch|fig|art|ca?|approx|est|jan|feb|mar|apr|jun|jul|aug|"
    r"sept?|oct|nov|dec|e\.g|i\.e|cf)|(?<![^\s(.])[a-z])\.$"
)
#: a word longer than the longest of them
_LONG_WORD = 7
_NUMBER_OF_HEADING = re.compile(r"\s*\d+\s*(?=\.)")  # "1. We exploited …"
# a run of stops is read once, from its beginning: a line of dots in a list of contents must not be tried from each dot
# (what stands before it is asked behind its first sign, for a pattern that begins with a few signs is found quicker)
_STOP = re.compile(r"[.!?…](?<![.!?…][.!?…])[.!?…]*+[\"')\]]*+(?=\s+(?:[\"'(\[]*[^\Wa-z_]|\([a-z]{1,3}\)\s)|\s*$)", re.UNICODE)


def sentences_of(doc: str, text: str, simple: str, pars: tuple[Paragraph, ...], first: int, last: int) -> tuple[Sentence, ...]:
    """Cut one block of lines into sentences.

    A sentence ends at ``. ! ? …`` before a capital, a digit or the end, and at the end of its block.

    Parameters
    ----------
    doc, text, simple : str
        Id, text and plain text of the document.
    pars : tuple of Paragraph
        All its paragraphs.
    first, last : int
        The first and the last paragraph of the block.
    """
    result: list[Sentence] = []
    start, end, par = pars[first].start, pars[last].end, first
    for stop in _bounded(simple, start, [*_stops(simple, start, end), end]):
        begin, finish = start, stop
        while begin < finish and simple[begin].isspace():
            begin += 1
        while finish > begin and simple[finish - 1].isspace():
            finish -= 1
        if begin < finish:
            while par < last and pars[par].end <= begin:
                par += 1
            result.append(Sentence(doc, pars[par].index, begin, finish, text[begin:finish], first))
        start = stop
    return tuple(result)


#: no reader's sentence is longer (in characters); what is, a list or damage, is cut so that the cost of a text stays linear
LONGEST = 1500


def _bounded(simple: str, start: int, stops: list[int]):
    """The ends of sentences, with further ones at a semicolon, else a blank, where a sentence would be too long."""
    for stop in stops:
        while stop - start > LONGEST:
            cut = max(simple.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in ("; ", ";\n"))
            cut = cut if cut > 0 else max(simple.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in " \n")
            start = cut + 1 if cut > 0 else start + LONGEST
            yield start
        start = stop
        yield stop


def _stops(simple: str, start: int, end: int) -> Iterator[int]:
    heading = _NUMBER_OF_HEADING.match(simple, start, end)
    for stop in _STOP.finditer(simple, start, end):
        first, last = stop.span()
        if last - first == 1 and simple[first] == ".":
            before = simple[max(start, first - _LONG_WORD) : first]
            is_long = len(before) == _LONG_WORD and before.isalpha()
            if not is_long and _ABBREVIATION.search(simple[max(start, first - 8) : last].lower()):
                continue
            if heading and heading.end() == first:
                continue
        yield last


def blocks(text: str, pars: tuple[Paragraph, ...]) -> list[tuple[int, int]]:
    """The runs of lines that read on, as (first paragraph, last paragraph).

    Lines belong together when no empty line lies between them and the first does not look finished: so a title broken over
    two lines and a sentence in a file with hard line breaks stay whole.
    """
    first, result = 0, []
    hard_wrapped = _is_hard_wrapped(text, pars)
    for index, par in enumerate(pars):
        following = pars[index + 1] if index + 1 < len(pars) else None
        if following is None or not _reads_on(text, par, following, hard_wrapped):
            result.append((first, index))
            first = index + 1
    return result


def _is_hard_wrapped(text: str, pars: tuple[Paragraph, ...]) -> bool:
    """Whether the file breaks its lines at a fixed width: most lines long, none very long."""
    lengths = sorted(par.end - par.start for par in pars)
    return len(lengths) > 3 and lengths[-1] <= 120 and lengths[len(lengths) // 2] >= 50


_NEW_ITEM = re.compile(r"\s*(?:[-*•·–]\s|\(?[0-9]{1,2}(?:\.[0-9]+)*[.)]\s|\([a-z]\)\s|[QA]:\s|[IVX]+\.\s)")


def _reads_on(text: str, par: Paragraph, following: Paragraph, hard_wrapped: bool) -> bool:
    gap = text[par.end : following.start].replace("\r\n", "\n")
    if gap.count("\n") + gap.count("\r") != 1 or _NEW_ITEM.match(following.text):
        return False
    finished = par.text.rstrip().rstrip("\"')”’").endswith((".", "!", "?", ":", "…"))
    begins_low = following.text.lstrip()[:1].islower()
    if hard_wrapped:
        return begins_low or (not finished and par.end - par.start >= 45) or (finished and par.end - par.start >= 55)
    return not finished and (begins_low or _dangles(par.text))


def _dangles(line: str) -> bool:
    """Whether a line cannot be the end of a phrase: it stops at a possessive, a preposition, an article or a comma."""
    last = line.rstrip().lower().rsplit(None, 1)[-1]
    return last in {"of", "the", "a", "an", "and", "or", "in", "on", "to", "for", "with", "by", "its"} or last.endswith(
        ("'s", "’s", ",")
    )
