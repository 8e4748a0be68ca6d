"""The teacher's daily path: ``release``, ``collect``, ``grade``, ``feedback``, ``export``.

Exit codes as for ``python -m interparty``: 0 all is well, 1 something is wrong with the course, 2 the call itself is wrong.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from ..errors import InterpartyError

OK, WRONG_COURSE, WRONG_CALL, STOPPED = 0, 1, 2, 130

#: command → its module here, which has ``arguments(parser)`` and ``run(course, options)``; and what it does
COMMANDS = {
    "release": ("releasing", "make the hand-out of an assignment from its master"),
    "editions": ("editions", "write an assignment for practice (with keys), for an exam (without) and for the teacher"),
    "collect": ("collecting", "bring in what was handed in"),
    "grade": ("grading", "mark what was handed in; may be stopped and called again"),
    "rubric": ("sheets", "mark texts with a rubric on a sheet; compare two graders"),
    "feedback": ("feedback", "make a page for each learner"),
    "export": ("exporting", "write the marks for a spreadsheet, Canvas and Moodle, and how the class did on each question"),
}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_CALL, f"{self.prog}: {message.rstrip('.')}; see {self.prog} --help.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m interparty.classroom", description="Grade a class: thin over nbgrader, and safe.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="|".join(COMMANDS))
    for name, (module, does) in COMMANDS.items():
        one = commands.add_parser(name, help=does, description=does[:1].upper() + does[1:] + ".")
        one.add_argument("--course", type=Path, default=Path(), help="the folder of the course (default: this one)")
        part = import_module(f".{module}", __package__)
        part.arguments(one)
        one.set_defaults(run=part.run)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    arguments : sequence of str, optional
        The words after ``python -m interparty.classroom``; those of the process when left out.

    Returns
    -------
    int
        The exit code.
    """
    try:
        from .course import Course

        # nbgrader's way with its database makes SQLAlchemy warn; a teacher can do nothing about it.
        warnings.filterwarnings("ignore", module="nbgrader")
        options = _parser().parse_args(arguments)
        return options.run(Course.at(options.course), options)
    except InterpartyError as error:
        return _said(error, WRONG_COURSE)
    except KeyboardInterrupt:
        return _said("Stopped. Call it again: it goes on where it was.", STOPPED)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in ("nbgrader", "psutil", "bleach", "jupyter_client", "traitlets", "nbformat"):
            return _said('Grading needs more than the library: python -m pip install "party-to-party[grade]"', WRONG_COURSE)
        raise
    except Exception as error:
        return _said(f"This should not have happened ({type(error).__name__}: {error}): please report it.", WRONG_COURSE)


def _said(sentence: object, code: int) -> int:
    print(sentence, file=sys.stderr, flush=True)
    return code
