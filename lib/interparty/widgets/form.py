"""What the forms for one's own texts share: fields, buttons, a line that tells in words what was done."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import InterpartyError
from ..html import Html
from .base import AskingWidget, asset


def choice(name: str, label: str, options: Iterable[tuple[str, str]]) -> dict:
    """A drop-down list; ``options`` are pairs: value, what is shown."""
    return {"kind": "choice", "name": name, "label": label, "options": [list(pair) for pair in options]}


def words(name: str, label: str, hint: str, offers: Iterable[str] = ()) -> dict:
    """A line to write in; ``hint`` stands in it while it is empty, ``offers`` are proposed."""
    return {"kind": "words", "name": name, "label": label, "hint": hint, "offers": list(offers)}


def passage(name: str, html: Html) -> dict:
    """Something to read between the fields."""
    return {"kind": "passage", "name": name, "html": str(html)}


class Form(AskingWidget):
    """A form that is filled in and sent by a button; on paper and without a kernel, its twin.

    A subclass names its ``buttons``, sets ``values`` before it calls this one's ``__init__``, and defines ``fields``, ``chosen``,
    ``pressed`` and ``twin``.

    Attributes
    ----------
    values : dict of str to str
        What stands in the fields, by their names.
    """

    _esm = asset(".js", "form")
    _css = asset(".css", "form")
    actions = {"choose": "choose", "press": "press"}  # noqa: RUF012
    buttons: tuple[str, ...] = ()

    def __init__(self) -> None:
        self._renewed: list[str] = []
        self._wrong = False
        super().__init__()

    def fields(self) -> list[dict]:
        """The fields as they are now, from top to bottom."""
        raise NotImplementedError

    def chosen(self, field: str) -> str:
        """What changes when something else is chosen in a list; gives what is told."""
        raise NotImplementedError

    def pressed(self, button: str) -> str:
        """Do what a button says; gives what is told."""
        raise NotImplementedError

    def renew(self, **values: str) -> None:
        """Write into fields. What somebody wrote meanwhile stays."""
        self.values.update(values)
        self._renewed += values

    def choose(self, field: str, values: dict) -> str:
        """Another line of a list was chosen."""
        self._take(values)
        return self.chosen(field)

    def press(self, button: str, values: dict) -> str:
        """A button was pressed."""
        self._take(values)
        if button not in self.buttons:
            raise ValueError(button)
        try:
            return self.pressed(button)
        except InterpartyError as error:
            self._wrong = True
            return f"Please check: {error}"

    def _take(self, values: dict) -> None:
        self._renewed, self._wrong = [], False
        self.values = {name: str(values[name]) for name in self.values}

    def picture(self) -> dict:
        """What the browser draws."""
        told = {"values": self.values, "renewed": self._renewed, "wrong": self._wrong}
        return {"fields": self.fields(), "buttons": self.buttons, **told}
