"""Small helpers that keys modules share: one part answered in several ways, claim ids, bounds as typed, passages to look in."""

from __future__ import annotations

import pandas as pd

from ..bounds import Bounds
from ..corpus import Corpus
from ..errors import InterpartyError


def find_claim(claims: pd.DataFrame, doc: str, par: int, words: str) -> pd.Series:
    """The one claim of a paragraph whose quotation holds these words.

    Parameters
    ----------
    claims : DataFrame
        As from ``ip.claims``.
    doc : str
        Id of the text.
    par : int
        Number of the paragraph.
    words : str
        Part of the claim's quotation, such as "nearly 400".

    Raises
    ------
    InterpartyError
        When no claim fits, or more than one.
    """
    here = claims[(claims["doc"] == doc) & (claims["par"] == par) & claims["quote"].str.contains(words, case=False, regex=False)]
    if len(here) != 1:
        raise InterpartyError(f"{len(here)} claims of [{doc} ¶{par}] hold the words “{words}”; exactly one was expected.")
    return here.iloc[0]


def ids(*rows: pd.Series) -> tuple[str, ...]:
    """The claim ids of rows of the claims table."""
    return tuple(row["claim_id"] for row in rows)


def ends(known: Bounds) -> tuple[float | None, float | None]:
    """Bounds as the pair that a learner types."""
    return known.low, known.high


def either(part: str, *answers: object) -> tuple[dict[str, object], ...]:
    """One part answered in any of these ways, for ``AnyOf``."""
    return tuple({part: answer} for answer in answers)


def passages(corpus: Corpus, doc: str, *numbers: int) -> dict[str, str]:
    """Citation → text of the paragraphs in which a learner may look, for ``Evidence``."""
    return {f"{doc} ¶{number}": corpus[doc].paragraphs[number].text for number in numbers}


def quoted(corpus: Corpus, doc: str, par: int, words: str) -> str:
    """Words of a paragraph as a task quotes them, with their place.

    Raises
    ------
    InterpartyError
        When the words do not stand there, letter by letter.
    """
    if words not in corpus[doc].paragraphs[par].text:
        raise InterpartyError(f"the words “{words:.60}” do not stand in [{doc} ¶{par}].")
    return f"> {words} [{doc} ¶{par}]"


def sentence_of(corpus: Corpus, row: pd.Series) -> str:
    """The sentence of a claim as a task quotes it, with its place."""
    return quoted(corpus, row["doc"], int(row["par"]), " ".join(corpus.passage(row["claim_id"]).sentence.split()))


def printed(number: float) -> str:
    """A figure as a text prints it: 26,000."""
    return f"{number:,.10g}"
