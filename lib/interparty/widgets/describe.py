"""A form with four fields that says what a text of one's own is; the catalogue is written by the library."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten

from ..corpus import Document
from ..html import Html, el
from ..own.describing import FIELDS, describe
from ..own.texts import OwnTexts, my_texts
from .form import Form, choice, passage, words

_FIRST = 320
_ASKED = "Fill in what you know. What you do not know, leave empty: an empty field is honest."


class DescribeTexts(Form):
    """The form; made by :func:`describe_texts`.

    Attributes
    ----------
    texts : OwnTexts
        The folder as it is now, with what was written down.
    """

    buttons = ("Write it down",)

    def __init__(self, folder: str | Path) -> None:
        self.texts: OwnTexts = my_texts(folder)
        self.values = {"file": next(iter(self.texts)).meta["file"]}
        self.values.update(self._known())
        super().__init__()
        self.tell(_ASKED)

    def fields(self) -> list[dict]:
        """The text, its first words, and the four questions."""
        files = [document.meta["file"] for document in self.texts]
        first = shorten(self._document().text[:_FIRST].replace("\ufeff", ""), _FIRST - 20, placeholder=" …")
        return [
            choice("file", "Text", zip(files, files, strict=True)),
            passage("begins", el("p", "It begins: ", el("q", first))),
            *(words(field.name, field.question, f"for example: {field.example}") for field in FIELDS),
        ]

    def chosen(self, field: str) -> str:
        """Another text: what is known of it."""
        self.renew(**self._known())
        return _ASKED

    def pressed(self, button: str) -> str:
        """Write down what the fields hold."""
        said = {field.name: self.values[field.name] for field in FIELDS}
        describe(self.texts.folder, self.values["file"], **said)
        self.texts = my_texts(self.texts.folder)
        self.renew(**self._known())
        house = self._document().home
        whose = f"its house is in {house}" if house else "whose house it is, no country tells: “we” and “our Party” will"
        return f"Written down in {self.texts.folder.name}/catalogue.toml; {whose}. Now run the next cell."

    def _document(self) -> Document:
        found = [document for document in self.texts if document.meta["file"] == self.values["file"]]
        return found[0] if found else next(iter(self.texts))

    def _known(self) -> dict[str, str]:
        document = self._document()
        return {field.name: document.date if field.name == "date" else str(document.meta.get(field.name, "")) for field in FIELDS}

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
