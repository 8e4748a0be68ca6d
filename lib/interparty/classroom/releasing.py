"""``release``: the hand-out of an assignment is made from its master."""

from __future__ import annotations

import argparse

from .course import Course, succeed


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("assignment")
    parser.add_argument("--exchange", action="store_true", help="also put it where learners fetch it (nbgrader's exchange)")


def run(course: Course, options: argparse.Namespace) -> int:
    """Make the hand-out and tell the gradebook; gives back the exit code."""
    course.notebook(options.assignment)
    api = course.api()
    succeed(api.generate_assignment(options.assignment, force=True), "Making the hand-out")
    if options.exchange:
        succeed(api.release_assignment(options.assignment), "Putting it into the exchange")
    print(f"The hand-out is in {course.root / 'release' / options.assignment}.")
    return 0
