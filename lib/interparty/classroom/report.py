"""What a person should know after grading: what could not be graded, and what was put right."""

from __future__ import annotations

from pathlib import Path

from ..errors import InterpartyError
from .course import Course
from .results import Result
from .sitting import Problem
from .spreadsheets import write_csv
from .submissions import RESULTS

HEADS = ("student", "assignment", "question", "marked", "what")


def rows(course: Course, assignment: str) -> list[tuple[str, str, str, str, str]]:
    """A row for each thing that somebody should look at, for everybody who handed in."""
    found = []
    for student in course.submitted(assignment):
        try:
            problems = Result.load(course.grading(RESULTS), student, assignment).problems
        except InterpartyError:
            problems = [Problem("", "It has not been graded yet.", unmarked=True)]
        for problem in problems:
            found.append((student, assignment, problem.question, "no" if problem.unmarked else "yes", problem.what))
    return found


def place(course: Course, assignment: str) -> Path:
    """The file of the list."""
    return course.grading(f"{assignment}-could-not-be-graded.csv")


def write(course: Course, assignment: str, failures: dict[str, str]) -> None:
    """Write the list and say in a line or two what is in it; ``failures``: student → why nbgrader could not write the marks."""
    found = rows(course, assignment)
    found += [(student, assignment, "", "no", why) for student, why in sorted(failures.items())]
    write_csv(place(course, assignment), (HEADS, *found), encoding="utf-8-sig")
    waiting = sorted({student for student, _, _, marked, _ in found if marked == "no"})
    print(f"{len(course.submitted(assignment))} submissions of {assignment}; the marks are in the gradebook.")
    if waiting:
        more = f" and {len(waiting) - 8} more" if len(waiting) > 8 else ""
        print(f"Could not be graded, in whole or in part: {', '.join(waiting[:8])}{more}.")
    if found:
        print(f"What happened and what was put right: {place(course, assignment).relative_to(course.root)}")
