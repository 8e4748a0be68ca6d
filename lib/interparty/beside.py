"""Two paragraphs beside each other, with the words that they share marked on both sides."""

from __future__ import annotations

from dataclasses import dataclass

from .corpus import Corpus, Document, load_corpus
from .errors import InterpartyError
from .html import Html, el, join
from .reuse import checked, runs


@dataclass(frozen=True)
class SideBySide:
    """Two paragraphs with what they share marked and numbered; HTML in a notebook, lines in a terminal."""

    html: Html
    plain: str

    def __repr__(self) -> str:
        return self.plain

    def _repr_html_(self) -> str:
        return str(self.html)


_MARK = "background:#ffe2a3;color:#000;text-decoration:underline 2px;text-underline-offset:3px;padding:1px 2px"
_SIDE = "flex:1 1 22em;min-width:0;line-height:1.6"


def side_by_side(
    one: tuple[str, int], other: tuple[str, int], corpus: Corpus | None = None, n: int = 4, tokens: str = "words"
) -> SideBySide:
    """Two paragraphs beside each other; every run of at least n shared words has the same number on both sides.

    Parameters
    ----------
    one, other : (str, int)
        Text and paragraph, as ``("dai-2001", 18)``.
    corpus : Corpus, optional
        The texts; without it, the five texts.
    n : int
        Words of the shortest run that is marked.
    tokens : str
        What counts as one word, see ``TOKENS``.

    Raises
    ------
    InterpartyError
        When a paragraph is not there, or ``n`` or ``tokens`` cannot be.
    """
    checked(n, tokens)
    corpus = corpus if corpus is not None else load_corpus()
    sides = [_paragraph(corpus, place) for place in (one, other)]
    documents = [Document(f"{side}", paragraph.text, "") for side, paragraph in enumerate(sides)]
    taken: list[list[tuple[int, int, int]]] = [[], []]
    told = []
    for words, *ends in runs(*documents, n, tokens):
        spans = [tuple(ends[:2]), tuple(ends[2:])]
        if all(all(end <= a or b <= start for a, b, _ in marked) for (start, end), marked in zip(spans, taken, strict=True)):
            told.append((words, documents[0].text[spans[0][0] : spans[0][1]]))
            for span, marked in zip(spans, taken, strict=True):
                marked.append((*span, len(told)))
    cites = [f"[{paragraph.doc} ¶{paragraph.index}]" for paragraph in sides]
    columns = [
        el("div", el("p", el("strong", cite)), el("p", _marked(paragraph.text, marked)), style=_SIDE)
        for cite, paragraph, marked in zip(cites, sides, taken, strict=True)
    ]
    listed = [el("li", f"“{quote}”, {words} words") for words, quote in told]
    none = el("p", f"No run of {n} words stands in both.")
    html = el(
        "section",
        el("div", columns, style="display:flex;flex-wrap:wrap;gap:0 2.5em;max-width:66em"),
        el("p", f"Runs of at least {n} shared words, longest first:") if told else none,
        el("ol", listed) if told else None,
        class_="interparty-side-by-side",
    )
    lines = [f"{number}. {words} words: {' '.join(quote.split())}" for number, (words, quote) in enumerate(told, 1)]
    plain = "\n".join([f"{cites[0]} beside {cites[1]}, runs of at least {n} words:", *(lines or ["none"])])
    return SideBySide(html, plain)


def _paragraph(corpus: Corpus, place):
    try:
        doc, index = place
        paragraphs = corpus[doc].paragraphs
        return paragraphs[range(len(paragraphs))[index] if index >= 0 else len(paragraphs)]
    except IndexError:
        raise InterpartyError(f"{doc} has no paragraph {index}: its paragraphs go from 0 to {len(paragraphs) - 1}.") from None
    except (TypeError, ValueError):
        raise InterpartyError(f'{place!r} is no paragraph: write the text and the number, ("dai-2002", 15).') from None


def _marked(text: str, spans: list[tuple[int, int, int]]) -> Html:
    pieces, here = [], 0
    for start, end, number in sorted(spans):
        label = el("sup", str(number), style="font-size:0.75em")
        pieces += [text[here:start], el("mark", text[start:end], label, style=_MARK)]
        here = end
    return join(pieces, text[here:])
