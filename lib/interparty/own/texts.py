"""A folder of one's own texts: everything in it that can be read is read, everything that cannot is named with a reason."""

from __future__ import annotations

import time
from pathlib import Path

import pandas as pd

from .. import catalogue
from ..corpus import Corpus, Document
from ..errors import InterpartyError
from ..html import Html, el, join, table
from ..wording import date as in_words
from ..wording import number
from .correction_file import NAME as CORRECTIONS
from .correction_file import Correction, read
from .corrections import attach
from .decoding import decode
from .describing import FIELDS, date_problem, name_for, names_of_new, unknown_fields
from .remarks import Remark, strays
from .rows import read_rows

#: characters from which on the overview does not count the figures of a text but says how long that will take
LONG = 2_000_000
_TRIAL = 60_000
_FEW = 4


class OwnTexts(Corpus):
    """The texts of one's own folder: a corpus like the five texts, with what is wrong in the folder beside it.

    Attributes
    ----------
    folder : Path
        Where they are.
    remarks : tuple of Remark
        What could not be read, and what is worth knowing.
    """

    def __init__(self, documents: list[Document], folder: Path, remarks: tuple[Remark, ...]) -> None:
        super().__init__(documents)
        self.folder, self.remarks = folder, remarks

    @property
    def problems(self) -> pd.DataFrame:
        """The remarks as a table: ``file``, ``lost`` (it, or a part of it, is not used) and ``sentence``."""
        rows = [(remark.file, remark.lost, remark.sentence) for remark in self.remarks]
        return pd.DataFrame(rows, columns=["file", "lost", "sentence"])

    def _lines(self) -> list[tuple[str, ...]]:
        return [
            (
                document.id,
                document.meta.get("title") or "",
                document.meta.get("speaker") or document.meta.get("author") or "",
                document.home if len(document.text) < LONG else "",
                in_words(document.date) if document.date else "not known",
                document.meta.get("outlet") or "",
                number(len(document.text)),
                _figures(document),
            )
            for document in self
        ]

    def __repr__(self) -> str:
        lines = [" | ".join(filter(None, line)) for line in self._lines()]
        return "\n".join([*lines, *(f"! {remark.file}: {remark.sentence}" for remark in self.remarks)])

    def _repr_html_(self) -> str:
        heads = ("Text", "Title", "Who speaks", "House", "Written", "Printed", "Characters", "Figures found")
        # what is known of no text takes no room
        known = [column for column in zip(heads, *self._lines(), strict=True) if any(column[1:])]
        heads, *rows = zip(*known, strict=True)
        parts = [table(f"{len(self)} of your own texts", heads, rows)]
        told = [(remark.file, _kind(remark), remark.sentence) for remark in self.remarks]
        if told:
            parts.append(table("What to know about this folder", ("File", "State", "What it is, and what to do"), told))
        return el("div", join(*parts), style="overflow-x:auto", tabindex="0")


def _kind(remark: Remark) -> Html | str:
    return el("strong", "not used") if remark.lost else "note"


def _figures(document: Document) -> str:
    return number(len(document.claims)) if len(document.text) < LONG else "not counted yet"


def my_texts(folder: str | Path = "my-texts") -> OwnTexts:
    """Open a folder of one's own ``.txt`` files.

    What can be read is read; what cannot is named in the result, with a sentence on what to do. A ``catalogue.toml`` in the
    folder says what the texts are (:func:`interparty.describe` writes it). Without it each text has the name of its file
    and no date.

    Parameters
    ----------
    folder : path
        The folder; without it, ``my-texts`` beside the notebook.

    Returns
    -------
    OwnTexts
        A corpus: use it as the five texts, ``ip.claims(mine)``, ``mine.passage(…)``. As the last line of a cell it shows
        its texts and what is wrong with the folder.

    Raises
    ------
    InterpartyError
        When there is no such folder, or no text in it can be read.
    """
    place = Path(folder)
    if place.is_file():
        raise InterpartyError(f"{place} is a file: give the folder that it lies in.")
    if not place.is_dir():
        raise InterpartyError(f"There is no folder {place}: make it beside the notebook, and put your .txt files into it.")
    entries, remarks = _described(place)
    by_hand, more = _by_hand(place)
    rows, wrong_rows = read_rows(place)
    documents: list[Document] = []
    remarks += [*more, *(Remark(file, f"{sentence} Until then it is not used.") for file, sentence in wrong_rows)]
    for entry in [*entries, *_undescribed(place, entries)]:
        path = place / entry["file"]
        try:
            text = _text(place, entry, path)
        except InterpartyError as error:
            # the name of the file stands beside the sentence
            remarks.append(Remark(entry["file"], str(error).replace(f"{path} ", "it ", 1)))
            continue
        meta = {name: value for name, value in entry.items() if name not in ("id", "date", "described")}
        document, problems = attach(Document(entry["id"], text, entry["date"], meta, rows=rows), by_hand)
        documents.append(document)
        remarks += _notes(entry, document)
        remarks += [Remark(CORRECTIONS, f"{problem} Until then it is not applied.") for problem in problems]
    names = {document.id for document in documents}
    for row in by_hand:
        if row.doc not in names:
            strange = f'row {row.row}: the field "doc" is {row.doc!r}; it must be one of {", ".join(sorted(names))}.'
            remarks.append(Remark(CORRECTIONS, f"{CORRECTIONS}, {strange} Until then it is not applied."))
    remarks += [*_renamed(documents, entries), *_to_describe(documents, entries), *_twins(documents), *strays(place)]
    if not documents:
        lost = next((f" {remark.file}: {remark.sentence}" for remark in remarks), "")
        raise InterpartyError(f"The folder {place} holds no .txt file that can be read: put your texts there.{lost}")
    return OwnTexts(documents, place, tuple(remarks))


