"""Our steps in nbgrader's lists of preprocessors; ``nbgrader_config.py`` of the course names them.

So every way to mark is the trusted one: our command, ``nbgrader autograde``, and the button in the formgrader.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from nbconvert.preprocessors import ClearMetadataPreprocessor, CSSHTMLHeaderPreprocessor
from nbgrader.api import Gradebook
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    DeduplicateIds,
    Execute,
    GetGrades,
    IgnorePattern,
    LimitOutput,
    NbGraderPreprocessor,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)
from nbgrader.utils import is_grade, is_solution
from traitlets import Bool, Unicode

from .course import Course
from .grades import points_of
from .graft import graft, question_of_cell
from .intake import cells_of, companions
from .kernel import Kernel
from .limits import Limits
from .results import Result
from .rubrics import with_rubrics, without_rubrics
from .sitting import sit
from .submissions import choose_sandbox


class GraftAnswers(NbGraderPreprocessor):
    """Puts the answers of a submission into the hand-out as the teacher has it."""

    def preprocess(self, nb, resources):
        """Give back the grafted notebook."""
        course = Course.at(Path.cwd())
        return graft(course.handout(resources["nbgrader"]["assignment"]), cells_of(nb)).notebook, resources


class TrustedExecute(Execute):
    """Runs a submission in a sandbox and marks it outside; check cells are never run in the learner's kernel."""

    results = Unicode("", help="Folder with results that have been worked out already.").tag(config=True)
    unsandboxed = Bool(False, help="Run code of learners without a sandbox, at your own risk.").tag(config=True)

    def preprocess(self, nb, resources, km=None):
        """Give back the notebook with outputs and scores."""
        about = resources["nbgrader"]
        course = Course.at(Path.cwd())
        if self.results:
            result = Result.load(Path(self.results), about["student"], about["assignment"])
        else:
            questions = course.questions(about["assignment"])
            limits = replace(Limits(), cell_seconds=self.timeout or Limits.cell_seconds)
            sandboxed = choose_sandbox(course, limits, unsandboxed=self.unsandboxed)
            given = course.root / "submitted" / about["student"] / about["assignment"]
            files = companions(given, given / f"{about['notebook']}.ipynb") if given.is_dir() and not given.is_symlink() else ()
            start = partial(Kernel, limits, sandboxed=sandboxed, files=files, hide=[course.root])
            result = Result.of(about["student"], about["assignment"], sit(nb, questions, start, limits))
        resources["unmarked"] = result.unmarked
        nb.cells = result.notebook.cells
        return nb, resources


class SaveTrustedGrades(SaveAutoGrades):
    """Writes the scores into the gradebook; what could not be marked waits for a person, instead of counting 0."""

    def _add_score(self, cell, resources):
        super()._add_score(cell, resources)
        name = cell.metadata.nbgrader["grade_id"]
        scores = [each for each in cell.get("outputs", ()) if each.output_type == "execute_result"]
        # nbgrader gives full points to a check without a result; one that was marked has exactly one.
        odd = is_grade(cell) and not is_solution(cell) and len(scores) != 1
        if odd or name in resources.get("unmarked", ()):
            grade = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
            grade.auto_score, grade.needs_manual_grade = None, True
            self.gradebook.db.commit()


class ShowRubrics(NbGraderPreprocessor):
    """Puts the rubric beside each text that a person marks: the Formgrader shows the notebook with it."""

    def preprocess(self, nb, resources):
        """Give back the notebook with cells for graders."""
        return with_rubrics(nb, Course.at(Path.cwd()).questions(resources["nbgrader"]["assignment"])), resources


class HideRubrics(NbGraderPreprocessor):
    """Takes out what only graders may see, before a page goes back to a learner."""

    def preprocess(self, nb, resources):
        """Give back the notebook without cells for graders."""
        return without_rubrics(nb), resources


class ForLearners(NbGraderPreprocessor):
    """What a learner's page says of points: what waits for a reader is told as that, not as 0."""

    def preprocess(self, nb, resources):
        """Give back the notebook with words beside the points, and the lines for the top of the page."""
        about = resources["nbgrader"]
        course = Course.at(Path.cwd())
        questions, asked = course.questions(about["assignment"]), question_of_cell(nb)
        with Gradebook(about["db_url"]) as book:
            found = book.find_submission_notebook(about["notebook"], about["assignment"], about["student"])
            grades = {grade.name: (points_of(grade), grade.max_score) for grade in found.grades}
        rows, unmarked = [], set()
        for cell in nb.cells:
            ours = cell.metadata.get("nbgrader", {})
            if ours.get("grade") and ours["grade_id"] in grades:
                name = asked.get(ours["grade_id"], "")
                points, most = grades[ours["grade_id"]]
                ours["says"] = (
                    f"up to {most:g} points, waits for a reader" if points is None else f"{points:g} of {most:g} points"
                )
                unmarked |= {name} if points is None else set()
                title = f"{name} · {questions[name].title}" if name in questions else ours["grade_id"]
                rows.append({"anchor": ours["grade_id"], "name": title.replace("*", ""), "points": ours["says"]})
        for cell in nb.cells:
            ours = cell.metadata.get("nbgrader", {})
            # nbgrader writes this beside every empty answer, also where nobody could read the file.
            if ours.get("comment") == "No response." and asked.get(ours["grade_id"]) in unmarked:
                ours["comment"] = ""
        resources["learner"] = {"heading": about["assignment"], "rows": rows, "total": self._total(grades, about["late_penalty"])}
        return nb, resources

    @staticmethod
    def _total(grades, late):
        marked = [(points, most) for points, most in grades.values() if points is not None]
        waiting = sum(most for points, most in grades.values() if points is None)
        got, most = (sum(each) for each in zip(*marked, strict=True)) if marked else (0, 0)
        lost = f" {late:g} points are taken away because it came late." if late else ""
        if not waiting:
            return f"{max(0, got - late):g} of {most:g} points.{lost}"
        so_far = f"{got:g} of {most:g} points so far; " if marked else ""
        return f"{so_far}{waiting:g} {'more ' if marked else ''}points wait for a reader.{lost}"


#: in place of nbgrader's own lists, in the same order
SANITIZE = [ClearOutput, GraftAnswers, DeduplicateIds, OverwriteKernelspec, OverwriteCells, CheckCellMetadata]
AUTOGRADE = [
    TrustedExecute,
    IgnorePattern,
    ClearMetadataPreprocessor,
    LimitOutput,
    SaveTrustedGrades,
    AssignLatePenalties,
    CheckCellMetadata,
    ShowRubrics,
]
FEEDBACK = [HideRubrics, GetGrades, ForLearners, ClearHiddenTests, ClearMarkScheme, CSSHTMLHeaderPreprocessor]
