"""Rows behind a mark that stands for two texts: the longest run that they share, in the one and in the other."""

from __future__ import annotations

from ..corpus import Corpus
from ..reuse import shared_strings
from ..wording import citation


def pair_rows(corpus: Corpus, stem: str, one: str, other: str, n: int, tokens: str) -> tuple[dict, dict]:
    """The row of a pair for the data table, and the row of the second text, to which the mark leads as well.

    Parameters
    ----------
    corpus : Corpus
        Holds both texts.
    stem : str
        Begins the ids of the rows.
    one, other : str
        Ids of the texts.
    n : int
        Words of the shortest run.
    tokens : str
        What counts as one word.

    Returns
    -------
    tuple of dict
        ``reading_id``, ``doc``, ``par``, ``quote``, ``start``, ``end`` in each; the first also has ``pair``, ``longest`` (words
        of the run) and ``other`` (the same run in the second text, with its place).
    """
    run = shared_strings(one, other, corpus, n, tokens).iloc[0]
    places = ("doc", "par", "quote", "start", "end")
    first = {"reading_id": f"{stem}-{one}-{other}", **{place: run[place] for place in places}}
    second = {"reading_id": f"{stem}-{other}-{one}", **{place: run[f"other_{place}"] for place in places}}
    told = {"pair": f"{one} – {other}", "longest": run["words"], "other": f"{second['quote']} {citation(second)}"}
    return first | told, second
