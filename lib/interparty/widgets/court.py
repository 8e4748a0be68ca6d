"""The arrow court: draw who acts towards whom, clause by clause, and name the word that licenses each arrow."""

from __future__ import annotations

import pandas as pd

from ..corpus import Corpus, load_corpus
from ..errors import InterpartyError
from ..html import Html, el
from ..our_readings import readings
from ..wording import citation
from .base import ThinkingWidget, asset
from .ruling import RIGHT, judge, tokens

LINES = ("solid", "dashed", "none")
STANDS = {"defend": "I defend my reading", "withdraw": "I withdraw it"}
RULE = (
    "Draw an arrow from the one who acts to the one whom the action reaches, and mark one word of the clause that says so: a "
    "verb of action, or a noun made of one, such as help. Without such a word the line stays dashed. Where the clause, with "
    "the sentence before it, names one actor only, draw nothing."
)
SCORE = "Points: solid arrows with the right word and the right ends, minus all other solid arrows. Dashed lines cost nothing."


class ArrowCourt(ThinkingWidget):
    """The live widget; made by :func:`arrow_court`."""

    _esm = asset(".js", "court-map", "court")
    _css = asset(".css", "court")
    actions = {"enter": "enter", "verdict": "verdict", "answer": "answer", "reset": "reset"}  # noqa: RUF012

    def __init__(self, clauses: list[dict], actors: list[dict], name: str, folder=None) -> None:
        self._clauses = {clause["id"]: clause for clause in clauses}
        self._actors, self._names = actors, {actor["id"]: actor["name"] for actor in actors}
        super().__init__(name, folder)

    def enter(self, clause: str, line: str, source: str = "", target: str = "", word: str = "") -> str:
        """Put one arrow on the record. It can be changed until the verdict is asked for."""
        if self._closed():
            return "The verdict has been given: your arrows stand as they are. To begin again, clear all answers."
        if line not in LINES or clause not in self._clauses:
            raise ValueError(line)
        if line == "none":
            source = target = word = ""
        elif {source, target} - set(self._names) or source == target:
            return "Choose two different actors first, or say that the clause names one actor only."
        elif (line == "solid") != (word in self._clauses[clause]["words"]):
            raise ValueError(word)
        self.keep(f"arrow:{clause}", {"line": line, "source": source, "target": target, "word": word})
        left = len(self._clauses) - len(self._drawn())
        return "On the record. " + (f"{left} to go." if left else "All clauses are done: ask for the verdict.")

    def verdict(self) -> str:
        """Commit to all arrows: from now on ours are shown beside them."""
        left = len(self._clauses) - len(self._drawn())
        if left:
            return f"Not yet: {left} clauses have no answer."
        if not self._closed():
            self.keep("verdict", {})
        count = sum(not told["agrees"] for told in self._told().values())
        return f"You and we differ on {count} of {len(self._clauses)} clauses." if count else "Your arrows and ours agree."

    def answer(self, clause: str, stand: str, text: str) -> str:
        """Keep the learner's sentence on one difference."""
        if not self._closed() or clause not in self._clauses:
            raise ValueError(clause)
        if stand not in STANDS:
            return "Choose first: do you defend your reading, or withdraw it?"
        if not str(text).strip():
            return "Write one sentence with your reason."
        self.keep(f"sentence:{clause}", {"stand": stand, "text": str(text)[:1000]})
        return "Your sentence is saved."

    def picture(self) -> dict:
        """The clauses and the learner's arrows; ours, and every judgment, only after the verdict."""
        drawn = self._drawn()
        shown = {
            "rule": RULE,
            "score_rule": SCORE,
            "actors": self._actors,
            "stands": list(STANDS.items()),
            "clauses": [
                {key: clause[key] for key in ("id", "before", "quote", "after", "cite", "words")} | {"yours": drawn.get(name)}
                for name, clause in self._clauses.items()
            ],
            "closed": self._closed(),
        }
        if shown["closed"]:
            told = self._told()
            shown["ours"] = [
                {"clause": name, "same": told[name]["agrees"], **{key: row[key] for key in ("line", "source", "target")}}
                for name, clause in self._clauses.items()
                for row in clause["rows"]
            ]
            shown["told"] = told
            shown["score"] = sum(one["points"] for one in told.values())
            shown["best"] = RIGHT * sum(clause["rows"][0]["line"] == "solid" for clause in self._clauses.values())
        return shown

    def _closed(self) -> bool:
        return "verdict" in self.answers and len(self._drawn()) == len(self._clauses)

    def _drawn(self) -> dict[str, dict]:
        """The learner's arrows that still belong to clauses and actors that exist."""
        found = {}
        for name, clause in self._clauses.items():
            answer = self.answers.get(f"arrow:{name}", {})
            ends, line = {answer.get("source"), answer.get("target")}, answer.get("line")
            fits = line == "none" or (line in LINES and ends <= set(self._names))
            if fits and (line != "solid" or answer.get("word") in clause["words"]):
                found[name] = {key: answer.get(key, "") for key in ("line", "source", "target", "word")}
        return found

    def _told(self) -> dict[str, dict]:
        told = {}
        for name, answer in self._drawn().items():
            rows = self._clauses[name]["rows"]
            agrees, points, said = judge(rows, answer, self._names)
            kept = self.answers.get(f"sentence:{name}", {})
            told[name] = {
                "agrees": agrees,
                "points": points,
                "said": said,
                "ours": self._in_words(rows),
                "why": " ".join(dict.fromkeys(row["reading"] for row in rows)),
                "stand": kept.get("stand", ""),
                "text": kept.get("text", ""),
            }
        return told

    def _in_words(self, rows: list[dict]) -> str:
        first = rows[0]
        if first["line"] == "none":
            return "no arrow: one actor only"
        sources = " and ".join(self._names[row["source"]] for row in rows)
        if first["line"] == "dashed":
            return f"{sources} - - - {self._names[first['target']]}, dashed"
        licensing = " or ".join(f"“{word}”" for word in first["word"].split(";"))
        return f"{sources} → {self._names[first['target']]}, licensed by {licensing}"

    def twin(self) -> Html:
        """On paper: the rule, the actors, each clause, and our reading folded beneath it."""
        clauses = []
        for clause in self._clauses.values():
            why = " ".join(dict.fromkeys(row["reading"] for row in clause["rows"]))
            folded = el("details", el("summary", "Our arrow"), el("p", f"{self._in_words(clause['rows'])}. {why}"))
            words = (f"“{clause['before']}", el("strong", clause["quote"]), f"{clause['after']}” {clause['cite']}")
            clauses.append(el("li", words, folded))
        return el(
            "section",
            el("h3", "Arrow court"),
            el("p", RULE),
            el("p", f"The actors: {'; '.join(self._names.values())}."),
            el("ol", clauses),
            el("p", f"{SCORE} On each difference write one sentence: defend your reading, or withdraw it."),
            class_="interparty-court",
        )


