"""Reading a notebook that somebody handed in: whatever can be made out of the file, and what was wrong with it.

Only the type, the source and the names of cells are taken. Nothing is validated and nothing is believed: the cells are data
for `graft`, which puts the answers among them into the master.
"""

from __future__ import annotations

import json
import re
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import InterpartyError

LARGEST_FILE = 30_000_000
LONGEST_CELL = 200_000
MOST_CELLS, MOST_FAILURES = 2_000, 200
#: files beside the notebook that go along with it
LARGEST_COMPANION, MOST_COMPANIONS = 5_000_000, 20

_START_OF_CELL = re.compile(r'\{\s*"(?:cell_type|attachments|execution_count|id|metadata|outputs|source)"\s*:')


class Unusable(InterpartyError):
    """Nothing can be made out of what was handed in; the message is the sentence for the list."""


@dataclass(frozen=True)
class Cell:
    """A cell as it was handed in: "code" or "markdown", its source, and the names it has, empty where it has none."""

    kind: str
    source: str
    id: str = ""
    grade_id: str = ""


@dataclass(frozen=True)
class Submission:
    """What could be read: the cells; what had to be mended, as sentences; whether cells may be lost; files beside it."""

    cells: tuple[Cell, ...]
    mended: tuple[str, ...] = ()
    damaged: bool = False
    companions: tuple[Path, ...] = ()


def _is_file(path: Path) -> bool:
    """True for a file itself; a link may lead anywhere, a pipe may never end."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def read_folder(folder: Path, name: str) -> Submission:
    """The submission in a folder.

    Parameters
    ----------
    folder : Path
        The folder of one learner and one assignment.
    name : str
        What the notebook should be called, without ``.ipynb``.

    Raises
    ------
    Unusable
        When there is no notebook, or nothing can be read in it.
    """
    if folder.is_symlink():
        raise Unusable("The folder is a link to another place and was not followed.")
    paths = sorted(folder.iterdir())
    mended: list[str] = []
    wanted = folder / f"{name}.ipynb"
    if wanted in paths:
        found = wanted
    else:
        others = [path for path in paths if _looks_like_a_notebook(path)]
        if not others:
            links = [path.name for path in paths if path.is_symlink()]
            if links:
                raise Unusable(f"{links[0]} is a link to another place and was not followed.")
            raise Unusable("There is no notebook in the folder.")
        found = max(others, key=lambda path: path.stat().st_mtime_ns)
        mended.append(f"The notebook was called {found.name}.")
        if len(others) > 1:
            mended.append(f"Of {len(others)} notebooks the newest one was taken.")
    if not _is_file(found):
        raise Unusable(f"{found.name} is a link to another place, or no file, and was not followed.")
    read = read_notebook(found)
    return replace(read, mended=(*mended, *read.mended), companions=companions(folder, found))


def _looks_like_a_notebook(path: Path) -> bool:
    # "05-jiang-zemin (1).ipynb", "05-jiang-zemin.ipynb.txt", "05-jiang-zemin.json": browsers and mail programs do that.
    return _is_file(path) and (".ipynb" in path.name.lower() or path.suffix.lower() == ".json")


def companions(folder: Path, notebook: Path) -> tuple[Path, ...]:
    """The files that lie beside a notebook and go along with it: small ones, no links, no further notebooks."""
    fitting = [
        path
        for path in sorted(folder.iterdir())
        if path != notebook and _is_file(path) and path.stat().st_size <= LARGEST_COMPANION and not path.name.startswith(".")
    ]
    return tuple(path for path in fitting if path.suffix != ".ipynb" and path.name != "timestamp.txt")[:MOST_COMPANIONS]


def read_notebook(path: Path) -> Submission:
    """The cells of a file, and what had to be mended.

    Raises
    ------
    Unusable
        When no cell can be found in it.
    """
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise Unusable(f"{path.name} is {size / 1e6:.0f} MB large; up to {LARGEST_FILE / 1e6:.0f} MB are read.")
    text, mended = _text(path.read_bytes())
    if not text.strip():
        raise Unusable(f"{path.name} is empty.")
    damaged = False
    try:
        found = _cells_of(json.loads(text))
    except (ValueError, RecursionError):
        found, damaged = _salvage(text), True
        mended.append(f"The file is damaged: {len(found)} cells could be read.")
    cells = tuple(cell for cell in map(_cell, found[:MOST_CELLS]) if cell is not None)
    if not cells:
        raise Unusable(f"{path.name} is no notebook: no cell was found in it.")
    return Submission(cells, tuple(mended), damaged)


def cells_of(notebook: dict) -> tuple[Cell, ...]:
    """The cells of a notebook that has been opened already."""
    plain = json.loads(json.dumps(notebook))  # without classes of anybody's own
    return tuple(cell for cell in map(_cell, _cells_of(plain)[:MOST_CELLS]) if cell is not None)


def _text(raw: bytes) -> tuple[str, list[str]]:
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return raw.decode(encoding), [] if encoding == "utf-8-sig" else [f"The file was saved as {encoding}."]
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace"), ["The file is not in UTF-8."]


def _cells_of(data: object) -> list:
    """The list of cells of a notebook of format 4, or of 3 and before."""
    if type(data) is not dict:
        return []
    if type(data.get("cells")) is list:
        return data["cells"]
    sheets = data.get("worksheets")
    return [
        cell
        for sheet in (sheets if type(sheets) is list else ())
        if type(sheet) is dict
        for cell in (sheet["cells"] if type(sheet.get("cells")) is list else ())
    ]


def _salvage(text: str) -> list:
    """Every whole cell of a file that is no JSON: cut off, merged by hand, with a comma too many."""
    decoder, found, at, failures = json.JSONDecoder(strict=False), [], 0, 0
    # A file made of nothing but beginnings of cells would keep the grader busy for hours.
    while (start := _START_OF_CELL.search(text, at)) is not None and len(found) < MOST_CELLS and failures < MOST_FAILURES:
        try:
            cell, at = decoder.raw_decode(text, start.start())
        except (ValueError, RecursionError):
            at, failures = start.start() + 1, failures + 1
            continue
        if type(cell) is dict and "cell_type" in cell:
            found.append(cell)
    return found


def _cell(data: object) -> Cell | None:
    if type(data) is not dict:
        return None
    source = data.get("source", data.get("input", ""))
    if type(source) is list:
        source = "".join(line for line in source if type(line) is str)
    if type(source) is not str or len(source) > LONGEST_CELL:
        return None
    source = source.replace("\r\n", "\n").replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    kind = "code" if data.get("cell_type") == "code" else "markdown"
    return Cell(kind, source, _name(data.get("id")), _grade_id(data.get("metadata")))


def _grade_id(metadata: object) -> str:
    ours = metadata.get("nbgrader") if type(metadata) is dict else None
    return _name(ours.get("grade_id")) if type(ours) is dict else ""


def _name(given: object) -> str:
    return given if type(given) is str and re.fullmatch(r"[\w.-]{1,100}", given) else ""
