"""The date clamp: clues of an undated text close two jaws on an axis of years, as far as they allow and no farther."""

from __future__ import annotations

from ..corpus import Corpus, load_corpus
from ..html import Html, el, table
from ..our_readings import readings
from ..wording import citation
from .base import ThinkingWidget, asset

CLUES = "chen-clues"
FIRST, LAST = 1990, 2020
LABELS = {
    "not before": "not before: it closes the left jaw",
    "not after": "not after: it closes the right jaw",
    "no information": "no information: it moves no jaw",
}
CONFIDENCE = ("sure", "likely", "weak")
FIELDS = ("year", "because", "refuted")

#: (right label, chosen label) → the misreading that this choice shows
MISREADINGS = {
    ("not before", "not after"): "You turned the clue round. Who names a thing writes after it began: that closes the left jaw.",
    ("not before", "no information"): "There is something in it: who names a thing writes after it began.",
    ("not after", "not before"): "You turned the clue round. This one tells when the text must have been finished.",
    ("not after", "no information"): "There is something in it, if only a little: it speaks against a late date.",
    ("no information", "not before"): "You let a clue work that says nothing of this text's date.",
    ("no information", "not after"): "You let a clue work that says nothing of this text's date.",
}


class DateClamp(ThinkingWidget):
    """The live widget; made by :func:`date_clamp`."""

    _esm = asset(".js", "clamp")
    _css = asset(".css", "clamp")
    actions = {"label": "label", "conclude": "conclude", "reset": "reset"}  # noqa: RUF012

    def __init__(self, clues: dict[str, dict], name: str, folder=None) -> None:
        self._clues = clues
        super().__init__(name, folder)

    def label(self, clue: str, label: str, confidence: str) -> str:
        """Commit to what a clue allows. The first answer stands."""
        if clue not in self._clues or label not in LABELS or confidence not in CONFIDENCE:
            raise ValueError(label)
        if f"clue:{clue}" not in self.answers:
            self.keep(f"clue:{clue}", {"label": label, "confidence": confidence})
        return judge(self._clues[clue], **self._answer(clue))[1]

    def conclude(self, year, because: str, refuted: str) -> str:
        """Keep the learner's date with its reason and what would refute it."""
        written = {"year": str(year).strip()[:4], "because": str(because)[:1000], "refuted": str(refuted)[:1000]}
        if not written["year"].isdigit() or not FIRST <= int(written["year"]) <= LAST:
            return f"Write a year between {FIRST} and {LAST}."
        self.keep("conclusion", written)
        missing = [
            word for word, key in (("a reason", "because"), ("what would refute you", "refuted")) if not written[key].strip()
        ]
        lacking = f" Still missing: {' and '.join(missing)}. A date that nothing could refute is no finding." if missing else ""
        return f"Your sentence is saved. {self._against(int(written['year']))}{lacking}"

    def jaws(self) -> list[dict]:
        """The tightest limit of each strength on each side, from the clues that the learner has labelled."""
        done = [clue for clue in self._clues.values() if self._answer(clue["reading_id"])]
        return jaws(done)

    def picture(self) -> dict:
        """What is to be seen now: cards, with their verdict once labelled, the jaws, the conclusion."""
        cards = [self._card(clue) for clue in self._clues.values()]
        done = [card for card in cards if card["done"]]
        return {
            "cards": cards,
            "labels": list(LABELS.items()),
            "confidences": list(CONFIDENCE),
            "axis": [FIRST, LAST],
            "jaws": self.jaws(),
            "jaws_in_words": in_words(self.jaws()),
            "fits": sum(card["right"] for card in done),
            "done": len(done),
            "conclusion": {key: str(self.answers.get("conclusion", {}).get(key, "")) for key in FIELDS},
        }

    def _answer(self, clue: str) -> dict[str, str]:
        held = self.answers.get(f"clue:{clue}", {})
        known = held.get("label") in LABELS and held.get("confidence") in CONFIDENCE
        return {key: held[key] for key in ("label", "confidence")} if known else {}

    def _card(self, clue: dict) -> dict:
        shown = {"id": clue["reading_id"], "clue": clue["clue"], "quote": clue["quote"], "cite": citation(clue), "done": False}
        if answer := self._answer(clue["reading_id"]):
            right, told = judge(clue, **answer)
            shown |= {"done": True, "right": right, "told": told, **answer}
        return shown

    def _against(self, year: int) -> str:
        """How a year stands to the jaws that are closed so far."""
        beyond = [jaw for jaw in self.jaws() if (year < jaw["year"] if jaw["side"] == "left" else year > jaw["year"])]
        if not self.jaws():
            return "No jaw is closed yet: label some clues, and see whether your year holds."
        if not beyond:
            return f"{year} lies between the jaws. {in_words(self.jaws())}"
        told = "; ".join(f"“{jaw['clue']}” speaks against it ({jaw['strength']})" for jaw in beyond)
        return f"{year} lies outside a jaw: {told}. Change the year, or say why the clue does not hold."

    def twin(self) -> Html:
        """On paper: every clue with its verdict folded beneath, and where the jaws end."""
        cards = []
        for clue in self._clues.values():
            verdict = el("details", el("summary", "Answer"), el("p", f"{_verdict(clue)} {clue['reading']}"))
            cards.append((clue["clue"], f"“{clue['quote']}” {citation(clue)}", verdict))
        closed = jaws(list(self._clues.values()))
        return el(
            "section",
            el("h3", "Date clamp"),
            el("p", f"Label each clue: {', '.join(LABELS)}; and say: {', '.join(CONFIDENCE)}. Then unfold."),
            table(f"{len(cards)} clues to the date of a text", ("Clue", "Words", "What it allows"), cards),
            el("details", el("summary", "Where the jaws end"), el("p", in_words(closed))),
            el("p", "Write: c. (year), because …, would be refuted by …"),
            class_="interparty-clamp",
        )


