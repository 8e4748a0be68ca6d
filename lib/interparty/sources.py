"""Texts on disk that are read one at a time: a file, a folder with a catalogue, or a folder of bare text files."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from . import catalogue
from .corpus import Document, read_text
from .errors import InterpartyError
from .own.beside import with_what_lies_beside
from .own.decoding import decode


class Source(NamedTuple):
    """Where a text is, and what is known of it before it is opened.

    Attributes
    ----------
    id : str
        The name of the text in claim ids; for a bare file made from its path.
    path : str
        The file.
    date : str
        EDTF, or empty when it is not known.
    sha256 : str or None
        What the catalogue says of the content, if anything.
    speaker : str
        Who speaks, as the catalogue says: it tells whose house it is, and so who came and who went.
    """

    id: str
    path: str
    date: str = ""
    sha256: str | None = None
    speaker: str = ""


def sources(place: str | Path, date: str = "") -> list[Source]:
    """The texts of a place, without opening them.

    Parameters
    ----------
    place : path
        A file; a folder with a catalogue.toml, which says what its texts are and when they were written; or a folder of
        bare ``.txt`` files, in any depth. A single file that stands in the catalogue of its folder has its date from there.
    date : str
        The date of the text(s) as EDTF where there is no catalogue.

    Returns
    -------
    list of Source
        In the order of the catalogue, or of the paths.

    Raises
    ------
    InterpartyError
        When the place is missing or holds no text, the date cannot be read, or the catalogue does not fit.
    """
    place = Path(place)
    read_text("", date=date)  # asks whether the date can be read
    if place.is_file():
        return [_single(place, date)]
    if not place.is_dir():
        raise InterpartyError(f"There is no file or folder {place}: check the name.")
    if (place / catalogue.NAME).is_file():
        if date:
            raise InterpartyError(f"{place / catalogue.NAME} gives each text its date: leave the date {date!r} out.")
        return [_listed(place, entry) for entry in catalogue.read_catalogue(place)]
    found = _bare(place, date)
    if not found:
        raise InterpartyError(f"The folder {place} holds no .txt file: put the texts there, or name another folder.")
    return found


def _single(file: Path, date: str) -> Source:
    if not date and (file.parent / catalogue.NAME).is_file():
        for entry in catalogue.read_catalogue(file.parent):
            if entry["file"] == file.name:
                return _listed(file.parent, entry)
    return Source(_id(file.stem), str(file), date)


def _listed(folder: Path, entry: dict) -> Source:
    return Source(entry["id"], str(folder / entry["file"]), entry["date"], entry.get("sha256"), str(entry.get("speaker", "")))


def _bare(folder: Path, date: str) -> list[Source]:
    paths = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths += [str(Path(place, name)) for name in files if name.lower().endswith(".txt") and not name.startswith(".")]
    taken: Counter[str] = Counter()
    found = []
    for path in sorted(paths):
        name = _id(os.path.relpath(path, folder)[:-4])
        taken[name] += 1
        while taken[name] > 1:  # "A b.txt" and "a-b.txt"
            name = f"{name}-{taken[name]}"
            taken[name] += 1
        found.append(Source(name, path, date))
    return found


_NOT_ID = re.compile(r"[\W_]+")


def _id(name: str) -> str:
    # no full stop: it parts the text from the paragraph in a claim id
    return _NOT_ID.sub("-", name.lower()).strip("-") or "text"


def read(source: Source) -> Document:
    """Open a text, with the corrections and the rows for the lexicon that lie beside it.

    Raises
    ------
    InterpartyError
        When it is missing, altered, or not UTF-8, or what lies beside it does not fit; the message names the file.
    """
    path = Path(source.path)
    meta = {"file": path.name, "speaker": source.speaker}
    if source.sha256 is not None:
        text = catalogue.read_file(path.parent, {"id": source.id, "file": path.name, "sha256": source.sha256})
    else:
        try:
            text = decode(path.read_bytes(), path)
        except OSError as error:
            problem = f"{path} cannot be opened ({error.strerror}): check that it is there and may be read."
            raise InterpartyError(problem) from None
    return with_what_lies_beside(Document(source.id, text, source.date, meta), path.parent)
