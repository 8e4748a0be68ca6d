"""A form in which a claim of a text of one's own is put right by hand, signed and with its reason."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten

import ipywidgets as widgets

from ..errors import InterpartyError
from ..html import Html, el
from ..own.correcting import correct, reject, take_back
from ..own.correction_file import EMPTY, FIELDS
from ..own.corrections import said
from ..own.texts import OwnTexts, my_texts
from ..wording import citation, in_words
from .form import WHOLE, Form, button, line, look

_NONE = "choose a field"
_HINT = "Choose a claim, read its sentence, then say what is wrong with it."


class CorrectClaims(Form):
    """The form; made by :func:`correct_claims`.

    Attributes
    ----------
    texts : OwnTexts
        The folder as it is now, with the corrections in effect.
    """

    def __init__(self, folder: str | Path) -> None:
        self.texts: OwnTexts = my_texts(folder)
        wide = look("13em")
        self._claim = widgets.Dropdown(description="Claim", **wide)
        self._sentence = widgets.HTML()
        self._field = widgets.Dropdown(options=[_NONE, *FIELDS], description="What is wrong?", **wide)
        self._new = widgets.Combobox(description="What should it be?", ensure_option=False, **WHOLE, **wide)
        self._who = widgets.Text(description="Who corrects?", placeholder="your name", **WHOLE, **wide)
        self._why = widgets.Text(description="Why?", placeholder="what in the text tells you so", **WHOLE, **wide)
        self._buttons = {
            "Correct it": self._correct,
            "It is no claim": lambda: reject(self.texts, self._claim.value, **self._signed()),
            "Take back": lambda: take_back(self.texts, self._claim.value),
        }
        row = [button(name, "11em") for name in self._buttons]
        for one in row:
            one.on_click(lambda pressed: self._do(pressed.description))
        filled = [self._claim, self._sentence, self._field, self._new, self._who, self._why]
        super().__init__([*filled, widgets.HBox(row)])
        self._list()
        self._claim.observe(lambda _change: self._show(), "value")
        self._field.observe(lambda _change: self._offer(), "value")
        self._show()
        self._tell(_HINT)

    def _list(self) -> None:
        """The claims to choose from; those that were rejected too, so that they can be taken back."""
        rows = [row for document in self.texts for row in document.claims.to_dict("records")]
        options = [(f"“{shorten(row['quote'], 50)}” {citation(row)}", row["claim_id"]) for row in rows]
        gone = [name for document in self.texts for name in document.notes if name not in {value for _label, value in options}]
        chosen = self._claim.value
        self._claim.options = [*options, *((f"{name} (rejected)", name) for name in gone)]
        names = [value for _label, value in self._claim.options]
        self._claim.value = chosen if chosen in names else next(iter(names), None)

    def _row(self) -> dict | None:
        document = self.texts[self._claim.value.split(".")[0]]
        rows = {row["claim_id"]: row for row in document.claims.to_dict("records")}
        return rows.get(self._claim.value)

    def _show(self) -> None:
        """The sentence of the chosen claim, and how it was understood."""
        self._field.value = _NONE
        row = self._row() if self._claim.value else None
        if row is None:
            shown = "No claim is chosen." if not self._claim.value else f"{self._claim.value} is no claim any more."
            self._sentence.value = line(shown)
            return
        passage = self.texts.passage(row["claim_id"])
        self._sentence.value = f"{passage._repr_html_()}{line(in_words(row))}"

    def _offer(self) -> None:
        """What the chosen field holds, and what it may hold."""
        name, row = self._field.value, self._row() if self._claim.value else None
        allowed = FIELDS.get(name)
        self._new.options = list(allowed) if allowed else []
        self._new.value = ""
        holds = "" if row is None or name == _NONE else f"now: {said(row[name], 'empty')}; to empty it, write {EMPTY}"
        self._new.placeholder = holds

    def _signed(self) -> dict[str, str]:
        return {"who": self._who.value, "why": self._why.value}

    def _correct(self) -> OwnTexts:
        if self._field.value == _NONE or not self._new.value.strip():
            raise InterpartyError("choose what is wrong, and write what it should be.")
        return correct(self.texts, self._claim.value, **{self._field.value: self._new.value.strip()}, **self._signed())

    def _do(self, name: str) -> None:
        try:
            if not self._claim.value:
                raise InterpartyError("there is no claim in these texts.")
            self.texts = self._buttons[name]()
        except InterpartyError as error:
            self._tell(f"Please check: {error}")
            return
        self._list()
        self._show()
        self._tell(f"{name}: written down in {self.texts.folder.name}/corrections.csv, with your name and your reason.")

    def twin(self) -> Html:
        """The claims of the folder in words, for paper and for pages without a kernel."""
        rows = [row for document in self.texts for row in document.claims.to_dict("records")]
        return el(
            "section", el("p", "Which of these claims is wrong, and why?"), el("ol", [el("li", in_words(row)) for row in rows])
        )


def correct_claims(folder: str | Path = "my-texts") -> CorrectClaims:
    """Show a form in which claims of one's own texts are corrected, rejected and taken back.

    Parameters
    ----------
    folder : path
        The folder of one's own texts.

    Returns
    -------
    CorrectClaims
        Live in a notebook; on paper, the claims. What is written down stands in ``corrections.csv`` in the folder; open the
        folder anew with :func:`interparty.my_texts` to use it.

    Raises
    ------
    InterpartyError
        As for :func:`interparty.my_texts`.
    """
    return CorrectClaims(folder)
