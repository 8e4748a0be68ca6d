"""A passage: the sentence behind a figure, in its paragraph, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .corpus import Document

# Dark letters on light ground in both of JupyterLab's themes; the claim differs by weight and underline, not by colour alone.
_SENTENCE = "background:#fff3c4;color:#000;padding:0.1em 0"
_QUOTE = "background:#ffd966;color:#000;font-weight:bold;text-decoration:underline;text-underline-offset:3px"
#: stands beside whatever was put right by hand
SIGN = "✎"


@dataclass(frozen=True)
class Passage:
    """Four pieces of a paragraph: before the sentence, the sentence around the quotation, the quotation, after it.

    Attributes
    ----------
    citation : str
        ``[dai-2002 ¶15]``.
    before, lead, quote, tail, after : str
        Their concatenation is the paragraph (or the lines that a broken sentence spans).
    note : str
        What was done to the claim by hand, by whom and why; empty for most.
    """

    citation: str
    before: str
    lead: str
    quote: str
    tail: str
    after: str
    note: str = ""

    @classmethod
    def around(cls, document: Document, start: int, end: int, note: str = "") -> Passage:
        """The passage around the characters ``start:end`` of a document."""
        sentence = document.sentence_at(start)
        paragraph = document.paragraph_at(start)
        first, last = min(paragraph.start, sentence.start), max(document.paragraph_at(end - 1).end, sentence.end)
        text = document.text
        return cls(
            citation=f"[{document.id} ¶{paragraph.index}]",
            before=text[first : sentence.start],
            lead=text[sentence.start : start],
            quote=text[start:end],
            tail=text[end : max(end, sentence.end)],
            after=text[max(end, sentence.end) : last],
            note=note,
        )

    @property
    def sentence(self) -> str:
        """The sentence alone."""
        return self.lead + self.quote + self.tail

    def __str__(self) -> str:
        return f"{self.citation} {self.lead}»{self.quote}«{self.tail}" + (f" [{SIGN} {self.note}]" if self.note else "")

    __repr__ = __str__

    def _repr_html_(self) -> str:
        before, lead, quote, tail, after = map(escape, (self.before, self.lead, self.quote, self.tail, self.after))
        note = f"<br><strong>{SIGN} {escape(self.note)}</strong>" if self.note else ""
        return (
            '<figure class="interparty-passage" style="margin:0.5em 0;max-width:46em">'
            '<blockquote style="margin:0;line-height:1.6">'
            f'{before}<span style="{_SENTENCE}">{lead}<mark style="{_QUOTE}">{quote}</mark>{tail}</span>{after}'
            f'</blockquote><figcaption style="margin:0.3em 0 0 1.2em">{escape(self.citation)}{note}</figcaption></figure>'
        )
