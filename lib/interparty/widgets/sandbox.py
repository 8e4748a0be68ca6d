"""The bounds sandbox: turn hedged phrases into bars, then say what two bars allow, before the machine tells."""

from __future__ import annotations

import json

import pandas as pd

from ..bounds import Bounds
from ..corpus import load_corpus
from ..errors import InterpartyError
from ..html import Html, el
from ..wording import ends, number
from .bars import BARS, QUESTIONS, as_bar, largest
from .base import ThinkingWidget, asset
from .judge import CHANGES, FORMS, GUESSES, RIGHT, changed, form_of, judge, read_phrase

AGAINST = (1, 1.5, 2, 3)


class BoundsSandbox(ThinkingWidget):
    """The live widget; made by :func:`bounds_sandbox`."""

    _esm = asset(".js", "sandbox")
    _css = asset(".css", "sandbox")
    actions = {"shape": "shape", "compare": "compare", "write": "write", "reset": "reset"}  # noqa: RUF012

    def __init__(self, bars: dict[str, dict], questions: list[tuple], name: str, folder=None) -> None:
        self._bars, self._questions, self._last = bars, questions, None
        super().__init__(name, folder)

    def shape(self, bar: str, form: str) -> str:
        """Commit to the form of one bar. The first answer stands."""
        if form not in FORMS:
            raise ValueError(form)
        key, claim = f"shape:{bar}", self._bars[bar]
        if key not in self.answers:
            self.keep(key, {"form": form})
        return read_phrase(claim["phrase"], claim["hedge"], claim["limits"], self.answers[key]["form"])[1]

    def compare(self, left: str, left_change: str, right: str, right_change: str, against, guess: str) -> str:
        """Commit to a verdict about two bars. The first answer to a question stands."""
        asked = {
            "left": left,
            "left_change": left_change,
            "right": right,
            "right_change": right_change,
            "against": against,
        }
        first, second = self._sides(asked)
        self._last = None
        if guess not in GUESSES:
            return "Choose one of the three answers first."
        if (left, left_change) == (right, right_change) or first.compare(second) == "certainly equal":
            return "The two sides are the same number, so there is nothing to find out: choose another pair."
        key = f"compare:{json.dumps(asked, sort_keys=True)}"
        known = key in self.answers
        if not known:
            self.keep(key, {**asked, "guess": guess})
        self._last = key
        told = judge(first, second, self.answers[key]["guess"])[2]
        return f"You have answered this question before; the first answer counts. {told}" if known else told

    def write(self, text: str) -> str:
        """Keep the learner's own sentence."""
        self.keep("sentence", {"text": str(text)[:2000]})
        return "Your sentence is saved."

    def picture(self) -> dict:
        """What is to be seen now: bars with their form once it has been chosen, questions, answers, points."""
        bars = [self._bar(bar) for bar in self._bars]
        built = {bar["id"] for bar in bars if bar["done"]}
        compared = {key: one for key, one in self._in_order() if key.startswith("compare:") and self._holds(one)}
        log = [self._told(answer) for answer in compared.values()]
        return {
            "bars": bars,
            "changes": [[key, words] for key, (words, _, _) in CHANGES.items()],
            "against": list(AGAINST),
            "guesses": list(GUESSES),
            "questions": [
                {"title": title, "left": a, "left_change": x, "right": b, "right_change": y, "against": n}
                for title, a, x, b, y, n in self._questions
                if {a, b} <= built
            ],
            "questions_in_all": len(self._questions),
            "log": log,
            "last": list(compared).index(self._last) if self._last in compared else None,
            "score": sum(bar["right"] for bar in bars if bar["done"]) + sum(told["points"] for told in log),
            "best": len(built) + RIGHT * len(log),
            "sentence": self.answers.get("sentence", {}).get("text", ""),
        }

    def _bar(self, bar: str) -> dict:
        claim, value = self._bars[bar], {"value": number(self._bars[bar]["limits"].value)}
        shown = {key: claim[key] for key in ("phrase", "before", "quote", "after", "cite", "counts")}
        shown |= {"id": bar, "done": False, "forms": [[form, words.format(**value)] for form, words in FORMS.items()]}
        answer = self.answers.get(f"shape:{bar}", {}).get("form")
        if answer in FORMS:
            right, told = read_phrase(claim["phrase"], claim["hedge"], claim["limits"], answer)
            shown |= {"done": True, "chosen": answer, "right": right, "told": told, "drawn": _drawn(claim["limits"])}
        return shown

    def _in_order(self) -> list[tuple[str, dict]]:
        return sorted(self.answers.items(), key=lambda pair: pair[1]["at"])

    def _holds(self, answer: dict) -> bool:
        """Whether an answer from the file still belongs to a bar and a change that exist."""
        bars, changes = (
            {answer.get("left"), answer.get("right")},
            {answer.get("left_change"), answer.get("right_change")},
        )
        return bars <= set(self._bars) and changes <= set(CHANGES) and answer.get("guess") in GUESSES

    def _sides(self, asked: dict) -> tuple[Bounds, Bounds]:
        """The two things a verdict is about: two bars, or their quotient and a number."""
        left = changed(self._bars[asked["left"]]["limits"], asked["left_change"])
        right = changed(self._bars[asked["right"]]["limits"], asked["right_change"])
        if asked["against"] is None:
            return left, right
        return left / right, Bounds(low=float(asked["against"]), high=float(asked["against"]))

    def _told(self, answer: dict) -> dict:
        first, second = self._sides(answer)
        verdict, points, told = judge(first, second, answer["guess"])
        names = [self._named(answer, side) for side in ("left", "right")]
        sides = names if answer["against"] is None else [f"{names[0]} divided by {names[1]}", f"the number {answer['against']:g}"]
        return {
            "question": f"Is {sides[0]} larger or smaller than {sides[1]}?",
            "guess": answer["guess"],
            "verdict": verdict,
            "points": points,
            "told": told,
            "beyond": self._beyond(answer["left"], answer["right"]),
            "drawn": [{"name": name, **_drawn(limits)} for name, limits in zip(sides, (first, second), strict=True)],
        }

    def _named(self, answer: dict, side: str) -> str:
        change = answer[f"{side}_change"]
        return f"“{self._bars[answer[side]]['phrase']}”" + ("" if change == "none" else f" {CHANGES[change][0]}")

    def _beyond(self, left: str, right: str) -> list[str]:
        """What the two sentences differ in, and no arithmetic settles."""
        a, b = self._bars[left], self._bars[right]
        differences = (
            ("unit", "They count different things: “{}” and “{}”."),
            ("doc", "They stand in two texts: {} and {}. Check who counts, and whose delegations."),
            ("kind", "One is a {}, the other a {}."),
            ("period", "They cover different times: {}; {}."),
        )
        return [words.format(a[name], b[name]) for name, words in differences if a[name] != b[name]]

    def twin(self) -> Html:
        """On paper: each phrase with its four forms, each ready question, and the answers folded beneath."""
        bars, questions = [], []
        for claim in self._bars.values():
            form = form_of(claim["limits"])
            told = read_phrase(claim["phrase"], claim["hedge"], claim["limits"], form)[1].removeprefix("Right. ")
            answer = _fold(f"{FORMS[form].format(value=number(claim['limits'].value))}. {told}")
            words = (f"“{claim['before']}", el("strong", claim["quote"]), f"{claim['after']}” {claim['cite']}")
            bars.append(el("li", words, answer))
        for title, a, x, b, y, n in self._questions:
            asked = {"left": a, "left_change": x, "right": b, "right_change": y, "against": n}
            told = self._told({**asked, "guess": self._sides(asked)[0].compare(self._sides(asked)[1])})
            answer = f"{told['verdict'].capitalize()}. {told['told'].removeprefix('Right. ')} {' '.join(told['beyond'])}"
            questions.append(el("li", el("strong", title), f" {told['question']}", _fold(answer)))
        forms = "; ".join(words.format(value="N") for words in FORMS.values())
        return el(
            "section",
            el("h3", "Bounds sandbox"),
            el("p", f"1. Turn each figure N into a bar. Choose: {forms}."),
            el("ol", bars),
            el("p", f"2. Answer each question with one of: {', '.join(GUESSES)}. Then unfold."),
            el("ol", questions),
            class_="interparty-sandbox",
        )


