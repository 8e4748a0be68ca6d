"""A number that counts something, and a sentence that has some: what the engine hands from one step to the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .nouns import Unit
    from .periods import Period
    from .text import Sentence


class Mention(NamedTuple):
    """A number that counts something, at ``start:end`` of the document's text.

    ``value`` is the figure as printed (None for ``between`` and ``vague``); ``figures`` are the two ends of a ``between``;
    ``per`` names the unit of time of a rate ("every day") that belongs to the figure; ``antecedent`` tells of what an
    elliptic number counts a part: ``last`` for the claim before ("of these, 45"), ``whole`` for the first of the sentence ("of
    the 58 delegations, 17 …"), ``named`` for the last one with the same noun ("of the delegations received, 60 …").
    """

    start: int
    end: int
    value: float | None
    hedge: str
    unit: Unit
    figures: tuple[float, float] | None = None
    per: str | None = None
    antecedent: str = ""
    fraction: bool = False


@dataclass(frozen=True, slots=True)
class SentenceMentions:
    """A sentence with its phrases of time and its mentions."""

    sentence: Sentence
    periods: list[Period]
    mentions: list[Mention]
    #: start of a mention → the phrase of time of its own clause, once it was looked for (own_times.own_period)
    own_periods: dict[int, Period | None] = field(default_factory=dict, init=False, compare=False, repr=False)
