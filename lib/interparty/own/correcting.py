"""Writing corrections: one row of ``corrections.csv`` at a time, whole or not at all, and only what fits the text."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import replace
from datetime import date as calendar_date
from pathlib import Path

from .. import catalogue
from ..corpus import Document, seeds_folder
from ..errors import InterpartyError
from ..storing import one_writer, whole_file
from .correction_file import COLUMNS, EMPTY, FIELDS, NAME, Correction, read, separator, understood
from .corrections import apply, in_effect, raw_claims
from .describing import describe, names_of_new
from .texts import OwnTexts, my_texts


def correct(corpus: OwnTexts, claim_id: str, *, who: str, why: str, **fields) -> OwnTexts:
    """Put fields of a claim right.

    Parameters
    ----------
    corpus : OwnTexts
        One's own texts, from :func:`interparty.my_texts`.
    claim_id : str
        The claim, as in the claims table.
    who, why : str
        Who corrects, and the reason in a few words: both are shown wherever the claim is shown.
    **fields
        The new values, by the names of the columns: ``value``, ``hedge`` (bounds follow from both), ``low`` and ``high``
        (with the hedge ``between`` only), ``unit``, ``measure``, ``direction``, ``kind``, ``period_start``, ``period_end``,
        ``subset_of``; ``None`` empties a field.

    Returns
    -------
    OwnTexts
        The texts, opened anew, with the correction in effect: ``mine = ip.correct(mine, …)``. The row stands in
        ``corrections.csv`` beside the texts.

    Raises
    ------
    InterpartyError
        When there is no such claim, a field does not fit, or the file cannot be written; then nothing is changed.
    """
    document, claim = _claim(corpus, claim_id)
    return _write(corpus, document, claim["start"], claim["end"], "change", who, why, fields)


def reject(corpus: OwnTexts, claim_id: str, *, who: str, why: str) -> OwnTexts:
    """Take a claim out that is none; parameters, return and errors as for :func:`correct`."""
    if isinstance(corpus, OwnTexts) and (known := _rejected(corpus, claim_id)):
        return _write(corpus, *known, "reject", who, why, {})
    document, claim = _claim(corpus, claim_id)
    return _write(corpus, document, claim["start"], claim["end"], "reject", who, why, {})


def add_claim(corpus: OwnTexts, doc: str, quote: str, *, who: str, why: str, **fields) -> OwnTexts:
    """Make a claim of words that the library did not read.

    Parameters
    ----------
    corpus : OwnTexts
        One's own texts.
    doc : str
        The text.
    quote : str
        The exact words, from the hedge to the counted noun; they must stand in the text once.
    who, why, **fields
        As for :func:`correct`; ``value`` (or a hedge that needs none), ``unit`` and ``measure`` are needed.

    Returns
    -------
    OwnTexts
        As for :func:`correct`.

    Raises
    ------
    InterpartyError
        When the words do not stand in the text, or stand there more than once, or a field does not fit.
    """
    only_own(corpus)
    document, found = corpus[doc], []
    place = document.text.find(quote) if isinstance(quote, str) and quote else -1
    while place >= 0:
        found.append(place)
        place = document.text.find(quote, place + 1)
    if len(found) != 1:
        what = f"stand {len(found)} times in {doc}: take more words" if found else f"do not stand in {doc}: copy them from it"
        raise InterpartyError(f"The words “{quote}” {what}.")
    return _write(corpus, document, found[0], found[0] + len(quote), "add", who, why, fields)


def take_back(corpus: OwnTexts, claim_id: str) -> OwnTexts:
    """Take all corrections of a claim out again; return and errors as for :func:`correct`."""
    only_own(corpus)
    path = corpus.folder / NAME
    with one_writer(path):
        # as the file is now: another notebook may have moved the rows since the texts were opened
        document = my_texts(corpus.folder)[str(claim_id).split(".")[0]]
        changes = in_effect(document, raw_claims(document)) if document.corrections else []
        gone = {change.correction.row for change in changes if change.claim_id == claim_id}
        if not gone:
            raise InterpartyError(f"The claim {claim_id!r} has no correction that could be taken back.")
        text, encoding = _old(path)
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator(text)))
        head, body = rows[0], [row for row in rows[1:] if any(cell.strip() for cell in row)]
        kept = [row for line, row in enumerate(body, start=2) if line not in gone]
        with whole_file(path) as place:
            place.write_text(_lines([head, *kept], separator(text)), encoding=encoding, newline="")
    return my_texts(corpus.folder)


def only_own(corpus: object) -> None:
    """Only texts of one's own are changed by their reader: InterpartyError for all others."""
    if not isinstance(corpus, OwnTexts):
        raise InterpartyError("Only texts of your own can be changed by hand: open your folder with ip.my_texts first.")
    if corpus.folder.resolve() == seeds_folder().resolve():
        raise InterpartyError("The five texts are the same for everybody: to correct one, copy it into a folder of your own.")


