"""Variants of a question: the same skill, asked of another passage, so that a public solution gives no class's exam away.

A pool belongs to one question. Each of its rows makes a whole question, with task, key, hints and misconceptions computed from
the row. A word that the teacher chooses, the seed, picks one row of each pool: by a checksum over sorted names, so that it
picks the same rows on every machine. A question without a pool is the same in every class.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..errors import InterpartyError
from .question import Question

#: which rows a notebook asks, as its first code cell says: "C1:department J2:guests"
VARIANT_VARIABLE = "INTERPARTY_VARIANT"


@dataclass(frozen=True)
class Variant:
    """One row of a pool.

    Attributes
    ----------
    row : str
        Its name in the pool, one word.
    question : Question
        With its key.
    task : str
        The task in Markdown, without its heading.
    aim : str
        The line of the exercise's introduction, where the original's names its own passage; else empty.
    elsewhere : dict
        Id of another cell of the exercise → (words, words in their place), where it speaks of the original.
    """

    row: str
    question: Question
    task: str
    aim: str = ""
    elsewhere: Mapping[str, tuple[str, str]] = ()

    @property
    def heading(self) -> str:
        """The first lines of the task cell."""
        about = self.question
        unit = "point" if about.points == 1 else "points"
        return f"## {about.id} · {about.title}\n\n*{about.points:g} {unit} · {about.skill}*"


Pools = Mapping[str, Mapping[str, Variant]]


def pick(seed: str, question: str, rows: Iterable[str]) -> str:
    """The row that a seed picks.

    Parameters
    ----------
    seed : str
        A word or number, of any length.
    question : str
        The question's id, so that one seed does not pick the first row everywhere.
    rows : iterable of str
        Names of the rows, in any order.
    """
    names = sorted(rows)
    word = unicodedata.normalize("NFC", str(seed)).strip()
    digest = hashlib.sha256(f"{word}\n{question}".encode()).digest()
    return names[int.from_bytes(digest[:8], "big") % len(names)]


def choose(seed: str, pools: Pools) -> dict[str, str]:
    """Question → the row that a seed picks, for every question that has a pool.

    Raises
    ------
    InterpartyError
        When the seed is empty.
    """
    if not str(seed).strip():
        raise InterpartyError("The seed is empty: choose any word or number.")
    return {question: pick(seed, question, pools[question]) for question in sorted(pools) if pools[question]}


def chosen(said: str | None = None) -> dict[str, str]:
    """Question → row, as `VARIANT_VARIABLE` says; empty where it says nothing, or what cannot be read."""
    said = os.environ.get(VARIANT_VARIABLE, "") if said is None else said
    pairs = (each.partition(":") for each in said.split())
    return {question.upper(): row for question, colon, row in pairs if question and colon and row}


def said(rows: Mapping[str, str]) -> str:
    """The other way round: what stands in `VARIANT_VARIABLE`."""
    return " ".join(f"{question}:{row}" for question, row in sorted(rows.items()))


def variant_of(pools: Pools, question: str, row: str) -> Variant:
    """One row of a pool by its name.

    Raises
    ------
    InterpartyError
        When there is no such row.
    """
    rows = pools.get(question, {})
    if row not in rows:
        known = f" There are: {', '.join(sorted(rows))}." if rows else ""
        raise InterpartyError(f"The keys hold no variant “{row:.40}” of {question}.{known}")
    return rows[row]
