"""How feedback looks: words first, colour second, and the same as plain text for a terminal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from ..html import Html, el, join

GREY = "#777777"
_FRAME = "border-left:4px solid {};padding:0.2em 0 0.2em 0.9em;margin:0.3em 0;max-width:46em;line-height:1.45"
_CLOSE = "margin:0.35em 0"
_EMPHASIS = re.compile(r"\*([^*\s](?:[^*]*[^*\s])?)\*")
_CODE = re.compile(r"`([^`]+)`")


def inline(text: str) -> Html:
    """One run of text with ``*emphasis*`` and ``code`` in backticks; everything else is escaped."""
    return Html(_CODE.sub(r"<code>\1</code>", _EMPHASIS.sub(r"<em>\1</em>", escape(text, quote=False))))


def bare(text: str) -> str:
    """The same text without marks."""
    return _EMPHASIS.sub(r"\1", text).replace("`", "")


def paragraph(*children: str) -> Html:
    """A paragraph with small margins."""
    return el("p", *children, style=_CLOSE)


def prose(text: str) -> Html:
    """Paragraphs split by empty lines."""
    return join(*(paragraph(inline(part)) for part in _split(text)))


def items(rows: list[Html]) -> Html:
    """A list, or nothing where there are no rows."""
    return el("ul", *(el("li", row) for row in rows), style=_CLOSE) if rows else Html("")


def box(name: str, *content: Html, colour: str = GREY) -> Html:
    """A framed piece of feedback; ``name`` is what a screen reader announces."""
    return el("div", *content, role="group", aria_label=name, style=_FRAME.format(colour))


def _split(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


@dataclass(frozen=True)
class Note:
    """A hint or a solution on the page: a heading, the key in pairs, prose, and the passages it rests on."""

    heading: str
    text: str
    pairs: tuple[tuple[str, str], ...] = ()
    passages: tuple[object, ...] = ()

    def _repr_html_(self) -> str:
        rows = [join(el("strong", inline(about)), ": ", inline(words)) if about else inline(words) for about, words in self.pairs]
        shown = [
            el("details", el("summary", f"{passage.citation} {passage.sentence}"), Html(passage._repr_html_()), style=_CLOSE)
            for passage in self.passages
        ]
        if shown:
            shown.insert(0, paragraph("It rests on (open a line to see its paragraph):"))
        heading = paragraph(el("strong", inline(self.heading)))
        return str(box(bare(self.heading), heading, items(rows), prose(self.text), *shown))

    def __repr__(self) -> str:
        pairs = "\n".join(f"  {about}: {bare(words)}" if about else f"  {bare(words)}" for about, words in self.pairs)
        text = "\n\n".join(bare(part) for part in _split(self.text))
        return "\n\n".join(part for part in (bare(self.heading), pairs, text, *map(str, self.passages)) if part)
