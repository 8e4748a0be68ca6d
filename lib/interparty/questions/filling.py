"""An answer as it is typed: empty, as a learner finds it, and right, as the teacher's edition has it."""

from __future__ import annotations

from .answers import Answer, BoundsAnswer, Value, Years
from .canonical import canonical
from .choosing import Choices, Order
from .compound import Parts, Table
from .evidence import Evidence
from .question import Question


def blank(answer: Answer) -> object:
    """The empty answer: three dots in every place that is the learner's."""
    match answer:
        case Parts():
            return {name: blank(part) for name, part in answer.parts.items()}
        case Table():
            return {row: dict.fromkeys(answer.columns, ...) for row in answer.rows}
        case BoundsAnswer() | Years():
            return (..., ...)
        case Choices() | Order():
            return [...]
    return ...


def right(answer: Answer) -> object:
    """A right answer, read off the key."""
    match answer:
        case Parts():
            return {name: right(part) for name, part in answer.parts.items()}
        case Table():
            return {row: {column: answer.right[row][column]["right"] for column in answer.columns} for row in answer.rows}
        case BoundsAnswer() | Years():
            return tuple(_number(end) for end in answer.read(canonical(answer.right)))
        case Choices() | Order():
            return list(answer.right)
        case Evidence():
            return answer.right[0] if answer.need == 1 else list(answer.right[: answer.need])
        case Value():
            return _number(answer.right)
    return answer.right


def _number(number: float | None) -> float | None:
    """A whole number without a point, any other with as many figures as are wanted here."""
    if number is None:
        return None
    return int(number) if number == int(number) else round(float(number), 6)


def typed(question: Question, answer: object) -> str:
    """The lines of an answer cell: ``c2 = {…}``, one part a line."""
    return f"{question.variable} = {_lines(answer, '')}"


def _lines(answer: object, indent: str) -> str:
    nested = isinstance(answer, dict) and any(isinstance(each, dict | tuple | list) for each in answer.values())
    if not isinstance(answer, dict) or (indent and not nested):
        return _inline(answer)
    inner = indent + "    "
    rows = "".join(f"{inner}{_inline(name)}: {_lines(value, inner)},\n" for name, value in answer.items())
    return f"{{\n{rows}{indent}}}"


def _inline(value: object) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{_inline(name)}: {_inline(each)}" for name, each in value.items()) + "}"
        case list() | tuple():
            inside = ", ".join(map(_inline, value))
            return f"[{inside}]" if isinstance(value, list) else f"({inside})"
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "..." if value is ... else repr(value)
