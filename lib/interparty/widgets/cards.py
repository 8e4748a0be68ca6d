"""Reason, decision, effect: cards cut from a story, put into lanes with the word that told, then held against the dates."""

from __future__ import annotations

import pandas as pd

from ..corpus import load_corpus
from ..errors import InterpartyError
from ..html import Html, el
from ..our_readings import readings
from ..wording import date
from .base import ThinkingWidget, asset
from .lanes import LANES, MINISTRIES, NO_WORD, PARTY_ARCHIVE, archive_told, lane_told, out_of_time, sentence_told, word_told

#: letters of a card that name it where the whole would be too long
SHORT = 72
LONGEST = 1000


class CauseCards(ThinkingWidget):
    """The live widget; made by :func:`cause_cards`."""

    _esm = asset(".js", "cards")
    _css = asset(".css", "cards")
    actions = {"place": "place", "date": "date", "write": "write", "reset": "reset"}  # noqa: RUF012

    def __init__(self, cards: dict[str, dict], name: str, folder=None) -> None:
        self._cards = cards
        super().__init__(name, folder)

    def place(self, card: str, lane: str, word: str) -> str:
        """Commit to lane and word of one card. The first answer stands."""
        one = self._cards[card]
        if lane not in LANES or word not in one["words"]:
            raise ValueError(card)
        if self._placed(card) is None:
            self.keep(f"card:{card}", {"lane": lane, "word": word})
        return " ".join(self._told(card)["told"])

    def date(self) -> str:
        """Show the dates, once all cards are placed."""
        left = [card for card in self._cards if self._placed(card) is None]
        if left:
            return f"{len(left)} cards are still to be placed: the dates come after."
        if "dates" not in self.answers:
            self.keep("dates", {"shown": True})
        mine = len(self._late("not_before"))
        his = len(set(self._late("outside")) - set(self._late("not_before")))
        return f"Cards out of time by the dates of the texts: {mine}. By dates from outside: {his} more."

    def write(self, ministry: str, archive: str, text: str) -> str:
        """Keep the sentence for a ministry of 1950 and the archive; said in words what can be said."""
        if not self._dates_open():
            return "Place the cards and see the dates first."
        if not str(text).strip():
            return "Write your sentence first."
        answer = {"ministry": ministry, "archive": archive, "text": str(text)[:LONGEST]}
        told = self._written(answer)
        self.keep("sentence", answer)
        return " ".join(["Your sentence is saved.", *told["told"]])

    def picture(self) -> dict:
        """What is to be seen now. Lane, word and dates of a card stay in Python until the learner has committed."""
        cards = [self._card(card) for card in self._cards]
        kept = self.answers.get("sentence", {})
        known = kept.get("ministry") in MINISTRIES and kept.get("archive") in self._archives()
        return {
            "cards": cards,
            "lanes": list(LANES.items()),
            "placed": sum(card["done"] for card in cards),
            "lanes_right": sum(card["lane_right"] for card in cards if card["done"]),
            "words_right": sum(card["word_right"] for card in cards if card["done"]),
            "dates": self._dates() if self._dates_open() else None,
            "ministries": [[key, name] for key, (name, _, _) in MINISTRIES.items()],
            "archives": self._archives(),
            "written": {**kept, **self._written(kept)} if known else None,
        }

    def _placed(self, card: str) -> dict | None:
        """The answer about a card, if the file holds one that makes sense."""
        answer = self.answers.get(f"card:{card}", {})
        return answer if answer.get("lane") in LANES and answer.get("word") in self._cards[card]["words"] else None

    def _dates_open(self) -> bool:
        return "dates" in self.answers and all(self._placed(card) for card in self._cards)

    def _told(self, card: str) -> dict:
        answer = self._placed(card)
        lane_right, of_lane = lane_told(self._cards[card], answer["lane"])
        word_right, of_word = word_told(self._cards[card], answer["word"])
        return {"lane_right": lane_right, "word_right": word_right, "told": [of_lane, of_word]}

    def _card(self, card: str) -> dict:
        one = self._cards[card]
        shown = {key: one[key] for key in ("before", "quote", "after", "cite", "words", "short")} | {"id": card, "done": False}
        answer = self._placed(card)
        if answer:
            shown |= {"done": True, "lane": answer["lane"], "word": answer["word"], "lane_text": one["lane"], **self._told(card)}
        return shown

    def _late(self, known: str) -> dict[str, str]:
        lanes = {card: answer["lane"] for card in self._cards if (answer := self._placed(card))}
        return out_of_time(self._cards.values(), lanes, known)

    def _dates(self) -> list[dict]:
        """One row a card: its date in the texts, from outside, and where its lane breaks the order of time."""
        inside, outside = self._late("not_before"), self._late("outside")
        rows = []
        for card, one in self._cards.items():
            lane = self._placed(card)["lane"]
            fault = outside.get(card) if card not in inside else None
            if fault and lane == one["lane"]:
                fault += " You followed the text: here it is the text's own order that breaks."
            rows.append({"short": one["short"], "lane": lane, "in_text": _in_text(one), "outside": _outside(one),
                         "inside_fault": inside.get(card, ""), "outside_fault": fault or ""})  # fmt: skip
        return rows

    def _archives(self) -> list[str]:
        return sorted([*(place for _, place, _ in MINISTRIES.values()), PARTY_ARCHIVE])

    def _written(self, answer: dict) -> dict:
        if not answer:
            return {}
        if answer["archive"] not in self._archives():
            raise ValueError(answer["archive"])
        right, told = archive_told(answer["ministry"], answer["archive"])
        return {"right": right, "told": [told, *sentence_told(answer["text"])]}

    def twin(self) -> Html:
        """On paper: the cards with three lanes to choose from, answers folded beneath, then the dates and the last task."""
        items = []
        for one in self._cards.values():
            right = one["told_by"] or NO_WORD
            answer = f"{LANES[one['lane']].capitalize()}. Told by: {right}. {one['why']}"
            words = (f"“{one['before']}", el("strong", one["quote"]), f"{one['after']}” {one['cite']}")
            items.append(el("li", words, _fold("Answer", el("p", answer))))
        lanes = {card: one["lane"] for card, one in self._cards.items()}
        late = out_of_time(self._cards.values(), lanes, "outside")
        dates = [
            el("li", f"{one['short']}: in the texts {_in_text(one)}. {_outside(one)} {late.get(card, '')}")
            for card, one in self._cards.items()
        ]
        places = [el("li", f"{name}: {place}. {more}") for name, place, more in MINISTRIES.values()]
        return el(
            "section",
            el("h3", "Reason, decision, effect"),
            el("p", f"1. Put each card in a lane ({', '.join(LANES.values())}) and name the word that told you. Some have none."),
            el("ol", items),
            el("p", "2. Then look at the dates. Which cards break the order of time?"),
            _fold("Dates", el("ul", dates)),
            el(
                "p",
                "3. Write the sentence that a foreign ministry of 1950 would put in the lane of reasons. Which archive holds it?",
            ),
            _fold("Archives (outside the texts)", el("ul", places)),
            class_="interparty-cards",
        )


