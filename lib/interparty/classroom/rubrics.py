"""Rubrics of free-text questions: what graders see in the Formgrader, and how points on criteria become score and comment."""

from __future__ import annotations

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from ..html import Html, el
from ..questions import FreeText, Question
from ..questions.page import inline
from .graft import is_answer, question_of_cell

#: ids of cells that only graders see begin with it
FOR_GRADERS = "for-graders-"


def free_texts(questions: dict[str, Question]) -> dict[str, Question]:
    """Those of the questions that a person marks with a rubric."""
    return {name: question for name, question in questions.items() if isinstance(question.answer, FreeText)}


def rubric_cell(question: Question) -> NotebookNode:
    """The rubric as a cell for graders: criteria, points, how to give them, one good answer."""
    lines = [
        # nbgrader's own step against mark schemes stops at these words, should ours be missing from a course's list.
        "<!-- BEGIN MARK SCHEME -->",
        f"### For graders: {question.id} · {question.title} ({question.points:g} points)",
        "Learners do not see this cell. The sum goes into the box at the answer above.",
        "",
        str(_as_html(question)),
        "",
        *exemplar_of(question),
        "<!-- END MARK SCHEME -->",
    ]
    return new_markdown_cell("\n".join(lines), id=f"{FOR_GRADERS}{question.id.lower()}")


def _as_html(question: Question) -> Html:
    """The rubric as a table with lines: the Formgrader's own tables stand without any space between columns."""
    rows = zip(question.answer.rubric, question.answer.guide, strict=True)
    heads = el("tr", *(el("th", words, scope="col") for words in ("points", "a reader looks for", "how to give them")))
    body = (el("tr", el("td", f"{row.points:g}"), el("td", inline(row.looks_for)), el("td", inline(how))) for row, how in rows)
    # nbgrader's pages are made with Bootstrap, which knows these names
    return el("table", el("thead", heads), el("tbody", *body), class_="table table-bordered table-condensed")


def table_of(question: Question) -> list[str]:
    """The rubric of a free-text question and one good answer, as lines of Markdown."""
    rows = zip(question.answer.rubric, question.answer.guide, strict=True)
    return [
        "| | points | a reader looks for | how to give them |",
        "|---|---|---|---|",
        *(f"| {n} | {row.points:g} | {_cell(row.looks_for)} | {_cell(how)} |" for n, (row, how) in enumerate(rows, 1)),
        "",
        *exemplar_of(question),
    ]


def exemplar_of(question: Question) -> list[str]:
    """One good answer to a free-text question, as lines of Markdown."""
    quoted = (f"> {line}".rstrip() for line in question.answer.exemplar.strip().splitlines())
    return ["**One good answer among others:**", "", *quoted]


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def with_rubrics(notebook: NotebookNode, questions: dict[str, Question]) -> NotebookNode:
    """The notebook with the rubric after each answer that a person marks; cells of graders that are there are replaced."""
    notebook = without_rubrics(notebook)
    answered = question_of_cell(notebook)
    wanted = free_texts(questions)
    cells = []
    for cell in notebook.cells:
        cells.append(cell)
        question = wanted.get(answered.get(cell.metadata.get("nbgrader", {}).get("grade_id", ""), ""))
        if question and is_answer(cell):
            cells.append(rubric_cell(question))
    notebook.cells = cells
    return notebook


def without_rubrics(notebook: NotebookNode) -> NotebookNode:
    """The notebook as a learner may see it."""
    notebook.cells = [cell for cell in notebook.cells if not cell.get("id", "").startswith(FOR_GRADERS)]
    return notebook


def comment(question: Question, points: list[float], words: str = "") -> str:
    """What a learner reads beside the score: each criterion with its points, then the grader's own words."""
    rows = zip(question.answer.rubric, points, strict=True)
    lines = [f"{got:g} of {row.points:g}: {row.looks_for}" for row, got in rows]
    return "\n".join([*lines, words.strip()]).strip()
