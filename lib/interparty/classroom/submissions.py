"""From what lies in ``submitted`` to a result: one submission at a time, in whatever process."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import astuple, replace
from functools import cache, partial
from pathlib import Path

import nbformat
from nbgrader.utils import parse_utc

from .course import Course
from .graft import Grafted, graft, name_of, question_of_cell
from .intake import Unusable, read_folder
from .kernel import Kernel, KernelLost
from .limits import Limits
from .results import Result
from .sandbox import RISK, NoSandbox, environment, try_out
from .sitting import Problem, sit

PREPARED, RESULTS = "prepared", "results"
#: imported once before the first submission, so that kernels, which may write nothing, find it compiled
_WARM = "import ipykernel.kernelapp, interparty as ip, interparty.questions; ip.load_corpus(); ip.claims"


@cache
def choose_sandbox(course: Course, limits: Limits, *, unsandboxed: bool = False) -> bool:
    """Whether learners' code runs in a sandbox; looks first whether the sandbox holds.

    Raises
    ------
    NoSandbox
        When there is none and nobody has said that this is accepted.
    """
    subprocess.run([sys.executable, "-c", _WARM], env=environment(tempfile.gettempdir()), capture_output=True, check=False)
    if unsandboxed:
        return False
    folder = Path(tempfile.mkdtemp(prefix="ip-"))
    try:
        try_out(limits, [course.root, course.root / "keys", course.root / "gradebook.db"], folder)
    except NoSandbox as reason:
        raise NoSandbox(f"{reason} {RISK} If you accept that, add --unsandboxed.") from reason
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return True


def prepare(course: Course, student: str, assignment: str) -> tuple[Grafted, list[Problem], list[Path]]:
    """A submission as the notebook to be run; what was put right; the files beside it.

    It is also written to ``grading/prepared``, where nbgrader picks it up: what lies in ``submitted`` is never changed.

    Raises
    ------
    Unusable
        When nothing can be made of it.
    """
    given = course.root / "submitted" / student / assignment
    read = read_folder(given, course.notebook(assignment))
    handout = course.handout(assignment)
    grafted, answered = graft(handout, read.cells), question_of_cell(handout)
    _write(course, student, assignment, grafted, given)
    problems = [Problem("", note) for note in (*read.mended, *grafted.notes)]
    for name in grafted.missing:
        question = answered.get(name, "")
        lost = "Not marked: its answer is not in the part of the file that can be read."
        gone = "0 points: its answer cell is not in the file."
        problems.append(Problem(question, lost if read.damaged else gone, unmarked=read.damaged))
    return grafted, problems, list(read.companions)


def _write(course: Course, student: str, assignment: str, grafted: Grafted, given: Path) -> None:
    folder = course.grading(PREPARED, student, assignment)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    nbformat.write(grafted.notebook, folder / f"{course.notebook(assignment)}.ipynb")
    stamp = given / "timestamp.txt"
    if stamp.is_file() and not stamp.is_symlink() and not given.is_symlink():
        when = stamp.read_text(encoding="utf-8", errors="replace").strip()[:100]
        # nbgrader gives up a submission whose time it cannot read; without one, it counts as in time.
        with suppress(Exception):
            parse_utc(when)
            (folder / "timestamp.txt").write_text(when, encoding="utf-8")


def key_of(course: Course, student: str, assignment: str, limits: Limits) -> str:
    """What a result depends on, as one word: submission, hand-out, keys, limits. While it is the same, so is the result."""
    digest = hashlib.sha256(repr((student, assignment, astuple(limits))).encode())
    folder = course.root / "submitted" / student / assignment
    files = [] if folder.is_symlink() else sorted(folder.rglob("*"))
    own = [*(course.root / "keys").glob("*"), *(course.root / "release" / assignment).glob("*.ipynb")]
    for path in (*files, *sorted(own)):
        digest.update(str(path.relative_to(course.root)).encode("utf-8", "replace"))
        if path.is_symlink():
            digest.update(b"link")
        elif path.is_file():
            with path.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()


def work_through(course: Course, student: str, assignment: str, limits: Limits, *, sandboxed: bool, key: str) -> Result:
    """Prepare, run and mark one submission, and save the result. Nothing that a submission does comes out of here."""
    questions = course.questions(assignment)
    try:
        grafted, problems, files = prepare(course, student, assignment)
        start = partial(Kernel, limits, sandboxed=sandboxed, files=files, hide=[course.root])
        sitting = sit(grafted.notebook, questions, start, limits)
        sitting.problems += problems
        result = Result.of(student, assignment, sitting, key)
        lost = {problem.question for problem in problems if problem.unmarked}
        result.unmarked += [name for name in _graded(course, assignment, lost) if name not in result.unmarked]
    except (Unusable, KernelLost) as reason:
        result = give_up(course, student, assignment, str(reason))
    except Exception as error:
        result = give_up(course, student, assignment, f"The grader itself failed ({type(error).__name__}: {error:.200}).")
    result = replace(result, key=key)
    result.save(course.grading(RESULTS))
    return result


def _graded(course: Course, assignment: str, questions: set[str]) -> list[str]:
    """Names of the graded cells of these questions: their checks, and answers that a person marks."""
    handout = course.handout(assignment)
    graded = {name_of(cell) for cell in handout.cells if cell.metadata.get("nbgrader", {}).get("grade")}
    return [name for name, question in question_of_cell(handout).items() if name in graded and question in questions]


def give_up(course: Course, student: str, assignment: str, why: str) -> Result:
    """The result of a submission that a person must look at, with the empty hand-out prepared in its place."""
    handout = course.handout(assignment)
    given = course.root / "submitted" / student / assignment
    _write(course, student, assignment, graft(handout, ()), given)
    return Result.unusable(student, assignment, handout, course.questions(assignment), why)
