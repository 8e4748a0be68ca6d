"""The library compiled once more, from tables that hold rows of one's own. The first one stays as it is.

The tables are compiled when the modules that use them are imported: that makes the engine fast, and its results the same for
everybody. An engine with other tables is therefore a second set of the same modules, imported under a name of its own from
the same files, with the rows put into its tables before anything is compiled. Nothing is shared that could be changed, and
nothing has to be undone. It costs as much as importing the library once.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..corpus import Document

_LIBRARY = __name__.split(".")[0]


@dataclass(frozen=True)
class OwnRows:
    """Rows for the tables of the lexicon: pairs of the name of a table and a row, itself pairs of column and cell."""

    rows: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

    @classmethod
    def of(cls, rows: list[tuple[str, dict[str, str]]]) -> OwnRows:
        """From pairs of a table's name and a dictionary."""
        return cls(tuple((table, tuple(row.items())) for table, row in rows))

    def listed(self) -> list[tuple[str, dict[str, str]]]:
        """As pairs of a table's name and a dictionary."""
        return [(table, dict(row)) for table, row in self.rows]

    @property
    def engine(self) -> Engine:
        """The engine with these rows; made when it is first asked for."""
        return _engine(self)


class Engine:
    """A second set of the modules of the library, whose tables have some rows more."""

    def __init__(self, rows: OwnRows) -> None:
        self._name = f"{_LIBRARY}_with_{sha256(repr(rows).encode()).hexdigest()[:16]}"
        library = sys.modules[_LIBRARY]
        spec = ModuleSpec(self._name, None, is_package=True)
        spec.submodule_search_locations = list(library.__path__)
        sys.modules[self._name] = module_from_spec(spec)
        # one kind of exception, whoever raises it
        sys.modules[f"{self._name}.errors"] = import_module(f"{_LIBRARY}.errors")
        extra: dict[str, tuple] = {}
        for table, row in rows.listed():
            extra[table] = (*extra.get(table, ()), row)
        self.module("lexicon").EXTRA.update(extra)

    def module(self, name: str):
        """A module of this engine: ``"extraction"``."""
        return import_module(f"{self._name}.{name}")

    def document(self, document: Document) -> Document:
        """The same text as a document of this engine."""
        made = self.module("corpus").Document
        return made(document.id, document.text, document.date, document.meta, document.corrections)

    def run(self, how, document: Document):
        """What the function of this engine that corresponds to ``how`` gives for a document of this engine."""
        return self._like(how)(document)

    def _like(self, how):
        if isinstance(how, partial):
            return partial(self._like(how.func), *how.args, **how.keywords)
        return getattr(self.module(how.__module__.removeprefix(f"{_LIBRARY}.")), how.__name__)


@cache
def _engine(rows: OwnRows) -> Engine:
    return Engine(rows)
