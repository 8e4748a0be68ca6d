"""What every widget of the collection shares: one output that is live in a notebook and a static page elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

import anywidget
import traitlets

from ..html import Html
from .store import Store

_HERE = files(__package__)


def asset(suffix: str, *names: str) -> str:
    """Several ``.js`` or ``.css`` files of this folder as one text: a widget's module cannot import its siblings."""
    return "\n".join((_HERE / f"{name}{suffix}").read_text(encoding="utf-8") for name in ("shared", *names))


class PageWidget(anywidget.AnyWidget):
    """A widget with a static twin: ``text/html`` stands in the same output for paper and for pages without a kernel."""

    #: what the browser draws; set by the subclass, never by the browser
    view = traitlets.Dict().tag(sync=True)

    def twin(self) -> Html:
        """The substance of the widget as plain HTML."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}: run this cell in Jupyter to use it."

    def _repr_mimebundle_(self, **kwargs) -> tuple[dict, dict]:
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/html": str(self.twin())}, metadata


class AskingWidget(PageWidget):
    """A widget that answers. The browser sends what the learner does, Python answers with a new ``view``.

    A subclass names its ``actions`` and fills ``picture``. All judging happens in Python, where the library's own rules are,
    so page and tests and feedback cannot disagree.
    """

    #: what the browser may ask for → name of the method that does it, called with the fields of the message
    actions: Mapping[str, str] = {}

    def __init__(self) -> None:
        self._said = 0
        super().__init__()
        self.tell("")
        self.on_msg(lambda _, content, __: self.receive(content))

    def picture(self) -> dict:
        """Everything the browser needs to draw the present state."""
        raise NotImplementedError

    def receive(self, content) -> None:
        """Do what the browser asks. A message that makes no sense is answered with a sentence, never a traceback."""
        fields = dict(content) if isinstance(content, dict) else {}
        method = self.actions.get(str(fields.pop("do", "")))
        try:
            said = getattr(self, method)(**fields) if method else "That cannot be done here."
        except (KeyError, TypeError, ValueError):
            said = "That choice is not complete: choose again, please."
        self.tell(said)

    def tell(self, said: str, **more: str) -> None:
        """Send the present state to the browser, with a sentence for the live region."""
        self._said += 1
        self.view = {**self.picture(), "said": said, "turn": self._said, **more}


class ThinkingWidget(AskingWidget):
    """A widget that asks before it tells; answers are kept with ``keep``, and saved at once.

    Parameters
    ----------
    name : str
        Names the file of answers, ``<name>-progress.json``.
    folder : path, optional
        Where it lies; without it, beside the notebook.
    """

    def __init__(self, name: str, folder=None) -> None:
        self._store = Store(name, folder)
        self.answers = self._store.load()
        super().__init__()

    def keep(self, key: str, answer: dict) -> None:
        """Save one answer."""
        self.answers = self._store.put(key, answer)

    def reset(self) -> str:
        """Forget all answers of this widget."""
        self.answers = self._store.clear()
        return "All answers of this widget are cleared. Begin again."

    def tell(self, said: str) -> None:
        """Send the present state to the browser, with a sentence for the live region and one on where it is saved."""
        super().tell(said, saved=self._store.note or f"Saved in {self._store.path.name}, beside the notebook.")
