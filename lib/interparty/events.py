"""Dated events of the Hu Jintao years: what ``readings/hu-events.csv`` names, with the dates that the texts give in words."""

from __future__ import annotations

import pandas as pd

from .corpus import Corpus, load_corpus
from .errors import InterpartyError
from .layers.time_phrases import dates
from .our_readings import readings
from .wording import citation, date

TABLE = "hu-events"


def events(corpus: Corpus | None = None) -> pd.DataFrame:
    """Meetings that zhong-2007 names, in order of time; those without a year of their own last.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.

    Returns
    -------
    DataFrame
        The columns of the readings and: ``start``, ``end`` (EDTF, read by the library from the words of time in ``when``),
        ``span`` (True where the words give only a stretch of years), ``time`` (the date in words), ``cite``.

    Raises
    ------
    InterpartyError
        When the words of time of a row are not in its paragraph, or the library finds no date in them.
    """
    corpus = corpus if corpus is not None else load_corpus()
    rows, said = readings(TABLE, corpus), dates(corpus)
    found = [_date_of(row, said) for row in rows.to_dict("records")]
    rows = rows.assign(start=[first for first, _ in found], end=[last for _, last in found])
    rows["span"] = rows["start"] != rows["end"]
    rows["time"] = [_told(row) for row in rows.to_dict("records")]
    rows["cite"] = [citation(row) for row in rows.to_dict("records")]
    return rows.sort_values(["span", "start"], kind="stable").reset_index(drop=True)


def _date_of(row: dict, said: pd.DataFrame) -> tuple[str, str]:
    here = said[(said["doc"] == row["doc"]) & (said["par"] == row["par"]) & (said["quote"] == row["when"])]
    if len(here) != 1 or not isinstance(here.iloc[0]["first"], str) or not isinstance(here.iloc[0]["last"], str):
        raise InterpartyError(f"readings/{TABLE}.csv, row {row['reading_id']!r}: no date is found in “{row['when']}”.")
    return here.iloc[0]["first"], here.iloc[0]["last"]


def _told(row: dict) -> str:
    return f"{date(row['start'])} to {date(row['end'])}, no year for each" if row["span"] else date(row["start"])
