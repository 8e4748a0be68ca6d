"""The witness box: what does each text say to a statement, and how many witnesses remain when nobody is counted twice?"""

from __future__ import annotations

import traitlets

from ..corpus import Corpus, load_corpus
from ..errors import InterpartyError
from ..html import Html, el, stressed, table
from ..our_readings import readings
from ..passage import Passage
from ..reuse import shared_counts
from ..wording import citation, date
from .base import ThinkingWidget, asset
from .testimony import STANDS, WHOLE, counted, heard, in_words, pen_of, rulers

LONGEST = 1000
#: so many statements have to be counted before the last question opens
ENOUGH = 3


class WitnessBox(ThinkingWidget):
    """The live widget; made by :func:`witness_box`."""

    _esm = asset(".js", "witness")
    _css = asset(".css", "witness")
    actions = {"hear": "hear", "count": "count", "conclude": "conclude", "reset": "reset"}  # noqa: RUF012

    #: citation → text of the paragraph, sent once
    paragraphs = traitlets.Dict().tag(sync=True)

    def __init__(
        self, cases: dict[str, dict], pens: dict[str, dict], shared: dict[frozenset, int], name: str, folder=None
    ) -> None:
        self._cases, self._pens, self._shared = cases, pens, shared
        super().__init__(name, folder)
        self.paragraphs = {cell["cite"]: cell["paragraph"] for case in cases.values() for cell in case["cells"].values()}

    def hear(self, statement: str, stands: dict) -> str:
        """Commit to what each of the texts does. The first answer stands."""
        case = self._cases[statement]
        if not isinstance(stands, dict):
            raise ValueError(statement)
        chosen = {doc: stands.get(doc) for doc in case["cells"]}
        missing = [doc for doc, stand in chosen.items() if stand not in list(STANDS)]
        if missing:
            return f"Hear all of them first: {', '.join(missing)} still without an answer."
        if self._heard(statement) is None:
            self.keep(f"hear:{statement}", {"stands": chosen})
        fits = sum(right for right, _ in self._verdicts(statement).values())
        return f"You hear {fits} of {len(chosen)} as we do. Now count the witnesses."

    def count(self, statement: str, same: list, reason: str) -> str:
        """Keep which stating texts bring no new witness, with the reason."""
        if self._heard(statement) is None:
            return "Hear the texts first: then count."
        if not self._fits(statement, same):
            raise ValueError(statement)
        if not str(reason).strip():
            return "Write your reason: why so many, and why no more?"
        self.keep(f"count:{statement}", {"same": sorted(set(same)), "reason": str(reason)[:LONGEST]})
        return f"Your count is saved. {self._counted(statement)['told']}"

    def conclude(self, number, reason: str) -> str:
        """Keep the learner's number for the whole collection, with the reason."""
        done = self._done()
        if done < ENOUGH:
            return f"Count the witnesses of {ENOUGH - done} more statements first."
        if str(number) not in map(str, WHOLE):
            return f"Choose a number from {min(WHOLE)} to {max(WHOLE)}."
        if not str(reason).strip():
            return "Write your reason first."
        self.keep("whole", {"number": int(number), "reason": str(reason)[:LONGEST]})
        return f"Saved. {WHOLE[int(number)]}"

    def picture(self) -> dict:
        """What is to be seen now; what a text says to a statement stays in Python until the learner has committed."""
        whole = self.answers.get("whole", {})
        known = whole.get("number") in list(WHOLE)
        return {
            "statements": [self._statement(key) for key in self._cases],
            "stands": list(STANDS.items()),
            "done": self._done(),
            "enough": ENOUGH,
            "numbers": list(WHOLE),
            "whole": {**whole, "told": WHOLE[whole["number"]]} if known else None,
        }

    def _heard(self, statement: str) -> dict[str, str] | None:
        """The learner's answers to one statement, if the file holds answers that make sense."""
        stands = self.answers.get(f"hear:{statement}", {}).get("stands")
        docs = self._cases[statement]["cells"]
        fits = isinstance(stands, dict) and all(stands.get(doc) in list(STANDS) for doc in docs)
        return {doc: stands[doc] for doc in docs} if fits else None

    def _verdicts(self, statement: str) -> dict[str, tuple[bool, str]]:
        chosen, cells = self._heard(statement), self._cases[statement]["cells"]
        return {doc: heard(cell, chosen[doc]) for doc, cell in cells.items()}

    def _stating(self, statement: str) -> list[dict]:
        return [cell for cell in self._cases[statement]["cells"].values() if cell["stand"] == "states"]

    def _fits(self, statement: str, same: object) -> bool:
        """Whether these are texts that state it."""
        stating = [cell["doc"] for cell in self._stating(statement)]
        return isinstance(same, list) and all(doc in stating for doc in same)

    def _counted(self, statement: str) -> dict | None:
        kept, stating = self.answers.get(f"count:{statement}", {}), self._stating(statement)
        same = kept.get("same")
        if self._heard(statement) is None or not self._fits(statement, same):
            return None
        told = f"{counted(stating, same, self._pens)} {self._words_shared(stating)}".strip()
        return {"same": same, "reason": str(kept.get("reason", "")), "number": len(stating) - len(same), "told": told}

    def _words_shared(self, cells: list[dict]) -> str:
        """Which of these texts share strings of six words."""
        docs = [cell["doc"] for cell in cells]
        pairs = [(self._shared.get(frozenset((a, b)), 0), a, b) for i, a in enumerate(docs) for b in docs[i + 1 :]]
        told = [f"{a} and {b} {number}" for number, a, b in sorted(pairs, reverse=True) if number]
        return f"Strings of six words that these texts share, anywhere in them: {', '.join(told)}." if told else ""

    def _done(self) -> int:
        return sum(self._counted(key) is not None for key in self._cases)

    def _statement(self, key: str) -> dict:
        case, chosen = self._cases[key], self._heard(key)
        texts = []
        verdicts = self._verdicts(key) if chosen else {}
        for doc, cell in case["cells"].items():
            shown = {"doc": doc, "who": case["who"][doc], "cite": cell["cite"]}
            if chosen:
                right, told = verdicts[doc]
                shown |= {"yours": chosen[doc], "ours": cell["stand"], "also": cell["also"], "right": right, "told": told}
                shown |= {part: cell[part] for part in ("lead", "quote", "tail")}
            texts.append(shown)
        done = self._counted(key)
        return {
            "id": key,
            "statement": case["statement"],
            "texts": texts,
            "heard": chosen is not None,
            "counted": done,
            "lesson": case["lesson"] if done else "",
        }

    def twin(self) -> Html:
        """On paper: each statement with the passages, our reading and the ways of counting folded beneath."""
        parts = []
        for case in self._cases.values():
            cells = case["cells"].values()
            stating = [cell for cell in cells if cell["stand"] == "states"]
            rows = [
                (
                    cell["doc"],
                    f"“{cell['quote']}” {cell['cite']}",
                    el("details", el("summary", "Answer"), el("p", f"It {STANDS[cell['stand']]}. ", stressed(cell["reading"]))),
                )
                for cell in cells
            ]
            names = "; ".join(f"{cell['doc']}: {pen_of(cell, self._pens)[1]}" for cell in stating)
            parts += [
                el("h4", case["statement"]),
                table("Does it state this, speak against it, or is it silent?", ("Text", "Passage", "Our reading"), rows),
                el(
                    "details",
                    el("summary", "How many witnesses?"),
                    el("p", f"{in_words(rulers(stating, self._pens))} Pens: {names}. ", stressed(case["lesson"])),
                ),
            ]
        return el(
            "section",
            el("h3", "Witness box"),
            el(
                "p",
                f"Decide for each statement and text: {', '.join(STANDS.values())}. Then count the independent witnesses.",
            ),
            parts,
            el("p", "How many independent witnesses are there in the five texts? Write a number and your reason."),
            class_="interparty-witness",
        )


