"""``editions``: one master, three notebooks. Learners practise with keys, sit an exam without, and teachers have everything.

- practice: the hand-out with the keys of its questions beside it; ``check`` marks, ``hint`` and ``solution`` help.
- exam: the hand-out alone; ``check`` looks at the form of an answer only, whatever keys lie about where it is opened.
- instructor: the master's answers filled in, and behind each question its key, reasons, misconceptions, hints and rubric.

``grade`` takes the exam as it takes the hand-out: cells are known by name, and what stands around answers is the master's.
"""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from ..corpus import load_corpus
from ..errors import InterpartyError
from ..questions import Question
from ..questions.bank import KEYS_VARIABLE, POOLS
from ..storing import whole_file
from .course import Course, rows_of
from .graft import question_checked
from .rubrics import free_texts, table_of
from .variants import master

#: what an exam says otherwise, line by line: a line that begins so (pattern) → what stands in its place, or None for nothing
EXAM_LINES = (
    (
        r"3\. \*\*The check\.\*\*",
        "3. **The check.** Run it. It says whether your answer has the right form, and how it was read. It does not say whether "
        "it is right. You may change your answer until you hand it in.",
    ),
    (r".*\b(?:hint|solution)\(", None),
    (r"from interparty import check, hint, solution$", "from interparty import check"),
)
NO_KEYS = f'import os\n\nos.environ["{KEYS_VARIABLE}"] = "none"  # an exam: check looks at the form of an answer only\n\n'


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("assignment")
    parser.add_argument("--only", choices=EDITIONS, help="one edition (default: all three)")


def run(course: Course, options: argparse.Namespace) -> int:
    """Write the editions; gives back the exit code."""
    for name in [options.only] if options.only else EDITIONS:
        print(f"{name}: {write_edition(course, options.assignment, name).relative_to(course.root)}")
    return 0


def write_edition(course: Course, assignment: str, name: str) -> Path:
    """Write one edition into a folder of its own, which is made anew.

    Parameters
    ----------
    course : Course
        With source, release and keys.
    assignment : str
        Its name.
    name : str
        One of `EDITIONS`.

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    InterpartyError
        When the assignment has not been released, or a key is missing.
    """
    return write_into(course.grading("editions", assignment, name), course, assignment, name)


def write_into(folder: Path, course: Course, assignment: str, name: str) -> Path:
    """Write one edition into a folder, which is made anew; otherwise as `write_edition`."""
    make, with_keys = EDITIONS[name]
    questions = course.questions(assignment)
    notebook = make(course, assignment, questions)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with whole_file(folder / f"{course.notebook(assignment)}.ipynb") as path:
        nbformat.write(notebook, path)
    if with_keys:
        (folder / "keys").mkdir()
        modules = {question.module for question in questions.values()}
        if rows_of(notebook):
            modules |= {f"{module}{POOLS}" for module in modules}
        for module in sorted(modules):
            for path in course.root.joinpath("keys").glob(f"{module}.*"):
                if path.suffix in (".py", ".toml"):
                    shutil.copy(path, folder / "keys" / path.name)
    return folder


def practice(course: Course, assignment: str, questions: dict[str, Question]) -> NotebookNode:
    """The hand-out as it is."""
    return course.handout(assignment)


def exam(course: Course, assignment: str, questions: dict[str, Question]) -> NotebookNode:
    """The hand-out without a word about hints and solutions, and with keys switched off."""
    notebook = course.handout(assignment)
    first = next((cell for cell in notebook.cells if cell.cell_type == "code"), None)
    if first is None:
        raise InterpartyError(f"{assignment} has no code cell: there is nothing that an exam could check.")
    for cell in notebook.cells:
        cell.source = "\n".join(_exam_lines(cell.source)).strip("\n")
    first.source = NO_KEYS + first.source
    return notebook


def _exam_lines(source: str) -> Iterator[str]:
    for line in source.split("\n"):
        found = [instead for begins, instead in EXAM_LINES if re.match(begins, line)]
        if not found:
            yield line
        elif found[0] is not None:
            yield found[0]


_SOLUTION = re.compile(r"### BEGIN SOLUTION\n(.*?)\n### END SOLUTION", re.DOTALL)


def instructor(course: Course, assignment: str, questions: dict[str, Question]) -> NotebookNode:
    """The master with its answers filled in, and what a teacher should know behind each question."""
    notebook = master(course, assignment)
    cells = []
    for cell in notebook.cells:
        if found := _SOLUTION.search(cell.source):
            cell.source = found.group(1)
        cells.append(cell)
        if question := questions.get(question_checked(cell)):
            cells.append(new_markdown_cell(for_teachers(question), id=f"for-teachers-{question.id.lower()}"))
    notebook.cells = cells
    return notebook


def for_teachers(question: Question) -> str:
    """All that is known of a question, as Markdown: key, reasons, passages, misconceptions, hints, rubric, exemplar."""
    lines = [f"### For teachers: {question.id} · {question.title} ({question.points:g} points, {question.skill})", ""]
    if question.id in free_texts({question.id: question}):
        lines += table_of(question)
    else:
        lines += [
            "**Key**",
            "",
            *(f"- {about}: {words}" if about else f"- {words}" for about, words in question.answer.right_lines()),
        ]
    if question.solution.strip():
        lines += ["", "**Reasons**", "", question.solution.strip()]
    if question.cites:
        corpus = load_corpus()
        passages = dict.fromkeys((found.citation, found.sentence) for found in map(corpus.passage, question.cites))
        lines += ["", "**It rests on**", "", *(f"- {sentence} {citation}" for citation, sentence in passages)]
    if question.misconceptions:
        lines += ["", "**Misconceptions that the check knows**", ""]
        lines += [f"- *{each.name}*: {' '.join(each.says.split())}" for each in question.misconceptions]
    if question.hints:
        lines += ["", "**Hints**", "", *(f"{n}. {' '.join(hint.split())}" for n, hint in enumerate(question.hints, 1))]
    return "\n".join(lines)


#: edition → how its notebook is made, and whether the keys go with it
EDITIONS: dict[str, tuple[Callable[[Course, str, dict[str, Question]], NotebookNode], bool]] = {
    "practice": (practice, True),
    "exam": (exam, False),
    "instructor": (instructor, True),
}
