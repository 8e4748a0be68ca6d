"""The desk of tensions: two sentences that pull against each other, what their bounds allow, and a way out that you defend."""

from __future__ import annotations

import re
from collections import Counter

import pandas as pd

from ..corpus import load_corpus
from ..errors import InterpartyError
from ..holding import in_words
from ..html import Html, el, join
from ..our_readings import readings
from ..passage import Passage
from ..tensions import TENSIONS, Tension, beyond
from ..wording import citation
from .base import ThinkingWidget, asset

#: what a reader may expect before any arithmetic
GUESSES = {
    "both": "All of it can be true as it stands.",
    "not both": "It cannot all be true of the same thing and the same time.",
    "apart": "They speak of different things, so they cannot be held against each other.",
}
#: the last choice of every investigation
OPEN = "open"
OPEN_SAYS = "None of these can be chosen from the texts. I leave it open."
WAYS = {
    "agent": "who counts or acts",
    "unit": "what is counted",
    "window": "which years",
    "formula": "how the figure is held: round, hedged, a standing formula",
    "manner": "a manner of speaking",
    "slip": "a slip of the writer",
    "text-age": "the age of the sentence",
    OPEN: "left open",
}
_FEWEST = 6


class TensionDesk(ThinkingWidget):
    """The live widget; made by :func:`tension_desk`."""

    _esm = asset(".js", "tensions")
    _css = asset(".css", "sandbox", "tensions")
    actions = {"expect": "expect", "choose": "choose", "turn": "turn", "reset": "reset"}  # noqa: RUF012

    def __init__(self, cases: list[dict], name: str, folder=None) -> None:
        self._cases, self._at = {case["id"]: case for case in cases}, cases[0]["id"]
        super().__init__(name, folder)

    def turn(self, case: str) -> str:
        """Open another investigation."""
        self._at = self._cases[case]["id"]
        return ""

    def expect(self, case: str, guess: str) -> str:
        """Commit to an expectation. The first one stands."""
        self.turn(case)
        if guess not in GUESSES:
            return "Choose what you expect first: then the arithmetic opens."
        if f"expect:{case}" not in self.answers:
            self.keep(f"expect:{case}", {"guess": guess})
        return self._met(case)

    def choose(self, case: str, way: str, why: str) -> str:
        """Keep the way out that the learner chooses, with the reason."""
        self.turn(case)
        known = {row["reading_id"]: row for row in self._cases[case]["ways"]}
        if f"expect:{case}" not in self.answers:
            return "Say first what you expect."
        if way not in (*known, OPEN):
            return "Choose one of the ways out, or leave it open: that is a choice too."
        why = " ".join(str(why).split())[:2000]
        if len(why.split()) < _FEWEST:
            return f"Give your reason in a sentence: {_FEWEST} words at least."
        self.keep(f"way:{case}", {"way": way, "why": why})
        quoted = quotes_the_text(why, self._cases[case]["sentences"])
        told = "" if quoted else " Your reason names no words of the passages: a reader will ask where you see it."
        needs = f" To be sure, one would need: {_small(known[way]['needs'])}" if way != OPEN else ""
        return f"Saved. It is your choice, and no machine can check it.{told}{needs}"

    def _met(self, case: str) -> str:
        """What the arithmetic says to the expectation; it never decides."""
        case = self._cases[case]
        guess = self.answers[f"expect:{case['id']}"]["guess"]
        if guess == "not both" and not case["strained"]:
            told = "The bounds do not prove that: they leave room for all of it."
            return f"{told} {case['no_strain'] or 'Look which end is open.'}"
        if guess == "both" and case["strained"]:
            return "As bare numbers they do not agree. Whether all of it can be true depends on what each counts."
        if guess == "apart":
            return "Perhaps. The list below says in what they differ. The arithmetic holds only if you set that aside."
        told = f"The arithmetic does not speak against you. {case['no_strain'] if guess == 'both' else ''}".strip()
        return f"{told} Now look at what it cannot settle."

    def picture(self) -> dict:
        """The open investigation, what is still closed left out, and where the learner stands."""
        case = self._cases[self._at]
        guess = self.answers.get(f"expect:{self._at}", {}).get("guess")
        chosen = self.answers.get(f"way:{self._at}", {})
        shown = {key: case[key] for key in ("id", "title", "question", "passages")}
        shown |= {"guess": guess, "way": chosen.get("way"), "why": chosen.get("why", "")}
        if guess:
            ways = [[row["reading_id"], f"{row['says']} {row['place']}"] for row in case["ways"]]
            ways.append([OPEN, OPEN_SAYS])
            shown |= {"held": case["held"], "beyond": case["beyond"], "ways": ways, "met": self._met(self._at)}
        return {"case": shown, "cases": self._standing(), "guesses": list(GUESSES.items()), "tally": self._tally()}

    def _standing(self) -> list[list[str]]:
        closed, begun = ({case for case in self._cases if f"{step}:{case}" in self.answers} for step in ("way", "expect"))
        marks = {case: "✓ " if case in closed else "… " if case in begun else "" for case in self._cases}
        return [[case, f"{marks[case]}{one['id']} · {one['title']}"] for case, one in self._cases.items()]

    def _tally(self) -> str:
        kinds = {row["reading_id"]: row["way"] for one in self._cases.values() for row in one["ways"]} | {OPEN: OPEN}
        taken = [kinds[a["way"]] for case in self._cases if (a := self.answers.get(f"way:{case}")) and a["way"] in kinds]
        if not taken:
            return f"No investigation of {len(self._cases)} is closed yet."
        counted = "; ".join(f"{WAYS[kind]}: {times}" for kind, times in Counter(taken).most_common())
        return f"Closed: {len(taken)} of {len(self._cases)} investigations. Your ways out: {counted}."

    def twin(self) -> Html:
        """On paper: the sentences, the question, and folded the arithmetic and the ways out."""
        return el("section", el("h3", "Tensions"), map(_printed, self._cases.values()), class_="interparty-tensions")


