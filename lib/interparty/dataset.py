"""The dataset: claims, dates, names, eras and forms as CSV, with a description for machines and a codebook for readers.

The description is a Data Package (https://datapackage.org); see ``dataset_page``.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pandas as pd

from .corpus import Corpus, load_corpus
from .dataset_page import NAME, TABLES, codebook_page, columns, package
from .errors import InterpartyError


def tables(corpus: Corpus | None = None) -> dict[str, pd.DataFrame]:
    """The tables of the dataset.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.

    Returns
    -------
    dict of str to DataFrame
        ``texts claims dates names eras forms corrections``, with the columns of :func:`columns`.
    """
    from .extraction import claims
    from .layers.codebook import forms
    from .layers.gazetteer import names
    from .layers.periodisation import eras
    from .layers.time_phrases import dates
    from .own.corrections import corrections

    corpus = load_corpus() if corpus is None else corpus
    wanted = [row["column"] for row in columns() if row["table"] == "texts"]
    said = [{"id": document.id, "date": document.date, **document.meta} for document in corpus]
    about = [{"author": row.get("speaker", ""), **row} for row in said]  # in texts of one's own, who speaks stands there
    texts = pd.DataFrame([{name: row.get(name, "") for name in wanted} for row in about], columns=wanted)
    periods = eras(corpus)
    periods["evidence"] = [
        "; ".join(f"{one.era}: {' '.join(one.quote.split())}" for one in found) for found in periods["evidence"]
    ]
    found = {"claims": claims(corpus), "dates": dates(corpus), "names": names(corpus), "eras": periods, "forms": forms(corpus)}
    found["corrections"] = corrections(corpus)
    return {"texts": texts, **found}


def export(folder: str | Path, corpus: Corpus | None = None) -> Path:
    """Write the dataset into a folder: its tables as CSV, ``datapackage.json``, ``codebook.md``. Whole, or not at all.

    Parameters
    ----------
    folder : path
        A new or empty folder, or one that an earlier export has made: that is replaced.
    corpus : Corpus, optional
        The texts; without it, the five texts.

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    InterpartyError
        When the folder holds something else, or cannot be written to.
    """
    folder = Path(folder)
    _may_be_replaced(folder)
    corpus = load_corpus() if corpus is None else corpus
    found = tables(corpus)
    unfinished = folder.with_name(f".{folder.name}.{os.getpid()}.unfinished")
    try:
        unfinished.mkdir(parents=True)
        for name, frame in found.items():
            text = frame.to_csv(index=False, lineterminator="\n")
            (unfinished / f"{name}.csv").write_bytes(_lower_booleans(frame, text).encode("utf-8"))
        description = json.dumps(package(corpus), ensure_ascii=False, indent=2) + "\n"
        (unfinished / "datapackage.json").write_bytes(description.encode("utf-8"))
        (unfinished / "codebook.md").write_bytes(codebook_page(corpus, found).encode("utf-8"))
        _exchange(unfinished, folder)
    except OSError as error:
        raise InterpartyError(f"{folder} could not be written ({error.strerror or error}): choose another place.") from None
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return folder


def _lower_booleans(frame: pd.DataFrame, text: str) -> str:
    """True and False as a Data Package writes them."""
    logical = [name for name in frame if frame[name].dtype == bool]
    if not logical:
        return text
    told = frame.assign(**{name: frame[name].map({True: "true", False: "false"}) for name in logical})
    return told.to_csv(index=False, lineterminator="\n")


def _may_be_replaced(folder: Path) -> None:
    if folder.is_file():
        raise InterpartyError(f"{folder} is a file: give the name of a folder.")
    if not folder.is_dir() or not any(folder.iterdir()):
        return
    try:
        ours = json.loads((folder / "datapackage.json").read_text("utf-8")).get("name") == NAME
        known = {*(f"{name}.csv" for name in TABLES), "datapackage.json", "codebook.md"}
        strangers = sorted(entry.name for entry in folder.iterdir() if entry.name not in known)
    except (OSError, ValueError, AttributeError):
        ours, strangers = False, []
    if not ours or strangers:
        what = f"“{strangers[0]}”" if strangers else "files that no export has made"
        raise InterpartyError(f"{folder} holds {what}, which would be lost: give a new or an empty folder.")


def _exchange(new: Path, place: Path) -> None:
    """Give the finished folder its name; what was there before is put aside until that is done."""
    aside = new.with_suffix(".old")
    if place.is_dir():
        place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        if aside.is_dir():
            aside.rename(place)
        raise
    shutil.rmtree(aside, ignore_errors=True)
