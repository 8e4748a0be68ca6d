"""Rows of one's own for the lexicon: tried, shown with their effect on the claims, and kept in a folder beside the texts."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from ..corpus import Corpus
from ..errors import InterpartyError
from ..extraction import COLUMNS, claims
from ..html import Html, el, join
from ..html import table as page_table
from ..storing import one_writer, whole_file
from ..tables import told
from .engine import OwnRows
from .examples import KINDS, complete, look, test

FOLDER = "lexicon"
#: file, place of the row in words, table, row
_Found = tuple[str, str, str, dict[str, str]]
#: what two claims at the same place are compared in
_COMPARED = [name for name in COLUMNS if name not in ("claim_id", "doc", "par", "start", "end", "quote", "subset_of")]


@dataclass(frozen=True)
class Trial:
    """A row that is being tried: it shows itself with its effect. ``keep()`` writes it beside the texts.

    Attributes
    ----------
    name : str
        The table.
    row : dict
        All cells of the row.
    corpus : Corpus
        The texts as they were.
    after : Corpus
        The texts, read with the row.
    """

    name: str
    row: dict[str, str]
    corpus: Corpus
    after: Corpus

    @property
    def diff(self) -> pd.DataFrame:
        """What the row changes: ``effect`` (new, gone, changed), ``doc par quote``, and ``field before after`` of the claim."""
        return compare(claims(self.corpus), claims(self.after))

    def keep(self) -> Corpus:
        """Write the row into the folder ``lexicon`` beside the texts, from where it is read each time they are opened.

        Returns
        -------
        OwnTexts
            The texts, opened anew.

        Raises
        ------
        InterpartyError
            When the texts are none of one's own, or nothing can be written there.
        """
        from .correcting import only_own
        from .texts import my_texts

        only_own(self.corpus)
        _append(self.corpus.folder / FOLDER / f"{self.name}.csv", self.row)
        return my_texts(self.corpus.folder)

    def _said(self) -> str:
        key = KINDS[self.name].needed[0]
        number = len(self.diff.drop_duplicates(["doc", "par", "quote"]))
        effect = "nothing in these texts" if not number else f"{number} claim{'s' if number > 1 else ''} of these texts"
        return f"The row “{self.row[key]}” of {self.name}: its example is read as it says, and it changes {effect}."

    def __repr__(self) -> str:
        lines = [" | ".join(map(told, line)) for line in self.diff.itertuples(index=False, name=None)]
        return "\n".join([self._said(), *lines])

    def _repr_html_(self) -> Html:
        diff = self.diff
        rows = [list(map(told, line)) for line in diff.itertuples(index=False, name=None)]
        shown = page_table("Before and after", list(diff.columns), rows) if rows else None
        return el("div", join(el("p", self._said()), shown), style="overflow-x:auto", tabindex="0")


def try_row(corpus: Corpus, table: str, **cells: str) -> Trial:
    """Try a row for one of the tables of the lexicon on some texts, and see at once what it changes.

    Parameters
    ----------
    corpus : Corpus
        Texts of one's own, or the five texts (whose results stay as they are: only the trial sees the row).
    table : str
        ``"hedges"``, ``"units"``, ``"cues"``, ``"non_claims"``, ``"names"``, ``"forms"`` or ``"principles"``.
    **cells
        The cells of the row by the names of its columns. Each row needs an ``example``, a sentence of one's own: it is read
        at once, and must be read as the row says.

    Returns
    -------
    Trial

    Raises
    ------
    InterpartyError
        When a cell does not fit, or the example is not read as the row says; the message tells how it was read.

    Examples
    --------
    >>> import interparty as ip
    >>> ip.try_row(ip.load_corpus(), "hedges", phrase="a good", hedge="at_least", example="We met a good 40 guests.")
    The row “a good” of hedges: its example is read as it says, and it changes nothing in these texts.
    """
    if not isinstance(corpus, Corpus):
        raise InterpartyError(f"try_row needs texts, as from ip.my_texts, not {type(corpus).__name__}.")
    where = f"This row for {table}"
    row = complete(table, cells, where)
    rows = next((document.rows for document in corpus if document.rows is not None), None)
    if rows is not None and (table, row) in rows.listed():
        return Trial(table, row, corpus, corpus)  # kept before: a cell that is run twice must not fail
    rows = test(table, row, rows, where)
    return Trial(table, row, corpus, Corpus([replace(document, rows=rows) for document in corpus]))


def compare(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Two claims tables of the same texts: what is new, what is gone, what has changed, a row for each field."""
    old, new = ({(row["doc"], row["start"]): row for row in frame.to_dict("records")} for frame in (before, after))
    for key in [key for key in new if key not in old]:
        # a hedge that is now read begins the quotation further left: the same claim all the same
        same = [known for known in old if known[0] == key[0] and known not in new and _overlap(old[known], new[key])]
        if len(same) == 1:
            old[key] = old.pop(same[0])
    rows = []
    for key in sorted(old.keys() | new.keys()):
        one, other = old.get(key), new.get(key)
        here = other or one
        fields = ["quote", *_COMPARED] if one and other else ["quote"]
        effect = "changed" if one and other else "new" if other else "gone"
        for name in fields:
            was, becomes = told(one[name]) if one else "", told(other[name]) if other else ""
            if was != becomes:
                rows.append((effect, here["doc"], here["par"], here["quote"], name, was, becomes))
    return pd.DataFrame(rows, columns=["effect", "doc", "par", "quote", "field", "before", "after"])


