"""A small class whose marks are written into nbgrader's gradebook by hand: quick, and every figure can be reckoned on paper."""

import shutil
from pathlib import Path

import nbformat

from interparty.classroom.course import Course
from interparty.classroom.results import Result

ASSIGNMENT = "05-jiang-zemin"
EXERCISES = Path(__file__).parents[2] / "exercises"
MOST = {"J1": 3, "J2": 3, "J3": 4, "J4": 3, "J5": 4, "J6": 3, "J7": 3, "J8": 10}
NEARLY = "nearly read as a floor"

#: student → first name, last name, points where they are not all; None waits for a reader
CLASS = {
    "mei_4711": ("Méi", 'O\'Wáng, "Jr."', {}),
    "jo_4712": ("Jo", "=1+1", {"J2": 1}),
    "an": ("An", "Li", {"J2": 1, "J3": 2, "J8": None}),
    "bo": ("Bo", "Li", {"J1": 0, "J2": 0, "J3": 0, "J4": 1}),
    "ci": ("Ci", "Li", {"J1": 0, "J2": 0, "J3": 1, "J4": 0, "J5": 0, "J6": 0, "J7": 0, "J8": 2}),
    "di": ("Di", "Li", {"J2": 0, "J8": 5}),
}
SHOWED = {"jo_4712": NEARLY, "an": NEARLY, "bo": "hedges dropped"}


def make(root):
    """The course; ``late`` and ``never`` are there besides the class."""
    root.mkdir()
    shutil.copy(EXERCISES / "nbgrader_config.py", root)
    for folder in ("source", "keys", "release"):
        (root / folder).symlink_to(EXERCISES / folder)
    course = Course.at(root)
    (root / "gradebook.db").touch()
    with course.open_gradebook() as book:
        book.add_assignment(ASSIGNMENT)
        book.add_notebook(ASSIGNMENT, ASSIGNMENT)
        for cell in course.handout(ASSIGNMENT).cells:
            about = cell.metadata["nbgrader"]
            if about["grade"]:
                of_cell = {"max_score": about["points"], "cell_type": cell.cell_type}
                book.add_grade_cell(about["grade_id"], ASSIGNMENT, ASSIGNMENT, **of_cell)
            if about["solution"]:
                book.add_solution_cell(about["grade_id"], ASSIGNMENT, ASSIGNMENT)
        book.add_student("never", first_name="Never", last_name="Came")
        for student, (first, last, points) in CLASS.items():
            book.add_student(student, first_name=first, last_name=last, email=f"{student}@example.org")
            mark(book, course, student, points)
        late = mark(book, course, "late", {})
        late.notebooks[0].late_submission_penalty = 3
        book.db.commit()
    (root / "submitted" / "lost" / ASSIGNMENT).mkdir(parents=True)
    return course


def mark(book, course, student, points):
    """Write one learner's marks and the file that grading leaves."""
    book.update_or_create_student(student)
    submission = book.add_submission(ASSIGNMENT, student)
    for grade in submission.notebooks[0].grades:
        question = grade.name.partition("-")[0].upper()
        earned = points.get(question, MOST[question])
        grade.auto_score, grade.needs_manual_grade = earned, earned is None
    book.db.commit()
    (course.root / "submitted" / student / ASSIGNMENT).mkdir(parents=True)
    scores = {name: score(name, points.get(name, most), most) for name, most in MOST.items() if name != "J8"}
    if student in SHOWED:
        scores["J2"]["misconceptions"] = [SHOWED[student]]
    Result(student, ASSIGNMENT, nbformat.v4.new_notebook(), scores, {"J8": f"The text of {student}."}).save(
        course.grading("results")
    )
    return submission


def score(name, points, most):
    outcome = "RIGHT" if points == most else "PARTLY" if points else "WRONG"
    return {"points": float(points), "most": float(most), "outcome": outcome, "misconceptions": []}
