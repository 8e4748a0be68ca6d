"""What the forms for one's own texts share: fields of one width, a line that tells, a twin for paper."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

from ..html import Html

_LINE = "margin:4px 0;max-width:46em;line-height:1.4"


def look(labels: str) -> dict:
    """Style and layout of a field whose label is as wide as ``labels`` says, for example ``13em``."""
    return {"style": {"description_width": labels}, "layout": widgets.Layout(width="48em", max_width="98%")}


#: of a field to write in: it is sent when it is left. Sent letter by letter, its last letters can come after the button.
WHOLE = {"continuous_update": False}


def button(name: str, width: str, **more) -> widgets.Button:
    """A button of a form."""
    return widgets.Button(description=name, layout=widgets.Layout(width=width), **more)


def line(inside: str | Html, role: str = "") -> str:
    """A line of the form; a plain string is escaped."""
    words = str(inside) if isinstance(inside, Html) else escape(inside)
    return f"<p{f' role={role!r}' if role else ''} style='{_LINE}'>{words}</p>"


class Form(widgets.VBox):
    """A form of ipywidgets that tells in words what it did; on paper and without a kernel, its twin.

    Subclasses give their fields and define ``twin``; the line that tells stands below the fields.
    """

    def __init__(self, children: list[widgets.Widget]) -> None:
        self._said = widgets.HTML()
        super().__init__([*children, self._said])

    def _tell(self, sentence: str) -> None:
        self._said.value = line(sentence, "status")

    def twin(self) -> Html:
        """What the form asks, for paper and for pages without a kernel."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}: run this cell in Jupyter to use it."

    def _repr_mimebundle_(self, **kwargs) -> dict:
        return {**super()._repr_mimebundle_(**kwargs), "text/html": str(self.twin())}
