"""``grade``: everything that was handed in is worked through, marked, and written into nbgrader's gradebook.

It may be stopped at any moment and called again: a result that is there is not worked out a second time, and a student counts
as written only when nbgrader has finished. A submission that has changed since is done anew.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import replace

from ..errors import InterpartyError
from . import report
from .course import Course, find_programs, succeed
from .limits import Limits
from .progress import Progress
from .results import Result
from .submissions import PREPARED, RESULTS, choose_sandbox, key_of
from .workers import Order, work_side_by_side


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("assignment")
    parser.add_argument("--student", help="only this student")
    parser.add_argument("--again", action="store_true", help="work through everything anew, also what has not changed")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="how many at a time (default: one a core)")
    parser.add_argument(
        "--seconds",
        type=float,
        default=Limits.cell_seconds,
        help="seconds that one cell may work or sleep; what it waits for a busy machine is not counted",
    )
    parser.add_argument("--unsandboxed", action="store_true", help="run code of learners without a sandbox, at your own risk")


def run(course: Course, options: argparse.Namespace) -> int:
    """Grade one assignment; gives back the exit code."""
    limits = replace(Limits(), cell_seconds=options.seconds)
    return grade(
        course,
        options.assignment,
        students=[options.student] if options.student else None,
        limits=limits,
        processes=options.processes,
        again=options.again,
        unsandboxed=options.unsandboxed,
    )


def grade(
    course: Course,
    assignment: str,
    *,
    students: list[str] | None = None,
    limits: Limits = Limits(),  # noqa: B008  (it cannot be changed)
    processes: int = 1,
    again: bool = False,
    unsandboxed: bool = False,
) -> int:
    """Grade what was handed in.

    Parameters
    ----------
    course : Course
        The course.
    assignment : str
        Its name.
    students : list of str
        Whose; all who handed in when left out.
    limits : Limits
        What a submission may use.
    processes : int
        How many submissions at a time.
    again : bool
        Also those that are done.
    unsandboxed : bool
        Without a sandbox.

    Returns
    -------
    int
        0, or 1 where somebody could not be written.

    Raises
    ------
    InterpartyError
        When there is nothing to grade, no hand-out, no key, or no sandbox.
    """
    handed_in = course.submitted(assignment)
    students = handed_in if students is None else students
    if not students:
        raise InterpartyError(f"Nobody has handed in {assignment}: there is no folder submitted/NAME/{assignment}.")
    if absent := set(students) - set(handed_in):
        raise InterpartyError(f"{min(absent)} has not handed in {assignment}.")
    if odd := [student for student in students if set(student) & set("*?[]")]:
        raise InterpartyError(f"submitted/{odd[0]}: nbgrader takes * ? [ ] for signs of a search; give that folder another name.")
    course.questions(assignment)
    keys = {student: key_of(course, student, assignment, limits) for student in students}
    ready = [] if again else [student for student in students if _key_of_result(course, student, assignment) == keys[student]]
    open_ = [student for student in students if student not in set(ready)]
    written = [student for student in ready if _written(course, student, assignment) == keys[student]]
    sandboxed = choose_sandbox(course, limits, unsandboxed=unsandboxed) if open_ else True
    know(course, assignment)
    writer = _Writer(course, assignment)
    failures: dict[str, str] = {}
    with Progress(f"Grading {assignment}", len(students), done=len(written)) as progress:
        for student in ready:
            if student not in set(written):
                failures |= writer.write(student)
                progress.step(student)
        order = Order(course, assignment, limits, sandboxed)
        for student in work_side_by_side(order, open_, processes):
            failures |= writer.write(student)
            progress.step(student)
    report.write(course, assignment, failures)
    return 1 if failures else 0


def _key_of_result(course: Course, student: str, assignment: str) -> str:
    try:
        return Result.load(course.grading(RESULTS), student, assignment).key
    except InterpartyError:
        return ""


def _mark(course: Course, student: str, assignment: str):
    return Result.place(course.grading(RESULTS), student, assignment).with_suffix(".written")


def _written(course: Course, student: str, assignment: str) -> str:
    try:
        return _mark(course, student, assignment).read_text(encoding="utf-8")
    except OSError:
        return ""


def know(course: Course, assignment: str) -> None:
    """Make sure that the gradebook knows the hand-out: it may have come with the project, or the gradebook be another one."""
    from nbgrader.api import Gradebook, MissingEntry
    from nbgrader.preprocessors import SaveCells

    find_programs()
    with Gradebook(course.gradebook, course.id) as book:
        try:
            book.find_notebook(course.notebook(assignment), assignment)
            return
        except MissingEntry:
            book.update_or_create_assignment(assignment)
    about = {"notebook": course.notebook(assignment), "assignment": assignment, "db_url": course.gradebook}
    SaveCells().preprocess(course.handout(assignment), {"nbgrader": about})


class _Writer:
    """The only one who writes into the gradebook: nbgrader's autograder, which finds the work done already."""

    def __init__(self, course: Course, assignment: str) -> None:
        from .preprocessors import AUTOGRADE, SANITIZE

        self.course, self.assignment = course, assignment
        # nbgrader's own lists, whatever the configuration of the course says
        config = course.configuration(submitted_directory=f"grading/{PREPARED}")
        config.Autograde.sanitize_preprocessors = SANITIZE
        config.Autograde.autograde_preprocessors = AUTOGRADE
        config.TrustedExecute.results = str(course.grading(RESULTS))
        self.api = course.api(config)

    def write(self, student: str) -> dict[str, str]:
        """Write one result; gives the student and the reason where nbgrader could not."""
        mark = _mark(self.course, student, self.assignment)
        mark.unlink(missing_ok=True)
        result = Result.load(self.course.grading(RESULTS), student, self.assignment)
        try:
            succeed(self.api.autograde(self.assignment, student, force=True), f"Writing the marks of {student}")
        except InterpartyError as error:
            return {student: str(error)}
        mark.write_text(result.key, encoding="utf-8")
        return {}
