"""What is known of a text of one's own, in four fields; the catalogue is written by the library."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from .. import catalogue
from ..dating import date_at
from ..errors import InterpartyError
from ..storing import one_writer, whole_file
from ..text import fold


@dataclass(frozen=True)
class Field:
    """One field of the description: its name in the catalogue, the question it answers, an example."""

    name: str
    question: str
    example: str


FIELDS = (
    Field("title", "What is its title?", "Annual report of the Office for Outside Links"),
    Field("speaker", "Who speaks, for whose house?", "Office for Outside Links, Harbour Party"),
    Field("date", "When was it written?", "2031-05, or 2031~ for about 2031"),
    Field("outlet", "Where was it printed?", "a brochure of the party"),
)
#: what a catalogue may say beyond that, as the one of the five texts does
KNOWN = {
    *(field.name for field in FIELDS),
    *("id", "file", "sha256", "original_file", "author", "editor", "office", "speaker_kind", "institution", "genre"),
    *("date_status", "date_evidence", "copy_date", "copy_evidence", "citation", "note", "publisher", "language", "url", "source"),
}

_NOT_NAME = re.compile(r"[^a-z0-9]+")


def describe(folder: str | Path, file: str, *, title: str = "", speaker: str = "", date: str = "", outlet: str = "") -> Path:
    """Write down what is known of a text in the ``catalogue.toml`` of its folder.

    Parameters
    ----------
    folder : path
        The folder of one's own texts.
    file : str
        The name of the text file in it.
    title, speaker, outlet : str
        Its title, who speaks in it (for whose house), where it was printed; what is left out stays as it was.
    date : str
        When it was written, as EDTF: ``"1996-07"``, ``"2007~"`` (about 2007).

    Returns
    -------
    Path
        The catalogue. It is written whole or not at all; comments and other fields in it stay.

    Raises
    ------
    InterpartyError
        When there is no such file, the date cannot be read, or the catalogue cannot be changed safely.
    """
    from .remarks import is_text, listing

    place = Path(folder)
    said = {"title": title, "speaker": speaker, "date": date, "outlet": outlet}
    for name, value in said.items():
        if not isinstance(value, str):
            raise InterpartyError(f"The field {name} needs words between quotation marks, not {value!r}.")
    if date.strip() and not catalogue.is_edtf(date.strip()):
        raise InterpartyError(date_problem(date))
    if Path(file).name != file or not is_text(place / file):
        here = ", ".join(path.name for path in listing(place) if is_text(path))
        raise InterpartyError(f"There is no file {file} in the folder {place}; it holds {here or 'no text file'}.")
    path = place / catalogue.NAME
    given = {name: " ".join(value.split()) for name, value in said.items() if value.strip()}
    with one_writer(path):
        _write(place, path, file, given)
    return path


def _write(place: Path, path: Path, file: str, given: dict[str, str]) -> None:
    """The catalogue, as it stands now, with what is given of one file."""
    entries = catalogue.listed(place) if path.is_file() else []
    known = next((entry for entry in entries if entry.get("file") == file), None)
    old = path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
    if known is None:
        entry = {"id": names_of_new(place, entries)[file], "file": file, "date": "", **given}
        new, wanted = _with_entry(old, entry), [*entries, entry]
    else:
        new = _with_fields(old, entries.index(known), given)
        wanted = [{**entry, **given} if entry is known else entry for entry in entries]
    _make_sure(new, wanted, path)
    with whole_file(path) as unfinished:
        unfinished.write_text(new, encoding="utf-8", newline="")


def date_problem(date: object) -> str:
    """A sentence on a date that is no EDTF, with a proposal where its words can be read."""
    words = fold(str(date).strip())
    found = date_at(words, 0, len(words)) if words else None
    if found is not None and found.end == len(words) and found.first == found.last:
        return f'The date {date!r} cannot be read: write it as "{found.first}".'
    return f"The date {date!r} cannot be read: {catalogue.HOW_TO_DATE}"


def unknown_fields(entry: dict) -> list[str]:
    """A sentence for each field of a catalogue entry whose name is not known; nothing is lost, they are kept as they are."""
    told = []
    for name in entry:
        if name not in KNOWN:
            near = get_close_matches(str(name), sorted(KNOWN), n=1)
            told.append(
                f'its field "{name}" in {catalogue.NAME} is not one that the library knows'
                + (f': did you mean "{near[0]}"?' if near else ": it is kept, and nothing is made of it.")
            )
    return told


def name_for(file: str, taken: set[str]) -> str:
    """A short name for a text, made from the name of its file, that no other text has: small letters, digits, hyphens."""
    plain = unicodedata.normalize("NFKD", Path(file).stem).encode("ascii", "ignore").decode().lower()
    base = name = _NOT_NAME.sub("-", plain).strip("-") or "text"
    number = 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name


def names_of_new(place: Path, entries: list[dict]) -> dict[str, str]:
    """For each text file that the catalogue does not name, the name that it has until then; it keeps it when it is described."""
    from .remarks import is_text, listing

    taken, named = {entry.get("id") for entry in entries}, {entry.get("file") for entry in entries}
    found: dict[str, str] = {}
    for path in listing(place):
        if is_text(path) and path.name not in named:
            found[path.name] = name_for(path.name, taken)
            taken.add(found[path.name])
    return found


def _toml(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _with_entry(old: str, entry: dict) -> str:
    head = old if not old or old.endswith("\n") else old + "\n"
    lines = "".join(f"{name} = {_toml(value)}\n" for name, value in entry.items())
    return f"{head}{chr(10) if head else ''}[[text]]\n{lines}"


def _with_fields(old: str, number: int, given: dict[str, str]) -> str:
    """The catalogue with some fields of its entry ``number`` (from 0) set; each is one line."""
    lines, entry, last, rest = [], -1, None, dict(given)
    for line in old.splitlines(keepends=True):
        if line.strip().startswith("["):
            entry += line.strip().startswith("[[text]]")
        name = line.split("=")[0].strip() if "=" in line else None
        if entry == number:
            if name in rest:
                line = f"{name} = {_toml(rest.pop(name))}\n"
            if line.strip() and not line.startswith("#"):
                last = len(lines)
        lines.append(line)
    if last is not None:
        lines[last] = lines[last] if lines[last].endswith("\n") else lines[last] + "\n"
        lines[last + 1 : last + 1] = [f"{name} = {_toml(value)}\n" for name, value in rest.items()]
    return "".join(lines)


def _make_sure(new: str, wanted: list[dict], path: Path) -> None:
    """Whether the new catalogue says exactly what is wanted: else nothing is written."""
    try:
        if tomllib.loads(new).get("text") == wanted:
            return
    except tomllib.TOMLDecodeError:
        pass
    raise InterpartyError(f"{path} has a form that the library does not dare to change: write the fields into it by hand.")
