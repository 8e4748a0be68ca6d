"""Evidence: words that the learner pastes, found again in the passages and compared with the words that count."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import ClassVar

from ..errors import InterpartyError
from .answers import Answer, Line, Mark, private
from .canonical import Unreadable, canonical
from .reading import plain

#: how much of the words that count a paste must cover
COVER = 0.5
#: a paste longer than this many times the words that count proves less: it earns half
TOO_LONG = 5

_CITATION = re.compile(r"\[?[a-z]+-\d{4} ¶\s?\d+\]?")


@dataclass(frozen=True)
class _Span:
    passage: str
    start: int
    end: int

    def shared(self, other: _Span) -> int:
        return max(0, min(self.end, other.end) - max(self.start, other.start)) if self.passage == other.passage else 0


@dataclass(frozen=True, kw_only=True)
class Evidence(Answer):
    """Quotations from the text.

    Parameters
    ----------
    need : int
        How many pieces of evidence are asked for.
    passages : dict
        Citation → text of the paragraph in which the learner may look.
    right : tuple of str
        Words, exactly as in a passage, that are evidence.
    claim_ids : dict
        Claim id → its words, where a claim id may stand for a quotation.
    """

    kind: ClassVar[str] = "evidence"
    wanted: ClassVar[str] = "words copied from the text, in quotes"
    need: int = 1
    passages: dict[str, str] = field(default_factory=dict, metadata={"private": True})
    right: tuple[str, ...] = private(())
    claim_ids: dict[str, str] = field(default_factory=dict, metadata={"private": True})

    def __post_init__(self) -> None:
        for words in self.right:
            if self._find(words) is None:
                raise InterpartyError(f"the evidence “{words:.60}” is not in the passages {', '.join(self.passages)}.")

    def read(self, data: object) -> list[str]:
        pieces = [data] if type(data) is str else data
        if type(pieces) is not list or not all(type(piece) is str for piece in pieces):
            raise Unreadable("words from the text were expected")
        pieces = [piece.strip() for piece in pieces if piece.strip() not in ("", "...", "…")]
        for piece in pieces:
            if _CITATION.fullmatch(plain(piece)):
                raise Unreadable("a paragraph number alone is too wide: copy the words themselves")
            if len(plain(piece)) < 3:
                raise Unreadable("that is too short to be found in the text")
        return pieces

    def _find(self, words: str) -> _Span | None:
        wanted = plain(self.claim_ids.get(words, words)).strip(" .,;:…\"'[]")
        for citation, text in self.passages.items():
            start = plain(text).find(wanted)
            if wanted and start >= 0:
                return _Span(citation, start, start + len(wanted))
        return None

    def _hit(self, piece: _Span | None, words: str) -> float:
        """1 when the piece shows the words, 0.5 when it buries them in too much text, else 0."""
        target = self._find(words)
        if piece is None or target is None:
            return 0.0
        length = target.end - target.start
        if piece.shared(target) < COVER * length:
            return 0.0
        return 0.5 if piece.end - piece.start > TOO_LONG * length else 1.0

    def agrees(self, read: list[str], other: object) -> bool:
        """True when one of the pieces shows the words given."""
        return any(self._hit(self._find(piece), words) for piece in read for words in self.read(canonical(other)))

    def mark(self, read: list[str]) -> Mark:
        found: dict[str, float] = {}
        misses, lines = 0, []
        for piece in read:
            span = self._find(piece)
            hits = {words: hit for words in self.right if (hit := self._hit(span, words))}
            found |= {words: max(hit, found.get(words, 0.0)) for words, hit in hits.items()}
            if hits:
                note = (
                    "shows it"
                    if max(hits.values()) == 1
                    else "holds it, with far more around it: copy only the words that show it"
                )
            elif span is None:
                note = "was not found in the passages: copy and paste the words instead of typing them"
            else:
                note = "is in the text, and does not show this"
            misses += not hits
            lines.append(Line(f"“{piece:.60}{'…' if len(piece) > 60 else ''}”", _state(hits), note))
        best = sorted(found.values(), reverse=True)[: self.need]
        return Mark(min(1.0, max(0.0, (sum(best) - misses) / self.need)), tuple(lines))

    def echo(self, read: list[str]) -> str:
        return "; ".join(f"“{piece:.60}{'…' if len(piece) > 60 else ''}”" for piece in read)

    def right_lines(self) -> list[tuple[str, str]]:
        return [("" if i == 0 else "or", f"“{w}” [{self._find(w).passage}]") for i, w in enumerate(self.right)]


def _state(hits: dict[str, float]) -> str:
    return "not yet" if not hits else "right" if max(hits.values()) == 1 else "partly"