def judge(clue: dict, label: str, confidence: str) -> tuple[bool, str]:
    """Judge a label and a confidence: (whether the label fits, what to tell the learner)."""
    right = label in (clue["label"], clue["also"])
    opening = "That fits." if right else MISREADINGS[clue["label"], label]
    told = f"{opening} {_verdict(clue)} {clue['reading']}"
    if not right:
        return False, told
    surer = CONFIDENCE.index(clue["confidence"]) - CONFIDENCE.index(confidence)
    felt = {0: "Your confidence is ours too."}.get(surer, "You are surer than we are." if surer > 0 else "We are surer than you.")
    return True, f"{told} {felt}"


def jaws(clues: list[dict]) -> list[dict]:
    """The tightest limit of each side and strength; an absence is a strength of its own.

    Parameters
    ----------
    clues : list of dict
        Rows of the table of clues.

    Returns
    -------
    list of dict
        ``side`` (left, right), ``strength``, ``by`` (word, absence), ``year``, ``clue``; a weaker limit is left out where a
        stronger one is as tight.
    """
    closed = []
    for side, column, tightest in (("left", "first_possible", max), ("right", "last_possible", min)):
        reached = None
        for strength in ("sure", "likely", "weak", "an absence"):
            here = [clue for clue in clues if clue[column] and _strength(clue) == strength]
            if not here:
                continue
            best = tightest(here, key=lambda clue: int(clue[column]))
            year = int(best[column])
            if reached is None or tightest(year, reached) != reached:
                reached = year
                closed.append({"side": side, "strength": strength, "by": best["by"], "year": year, "clue": best["clue"]})
    return closed


def in_words(closed: list[dict]) -> str:
    """The jaws in one line."""
    told = []
    for side, words in (("left", "Not before"), ("right", "Not after")):
        here = [f"{jaw['year']} ({jaw['strength']})" for jaw in closed if jaw["side"] == side]
        told.append(f"{words}: {', '.join(here) if here else 'open'}.")
    return " ".join(told)


def _strength(clue: dict) -> str:
    return "an absence" if clue["by"] == "absence" else clue["confidence"]


def _verdict(clue: dict) -> str:
    limits = [f"not {word} {clue[key]}" for word, key in (("before", "first_possible"), ("after", "last_possible")) if clue[key]]
    said = " and ".join(limits) if limits else "no information"
    return f"It says: {said} ({_strength(clue)})."


def date_clamp(corpus: Corpus | None = None, name: str = "date-clamp", folder=None) -> DateClamp:
    """Make the date clamp for chen-2007, the text without a date.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.
    name : str
        Names the file of answers beside the notebook, ``<name>-progress.json``.
    folder : path, optional
        Another place for that file.

    Returns
    -------
    DateClamp
        Live in a notebook; on paper, the clues with foldable answers.

    Raises
    ------
    InterpartyError
        When the words of a clue are not in the texts.
    """
    corpus = corpus if corpus is not None else load_corpus()
    return DateClamp({clue["reading_id"]: clue for clue in readings(CLUES, corpus).to_dict("records")}, name, folder)
