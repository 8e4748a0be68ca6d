"""The denominator dial: expect an average, then choose the first year, pin the sentence that carries it, and print with care."""

from __future__ import annotations

import math
import re

import pandas as pd

from ..bounds import bounds
from ..charts.notes import chosen
from ..corpus import load_corpus
from ..html import Html, el
from ..html import table as page_table
from ..openings import start_years
from ..wording import citation, number, sentence_of, year
from .base import ThinkingWidget, asset

FIRST, LAST = 1974, 1990
OWN = "own"
#: what a sentence fit for print holds → (the words it is known by, what to say when none of them is there)
WANTED = {
    "the hedge": (
        r"more than|over |at least|above|no fewer than|not fewer than|exceed",
        "No hedge was found. The total is “over”: a floor stays a floor when it is divided.",
    ),
    "the time that you divided by": (
        r"\b(?:since|from|between|after)\b.{0,40}\b(?:19\d\d|20\d\d|19\d0s)\b|decades|\b\d\d years|twenty|twenty-five",
        "No stretch of time was found. Without the denominator nobody can check the average.",
    ),
    "that it is an average": (
        r"average|mean\b|a year|per year|each year|yearly|annual",
        "Nothing says that the figure is an average for a year.",
    ),
    "whose visitors": (
        r"department",
        "The count is the International Department's, and your sentence does not name it.",
    ),
}


class DenominatorDial(ThinkingWidget):
    """The live widget; made by :func:`denominator_dial`."""

    _esm = asset(".js", "dial")
    _css = asset(".css", "sandbox", "dial")
    actions = {"expect": "expect", "pin": "pin", "write": "write", "reset": "reset"}  # noqa: RUF012

    def __init__(self, total: dict, pins: list[dict], sentence: str, name: str, folder=None) -> None:
        self._total, self._pins, self._sentence, self._last = total, {pin["id"]: pin for pin in pins}, sentence, None
        self._until = int(year(total["period_end"]))
        super().__init__(name, folder)

    def expect(self, average) -> str:
        """Commit to the average that one expects. The first one stands."""
        try:
            expected = float(str(average).replace(",", ""))
        except ValueError:
            expected = math.nan
        if not math.isfinite(expected) or expected <= 0:
            return "Write the number of delegations and groups a year that you expect, larger than 0."
        if "expect" not in self.answers:
            self.keep("expect", {"average": expected})
        return f"You expect {number(self.expected)} a year. The dial is open."

    def pin(self, first: int, pin: str) -> str:
        """Count from a year, with the sentence that is to carry it."""
        if self.expected is None:
            return "Write the average that you expect first: then the dial opens."
        if pin not in (*self._pins, OWN):
            return "Pin a sentence first. If none of them carries your year, choose the last line."
        if int(first) not in range(FIRST, LAST + 1):
            raise ValueError(first)
        self._last = f"pin:{int(first)}:{pin}"
        self.keep(self._last, {"first": int(first), "pin": pin})
        return " ".join(self.judged(int(first), pin)["told"])

    def write(self, text: str) -> str:
        """Keep the learner's own sentence, and say what a reader would miss in it."""
        self.keep("sentence", {"text": str(text)[:2000]})
        return "Your sentence is saved. " + " ".join(remarks(str(text)))

    @property
    def expected(self) -> float | None:
        """The average to which the learner is committed."""
        return self.answers.get("expect", {}).get("average")

    def floor(self, first: int) -> float:
        """The smallest average that the total allows when it is counted from a year."""
        return (bounds(self._total) / (self._until - first)).low

    def judged(self, first: int, pin: str) -> dict:
        """What follows from a year and a pin: the average, whether the sentence carries it, what other readers print."""
        years, floor = self._until - first, self.floor(first)
        told = [f"Counted from {first} to {self._until}, {years} years: {_more(floor)} a year, on average."]
        told.append(self._carried(first, pin))
        if self.expected is not None and self.expected < floor:
            told.append(f"You expected {number(self.expected)}: fewer than these words allow.")
        elif self.expected is not None:
            told.append(
                f"You expected {number(self.expected)}: these words allow it and do not show it. The floor has no ceiling."
            )
        others = [self._reader(other) for key, other in self._pins.items() if key != pin]
        return {"first": first, "pin": pin, "told": told, "others": others, "floor": floor}

    def _carried(self, first: int, pin: str) -> str:
        if pin == OWN:
            return "No sentence is pinned: the year is your own, and in print you must say so."
        chosen = self._pins[pin]
        said = f"The pinned sentence has “{chosen['when']}”, which gives {chosen['years']}"
        if chosen["first"] <= first <= chosen["last"]:
            return f"{said}: it carries {first}. But consider: {chosen['reading']}"
        gap = chosen["first"] - first if first < chosen["first"] else first - chosen["last"]
        side = "before" if first < chosen["first"] else "after"
        return f"{said}. Your year lies {gap} {'year' if gap == 1 else 'years'} {side} that: this sentence does not carry it."

    def _reader(self, pin: dict) -> str:
        least, most = (_more(self.floor(min(pin[end], LAST))) for end in ("first", "last"))
        prints = f"{least} a year" if least == most else f"{least} or {most} a year, as the words leave the year open"
        return f"A reader who pins “{pin['when']}” {pin['cite']} counts from {pin['years']} and prints: {prints}."

    def picture(self) -> dict:
        """What is to be seen now; no average before the learner has committed."""
        opened = self.expected is not None
        tries = [answer for key, answer in self.answers.items() if key.startswith("pin:") and self._holds(answer)]
        log = [self.judged(answer["first"], answer["pin"]) for answer in sorted(tries, key=lambda answer: answer["at"])]
        years = range(FIRST, LAST + 1)
        return {
            "sentence": self._sentence,
            "cite": citation(self._total),
            "quote": self._total["quote"],
            "expected": self.expected,
            "first": FIRST,
            "last": LAST,
            "until": self._until,
            "averages": {str(y): {"floor": self.floor(y), "words": _more(self.floor(y))} for y in years} if opened else {},
            "pins": [{key: pin[key] for key in ("id", "quote", "cite")} for pin in self._pins.values()] if opened else [],
            "own": OWN,
            "log": log,
            "text": self.answers.get("sentence", {}).get("text", ""),
        }

    def _holds(self, answer: dict) -> bool:
        """Whether an answer from the file still belongs to a year and a sentence that exist."""
        return answer.get("first") in range(FIRST, LAST + 1) and answer.get("pin") in (*self._pins, OWN)

    def twin(self) -> Html:
        """On paper: the total, the four sentences with what each gives, and what a sentence for print must hold."""
        pins = [
            el("li", f"“{pin['quote']}” {pin['cite']}", _fold("Answer", el("p", self._reader(pin), " ", pin["reading"])))
            for pin in self._pins.values()
        ]
        rows = [(str(y), str(self._until - y), f"{_more(self.floor(y))} a year") for y in range(FIRST, LAST + 1)]
        averages = page_table("The total divided by the years.", ("From", "Years", "Average"), rows)
        return el(
            "section",
            el("h3", "Denominator dial"),
            el("blockquote", f"{self._sentence} {citation(self._total)}"),
            el("p", "1. How many delegations and groups do you expect in an average year? Write it down."),
            el("p", "2. From which year do you count? Choose the sentence that carries your year, then unfold."),
            el("ol", pins),
            _fold("The average for every first year", averages),
            el("p", f"3. Write the sentence that you would print. It needs {', '.join(WANTED)}."),
            class_="interparty-dial",
        )


