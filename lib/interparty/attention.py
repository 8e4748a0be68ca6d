"""The years 1960–77 in the texts: how many words each era gets, and which years two loose dates allow.

Which sentence speaks of which era is a reading (``readings/rupture-words.csv``); the counting is done here. Which words date an
event is a reading as well (``readings/rupture-dates.csv``); the years are read from the words, by the same rules as everywhere.
"""

from __future__ import annotations

import pandas as pd

from .corpus import Corpus, load_corpus
from .dating import date_at
from .errors import InterpartyError
from .our_readings import readings
from .text import fold

#: era → its name, its first year, and the year in which the next begins (for the last: the year of the latest text)
ERAS = {
    "comintern": ("Comintern", 1921, 1949),
    "leaning": ("Leaning to one side", 1949, 1960),
    "rupture": ("Rupture", 1960, 1978),
    "reform": ("Reform and opening", 1978, 1989),
    "jiang": ("Jiang Zemin", 1989, 2002),
    "hu": ("Hu Jintao, to 2007", 2002, 2007),
}


def sentences_of_eras(corpus: Corpus | None = None) -> pd.DataFrame:
    """Every sentence that speaks of a time, with its eras.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.

    Returns
    -------
    DataFrame
        ``reading_id``, ``doc``, ``par``, ``sentence``, ``words`` (between blanks), ``eras`` (one, or several joined by ``;``) and
        ``reading`` (why). A row of the readings holds from its first words up to the next row or the end of its paragraph.

    Raises
    ------
    InterpartyError
        When a row does not begin where a sentence begins, or names an unknown era.
    """
    corpus = corpus if corpus is not None else load_corpus()
    rows = readings("rupture-words", corpus)
    found = []
    for (doc, par), group in rows.groupby(["doc", "par"], sort=False):
        here = [sentence for sentence in corpus[doc].sentences if sentence.par == par]
        for row in group.to_dict("records"):
            if row["start"] not in {sentence.start for sentence in here}:
                raise InterpartyError(
                    f"readings/rupture-words.csv, {row['reading_id']}: no sentence begins with “{row['quote']}”."
                )
            if odd := [era for era in row["eras"].split(";") if era and era not in ERAS]:
                raise InterpartyError(f"readings/rupture-words.csv, {row['reading_id']}: {odd[0]!r} is not an era.")
        for sentence in here:
            before = group[group["start"] <= sentence.start]
            if len(before) and (row := before.iloc[-1])["eras"]:
                words = len(sentence.text.split())
                found.append((row["reading_id"], doc, int(par), sentence.text, words, row["eras"], row["reading"]))
    return pd.DataFrame(found, columns=["reading_id", "doc", "par", "sentence", "words", "eras", "reading"])


def words_by_era(corpus: Corpus | None = None) -> pd.DataFrame:
    """How many words speak of each era, in all and for each year of it.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.

    Returns
    -------
    DataFrame
        ``era``, ``name``, ``first``, ``last``, ``years``, ``sentences`` and ``words`` that speak of this era alone, ``shared``
        (words of sentences that reach over this era and another; never add these), ``per_year`` and ``shared_per_year``.
    """
    told = sentences_of_eras(corpus)
    rows = []
    for era, (name, first, last) in ERAS.items():
        alone = told[told["eras"] == era]
        shared = told[told["eras"].map(lambda eras, era=era: era in eras.split(";") and eras != era)]
        own, also, years = int(alone["words"].sum()), int(shared["words"].sum()), last - first
        rows.append((era, name, first, last, years, len(alone), own, also, own / years, also / years))
    columns = ["era", "name", "first", "last", "years", "sentences", "words", "shared", "per_year", "shared_per_year"]
    return pd.DataFrame(rows, columns=columns)


def years_of(words: str) -> tuple[int, int]:
    """The first and the last year that words of time allow, by the rules of the library.

    >>> years_of("the end of the 1950s")
    (1957, 1959)
    """
    folded = fold(words)
    date = date_at(folded, 0, len(folded))
    if date is None or date.end != len(folded):
        raise InterpartyError(f"No date can be read in “{words}”.")
    return int(date.first[:4]), int(date.last[:4])


def datings(corpus: Corpus | None = None) -> pd.DataFrame:
    """The dates that the texts give to the great debate and to the "Cultural Revolution", as loose intervals.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.

    Returns
    -------
    DataFrame
        The columns of the readings, with ``first`` and ``last`` (no earlier, no later year fits the words) and ``core_first``,
        ``core_last`` (years that the event holds wherever it lies within its words; missing where there is no such year).
    """
    rows = readings("rupture-dates", corpus)
    return rows.join(pd.DataFrame([_loose(row) for row in rows.to_dict("records")], index=rows.index))


def _loose(row: dict) -> dict[str, float]:
    begins = years_of(row["begins_in"])
    if not row["ends_in"]:  # somewhere in it: no year is certain
        return {"first": begins[0], "last": begins[1], "core_first": float("nan"), "core_last": float("nan")}
    ends = years_of(row["ends_in"])
    if row["lasts"]:  # so many years that must begin in the one span and end in the other
        more = int(row["lasts"]) - 1
        begins = (max(begins[0], ends[0] - more), min(begins[1], ends[1] - more))
        ends = (begins[0] + more, begins[1] + more)
    core = (begins[1], ends[0])
    return {"first": begins[0], "last": ends[1], "core_first": core[0], "core_last": core[1]}


def in_common(rows: pd.DataFrame) -> tuple[int, int] | None:
    """The years that lie in every one of these loose intervals, or None where there are none."""
    first, last = int(rows["first"].max()), int(rows["last"].min())
    return (first, last) if first <= last else None