def _claim(corpus: OwnTexts, claim_id: str) -> tuple[Document, dict]:
    only_own(corpus)
    corpus.passage(claim_id)  # says what is wrong when there is no such claim
    document = corpus[claim_id.split(".")[0]]
    return document, document.claims.set_index("claim_id").loc[claim_id].to_dict()


def _rejected(corpus: OwnTexts, claim_id: str) -> tuple[Document, int, int] | None:
    """Where a claim stood that is rejected already: rejecting it again changes nothing."""
    name = str(claim_id).split(".")[0]
    for change in in_effect(corpus[name], raw_claims(corpus[name])) if name in corpus else ():
        if change.claim_id == claim_id and change.correction.action == "reject":
            return corpus[name], change.correction.start, change.correction.end
    return None


def _write(corpus: OwnTexts, document: Document, start: int, end: int, action: str, who: str, why: str, fields: dict) -> OwnTexts:
    for name in fields:
        if name not in FIELDS:
            raise InterpartyError(f"There is no field {name!r} to correct: use one of {', '.join(FIELDS)}.")
    row = {"doc": document.id, "start": str(start), "end": str(end), "quote": document.text[start:end], "action": action}
    row |= {name: _written(value) for name, value in fields.items()}
    row |= {"who": _words(who), "why": _words(why), "date": calendar_date.today().isoformat()}
    correction = replace(understood({**dict.fromkeys(COLUMNS, ""), **row}), row=0)
    if not any(_is_same(correction, known) for known in document.corrections):
        claims = raw_claims(document)
        in_effect(document, claims)
        apply(document, claims, correction)
        # the name of the text stands in the correction: from now on it is fixed, whatever else comes into the folder
        if document.meta["file"] in names_of_new(corpus.folder, _catalogue(corpus.folder)):
            describe(corpus.folder, document.meta["file"])
        _append(corpus.folder / NAME, row)
    return my_texts(corpus.folder)


def _catalogue(folder: Path) -> list[dict]:
    return catalogue.listed(folder) if (folder / catalogue.NAME).is_file() else []


def _is_same(one: Correction, other: Correction) -> bool:
    """Whether two rows say the same, whenever they were written: a cell that is run twice must not write twice."""
    return replace(one, date="", row=0, fields={}) == replace(other, date="", row=0, fields={}) and str(one.fields) == str(
        other.fields
    )


def _written(value: object) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return EMPTY
    return f"{value:.12g}" if isinstance(value, int | float) and not isinstance(value, bool) else _words(value)


def _words(value: object) -> str:
    return " ".join(str(value).split())


def _append(path: Path, row: dict[str, str]) -> None:
    """The file with one more row. What stands there now stays as it is, letter by letter."""
    with one_writer(path):
        _append_alone(path, row)


def _append_alone(path: Path, row: dict[str, str]) -> None:
    read(path.parent)  # a file that is damaged is not written to
    old, encoding = _old(path) if path.is_file() else (_lines([COLUMNS], ","), "utf-8")
    old += "" if old.endswith("\n") else "\n"
    heads = next(csv.reader(io.StringIO(old, newline=""), delimiter=separator(old)))
    if missing := [name for name in row if row[name] and name not in heads]:
        raise InterpartyError(f"{path} has no column {missing[0]!r}: its first line must be {','.join(COLUMNS)}.")
    with whole_file(path) as place:
        place.write_text(old + _lines([[row.get(name, "") for name in heads]], separator(old)), encoding=encoding, newline="")


def _old(path: Path) -> tuple[str, str]:
    """The file as it is, and how to write it again: a spreadsheet's byte order mark stays."""
    raw = path.read_bytes()
    return raw.decode("utf-8-sig"), "utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "utf-8"


def _lines(rows: list, delimiter: str) -> str:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return written.getvalue()