def witness_box(corpus: Corpus | None = None, name: str = "witness-box", folder=None) -> WitnessBox:
    """Make the witness box.

    Parameters
    ----------
    corpus : Corpus, optional
        The five texts; loaded when left out.
    name : str
        Names the file of answers beside the notebook, ``<name>-progress.json``.
    folder : path, optional
        Another place for that file.

    Returns
    -------
    WitnessBox
        Live in a notebook; on paper, the statements with the passages and foldable answers.

    Raises
    ------
    InterpartyError
        When the words of a reading are not in the texts, or a text of the corpus has no row for a statement.
    """
    corpus = corpus if corpus is not None else load_corpus()
    cells = readings("witness-cells", corpus).to_dict("records")
    pens = {row["doc"]: row for row in readings("witness-pens", corpus).to_dict("records")}
    oldest = sorted(corpus, key=lambda document: document.date)
    cases = {}
    for row in readings("witness-statements", corpus).to_dict("records"):
        found = {cell["doc"]: cell for cell in cells if cell["statement"] == row["reading_id"]}
        if missing := [document.id for document in oldest if document.id not in found]:
            raise InterpartyError(f"readings/witness-cells.csv has no row for {row['reading_id']} and {missing[0]}: add one.")
        cases[row["reading_id"]] = {
            "statement": row["statement"],
            "lesson": row["lesson"],
            "cells": {document.id: _cell(found[document.id], corpus) for document in oldest},
            "who": {document.id: f"{pens[document.id]['pen_name']}, {date(document.date)}" for document in oldest},
        }
    counts = shared_counts(corpus).to_dict("records")
    shared = {frozenset((row["one"], row["other"])): int(row["strings"]) for row in counts}
    return WitnessBox(cases, pens, shared, name, folder)


def _cell(cell: dict, corpus: Corpus) -> dict:
    document = corpus[cell["doc"]]
    passage = Passage.around(document, cell["start"], cell["end"])
    places = {part: getattr(passage, part) for part in ("lead", "quote", "tail")}
    return cell | places | {"cite": citation(cell), "paragraph": document.paragraphs[cell["par"]].text}
