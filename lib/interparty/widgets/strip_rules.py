"""What the blank strip knows: which years a sentence claims, and which label a sentence can carry."""

from __future__ import annotations

from dataclasses import dataclass

FIRST, LAST = 1949, 1989
#: the blocks of years that get a label
BLOCKS = (
    (1949, 1954), (1955, 1959), (1960, 1964), (1965, 1969), (1970, 1974), (1975, 1979), (1980, 1984), (1985, 1989),
)  # fmt: skip
LABELS = {
    "nothing": "nothing happened",
    "silent": "source silent",
    "generally": "speaks generally",
    "specifically": "speaks specifically",
}
#: "after 1970s" may begin with the decade or after it
_EITHER = (1970, 1980)


@dataclass(frozen=True)
class Card:
    """One sentence: its words and place, the years it claims (None: no end given), and how it speaks."""

    id: str
    text: str
    cite: str
    first: int | None
    last: int | None
    speaks: str
    reading: str

    @classmethod
    def of(cls, row: dict) -> Card:
        """From a row of ``readings/rupture-strip.csv``."""
        ends = (int(row[end]) if row[end] else None for end in ("first", "last"))
        text, cite = " ".join(row["quote"].split()), f"[{row['doc']} ¶{row['par']}]"
        return cls(row["reading_id"], text, cite, *ends, row["speaks"], row["reading"])

    def covers(self, block: tuple[int, int]) -> bool:
        """Whether the years of the sentence touch the block."""
        return (self.first is None or self.first <= block[1]) and (self.last is None or self.last >= block[0])

    def span(self) -> str:
        """The years in words."""
        return years(self.first, self.last)


def years(first: int | None, last: int | None) -> str:
    """A span of years in words.

    >>> years(None, 1969)
    'no beginning given, to 1969'
    """
    begin = "no beginning given" if first is None else f"from {first}"
    end = "no end given" if last is None else f"to {last}"
    return f"in {first}" if first == last and first else f"{begin}, {end}"


def block_name(block: tuple[int, int]) -> str:
    """The years of a block."""
    return f"{block[0]}–{block[1]}"


def laid(card: Card, first: int | None, last: int | None) -> tuple[bool, str]:
    """Judge where a sentence was laid: whether it fits the words, and what to tell the learner."""
    begins = {card.first, *(_EITHER if card.first in _EITHER else ())}
    # A sentence without a beginning may be laid from the founding of the state: the strip begins there.
    begins |= {FIRST} if card.first is None else set()
    ends = {card.last, *({LAST} if card.last is None else ())}
    fits_first, fits_last = first in begins, last in ends
    ours = f"We read: {card.span()}. {card.reading}"
    if fits_first and fits_last:
        return True, f"That fits the words. {ours}"
    if not fits_last and card.last is not None:
        wrong = "The words close the later end" if last is None else "The words give another last year"
        return False, f"{wrong}: “before” leaves the seventies out, and everything to 1969 in. {ours}"
    if not fits_last:
        return False, f"You closed an end that the words leave open. {ours}"
    wrong = "You gave a beginning that the words do not give" if card.first is None else "The words give another beginning"
    return False, f"{wrong}. {ours}"


def first_label(block: tuple[int, int], label: str | None, book: list[Card]) -> str:
    """What to say to a label that was given from the book alone: a remark, never a correction."""
    over = [card for card in book if card.covers(block)]
    general = bool(over)
    # "after 1970s" may take in the seventies: there the words of the book are uncertain
    doubtful = not general and any(card.first == _EITHER[1] and block[0] >= _EITHER[0] for card in book)
    if label == "nothing":
        return "No sentence says that nothing happened. Where did you read it?"
    if label == "specifically":
        return "Which event, which year, which partner does the book name here?"
    if label == "silent" and general:
        return f"The words of {over[0].cite} take in these years. Is that silence, or general speech?"
    if label == "generally" and doubtful:
        return "Only if “after 1970s” begins in 1970. Taken word for word it begins in 1980."
    if label == "generally" and not general:
        return "No sentence of the book lies on these years."
    if label == "silent" and doubtful:
        return "Taken word for word, yes: “before 1970s” ends in 1969, “after 1970s” begins in 1980."
    return "The sentences that lie here bear this out." if general else "No sentence lies here."


def new_label(block: tuple[int, int], label: str, card: Card) -> tuple[bool, str]:
    """Whether a sentence can carry a new label for a block, and why."""
    name = block_name(block)
    if not card.covers(block):
        return False, f"This sentence speaks of other years ({card.span()}): it cannot carry a label for {name}."
    if label == "nothing":
        return False, (
            f"This sentence does not say that nothing happened in {name}. None of the sentences does. To carry this label, a "
            "source would have to say: in these years there was no contact."
        )
    if label == "silent":
        return False, "A sentence that speaks of these years cannot show that the sources are silent on them."
    if label == "specifically" and card.speaks != "specifically":
        return False, f"It takes in {name}, and names no event, no year and no partner there: that is general speech."
    loose = "" if card.first is not None and card.first >= block[0] and card.last and card.last <= block[1] else (
        " Its years are wider than this block, so it may speak of the block or of its neighbours: keep that doubt."
    )  # fmt: skip
    return True, f"The label of {name} is changed. {card.reading}{loose}"
