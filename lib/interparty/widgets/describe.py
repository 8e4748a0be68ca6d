"""A form with four fields that says what a text of one's own is; the catalogue is written by the library."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten

import ipywidgets as widgets

from ..errors import InterpartyError
from ..html import Html, el, join
from ..own.describing import FIELDS, describe
from ..own.texts import OwnTexts, my_texts
from .form import WHOLE, Form, button, line, look

_FIRST = 320


class DescribeTexts(Form):
    """The form; made by :func:`describe_texts`.

    Attributes
    ----------
    texts : OwnTexts
        The folder as it is now, with what was written down.
    """

    def __init__(self, folder: str | Path) -> None:
        self.texts: OwnTexts = my_texts(folder)
        files = [document.meta["file"] for document in self.texts]
        wide = look("17em")
        self._file = widgets.Dropdown(options=files, description="Text", **wide)
        self._begins = widgets.HTML()
        self._fields = {
            field.name: widgets.Text(description=field.question, placeholder=f"for example: {field.example}", **WHOLE, **wide)
            for field in FIELDS
        }
        self._save = button("Write it down", "12em", button_style="primary")
        super().__init__([self._file, self._begins, *self._fields.values(), self._save])
        self._file.observe(lambda _change: self._show(), "value")
        self._save.on_click(lambda _button: self._write())
        self._show()

    def _show(self) -> None:
        """The text that is chosen: its first words and what is known of it."""
        document = self._document()
        first = shorten(document.text[:_FIRST].replace("\ufeff", ""), _FIRST - 20, placeholder=" …")
        self._begins.value = line(join("It begins: ", el("q", first)))
        for name, box in self._fields.items():
            box.value = document.date if name == "date" else str(document.meta.get(name, ""))
        self._tell("Fill in what you know. What you do not know, leave empty: an empty field is honest.")

    def _write(self) -> None:
        try:
            describe(self.texts.folder, self._file.value, **{name: box.value for name, box in self._fields.items()})
            self.texts = my_texts(self.texts.folder)
        except InterpartyError as error:
            self._tell(f"Please check: {error}")
            return
        house = self._document().home
        whose = f"its house is in {house}" if house else "whose house it is, no country tells: “we” and “our Party” will"
        self._tell(f"Written down in {self.texts.folder.name}/catalogue.toml; {whose}. Now run the next cell.")

    def _document(self):
        return next(document for document in self.texts if document.meta["file"] == self._file.value)

    def twin(self) -> Html:
        """The questions of the form, for paper and for pages without a kernel."""
        asked = [el("li", f"{field.question} For example: {field.example}.") for field in FIELDS]
        return el("section", el("p", "For each of your texts, write down:"), el("ol", asked))


def describe_texts(folder: str | Path = "my-texts") -> DescribeTexts:
    """Show a form in which to say what each text of a folder is: title, who speaks, when, where printed.

    Parameters
    ----------
    folder : path
        The folder of one's own texts.

    Returns
    -------
    DescribeTexts
        Live in a notebook; on paper, its four questions. The answers are kept in ``catalogue.toml`` in the folder.

    Raises
    ------
    InterpartyError
        As for :func:`interparty.my_texts`.
    """
    return DescribeTexts(folder)
