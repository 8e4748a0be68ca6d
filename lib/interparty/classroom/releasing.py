"""``release``: the hand-out of an assignment is made from its master, with the questions of this class where it has a seed."""

from __future__ import annotations

import argparse

from .course import Course, succeed
from .editions import write_into
from .graft import question_checked
from .variants import MASTERS, original, picked, seed_of, write_master

#: below ``grading/``: exams, where nbgrader's exchange takes them from
EXAMS = "exams"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("assignment")
    parser.add_argument("--seed", help="a word or number of this class: it gets questions of its own (default: Variants.seed)")
    parser.add_argument("--exam", action="store_true", help="the exam edition: check looks at the form of answers only")
    parser.add_argument("--exchange", action="store_true", help="also put it where learners fetch it (nbgrader's exchange)")


def run(course: Course, options: argparse.Namespace) -> int:
    """Make the hand-out and tell the gradebook; gives back the exit code."""
    course.notebook(options.assignment)
    seed = seed_of(course) if options.seed is None else options.seed
    variants = picked(course, options.assignment, seed)
    write_master(course, options.assignment, variants)
    api = course.api(course.configuration(source_directory=f"grading/{MASTERS}"))
    succeed(api.generate_assignment(options.assignment, force=True), "Making the hand-out")
    folder = course.root / "release" / options.assignment
    if options.exam:
        folder = write_into(course.grading(EXAMS, options.assignment), course, options.assignment, "exam")
    if options.exchange:
        # nbgrader puts what lies in its folder of releases into the exchange: for an exam that is another folder.
        api = course.api(course.configuration(release_directory=f"grading/{EXAMS}")) if options.exam else api
        succeed(api.release_assignment(options.assignment), "Putting it into the exchange")
    print(f"The {'exam' if options.exam else 'hand-out'} is in {folder}.")
    if seed:
        asked = dict.fromkeys(filter(None, map(question_checked, original(course, options.assignment).cells)))
        print(f"Of this class alone: {', '.join(f'{name} ({variants[name].row})' for name in asked if name in variants)}.")
        print(f"The same in every class, because they have no other passages: {', '.join(set_apart(asked, variants))}.")
    return 0


def set_apart(asked: dict[str, None], variants: dict) -> list[str]:
    """The questions that do not vary, in their order."""
    return [name for name in asked if name not in variants] or ["none"]