def _printed(case: dict) -> Html:
    lines = [el("li", f"{held['words']} {held['said']}") for held in case["held"]]
    ways = [el("li", f"{row['says']} {row['place']} One would need: {_small(row['needs'])}") for row in case["ways"]]
    inside = join(el("p", "What the bounds allow:"), el("ul", lines), el("p", "Ways out:"), el("ul", ways, el("li", OPEN_SAYS)))
    return join(
        el("h4", f"{case['id']} · {case['title']}"),
        [el("blockquote", Html(passage)) for passage in case["passages"]],
        el("p", case["question"]),
        el("details", el("summary", "Arithmetic and ways out"), inside),
    )


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def quotes_the_text(why: str, sentences: list[str], run: int = 2) -> bool:
    """Whether a reason uses words of the passages: two in a row that are more than little words, or a figure.

    >>> quotes_the_text("because in recent years is loose", ["In recent years, the department receives"])
    True
    """
    said, texts = _tokens(why), [_tokens(sentence) for sentence in sentences]
    there = {tuple(text[i : i + run]) for text in texts for i in range(len(text))}
    pairs = (tuple(said[i : i + run]) for i in range(len(said) - run + 1))
    figures = {word for text in texts for word in text if word[0].isdigit()}
    return bool(figures & set(said)) or any(pair in there and max(map(len, pair)) > 4 for pair in pairs)


def _tokens(text: str) -> list[str]:
    return re.findall(r"\d[\d,]*|[a-z]+", text.casefold())


def _case(one: Tension, claims: pd.DataFrame, corpus, ways: pd.DataFrame) -> dict:
    rows = one.rows(claims)
    sentences: dict[tuple, list[dict]] = {}
    for row in rows:
        sentences.setdefault((row["doc"], corpus[row["doc"]].sentence_at(row["start"]).start), []).append(row)
    held_up = one.held(claims)
    return {
        "id": one.id,
        "title": one.title,
        "question": one.question,
        "passages": [str(_marked(corpus, group)) for group in sentences.values()],
        "sentences": [Passage.around(corpus[row["doc"]], row["start"], row["end"]).sentence for row in rows],
        "held": [
            {
                "words": f"{held.what}: {held.left_is} is {in_words(held.left)}; {held.right_is} is {in_words(held.right)}.",
                "said": held.said,
                "verdict": held.verdict,
            }
            for held in held_up
        ],
        "strained": any(held.verdict in one.strained_by for held in held_up),
        "no_strain": one.no_strain,
        "beyond": beyond(rows),
        "ways": [row | {"place": citation(row)} for row in ways[ways["tension"] == one.id].to_dict("records")],
    }


def _marked(corpus, rows: list[dict]) -> Html:
    """One sentence with all of its claims marked, and its place."""
    document = corpus[rows[0]["doc"]]
    sentence = document.sentence_at(rows[0]["start"])
    pieces, here = [], sentence.start
    for row in sorted(rows, key=lambda row: row["start"]):
        mark = el("mark", document.text[row["start"] : row["end"]], class_="ip-quote")
        pieces += [document.text[here : row["start"]], mark]
        here = row["end"]
    return join(pieces, document.text[here : sentence.end], f" {citation(rows[0])}")


def tension_desk(
    claims: pd.DataFrame, only: list[str] | None = None, corpus=None, name: str = "tensions", folder=None
) -> TensionDesk:
    """Make the desk of tensions: investigations of figures that pull against each other.

    For each: read the sentences, commit to what you expect, see what strict bounds allow, choose a way out and defend it.

    Parameters
    ----------
    claims : DataFrame
        The claims table of the five texts.
    only : list of str, optional
        Ids of the investigations, in this order; without it, all of ``interparty.tensions.TENSIONS``.
    corpus : Corpus, optional
        Where the sentences come from; without it, the five texts.
    name : str
        Names the file of answers beside the notebook, ``<name>-progress.json``.
    folder : path, optional
        Another place for that file.

    Returns
    -------
    TensionDesk
        Live in a notebook; on paper, the sentences with arithmetic and ways out folded beneath.

    Raises
    ------
    InterpartyError
        When an id is unknown, or the table lacks a claim of an investigation.
    """
    corpus = corpus if corpus is not None else load_corpus()
    known = {one.id: one for one in TENSIONS}
    wanted = list(known) if only is None else list(only)
    if strange := [one for one in wanted if one not in known] or ([] if wanted else ["nothing"]):
        raise InterpartyError(f"There is no tension {strange[0]!r}: choose among {', '.join(known)}.")
    ways = readings("tensions", corpus)
    return TensionDesk([_case(known[one], claims, corpus, ways) for one in wanted], name, folder)
