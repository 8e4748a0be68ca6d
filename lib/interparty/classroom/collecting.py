"""``collect``: what learners handed in is brought into ``submitted``, from nbgrader's exchange or from a learning platform."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..errors import InterpartyError
from .course import Course, succeed


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("assignment")
    parser.add_argument("archive", nargs="?", type=Path, help="a .zip from Moodle, Canvas …; without it, from the exchange")


def run(course: Course, options: argparse.Namespace) -> int:
    """Collect; gives back the exit code."""
    course.notebook(options.assignment)
    if options.archive is not None:
        raise InterpartyError("Archives are read from the next version on; put them into submitted/NAME/ASSIGNMENT for now.")
    succeed(course.api().collect(options.assignment), "Collecting")
    print(f"{len(course.submitted(options.assignment))} submissions are in {course.root / 'submitted'}.")
    return 0