def arrow_court(
    arrows: pd.DataFrame | None = None,
    actors: pd.DataFrame | None = None,
    corpus: Corpus | None = None,
    name: str = "arrow-court",
    folder=None,
) -> ArrowCourt:
    """Make the arrow court.

    Parameters
    ----------
    arrows : DataFrame, optional
        Our readings: ``clause doc par start end quote source target line word also reading``; rows with the same
        ``clause`` belong together. Without it, those of the Comintern years.
    actors : DataFrame, optional
        ``reading_id label x y``, the places from 0 to 10 across and upward. Without it, the actors of these years.
    corpus : Corpus, optional
        Where the words around a clause come from; without it, the five texts.
    name : str
        Names the file of answers beside the notebook, ``<name>-progress.json``.
    folder : path, optional
        Another place for that file.

    Returns
    -------
    ArrowCourt
        Live in a notebook; on paper, the clauses with our readings to unfold.

    Raises
    ------
    InterpartyError
        When a reading names an actor that is not in the table of actors.
    """
    corpus = corpus if corpus is not None else load_corpus()
    arrows = readings("comintern", corpus) if arrows is None else arrows
    actors = readings("comintern-actors", corpus) if actors is None else actors
    people = [
        {
            "id": row["reading_id"],
            "name": row["label"].replace("|", " "),
            "label": row["label"].split("|"),
            "x": float(row["x"]),
            "y": float(row["y"]),
        }
        for row in actors.to_dict("records")
    ]
    known = {person["id"] for person in people} | {""}
    if strangers := sorted({*arrows["source"], *arrows["target"]} - known):
        raise InterpartyError(f"The arrows name {strangers[0]!r}, who is not in the table of actors: add a row for it.")
    clauses = [_clause(key, group.to_dict("records"), corpus) for key, group in arrows.groupby("clause", sort=False)]
    return ArrowCourt(clauses, people, name, folder)


def _clause(key, rows: list[dict], corpus: Corpus) -> dict:
    """A clause with the rest of its sentence and the sentence before it, which a pronoun may point to."""
    first = rows[0]
    document = corpus[first["doc"]]
    paragraph = document.paragraphs[first["par"]]
    here = [sentence for sentence in document.sentences if sentence.par == first["par"] and sentence.start < first["end"]]
    inside = [sentence for sentence in here if sentence.end > first["start"]]
    begin = here[max(0, len(here) - len(inside) - 1)].start
    end = min(inside[-1].end, paragraph.end)
    return {
        "id": str(key),
        "rows": rows,
        "quote": first["quote"],
        "before": document.text[begin : first["start"]],
        "after": document.text[first["end"] : end],
        "cite": citation(first),
        "words": list(dict.fromkeys(tokens(first["quote"]))),
    }
