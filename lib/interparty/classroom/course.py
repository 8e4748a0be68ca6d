"""A course: the folder that nbgrader calls its root, its configuration, and where this package puts what it makes."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from traitlets.config import Config, PyFileConfigLoader

from ..errors import InterpartyError
from ..questions import Question, load_keys, load_pools
from ..questions.pools import variant_of
from .graft import question_checked

CONFIGURATION = "nbgrader_config.py"


@dataclass(frozen=True)
class Course:
    """A course root.

    Parameters
    ----------
    root : Path
        The folder with nbgrader_config.py, keys/, source/, release/, submitted/.
    """

    root: Path

    @classmethod
    def at(cls, folder: Path) -> Course:
        """The course in a folder.

        Raises
        ------
        InterpartyError
            When the folder is no course.
        """
        root = Path(folder).resolve()
        for needed in (CONFIGURATION, "source", "keys"):
            if not (root / needed).exists():
                raise InterpartyError(
                    f"{root} is no course: {needed} is missing there. Go into the folder of the course, or name it with --course."
                )
        return cls(root)

    @property
    def gradebook(self) -> str:
        """The address of nbgrader's gradebook."""
        return self.configuration().CourseDirectory.get("db_url", f"sqlite:///{self.root / 'gradebook.db'}")

    @property
    def id(self) -> str:
        """nbgrader's name of this course."""
        return self.configuration().CourseDirectory.get("course_id", "") or "default_course"

    def configuration(self, **directories: str) -> Config:
        """nbgrader's configuration of this course; ``submitted_directory="…"`` and the like change where it looks."""
        config = PyFileConfigLoader(CONFIGURATION, path=str(self.root)).load_config()
        config.CourseDirectory.root = str(self.root)
        for name, value in directories.items():
            config.CourseDirectory[name] = value
        return config

    def api(self, config: Config | None = None):
        """nbgrader's own interface to this course."""
        from nbgrader.apps import NbGraderAPI

        find_programs()
        return NbGraderAPI(config=self.configuration() if config is None else config)

    def open_gradebook(self):
        """nbgrader's gradebook of this course, for a ``with`` statement.

        Raises
        ------
        InterpartyError
            When nothing has been graded yet.
        """
        from nbgrader.api import Gradebook

        place = self.gradebook.removeprefix("sqlite:///")
        if place != self.gradebook and not Path(place).is_file():
            raise InterpartyError(f"There is no gradebook in {self.root} yet: run the command grade first.")
        find_programs()
        return Gradebook(self.gradebook, self.id)

    def notebook(self, assignment: str) -> str:
        """The name of an assignment's notebook, without ``.ipynb``: in this collection the name of the assignment.

        Raises
        ------
        InterpartyError
            When there is no such assignment.
        """
        if not (self.root / "source" / assignment / f"{assignment}.ipynb").is_file():
            known = sorted(path.parent.name for path in (self.root / "source").glob("*/*.ipynb"))
            raise InterpartyError(f"There is no assignment “{assignment}” in source. There are: {', '.join(known)}.")
        return assignment

    def handout(self, assignment: str) -> NotebookNode:
        """The notebook that learners were given: the master without solutions.

        Raises
        ------
        InterpartyError
            When it has not been made yet.
        """
        path = self.root / "release" / assignment / f"{self.notebook(assignment)}.ipynb"
        if not path.is_file():
            raise InterpartyError(f"{assignment} has not been released: run the command release first.")
        return nbformat.read(path, as_version=4)

    def questions(self, assignment: str) -> dict[str, Question]:
        """The questions that the hand-out checks, by id, with their keys; where it asks variants, with the keys of these.

        Raises
        ------
        InterpartyError
            When a key is missing.
        """
        handout = self.handout(assignment)
        known, rows = load_keys(self.root / "keys"), rows_of(handout)
        pools = load_pools(self.root / "keys") if rows else {}
        known |= {name: variant_of(pools, name, row).question for name, row in rows.items()}
        asked = dict.fromkeys(filter(None, map(question_checked, handout.cells)))
        if absent := [name for name in asked if name not in known]:
            raise InterpartyError(f"{assignment} asks {absent[0]}, and keys holds no key for it.")
        return {name: known[name] for name in asked}

    def submitted(self, assignment: str) -> list[str]:
        """Names of those who handed in."""
        places = (self.root / "submitted").glob(f"*/{assignment}")
        return sorted(place.parent.name for place in places if place.is_symlink() or place.is_dir())

    def grading(self, *parts: str) -> Path:
        """A place for what grading makes besides nbgrader's own folders."""
        return self.root.joinpath("grading", *parts)


def rows_of(handout: NotebookNode) -> dict[str, str]:
    """Question → row of its pool, as a hand-out says of itself; empty where it asks the originals."""
    return dict(handout.metadata.get("interparty", {}).get("variant", {}))


def find_programs() -> None:
    """nbgrader calls alembic by its bare name, to make its database; it lies beside this Python."""
    beside = str(Path(sys.executable).parent)
    if beside not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join(filter(None, [beside, os.environ.get("PATH", "")]))


def succeed(result: dict, doing: str) -> dict:
    """What nbgrader's interface gave back, if all went well.

    Raises
    ------
    InterpartyError
        With nbgrader's last word, if not.
    """
    if not result.get("success"):
        raise InterpartyError(f"{doing} failed; nbgrader says: {_reason(result):.300}")
    return result


def _reason(result: dict) -> str:
    """The line in which nbgrader names what went wrong; its very last one mostly says where to look."""
    lines = f"{result.get('log') or ''}\n{result.get('error') or ''}".strip().splitlines()
    named = [line.strip() for line in lines if re.match(r"\s*[\w.]+(?:Error|Exception|Entry): ", line)]
    telling = [line.partition(": ")[2] for line in named if "traceback" not in line]
    return (telling or lines or ["no reason given"])[-1]
