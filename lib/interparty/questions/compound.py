"""Answer types made of other answer types: named parts, and a table of rows and columns."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import ClassVar

from .answers import TYPES, Answer, Line, Mark
from .canonical import EMPTY, Unreadable
from .reading import label


@dataclass(frozen=True, kw_only=True)
class Parts(Answer):
    """Several answers under names, each with its weight (1 where none is given)."""

    kind: ClassVar[str] = "parts"
    wanted: ClassVar[str] = "the answer as it was set out, with only the three dots replaced"
    parts: dict[str, Answer] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)

    def shape(self) -> dict[str, object]:
        shape = {"kind": self.kind, "parts": {name: part.shape() for name, part in self.parts.items()}}
        return shape | ({"weights": self.weights} if self.weights else {}) | ({"example": self.example} if self.example else {})

    @classmethod
    def of_shape(cls, shape: dict) -> Parts:
        parts = {name: TYPES[part["kind"]].of_shape(part) for name, part in shape["parts"].items()}
        return cls(parts=parts, weights=shape.get("weights", {}), example=shape.get("example", ""))

    def is_empty(self, data: object) -> bool:
        if type(data) is list:
            data = dict(zip(self.parts, data, strict=False))
        if type(data) is not dict:
            return super().is_empty(data)
        return all(part.is_empty(_pick(data, name)) for name, part in self.parts.items()) and not self._strangers(data)

    def _strangers(self, data: dict) -> list[str]:
        known = {label(name) for name in self.parts}
        return [name for name in data if label(name) not in known]

    def read(self, data: object) -> dict[str, dict[str, object]]:
        """{part: {"value": …}} or {"empty": True} or {"unreadable": sentence}."""
        if type(data) is list and len(data) == len(self.parts):
            data = dict(zip(self.parts, data, strict=True))
        if type(data) is not dict:
            raise Unreadable("an answer with named parts was expected")
        if strangers := self._strangers(data):
            raise Unreadable(f"“{strangers[0]:.40}” is not one of its names: " + ", ".join(f"“{name}”" for name in self.parts))
        return {name: self._read_part(part, _pick(data, name)) for name, part in self.parts.items()}

    @staticmethod
    def _read_part(part: Answer, data: object) -> dict[str, object]:
        if part.is_empty(data):
            return {"empty": True}
        try:
            return {"value": part.read(data)}
        except Unreadable as reason:
            return {"unreadable": f"{reason}. {part.expects()}"}

    def agrees(self, read: dict, other: dict) -> bool:
        """True when every part that ``other`` names is answered so."""
        return all("value" in read[name] and self.parts[name].agrees(read[name]["value"], value) for name, value in other.items())

    def mark(self, read: dict) -> Mark:
        total, got, lines = 0.0, 0.0, []
        for name, part in self.parts.items():
            weight = self.weights.get(name, 1.0)
            total += weight
            if "value" not in read[name]:
                unreadable = read[name].get("unreadable")
                lines.append(Line(name, "not readable" if unreadable else "empty", unreadable or "still to be filled in"))
                continue
            mark = part.mark(read[name]["value"])
            got += weight * mark.share
            said = f"you wrote: {part.echo(read[name]['value'])}"
            if not mark.lines:
                lines.append(Line(name, _state(mark.share), said))
            for line in mark.lines:
                # The rows of a table are names enough; a remark without a name is about the whole part.
                about = line.about if isinstance(part, Table) else f"{name}: {line.about}" if line.about else name
                lines.append(Line(about, line.state, line.note if line.about else f"{said} ({line.note})"))
        return Mark(got / total, tuple(lines))

    def echo(self, read: dict) -> str:
        said = {name: p.echo(read[name]["value"]) if "value" in read[name] else "empty" for name, p in self.parts.items()}
        return "; ".join(f"{name} = {words}" for name, words in said.items())

    def right_lines(self) -> list[tuple[str, str]]:
        return [
            (about if isinstance(part, Table) else f"{name}, {about}" if about else name, words)
            for name, part in self.parts.items()
            for about, words in part.right_lines()
        ]


def _pick(data: dict, name: str) -> object:
    return next((value for given, value in data.items() if label(given) == label(name)), EMPTY)


def _state(share: float) -> str:
    return "right" if share == 1 else "partly" if share > 0 else "not yet"


@dataclass(frozen=True, kw_only=True)
class Table(Answer):
    """A table marked cell by cell.

    Parameters
    ----------
    rows : tuple of str
        Row labels.
    columns : dict
        Column label → answer type of its cells, without a key.
    right : dict
        Row → column → the keyed fields of that cell, for instance ``{"right": "stock"}``.
    """

    kind: ClassVar[str] = "table"
    wanted: ClassVar[str] = "the table as it was set out, with only the three dots replaced"
    rows: tuple[str, ...] = ()
    columns: dict[str, Answer] = field(default_factory=dict)
    right: dict[str, dict[str, dict[str, object]]] | None = field(default=None, metadata={"private": True})

    def shape(self) -> dict[str, object]:
        columns = {name: column.shape() for name, column in self.columns.items()}
        return {"kind": self.kind, "rows": list(self.rows), "columns": columns}

    @classmethod
    def of_shape(cls, shape: dict) -> Table:
        columns = {name: TYPES[column["kind"]].of_shape(column) for name, column in shape["columns"].items()}
        return cls(rows=tuple(shape["rows"]), columns=columns)

    def _rows(self) -> Parts:
        """A table is parts of parts: rows, and in each row its columns."""
        keyed = {
            row: {name: replace(column, **(self.right[row][name] if self.right else {})) for name, column in self.columns.items()}
            for row in self.rows
        }
        return Parts(parts={row: Parts(parts=cells) for row, cells in keyed.items()})

    def is_empty(self, data: object) -> bool:
        return self._rows().is_empty(data)

    def read(self, data: object) -> dict:
        return self._rows().read(data)

    def agrees(self, read: dict, other: dict) -> bool:
        return self._rows().agrees(read, other)

    def mark(self, read: dict) -> Mark:
        rows = self._rows()
        lines: list[Line] = []
        for row, part in rows.parts.items():
            if "value" in read[row]:
                cells = part.mark(read[row]["value"]).lines
                lines.extend(Line(f"{row} · {line.about}", line.state, line.note) for line in cells)
            else:
                lines.append(Line(row, "not readable" if "unreadable" in read[row] else "empty", read[row].get("unreadable", "")))
        return Mark(rows.mark(read).share, tuple(lines))

    def echo(self, read: dict) -> str:
        return self._rows().echo(read)

    def right_lines(self) -> list[tuple[str, str]]:
        rows = self._rows().parts.items()
        return [(row, " · ".join(f"{column}: {words}" for column, words in part.right_lines())) for row, part in rows]
