"""Documents and the corpus: texts that know their date, their paragraphs and their sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import attrgetter
from pathlib import Path

import pandas as pd

from . import catalogue
from .countries import in_its_time
from .errors import InterpartyError
from .houses import home_of
from .letterheads import HEAD, LONG, home_in_head, home_named, is_from_abroad
from .passage import Passage
from .text import Paragraph, Sentence, blocks, lowered, paragraphs, plain, sentences_of

_start = attrgetter("start")


@dataclass(frozen=True)
class Document:
    """One text, exactly as on disk, with what is known of it.

    Attributes
    ----------
    id : str
        Short name used in citations: ``dai-2002``.
    text : str
        The characters of the file; every offset in the library counts in them.
    date : str
        Date of the text (not of the copy), as EDTF; ``2007~`` means about 2007.
    meta : dict
        The fields of the catalogue.
    corrections : tuple of Correction
        Claims put right by hand, for a text of one's own; see :func:`interparty.correct`.
    rows : OwnRows or None
        Rows that the reader has added to the lexicon; see :func:`interparty.try_row`.
    """

    id: str
    text: str
    date: str
    meta: dict = field(default_factory=dict, compare=False, repr=False)
    corrections: tuple = field(default=(), compare=False, repr=False)
    rows: object = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        return f"Document({self.id!r}, {self.date!r}, {len(self.text):,} characters)"

    @cached_property
    def folded(self) -> str:
        """The text in lower case with plain quotes and blanks, of equal length."""
        return lowered(self._plain)

    @cached_property
    def home(self) -> str:
        """The country whose house speaks: as its ``speaker`` in the catalogue says, else the text; empty where neither tells."""
        home = home_named(str(self.meta.get("speaker", ""))) or home_in_head(self.head)
        if not home and not is_from_abroad(self.head):
            home = home_of(self.folded, presumed="file" not in self.meta)
        return in_its_time(home, self.date)

    @cached_property
    def head(self) -> tuple[str, ...]:
        """The beginnings of its first lines: title, letterhead, imprint, dateline."""
        return tuple(one.text[:LONG] for one in self.paragraphs[:HEAD])

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The non-empty lines, numbered from 0."""
        return paragraphs(self.id, self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order."""
        return tuple(chain.from_iterable(self.block(first) for first in self._blocks))

    def block(self, first: int) -> tuple[Sentence, ...]:
        """The sentences of the block of lines that begins with a paragraph; cut when first asked for."""
        if first not in self._cut:
            self._cut[first] = sentences_of(self.id, self.text, self._plain, self.paragraphs, first, self._blocks[first])
        return self._cut[first]

    @cached_property
    def _cut(self) -> dict[int, tuple[Sentence, ...]]:
        return {}

    @cached_property
    def _plain(self) -> str:
        return plain(self.text)

    @cached_property
    def _blocks(self) -> dict[int, int]:
        return dict(blocks(self.text, self.paragraphs))

    @cached_property
    def _block_starts(self) -> tuple[list[int], list[int]]:
        firsts = list(self._blocks)
        return firsts, [self.paragraphs[first].start for first in firsts]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds a character offset."""
        firsts, starts = self._block_starts
        block = self.block(firsts[max(0, bisect_right(starts, offset) - 1)])
        return block[max(0, bisect_right(block, offset, key=_start) - 1)]

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph that holds a character offset."""
        return self.paragraphs[max(0, bisect_right(self._paragraph_starts, offset) - 1)]

    @cached_property
    def claims(self) -> pd.DataFrame:
        """The claims table of this document; see :func:`interparty.claims`."""
        from .extraction import claims

        return claims(self)

    @cached_property
    def notes(self) -> dict[str, str]:
        """Claim id → what was done to the claim by hand, by whom and why."""
        from .own.corrections import notes

        return notes(self)

    def reading(self, how):
        """What a function of the library finds in this text: in an engine with its own rows, where the text has some."""
        return how(self) if self.rows is None else self.rows.engine.run(how, self._with_rows)

    @cached_property
    def _with_rows(self) -> Document:
        return self.rows.engine.document(self)


class Corpus:
    """An ordered collection of documents: iterate over it, or take one by its id, ``corpus["dai-2002"]``."""

    def __init__(self, documents: list[Document]) -> None:
        self._documents = {document.id: document for document in documents}

    def __iter__(self) -> Iterator[Document]:
        return iter(self._documents.values())

    def __len__(self) -> int:
        return len(self._documents)

    def __contains__(self, doc_id: object) -> bool:
        return doc_id in self._documents

    def __getitem__(self, doc_id: str) -> Document:
        try:
            return self._documents[doc_id]
        except (KeyError, TypeError):
            known = ", ".join(self._documents)
            raise InterpartyError(f"There is no text called {doc_id!r}: choose one of {known}.") from None

    def __repr__(self) -> str:
        return f"Corpus({', '.join(self._documents)})"

    @property
    def catalogue(self) -> pd.DataFrame:
        """What is known of each text: a row a text, a column a field of the catalogue, in the catalogue's order."""
        rows = [{"id": document.id, "date": document.date, **document.meta} for document in self]
        return pd.DataFrame(rows).set_index("id").fillna("")

    def passage(self, claim_id: str) -> Passage:
        """Show where a figure comes from: its sentence in its paragraph.

        Parameters
        ----------
        claim_id : str
            As in the column ``claim_id`` of the claims table: ``"dai-2002.15.418-parties"``.

        Returns
        -------
        Passage
            Highlighted in a notebook, plain in a terminal.

        Raises
        ------
        InterpartyError
            When there is no such claim; the message names the claims of that paragraph or text.
        """
        document = self[claim_id.split(".")[0]] if isinstance(claim_id, str) else self[claim_id]
        table = document.claims
        found = table[table["claim_id"] == claim_id]
        if found.empty:
            raise InterpartyError(_no_such_claim(claim_id, document))
        row = found.iloc[0]
        return Passage.around(document, int(row["start"]), int(row["end"]), document.notes.get(claim_id, ""))


def _no_such_claim(claim_id: str, document: Document) -> str:
    if claim_id in document.notes:
        return f"The claim {claim_id!r} was {document.notes[claim_id]}."
    ids = list(document.claims["claim_id"])
    place = ".".join(claim_id.split(".")[:2]) + "."
    near = [known for known in ids if known.startswith(place)] or ids
    if not near:
        return f"There is no claim {claim_id!r}: no counted statistic was found in {document.id}."
    return f"There is no claim {claim_id!r}: choose one of {', '.join(near[:12])}{' …' if len(near) > 12 else ''}."


def seeds_folder() -> Path:
    """The folder of the five texts: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "seeds", package.parents[1] / "seeds"):
        if (folder / catalogue.NAME).is_file():
            return folder
    raise InterpartyError("The five texts are not where the library expects them: install the project again.")


def load_corpus(folder: str | Path | None = None) -> Corpus:
    """Read a folder of texts that has a catalogue.toml: all of it, or nothing.

    For a folder of one's own that may have no catalogue yet, or files that cannot be read, :func:`interparty.my_texts` is the
    friendlier way.

    Parameters
    ----------
    folder : path, optional
        A folder of one's own; without it, the five texts that come with the collection. Corrections and rows for the lexicon
        that lie in the folder go into effect.

    Returns
    -------
    Corpus

    Raises
    ------
    InterpartyError
        When a file is missing, altered or not UTF-8, or an entry of the catalogue does not fit; the message names file
        and field.
    """
    place = seeds_folder() if folder is None else Path(folder)
    if not place.is_dir():
        raise InterpartyError(f"There is no folder {place}: check the name.")
    documents = [_document(place, entry) for entry in catalogue.read_catalogue(place)]
    if folder is not None:
        from .own.beside import with_what_lies_beside

        documents = [with_what_lies_beside(document, place) for document in documents]
    return Corpus(documents)


def _document(place: Path, entry: dict) -> Document:
    meta = {name: value for name, value in entry.items() if name not in ("id", "date")}
    return Document(entry["id"], catalogue.read_file(place, entry), entry["date"], meta)


def read_text(text: str, id: str = "text", date: str = "", **meta: str) -> Document:
    """Make a document from a string.

    Parameters
    ----------
    text : str
        The text; offsets count its characters.
    id : str
        A short name, for citations.
    date : str
        When it was written, as EDTF: ``"1996-07"``, ``"2007~"`` (about 2007); empty when not known, and then periods
        such as "the past five years" stay open.
    **meta
        Anything else to remember of the text (author, outlet …).

    Raises
    ------
    InterpartyError
        When ``text`` is no string or ``date`` cannot be read.
    """
    if not isinstance(text, str):
        raise InterpartyError(f"read_text needs the text as a string, not {type(text).__name__}.")
    if date and not catalogue.is_edtf(date):
        raise InterpartyError(f'The date {date!r} cannot be read: write "1996-07-15", "1996-07", "1996" or "1996~" (about 1996).')
    return Document(str(id), text, date, dict(meta))
