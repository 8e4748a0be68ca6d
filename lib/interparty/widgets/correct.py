"""A form in which a claim of a text of one's own is put right by hand, signed and with its reason."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten

from ..errors import InterpartyError
from ..html import Html, el, join
from ..own.correcting import correct, reject, take_back
from ..own.correction_file import EMPTY, FIELDS
from ..own.corrections import said
from ..own.texts import OwnTexts, my_texts
from ..wording import citation, in_words
from .form import Form, choice, passage, words

_NONE = "choose a field"
_HINT = "Choose a claim, read its sentence, then say what is wrong with it."
_CORRECT, _REJECT, _TAKE_BACK = "Correct it", "It is no claim", "Take back"


class CorrectClaims(Form):
    """The form; made by :func:`correct_claims`.

    Attributes
    ----------
    texts : OwnTexts
        The folder as it is now, with the corrections in effect.
    """

    buttons = (_CORRECT, _REJECT, _TAKE_BACK)

    def __init__(self, folder: str | Path) -> None:
        self.texts: OwnTexts = my_texts(folder)
        self.values = {"claim": next(iter(self._claims()), ""), "field": _NONE, "new": "", "who": "", "why": ""}
        super().__init__()
        self.tell(_HINT)

    def fields(self) -> list[dict]:
        """The claims, the sentence of the chosen one, and what is said of it."""
        row, name = self._row(), self.values["field"]
        holds = "" if row is None or name == _NONE else f"now: {said(row[name], 'empty')}; to empty it, write {EMPTY}"
        return [
            choice("claim", "Claim", self._claims().items()),
            passage("sentence", self._sentence(row)),
            choice("field", "What is wrong?", [(each, each) for each in (_NONE, *FIELDS)]),
            words("new", "What should it be?", holds, FIELDS.get(name) or ()),
            words("who", "Who corrects?", "your name"),
            words("why", "Why?", "what in the text tells you so"),
        ]

    def _rows(self) -> dict[str, dict]:
        return {row["claim_id"]: row for document in self.texts for row in document.claims.to_dict("records")}

    def _claims(self) -> dict[str, str]:
        """The claims to choose from; those that were rejected too, so that they can be taken back."""
        here = {name: f"“{shorten(row['quote'], 50)}” {citation(row)}" for name, row in self._rows().items()}
        gone = [name for document in self.texts for name in document.notes if name not in here]
        return here | {name: f"{name} (rejected)" for name in gone}

    def _row(self) -> dict | None:
        return self._rows().get(self.values["claim"])

    def _sentence(self, row: dict | None) -> Html:
        """The sentence of the chosen claim, and how it was understood."""
        if row is None:
            claim = self.values["claim"]
            return el("p", f"{claim} is no claim any more." if claim else "No claim is chosen.")
        return join(Html(self.texts.passage(row["claim_id"])._repr_html_()), el("p", in_words(row)))

    def chosen(self, field: str) -> str:
        """Another claim, or another field of it: the value is asked anew."""
        self.renew(new="", **({"field": _NONE} if field == "claim" else {}))
        return _HINT

    def pressed(self, button: str) -> str:
        """Correct the claim, reject it, or take its corrections back."""
        claim, field, new = self.values["claim"], self.values["field"], self.values["new"].strip()
        signed = {"who": self.values["who"], "why": self.values["why"]}
        if not claim:
            raise InterpartyError("there is no claim in these texts.")
        if button == _CORRECT and (field == _NONE or not new):
            raise InterpartyError("choose what is wrong, and write what it should be.")
        if button == _CORRECT:
            self.texts = correct(self.texts, claim, **{field: new}, **signed)
        else:
            self.texts = reject(self.texts, claim, **signed) if button == _REJECT else take_back(self.texts, claim)
        left = self._claims()
        self.renew(claim=claim if claim in left else next(iter(left), ""), field=_NONE, new="")
        file = f"{self.texts.folder.name}/corrections.csv"
        if button == _TAKE_BACK:
            return f"{button}: what was put right in this claim is out of {file} again."
        return f"{button}: written down in {file}, with your name and your reason."

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
