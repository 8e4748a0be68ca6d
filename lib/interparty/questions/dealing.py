"""The options of a variant are dealt anew: which letter stands for which statement differs from row to row.

Otherwise the letters of a public solution would fit every class. In the pools' prose the options keep the letters that they
have there, for key and misconceptions alike; here they get the letters that a class sees.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from .answers import Answer
from .choosing import Choice, Choices, Order
from .compound import Parts
from .question import AnyOf, Misconception, Question

_TABLE = re.compile(r"\[\[options ?([^\]]*)\]\]")


def dealt(question: Question, row: str, task: str) -> tuple[Question, str]:
    """A question with its options in an order of the row's own, and the task with the options in it.

    Parameters
    ----------
    question : Question
        Its answer one choice, or parts of which some are.
    row : str
        Decides the order.
    task : str
        Markdown; ``[[options PART]]`` on a line of its own becomes the table of that part's options.
    """
    answer = question.answer
    parts = dict(answer.parts) if isinstance(answer, Parts) else {"": answer}
    moved = {name: _moved(part, f"{question.id} {row} {name}") for name, part in parts.items()}
    parts = {name: _relabelled(part, moved[name]) for name, part in parts.items()}
    misconceptions = tuple(_with(each, moved) for each in question.misconceptions)
    dealt_answer = replace(answer, parts=parts) if isinstance(answer, Parts) else parts[""]
    text = _TABLE.sub(lambda found: table(parts[found.group(1).strip()]), task)
    return replace(question, answer=dealt_answer, misconceptions=misconceptions), text


def table(answer: Choice | Choices | Order) -> str:
    """The options of a choice with their meanings, as a table in Markdown."""
    rows = [f"| **{letter}** | {says} |" for letter, says in answer.options.items()]
    return "\n".join(["| you type | it stands for |", "|---|---|", *rows])


def _moved(part: Answer, about: str) -> dict[str, str]:
    """Old letter → new letter; empty where the options are words of their own."""
    options = getattr(part, "options", {})
    if not options or not all(options.values()):
        return {}
    order = sorted(options, key=lambda letter: hashlib.sha256(f"{about} {letter}".encode()).digest())
    return dict(zip(order, options, strict=True))


def _relabelled(part: Answer, moved: dict[str, str]) -> Answer:
    if not moved:
        return part
    meanings = {moved[old]: says for old, says in part.options.items()}
    keyed = {name: _letters(getattr(part, name), moved) for name in ("right", "also", "optional") if hasattr(part, name)}
    return replace(part, options=dict(sorted(meanings.items())), **keyed)


def _letters(value: object, moved: dict[str, str]) -> object:
    """The same letters by their new names; what is none of them stays."""
    match value:
        case str():
            return moved.get(value, value)
        case tuple() | list():
            return type(value)(_letters(each, moved) for each in value)
    return value


def _with(misconception: Misconception, moved: dict[str, dict[str, str]]) -> Misconception:
    when = misconception.when
    if isinstance(when, AnyOf):
        return replace(misconception, when=AnyOf(_answer(each, moved) for each in when))
    return misconception if callable(when) else replace(misconception, when=_answer(when, moved))


def _answer(wrong: object, moved: dict[str, dict[str, str]]) -> object:
    if "" in moved:
        return _letters(wrong, moved[""])
    return {part: _letters(value, moved[part]) if moved.get(part) else value for part, value in wrong.items()}
