"""Invented texts to practise on, in a folder that may be spoilt."""

from __future__ import annotations

import tempfile
from importlib import resources
from pathlib import Path


def practice_folder() -> Path:
    """A folder with three invented texts in the manner of the genre, for trying out what one does with texts of one's own.

    Returns
    -------
    Path
        A new folder each time, outside the project, called ``my-texts``. It lasts until the computer tidies up.
    """
    folder = Path(tempfile.mkdtemp(prefix="party-to-party-"), "my-texts")
    folder.mkdir()
    for text in (resources.files(__package__) / "sample").iterdir():
        if text.name.endswith(".txt"):
            (folder / text.name).write_bytes(text.read_bytes())
    return folder