def _fold(summary: str, *inside) -> Html:
    return el("details", el("summary", summary), *inside)


def remarks(text: str) -> list[str]:
    """What a reader finds and misses in a sentence for print; the machine looks for words only."""
    if not text.strip():
        return ["There is nothing in it yet."]
    found = [name for name, (words, _) in WANTED.items() if re.search(words, text, re.IGNORECASE)]
    missed = [said for name, (_, said) in WANTED.items() if name not in found]
    said = [f"Found: {', '.join(found)}."] if found else []
    if re.search(r"every (?:single )?(?:year|day)\b", text, re.IGNORECASE):
        missed.append("“Every” is not “on average”: of no single year do we know anything.")
    return said + missed + ([] if missed else ["All four are there. Whether they fit together, you must judge."])


def _more(floor: float) -> str:
    """A floor in words, never rounded up."""
    return f"more than {number(math.floor(floor * 10 + 1e-9) / 10)}"


def denominator_dial(claims: pd.DataFrame, corpus=None, name: str = "denominator-dial", folder=None) -> DenominatorDial:
    """Make the denominator dial.

    Parameters
    ----------
    claims : DataFrame
        The claims table.
    corpus : Corpus, optional
        Where the sentences come from; without it, the five texts.
    name : str
        Names the file of answers beside the notebook, ``<name>-progress.json``.
    folder : path, optional
        Another place for that file.

    Returns
    -------
    DenominatorDial
        Live in a notebook; on paper, the total, the sentences and a table of averages to unfold.

    Raises
    ------
    InterpartyError
        When the table does not hold the total of idcpc-2003.
    """
    corpus = corpus if corpus is not None else load_corpus()
    keep = (claims["doc"] == "idcpc-2003") & (claims["measure"] == "delegations_received") & (claims["kind"] == "flow")
    rows = chosen(claims, keep & (claims["hedge"] == "at_least"), "no total of delegations received in idcpc-2003")
    total = rows.iloc[0].to_dict()
    pins = [
        {
            "id": row["reading_id"],
            "quote": row["quote"],
            "cite": citation(row),
            "when": row["when"],
            "first": int(row["first"]),
            "last": int(row["last"]),
            "years": row["years"],
            "reading": row["reading"],
        }
        for row in start_years(corpus).to_dict("records")
    ]
    return DenominatorDial(total, pins, sentence_of(corpus, total), name, folder)
