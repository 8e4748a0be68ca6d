"""Long lists of phrases as one fast pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(phrases: Iterable[str], blank: str = r"\ {1,2}") -> str:
    """A regular expression for any of many phrases, the longest first, as a tree: its cost hardly grows with their number.

    A blank in a phrase stands for one or two blanks (a line break is one in the plain or folded text of a document), or for
    what ``blank`` says.

    >>> one_of(["Labour Party", "Labour", "Labor"])
    'Labo(?:r|ur(?:\\\\ {1,2}Party)?)'
    """
    tree: dict = {}
    for phrase in phrases:
        node = tree
        for char in phrase:
            node = node.setdefault(char, {})
        node[""] = {}
    return _source(tree, blank)


def _source(node: dict, blank: str) -> str:
    branches = []
    for char, child in sorted((item for item in node.items() if item[0]), key=lambda item: item[0]):
        literal = _literal(char, blank)
        while len(child) == 1 and "" not in child:
            (char, child), *_ = child.items()
            literal += _literal(char, blank)
        branches.append(literal + (_source(child, blank) if set(child) != {""} else ""))
    if "" in node:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _literal(char: str, blank: str) -> str:
    return blank if char == " " else re.escape(char)


class Late:
    """A regular expression that is compiled when it is first asked for: a long one that few texts need costs the others nothing.

    It has the methods of :class:`re.Pattern`.

    >>> Late("[0-9]+").search("in 1978").group()
    '1978'
    """

    def __init__(self, source: str) -> None:
        self.pattern = source

    def __getattr__(self, name: str):
        method = getattr(re.compile(self.pattern), name)
        setattr(self, name, method)  # the next time it is found without coming here
        return method


def numbered(patterns: Iterable[str]) -> str:
    """Patterns without groups of their own as alternatives; :func:`number_of` tells which of them was found.

    >>> number_of(re.match(numbered(["cat", "dog"]), "dog"))
    1
    """
    # The group stands empty behind its pattern: around it, it would hide the first letter from the search.
    return "|".join(f"(?:{pattern})(?P<n{number}>)" for number, pattern in enumerate(patterns))


def number_of(found: re.Match) -> int:
    """Which of the numbered alternatives was found, from 0."""
    return int(found.lastgroup[1:])


def spelled_out(phrase: str) -> list[str]:
    """All spellings of a phrase with choices in brackets.

    >>> spelled_out("(Fifteenth|15th) Congress( of the CPC|)")
    ['Fifteenth Congress of the CPC', 'Fifteenth Congress', '15th Congress of the CPC', '15th Congress']
    """
    start = end = -1
    depth = 0
    for place, char in enumerate(phrase):
        if char == "(":
            start, depth = (place if depth == 0 else start), depth + 1
        elif char == ")" and depth:
            depth -= 1
            if depth == 0:
                end = place
                choices = _choices(phrase[start + 1 : end])
                if len(choices) > 1:
                    break
    else:
        return [phrase]
    return [
        spelling
        for choice in choices
        for spelling in _joined(phrase[:start], spelled_out(choice), spelled_out(phrase[end + 1 :]))
    ]


def _joined(head: str, middles: list[str], tails: list[str]) -> list[str]:
    return [head + middle + tail for middle in middles for tail in tails]


def _choices(inside: str) -> list[str]:
    """The parts between bars that stand in no inner brackets."""
    parts, depth = [""], 0
    for char in inside:
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts
