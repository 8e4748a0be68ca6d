"""What the exercise tests share: masters, releases, questions, their right answers, and answers changed in one place."""

import copy
from pathlib import Path

import nbformat

from interparty.questions import load_keys, mark

ROOT = Path(__file__).parents[2]
EXERCISES = ROOT / "exercises"
KEYS = EXERCISES / "keys"
MASTERS = sorted((EXERCISES / "source").glob("*/*.ipynb"))
RELEASES = sorted((EXERCISES / "release").glob("*/*.ipynb"))
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"


def read(path):
    """A notebook."""
    return nbformat.read(path, as_version=4)


def solution_of(cell):
    """The lines of a cell that learners do not get; empty where there are none."""
    return cell.source.split(BEGIN)[1].split(END)[0] if BEGIN in cell.source else ""


def right_answers(master):
    """Question id → the answer that the master itself gives."""
    import interparty as ip

    names = {"ip": ip}
    for cell in read(master).cells:
        exec(solution_of(cell), names)
    return {name.upper(): value for name, value in names.items() if name[:1].isalpha() and name[1:].isdigit()}


def changed(answer, wrong):
    """A copy of an answer with the parts that ``wrong`` names in their place."""
    if not isinstance(wrong, dict):
        return wrong
    result = copy.copy(answer)
    for part, value in wrong.items():
        result[part] = changed(answer[part], value)
    return result


QUESTIONS = load_keys(KEYS)
#: question → the right answer: the master's own, and for the one question of notebook 00 its key
RIGHT = {name: answer for master in MASTERS for name, answer in right_answers(master).items()}
RIGHT = {name: RIGHT.get(name) or question.answer.right for name, question in QUESTIONS.items()}
#: the questions that are marked without a reader
MARKED = [name for name, question in QUESTIONS.items() if question.answer.kind != "free text"]


def names_of(module):
    """The questions of one keys module, in order."""
    return [name for name, question in QUESTIONS.items() if question.module == module]


def marked(name, wrong):
    """The score of the right answer with these parts in their place."""
    return mark(QUESTIONS[name], changed(RIGHT[name], wrong))


def lines_of(names):
    """Question → its parts and the right answer of each, in words; essays are left out."""
    return {name: dict(QUESTIONS[name].answer.right_lines()) for name in names if name in MARKED}