def _in_text(one: dict) -> str:
    if not one["date_words"]:
        return "no date"
    return f"“{one['date_words']}”" + (
        "" if one["not_before"][:4] in one["date_words"] else f" (not before {date(one['not_before'])})"
    )


def _outside(one: dict) -> str:
    return f"Outside the texts: {one['outside_note'].replace('*', '')}" if one["outside_note"] else ""


def _fold(summary: str, inner: Html) -> Html:
    return el("details", el("summary", summary), inner)


def cause_cards(cards: pd.DataFrame | None = None, corpus=None, name: str = "cause-cards", folder=None) -> CauseCards:
    """Make the cards of reason, decision and effect.

    Parameters
    ----------
    cards : DataFrame, optional
        Readings with ``lane``, ``told_by``, ``other_words`` (divided by ``|``), ``date_words``, ``not_before``, ``outside``,
        ``outside_note`` and ``why``; without it, the cards of the 1950s.
    corpus : Corpus, optional
        The texts from which the cards are cut; without it, the five texts.
    name : str
        Names the file of answers beside the notebook, ``<name>-progress.json``.
    folder : path, optional
        Another place for that file.

    Returns
    -------
    CauseCards
        Live in a notebook; on paper, the cards with foldable answers.

    Raises
    ------
    InterpartyError
        When the table holds no card, or a lane that there is not.
    """
    corpus = corpus if corpus is not None else load_corpus()
    cards = readings("leaning-cards", corpus) if cards is None else cards
    if cards.empty or (odd := set(cards["lane"]) - set(LANES)):
        what = f"the lane {sorted(odd)[0]!r}" if len(cards) else "no card"
        raise InterpartyError(f"The table of cards holds {what}: each card needs one of the lanes {', '.join(LANES)}.")
    made = {}
    for row in cards.to_dict("records"):
        sentence = corpus[row["doc"]].sentence_at(row["start"])
        at = row["start"] - sentence.start
        words = sorted(filter(None, [row["told_by"], *row["other_words"].split("|")]), key=sentence.text.find)
        made[row["reading_id"]] = row | {
            "before": sentence.text[:at],
            "after": sentence.text[at + len(row["quote"]) :],
            "cite": f"[{row['doc']} ¶{row['par']}]",
            "words": [*words, NO_WORD],
            "outside": row["outside"] or row["not_before"],
            "short": row["quote"] if len(row["quote"]) <= SHORT else row["quote"][:SHORT].rsplit(" ", 1)[0] + " …",
        }
    return CauseCards(made, name, folder)