def _fold(text: str) -> Html:
    return el("details", el("summary", "Answer"), el("p", text))


def _drawn(limits: Bounds) -> dict:
    return {
        "low": limits.low,
        "high": limits.high,
        "value": limits.value,
        "form": form_of(limits),
        "words": ends(limits),
    }


def bounds_sandbox(
    claims: pd.DataFrame,
    bars: list[str] | None = None,
    questions: list[tuple] | None = None,
    corpus=None,
    name: str = "bounds-sandbox",
    folder=None,
) -> BoundsSandbox:
    """Make the bounds sandbox.

    Parameters
    ----------
    claims : DataFrame
        The claims table.
    bars : list of str, optional
        Claim ids of the phrases to work on; without it, ten phrases of the Jiang years.
    questions : list of tuple, optional
        Ready questions: (title, first claim id, change, second claim id, change, number or None). A change is one of
        ``none x5 d5 d20 d25 d365``; with a number, the first bar is divided by the second and held against it.
    corpus : Corpus, optional
        Where the sentences come from; without it, the five texts.
    name : str
        Names the file of answers beside the notebook, ``<name>-progress.json``.
    folder : path, optional
        Another place for that file.

    Returns
    -------
    BoundsSandbox
        Live in a notebook; on paper, the phrases and questions with foldable answers.

    Raises
    ------
    InterpartyError
        When a claim id is unknown, a phrase has no figure, or the table holds too few of the phrases.
    """
    corpus = corpus if corpus is not None else load_corpus()
    by_id = {claim["claim_id"]: claim for claim in claims.to_dict("records")}
    if bars is None:
        found = {key: claim_id for key, wanted in BARS.items() if (claim_id := largest(claims, *wanted))}
        ready = [(t, found[a], x, found[b], y, n) for t, a, x, b, y, n in QUESTIONS if a in found and b in found]
        bars, questions = list(found.values()), ready if questions is None else questions
    if len(bars) < 2:
        raise InterpartyError("The sandbox needs two phrases at least: give the claims of all five texts, or name more bars.")
    for claim_id in bars:
        if claim_id not in by_id:
            raise InterpartyError(f"There is no claim {claim_id!r} in this table: copy an id from its column claim_id.")
        if pd.isna(by_id[claim_id]["value"]):
            raise InterpartyError(f"The claim {claim_id!r} has no single figure to draw as a bar: leave it out.")
    made = {claim_id: as_bar(by_id[claim_id], corpus) for claim_id in bars}
    asked = [q for q in questions or [] if q[1] in made and q[3] in made]
    return BoundsSandbox(made, asked, name, folder)
