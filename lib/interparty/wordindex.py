"""Which patterns of a table may read on from three words: said by three look-ups, before any of the patterns is tried.

A pattern of lexicon/periods.csv is walked once, and tells which words it can have in the first, the second and the third place.
That is a quick no, never a yes: a place of which nothing certain is known may hold every word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

#: stand for any number in digits: one that may be part of a date, and one that is too long or too short for it
DIGITS, OTHER_DIGITS = "#", "###"
PLACES = 3
#: what a place may hold; None says: anything
Words = frozenset[str] | None
#: what stands at some places, one behind the other; behind the last of them nothing is known
Places = tuple[Words, ...]

# What cannot be told (a class of characters, a word with an ending in brackets) is the last group: anything may stand there.
_PIECE = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<open>\(\?:)|(?P<shut>\)(?:\{0,\d+\})?\??)|(?P<bar>\|)|"
    r"(?P<word>[a-z]+)(?![a-z]*\(\?:[a-z])(?P<last>\?)?|"
    r"(?P<gap>[ ,'-]\??|\\\.|\[(?: -|- )\]\??)|(?P<slot>\{[ABN]\})|(?P<any>\[a-z\]\+)|(?P<digits>\d+)|"
    r"(?P<mark>\\\()|(?P<other>\\.|.)",
    re.DOTALL,
)
_STANDS_FOR = {"any": None, "digits": frozenset((DIGITS, OTHER_DIGITS)), "mark": frozenset("(")}
_Node = tuple[str, object]


def places_of(pattern: str, slots: dict[str, Sequence[Places]]) -> list[Places]:
    """What the first three places of a pattern may hold: alternatives, each of three sets of words.

    Parameters
    ----------
    pattern : str
        A pattern of the table.
    slots : dict
        What a slot such as ``{A}`` may stand for: alternatives of one to three places, of which None says: anything.

    >>> places_of("(?:in|over) (?:the )?past years?", {})[0]
    (frozenset({'over', 'in'}), frozenset({'past'}), frozenset({'year', 'years'}))
    """
    done: list[Places] = []
    for alternative in _parsed(_PIECE.finditer(pattern)):
        for places in _walk([alternative], [()], slots, done):
            done.append((*places, None, None, None)[:PLACES])
    return done


def _parsed(pieces: Iterator[re.Match]) -> list[list[_Node]]:
    """The alternatives up to the bracket that closes them, each a list of nodes."""
    alternatives: list[list[_Node]] = [[]]
    for piece in pieces:
        sort = piece.lastgroup
        if sort == "shut":
            alternatives.append([("end", piece.group())])
            return alternatives
        if sort == "bar":
            alternatives.append([])
        elif sort in ("open", "look"):
            inner = _parsed(pieces)
            [(_, end)] = inner.pop()
            if sort == "open":
                alternatives[-1].append(("choice", inner if end == ")" else [*inner, []]))
        elif sort in ("word", "last"):
            word = piece["word"]
            alternatives[-1].append(("words", frozenset((word, word[:-1]) if piece["last"] else (word,))))
        elif sort in _STANDS_FOR:
            alternatives[-1].append(("words", _STANDS_FOR[sort]))
        elif sort != "gap":
            alternatives[-1].append((sort, piece.group()))
    return alternatives


def _walk(alternatives: list[list[_Node]], begun: list[Places], slots: dict, done: list[Places]) -> list[Places]:
    """Go on from what has begun, through one of the alternatives; those with three places are done."""
    result: list[Places] = []
    for nodes in alternatives:
        states = begun
        for sort, what in nodes:
            if sort == "choice":
                states = _walk(what, states, slots, done)
            else:
                # behind what cannot be told, nothing can
                choices = [(what,)] if sort == "words" else (slots[what] if sort == "slot" else [(None,) * PLACES])
                states = _merged(((*state, *choice)[:PLACES] for state in states for choice in choices), done)
        result += states
    return _merged(result, done)


def _merged(states: Iterable[Places], done: list[Places]) -> list[Places]:
    """States of one length as one state, which loses what belongs together and says no word too many no."""
    by_length: dict[int, Places] = {}
    for state in states:
        if len(state) == PLACES:
            done.append(state)
        elif len(state) in by_length:
            by_length[len(state)] = tuple(
                None if None in (a, b) else a | b for a, b in zip(by_length[len(state)], state, strict=True)
            )
        else:
            by_length[len(state)] = state
    return list(by_length.values())


class WordIndex:
    """The patterns that may read on from the words at a place.

    Parameters
    ----------
    patterns : iterable of (str, collection of str)
        The patterns in their order, each with the words with which it may begin.
    slots : dict
        As for :func:`places_of`.
    """

    def __init__(self, patterns: Iterable[tuple[str, Collection[str]]], slots: dict[str, Sequence[Places]]) -> None:
        self._owners: list[int] = []
        self._masks: tuple[dict[str, int], ...] = ({}, {}, {})
        anything = [0] * PLACES
        for owner, (pattern, begins) in enumerate(patterns):
            for first, *others in dict.fromkeys(places_of(pattern, slots)):
                bit = 1 << len(self._owners)
                self._owners.append(owner)
                for place, words in enumerate((frozenset(begins) if first is None else first & frozenset(begins), *others)):
                    if words is None:
                        anything[place] |= bit
                    else:
                        for word in words:
                            self._masks[place][word] = self._masks[place].get(word, 0) | bit
        for place, masks in enumerate(self._masks):
            for word in masks:
                masks[word] |= anything[place]
        self._anything = tuple(anything)
        self._known: dict[int, tuple[int, ...]] = {0: ()}
        #: the numbers of the patterns that may read on from three words or numbers; None stands for the end of the text
        self.reading_on = lru_cache(maxsize=1 << 15)(self._reading_on)

    def _reading_on(self, *words: str | None) -> tuple[int, ...]:
        mask = -1
        for word, masks, anything in zip(words, self._masks, self._anything, strict=True):
            if word is not None and word.isdecimal():
                word = DIGITS if len(word) in (1, 2, 4) else OTHER_DIGITS
            mask &= masks.get(word, anything)
        if mask not in self._known:
            self._known[mask] = tuple(dict.fromkeys(owner for bit, owner in enumerate(self._owners) if mask >> bit & 1))
        return self._known[mask]