def _overlap(one: dict, other: dict) -> bool:
    return one["start"] < other["end"] and other["start"] < one["end"]


# ---- the folder -------------------------------------------------------------------------------------------------------


def read_rows(folder: Path) -> tuple[OwnRows | None, list[tuple[str, str]]]:
    """The rows of the folder ``lexicon`` beside the texts, each tested by its example.

    Returns
    -------
    OwnRows or None, list of (str, str)
        The rows that can be used, and for each other one its file and a sentence.
    """
    found: list[_Found] = []
    problems: list[tuple[str, str]] = []
    place = folder / FOLDER
    for path in sorted(place.glob("*.csv")) if place.is_dir() else ():
        name = f"{FOLDER}/{path.name}"
        try:
            for line, cells in _file(path):
                try:
                    where = f"{name}, row {line}"
                    found.append((name, where, path.stem, complete(path.stem, cells, where)))
                except InterpartyError as error:
                    problems.append((name, str(error)))
        except InterpartyError as error:
            problems.append((name, str(error)))
    good, wrong = _together(found)
    return (OwnRows.of([(table, row) for _, _, table, row in good]) if good else None), [*problems, *wrong]


def _together(found: list[_Found]) -> tuple[list[_Found], list[tuple[str, str]]]:
    """Those of the rows that do what they say when all are in effect; one engine for all, not one for each."""
    wrong: list[tuple[str, str]] = []
    while found:
        rows = OwnRows.of([(table, row) for _, _, table, row in found])
        good = []
        for name, where, table, row in found:
            try:
                look(table, row, rows, None, where)
            except InterpartyError as error:
                wrong.append((name, str(error)))
            else:
                good.append((name, where, table, row))
        if len(good) == len(found):
            break
        found = good  # a row that is left out may have helped another one
    return found, wrong


def _file(path: Path) -> list[tuple[int, dict[str, str]]]:
    if path.stem not in KINDS:
        raise InterpartyError(f"{FOLDER}/{path.name}: rows can be added to {', '.join(KINDS)}, not to {path.stem!r}.")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InterpartyError(f"{path} cannot be opened ({error.strerror}): check its permissions.") from None
    except UnicodeDecodeError as error:
        raise InterpartyError(f"{path} is not UTF-8 text (byte {error.start}): save it as CSV UTF-8.") from None
    rows = []
    for row in csv.DictReader(io.StringIO(text, newline="")):
        if None in row:
            raise InterpartyError(f"{FOLDER}/{path.name}, row {len(rows) + 2}: words with a comma need quotation marks.")
        rows.append((len(rows) + 2, {name: value or "" for name, value in row.items()}))
    return rows


def _append(path: Path, row: dict[str, str]) -> None:
    path.parent.mkdir(exist_ok=True)
    with one_writer(path):
        _append_alone(path, row)


def _append_alone(path: Path, row: dict[str, str]) -> None:
    known = [cells for _line, cells in _file(path)] if path.is_file() else []
    if row in known:
        return
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, list(row), lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows([*known, row])
    with whole_file(path) as place:
        place.write_text(written.getvalue(), encoding="utf-8", newline="")
