"""What somebody who studies alone has tried and passed: kept in one small file for all eras, no account, nothing sent.

``check`` notes each try here. Each try is an entry of its own in the store of the widgets, written at once and whole, so two
notebooks that are open together, or a kernel that dies, lose nothing. In an exam (no keys) and while nbgrader runs, nothing is
noted and no file is written.
"""

from __future__ import annotations

import csv
import os
import sys
import uuid
from contextlib import suppress
from pathlib import Path

from ..errors import InterpartyError
from ..html import Html, el, join, table
from .bank import keys_folder, shapes
from .score import Outcome, Score

#: "off" keeps no record; a folder keeps it there; without it, beside the folder of the keys, and only in a notebook
PROGRESS_VARIABLE = "INTERPARTY_PROGRESS"
#: set by nbgrader while it grades or validates
NBGRADER_VARIABLE = "NBGRADER_EXECUTION"
NAME = "exercises"
PASSED, TRIED, WAITING, NEW = "passed", "tried", "written", "not tried yet"
#: outcomes of an answer that could be read and marked
TRIES = (Outcome.RIGHT, Outcome.PARTLY, Outcome.MISCONCEPTION, Outcome.WRONG, Outcome.BY_HAND)
HEADS = ("Question", "Title", "Tries", "Best", "State")


def place() -> Path | None:
    """The folder of the record; None where none is kept (exam edition, nbgrader, switched off, outside a notebook)."""
    named = os.environ.get(PROGRESS_VARIABLE, "").strip()
    if os.environ.get(NBGRADER_VARIABLE) or named.lower() in ("off", "none", "no", "0"):
        return None
    keys = keys_folder()
    if keys is None:
        return None
    if named:
        return Path(named) if Path(named).is_dir() else None
    return keys.parent if "ipykernel" in sys.modules else None


def record(score: Score) -> None:
    """Note a try. Whatever goes wrong here, the learner's feedback is not touched."""
    if score.outcome not in TRIES:
        return
    with suppress(Exception):
        if (folder := place()) is not None:
            name = score.question.partition(" ")[0]
            told = {"question": name, "points": float(score), "most": float(score.most), "outcome": score.outcome.name}
            _store(folder).put(f"{name}:{uuid.uuid4().hex[:12]}", told)


class Progress:
    """All questions with the tries of this learner: a table in a notebook, lines in a terminal.

    Attributes
    ----------
    rows : list of dict
        ``module question title tries best most state``, a row for each question, in the order of the eras.
    note : str
        One sentence where something is wrong with the file or no record is kept, else empty.
    """

    def __init__(self, rows: list[dict], note: str) -> None:
        self.rows, self.note = rows, note

    @property
    def summary(self) -> str:
        """How far one is, in a sentence."""
        count = {state: sum(row["state"] == state for row in self.rows) for state in (PASSED, TRIED, WAITING)}
        return (
            f"{count[PASSED]} of {len(self.rows)} questions passed, {count[TRIED]} tried, "
            f"{count[WAITING]} written and for you to score."
        )

    def export(self, path: str | Path) -> Path:
        """Write the table as CSV, for a teacher or a spreadsheet; gives back the path.

        Raises
        ------
        InterpartyError
            When the file cannot be written.
        """
        try:
            with Path(path).open("w", encoding="utf-8-sig", newline="") as file:
                out = csv.DictWriter(file, ["module", "question", "title", "tries", "best", "most", "state"])
                out.writeheader()
                out.writerows(self.rows)
        except OSError as error:
            raise InterpartyError(f"{path} cannot be written: {error.strerror or 'choose another place'}.") from error
        return Path(path)

    def __repr__(self) -> str:
        told = [
            f"{row['question']} {row['state']}, {row['tries']} {'try' if row['tries'] == 1 else 'tries'}, {_best(row)}"
            for row in self.rows
            if row["tries"]
        ]
        return "\n".join([self.summary, *told, *([self.note] if self.note else [])])

    def _repr_html_(self) -> str:
        parts: list[Html] = [el("p", self.summary)]
        for module in dict.fromkeys(row["module"] for row in self.rows):
            rows = [row for row in self.rows if row["module"] == module]
            done = sum(row["state"] == PASSED for row in rows)
            told = [(row["question"], row["title"], str(row["tries"]), _best(row), row["state"]) for row in rows]
            shown = el("div", table("Each question with your tries.", HEADS, told), style="overflow-x:auto", tabindex="0")
            summary = el("summary", f"{_title(module)}: {done} of {len(rows)} passed", style="cursor:pointer;padding:4px 0")
            # open is only what one has begun: sixty questions not yet tried would bury the few that were
            parts.append(el("details", summary, shown, open=any(row["tries"] for row in rows)))
        return str(join(parts, el("p", self.note) if self.note else None))


def progress() -> Progress:
    """What you have tried and passed so far, over all exercises.

    Returns
    -------
    Progress
        ``progress().export("my-progress.csv")`` writes it to a file. *passed*: all points at least once; *written*: a text
        that you score yourself with ``solution``.
    """
    tries, note = _tries()
    rows = []
    for name, shape in sorted(shapes().items(), key=lambda pair: _order(pair[1]["module"])):
        mine = [each for each in tries if each["question"] == name]
        best = max((each["points"] for each in mine), default=0.0)
        state = (
            PASSED
            if any(each["outcome"] == Outcome.RIGHT.name for each in mine)
            else WAITING
            if any(each["outcome"] == Outcome.BY_HAND.name for each in mine)
            else TRIED
            if mine
            else NEW
        )
        row = {"module": shape["module"], "question": name, "title": shape["title"], "tries": len(mine)}
        rows.append({**row, "best": best, "most": shape["points"], "state": state})
    return Progress(rows, note)


def _tries() -> tuple[list[dict], str]:
    folder = place()
    if folder is None:
        return [], "No record is kept here: it is kept in the practice edition, when you work in a notebook."
    store = _store(folder)
    held = [each for each in store.load().values() if {"question", "points", "outcome"} <= set(each)]
    return held, store.note


def _store(folder: Path):
    from ..widgets.store import Store  # the widgets are loaded only where something is kept

    return Store(NAME, folder)


#: keys modules in the order of the eras; others come after them
_ERAS = ("start_here", "comintern", "leaning", "rupture", "reform", "jiang_zemin", "hu_jintao", "counting", "witnesses")


def _order(module: str) -> int:
    return _ERAS.index(module) if module in _ERAS else len(_ERAS)


def _title(module: str) -> str:
    number = f"{_order(module):02} · " if module in _ERAS else ""
    return number + module.replace("_", " ").title()


def _best(row: dict) -> str:
    return "" if row["state"] in (NEW, WAITING) else f"{row['best']:g} of {row['most']:g} points"