def _by_hand(place: Path) -> tuple[list[Correction], list[Remark]]:
    """The rows of the file of corrections, and what is wrong with the others."""
    try:
        rows, problems = read(place)
    except InterpartyError as error:
        return [], [Remark(CORRECTIONS, f"{error} Until then no correction is applied.")]
    return rows, [Remark(CORRECTIONS, f"{sentence} Until then it is not applied.") for _doc, sentence in problems]


def _described(place: Path) -> tuple[list[dict], list[Remark]]:
    """The entries of the catalogue that can be used, and what is wrong with the others."""
    if not (place / catalogue.NAME).is_file():
        return [], []
    try:
        entries = catalogue.listed(place)
    except InterpartyError as error:
        return [], [Remark(catalogue.NAME, f"{error} Until then the texts are read without their descriptions.")]
    good: list[dict] = []
    remarks: list[Remark] = []
    for number_, entry in enumerate(entries, start=1):
        entry = {**entry, "described": True}
        name = str(entry.get("file", f"text {number_}"))
        if "date" not in entry:
            entry["date"] = ""
        elif entry["date"] and not catalogue.is_edtf(entry["date"]):
            remarks.append(Remark(name, f"{date_problem(str(entry['date']))} Until then it counts as not known.", lost=False))
            entry["date"] = ""
        try:
            catalogue.check_entry(place / catalogue.NAME, number_, entry)
        except InterpartyError as error:
            remarks.append(Remark(name, f"{error} Until then the text is read without its description."))
            continue
        if any(entry["id"] == other["id"] for other in good):
            given = name_for(name, {other.get("id") for other in entries})
            twice = f'the field "id" in {catalogue.NAME} has {entry["id"]!r} twice: give each text an id of its own.'
            remarks.append(Remark(name, f"{twice} Until then this text is called {given!r}.", lost=False))
            entry["id"] = given
        good.append(entry)
    return good, remarks


def _undescribed(place: Path, entries: list[dict]) -> list[dict]:
    """An entry for each ``.txt`` file that the catalogue does not name."""
    names = names_of_new(place, entries)
    return [{"id": name, "file": file, "date": "", "described": False} for file, name in names.items()]


def _text(place: Path, entry: dict, path: Path) -> str:
    if entry.get("sha256") is not None:
        text = catalogue.read_file(place, entry)
    elif not path.is_file():
        raise InterpartyError(f"{catalogue.NAME} names it, but it is not in the folder: put it back, or take its entry out.")
    else:
        try:
            text = decode(path.read_bytes(), path)
        except OSError as error:
            raise InterpartyError(f"it cannot be opened ({error.strerror}): check that it may be read.") from None
    if not text.strip().strip("\ufeff"):
        raise InterpartyError("it is empty: open it, put the words of the text into it and save it.")
    return text


def _notes(entry: dict, document: Document) -> list[Remark]:
    """What is worth knowing about a text that was read."""
    told = unknown_fields({name: value for name, value in entry.items() if name != "described"})
    if entry["described"] and not entry["date"]:
        told.append("it has no date, so that “the past five years” cannot be reckoned in it: give it one with ip.describe.")
    letters = [char for char in document.text[:_TRIAL] if char.isalpha()]
    if sum(ord(char) < 0x250 for char in letters) < len(letters) / 2:
        told.append("most of it is not in Latin letters: the library reads English; work with a translation, and say so.")
    if len(document.text) >= LONG:
        told.append(
            f"it has {number(len(document.text))} characters: finding its figures will take {_how_long(document)} on this "
            "machine (as its beginning lets us expect); ask for its claims when you can wait, and show single paragraphs of it."
        )
    return [Remark(entry["file"], sentence, lost=False) for sentence in told]


def _to_describe(documents: list[Document], entries: list[dict]) -> list[Remark]:
    """A note on the texts of which nothing is known yet; one for all where they are many."""
    known = {entry["id"] for entry in entries}
    files = [document.meta["file"] for document in documents if document.id not in known]
    asked = f"not described yet ({', '.join(field.name for field in FIELDS)}): use ip.widgets.describe_texts, or ip.describe."
    if len(files) > _FEW:
        return [Remark(f"{len(files)} files", f"they are {asked}", lost=False)]
    return [Remark(file, f"it is {asked}", lost=False) for file in files]


def _renamed(documents: list[Document], entries: list[dict]) -> list[Remark]:
    """A note on each text that could not have the name of its file, because another one has it."""
    known = {entry["id"] for entry in entries}
    told = []
    for document in documents:
        wanted = name_for(document.meta["file"], set())
        if document.id not in known and document.id != wanted:
            why = f"another file has the name {wanted!r} already: this text is called {document.id!r}; or rename the file."
            told.append(Remark(document.meta["file"], why, lost=False))
    return told


def _twins(documents: list[Document]) -> list[Remark]:
    """A note on each text that stands in the folder twice: its figures would count twice."""
    seen: dict[str, str] = {}
    told = []
    for document in documents:
        first = seen.setdefault(document.text, document.id)
        if first != document.id:
            same = f"it is letter for letter the text {first}: its figures are counted twice; take one of the two out."
            told.append(Remark(document.meta["file"], same, lost=False))
    return told


def _how_long(document: Document) -> str:
    """How long the claims of a long text will take, from a trial with its beginning."""
    from ..extraction import claims

    claims(Document("trial", document.text[:2000], document.date))  # what is done once only is not counted
    begin = time.process_time()
    claims(Document("trial", document.text[:_TRIAL], document.date))
    seconds = (time.process_time() - begin) * len(document.text) / _TRIAL
    return f"about {seconds / 60:.0f} minutes" if seconds > 90 else f"about {max(1, round(seconds))} seconds"
