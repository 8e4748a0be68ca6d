"""The blank strip: lay sentences on the years they claim, label the years, and change a label only by a sentence."""

from __future__ import annotations

from ..corpus import Corpus, load_corpus
from ..html import Html, el
from ..html import table as page_table
from ..our_readings import readings
from .base import ThinkingWidget, asset
from .strip_rules import BLOCKS, FIRST, LABELS, LAST, Card, block_name, first_label, laid, new_label

#: what the page sends where the words give no beginning, or no end
OPEN = "open"


class BlankStrip(ThinkingWidget):
    """The live widget; made by :func:`blank_strip`."""

    _esm = asset(".js", "strip")
    _css = asset(".css", "strip")
    actions = {name: name for name in ("lay", "label", "change", "write", "reset")}  # noqa: RUF012

    def __init__(self, book: list[Card], others: list[Card], name: str, folder=None) -> None:
        self._book, self._others = book, others
        self._cards = {card.id: card for card in (*book, *others)}
        super().__init__(name, folder)

    def lay(self, card: str, first: str, last: str) -> str:
        """Step 1: lay a sentence of the book on its years. The first answer stands."""
        chosen = self._cards[card]
        if chosen not in self._book:
            raise ValueError(card)
        ends = tuple(None if str(end) == OPEN else int(end) for end in (first, last))
        if any(end is not None and not FIRST <= end <= LAST for end in ends):
            raise ValueError(ends)
        if None not in ends and ends[0] > ends[1]:
            return "The first year is later than the last: exchange the two."
        if f"lay:{card}" not in self.answers:
            self.keep(f"lay:{card}", {"first": ends[0], "last": ends[1]})
        held = self.answers[f"lay:{card}"]
        return laid(chosen, held["first"], held["last"])[1]

    def label(self, labels: dict) -> str:
        """Step 2: label every block from the book alone. The first answer stands."""
        if not self._all_laid():
            return "Lay all the sentences first."
        if set(labels) != {str(block[0]) for block in BLOCKS} or not set(labels.values()) <= set(LABELS):
            return "Give every block of years a label first."
        if "labels" not in self.answers:
            self.keep("labels", {"given": dict(labels)})
        return "Your labels are kept. The department and the minister are now on the second strip."

    def change(self, block: str, label: str, card: str) -> str:
        """Step 3: change one label, with the sentence that you attach."""
        if "labels" not in self.answers:
            return "Label the blocks first."
        start = {str(each[0]): each for each in BLOCKS}[str(block)]
        if label not in LABELS:
            raise ValueError(label)
        if label == self._now(start)[0]:
            return f"{block_name(start)} has this label already: choose another one."
        holds, told = new_label(start, label, self._cards[card])
        if holds:
            self.keep(f"change:{start[0]}", {"label": label, "card": card})
        return told

    def write(self, text: str) -> str:
        """Step 4: keep the learner's own words."""
        self.keep("sentence", {"text": str(text)[:2000]})
        return "Your words are saved."

    def _all_laid(self) -> bool:
        return all(f"lay:{card.id}" in self.answers for card in self._book)

    def _given(self, block: tuple[int, int]) -> str | None:
        label = self.answers.get("labels", {}).get("given", {}).get(str(block[0]))
        return label if label in LABELS else None

    def _now(self, block: tuple[int, int]) -> tuple[str | None, Card | None]:
        """The label of a block as it stands, and the sentence by which it was changed."""
        held = self.answers.get(f"change:{block[0]}", {})
        if held.get("label") in LABELS and held.get("card") in self._cards:
            return held["label"], self._cards[held["card"]]
        return self._given(block), None

    def picture(self) -> dict:
        """What is to be seen now: no reading before it was asked for, no second strip before the labels are given."""
        ready, labelled = self._all_laid(), "labels" in self.answers
        return {
            "years": [FIRST, LAST],
            "labels": list(LABELS.items()),
            "cards": [self._shown(card) for card in self._book],
            "ready": ready,
            "labelled": labelled,
            "blocks": [self._block(block) for block in BLOCKS],
            "others": [self._plain(card) for card in self._others] if labelled else [],
            "sentence": self.answers.get("sentence", {}).get("text", ""),
        }

    def _plain(self, card: Card) -> dict:
        return {"id": card.id, "text": card.text, "cite": card.cite, "first": card.first, "last": card.last, "told": card.reading}

    def _shown(self, card: Card) -> dict:
        shown = {"id": card.id, "text": card.text, "cite": card.cite, "done": False}
        held = self.answers.get(f"lay:{card.id}")
        if held is not None:
            fits, told = laid(card, held["first"], held["last"])
            mine = {"my_first": held["first"], "my_last": held["last"], "right": fits, "told": told}
            shown |= {"done": True, "first": card.first, "last": card.last, **mine}
        return shown

    def _block(self, block: tuple[int, int]) -> dict:
        label, card = self._now(block)
        shown = {"id": str(block[0]), "name": block_name(block), "label": label, "given": self._given(block)}
        if label is not None:
            shown["told"] = first_label(block, shown["given"], self._book) if card is None else f"Changed by {card.cite}."
        return shown

    def twin(self) -> Html:
        """On paper: the sentences with their years folded beneath, an empty strip to fill in, and what to write."""
        items = [el("li", f"{card.text} {card.cite}", _fold(laid(card, card.first, card.last)[1])) for card in self._book]
        second = [el("li", f"{card.text} {card.cite}", _fold(f"{card.span()}. {card.reading}")) for card in self._others]
        heads = ("Years", "My label, from the book alone", "My label now", "The sentence that changed it")
        return el(
            "section",
            el("h3", "The blank strip"),
            el("p", "1. Which years does each sentence of the book claim? Decide, then unfold."),
            el("ol", items),
            el("p", f"2. Label each block from the book alone: {'; '.join(LABELS.values())}."),
            page_table("The strip, to be filled in.", heads, [(block_name(block), "", "", "") for block in BLOCKS]),
            el("p", "3. Now read the department and the minister. Change a label only if you can attach a sentence."),
            el("ol", second),
            el("p", "4. Which label did you change, and what changed your mind?"),
            class_="interparty-strip",
        )


def _fold(text: str) -> Html:
    return el("details", el("summary", "Our reading"), el("p", text))


def blank_strip(corpus: Corpus | None = None, name: str = "blank-strip", folder=None) -> BlankStrip:
    """Make the blank strip.

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
    BlankStrip
        Live in a notebook; on paper, the sentences with foldable readings and a strip to fill in.
    """
    corpus = corpus if corpus is not None else load_corpus()
    rows = readings("rupture-strip", corpus).to_dict("records")
    cards = {strip: [Card.of(row) for row in rows if row["strip"] == strip] for strip in ("1", "2")}
    return BlankStrip(cards["1"], cards["2"], name, folder)
