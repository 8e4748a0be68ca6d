"""Collecting from nbgrader's exchange, a folder that every learner may write to, so that nobody gains by what they put there.

nbgrader's own collector follows links, so that a link to a key would bring the key; takes a folder in anybody's name; and gives
up at a folder whose name it cannot read. ``nbgrader_config.py`` of the course names this one, for the Formgrader's button too.
"""

from __future__ import annotations

import datetime
import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from nbgrader.exchange.default import ExchangeCollect

from .intake import LARGEST_FILE

MOST_FILES = 100
LEFT = "Left in the exchange"
_NOBODY = ""
_LONG_AGO = datetime.datetime(1970, 1, 1)


class SafeCollect(ExchangeCollect):
    """Brings in what learners handed in: their own files, by their own names; all else is named and left."""

    def _path_to_record(self, path):
        try:
            record = super()._path_to_record(path)
        except Exception:  # whatever a name can make go wrong
            record = {"username": _NOBODY}
            self._leave(path, "its name is not one that nbgrader gives")
        if record["username"] != _NOBODY and (why := self._not_theirs(path, record["username"])):
            record["username"] = _NOBODY
            self._leave(path, why)
        return {"filename": Path(path).name, "timestamp": _LONG_AGO, **record}

    def _leave(self, path, why):
        self.log.warning("%s: %s, because %s", LEFT, Path(path).name.encode("ascii", "replace").decode(), why)

    @staticmethod
    def _not_theirs(path, student):
        """Why a folder cannot be that student's; empty where it can."""
        import pwd

        if not re.fullmatch(r"\w[\w.@-]*", student):
            return "its name is no name of a learner"
        found = os.lstat(path)
        if not stat.S_ISDIR(found.st_mode):
            return "it is no folder"
        # Where every learner's server runs under one account (Kubernetes), the folder does not show whose it is.
        if found.st_uid == os.getuid():
            return ""
        owner = None
        with suppress(KeyError):
            owner = pwd.getpwuid(found.st_uid).pw_name
        return "" if owner == student else f"it belongs to {owner or 'somebody unknown'}"

    def init_src(self):
        """As nbgrader does it, without what is nobody's."""
        super().init_src()
        self.src_records = [record for record in self.src_records if record["username"] != _NOBODY]

    def do_copy(self, src, dest, log=None):
        """Copy the files themselves, no links, nothing of another owner's, nothing too large."""
        for name, why in copy_own_files(Path(src), Path(dest)):
            self._leave(f"{Path(src).name}: {name}", why)


def copy_own_files(source: Path, target: Path) -> list[tuple[str, str]]:
    """Copy a folder that somebody else may be changing at this moment.

    Parameters
    ----------
    source, target : Path
        A folder of a learner's; a folder that is made.

    Returns
    -------
    list of (str, str)
        What was left out, and why.
    """
    target.mkdir(parents=True)
    owner, left, count = os.lstat(source).st_uid, [], 0
    for _, folders, files, here in os.fwalk(source, follow_symlinks=False):
        # nbgrader's submissions are flat; what lies deeper is not looked at by anybody.
        left += [(name, "it is a folder") for name in folders]
        folders.clear()
        for name in sorted(files):
            count += 1
            why = _copy(name, here, owner, target) if count <= MOST_FILES else "there are too many files"
            if why:
                left.append((name, why))
    return left


def _copy(name: str, here: int, owner: int, target: Path) -> str:
    """Copy one file of an open folder; gives why it was not copied."""
    try:
        # Not followed, and not waited for: a link leads elsewhere, a pipe never ends.
        stream = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=here)
    except OSError:
        return "it is a link, or cannot be read"
    with os.fdopen(stream, "rb") as opened:
        found = os.fstat(opened.fileno())
        if not stat.S_ISREG(found.st_mode) or found.st_uid != owner:
            return "it is no file of theirs"
        if found.st_size > LARGEST_FILE:
            return f"it is {found.st_size / 1e6:.0f} MB large"
        with (target / name).open("wb") as out:
            left = LARGEST_FILE
            while left > 0 and (block := opened.read(min(left, 2**20))):
                out.write(block)
                left -= len(block)
    return ""
