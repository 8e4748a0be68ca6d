"""What else lies in a folder of texts, and the remarks that are made on its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .. import catalogue
from .correction_file import NAME as CORRECTIONS
from .rows import FOLDER as LEXICON

#: names of files that belong to the folder and are no texts
_OURS = (catalogue.NAME, CORRECTIONS)
#: endings of files in which a text may hide → what to do with them
_HIDING = {
    ending: remedy
    for endings, remedy in (
        (".docx .doc .odt .rtf .pages", "open it in your word processor and save it as plain text (.txt, UTF-8)"),
        (".pdf .epub", "open it, copy its words into an editor and save them as plain text (.txt, UTF-8)"),
        (".html .htm", "open it in a browser, copy its words into an editor and save them as plain text (.txt, UTF-8)"),
        (".zip .7z .gz", "unpack it, and put the .txt files into the folder"),
        (".text .asc", "if it is plain text, give it a name that ends in .txt"),
    )
    for ending in endings.split()
}
_HIDING[""] = _HIDING[".text"]


@dataclass(frozen=True)
class Remark:
    """Something to know about a file: ``lost`` says that it, or a part of it, could not be used."""

    file: str
    sentence: str
    lost: bool = True


def is_text(path: Path) -> bool:
    """Whether a file of the folder is meant as a text."""
    return path.suffix.lower() == ".txt" and not path.name.lower().startswith((".", "readme")) and path.is_file()


def listing(folder: Path) -> list[Path]:
    """What lies in a folder, in order."""
    try:
        return sorted(folder.iterdir())
    except OSError:  # a folder that may not be looked into: nothing is found in it
        return []


def strays(place: Path) -> list[Remark]:
    """What else lies in the folder and might be meant as a text."""
    remarks = []
    for path in listing(place):
        name, ending = path.name, path.suffix.lower()
        if name.startswith((".", "~$")) or name in _OURS or name.lower().startswith("readme"):
            continue
        if path.is_dir():
            if name != LEXICON and any(map(is_text, listing(path))):
                remarks.append(Remark(name, "it is a folder in the folder: move its .txt files up, or open it by itself."))
        elif ending in _HIDING:
            remarks.append(Remark(name, f"it is no .txt file and was not read: {_HIDING[ending]}."))
    return remarks
