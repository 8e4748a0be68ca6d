"""Past one machine's patience: the claims of a folder of any number of texts, written to Parquet.

dask.bag goes over groups of *paths*; a worker opens one text at a time, and its claims leave for the disk as it goes, so that
memory is bounded by the largest text. Needs the extra ``scale``: ``python -m pip install "party-to-party[scale]"``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pandas as pd

from . import storing
from .corpus import Document
from .errors import InterpartyError
from .extraction import claims
from .own import beside
from .sources import Source, read, sources

#: a part ends with the text that takes it over so many bytes, or over so many texts
PART_BYTES, PART_TEXTS = 10_000_000, 2_000
#: texts whose claims make one table: a table has its price, however small; the texts themselves go one by one
_BATCH = 100
_FACTS = b"interparty"


@dataclass(frozen=True)
class FolderReport:
    """What became of a folder of texts.

    Attributes
    ----------
    texts, claims : int
        How many texts were read, and how many claims were found in them.
    failures : DataFrame
        The texts that were left out: ``file`` and ``problem``, a sentence.
    output : Path
        The folder with the part files: ``pandas.read_parquet(output)`` reads them all.
    """

    texts: int
    claims: int
    failures: pd.DataFrame
    output: Path

    def __repr__(self) -> str:
        left_out = f", {len(self.failures):,} left out (see .failures)" if len(self.failures) else ""
        return f"{self.texts:,} texts read{left_out}; {self.claims:,} claims in the folder {self.output}."


def claims_of_folder(
    folder: str | Path, output: str | Path, workers: int = 1, *, date: str = "", progress: bool = True
) -> FolderReport:
    """Find the claims of every text of a folder and write them to Parquet files.

    A run that was interrupted goes on where it stopped when it is called again: a part that is written stays.

    Parameters
    ----------
    folder : path
        Texts with a catalogue.toml, or ``.txt`` files in any depth.
    output : path
        A folder for the part files; it is made. Beside them ``_failures.csv`` lists the texts that were left out.
    workers : int
        Processes that read at the same time. With more than one, a script of yours must call this under
        ``if __name__ == "__main__":``, because each process loads the script anew.
    date : str
        Date of all texts as EDTF, where there is no catalogue.
    progress : bool
        Show a progress bar.

    Returns
    -------
    FolderReport

    Raises
    ------
    InterpartyError
        When dask or pyarrow is missing, the folder has no text, ``output`` holds files of another run, or a process was
        ended from outside. A text that cannot be read raises nothing: it is reported and left out.
    """
    if not isinstance(workers, int) or workers < 1:
        raise InterpartyError(f"workers is {workers!r}: give a whole number from 1 on, as many as the machine has cores.")
    bag, diagnostics = _dask()
    storing.import_parquet()
    output = Path(output)
    parts = _plan(sources(folder, date))
    missing = _missing(parts, output)
    bar = diagnostics.ProgressBar() if progress else nullcontext()
    # One part a task, and one task a batch: else the last worker is left with the last six parts.
    how = {"scheduler": "sync"} if workers == 1 else {"scheduler": "processes", "num_workers": workers, "chunksize": 1}
    try:
        if missing:
            with bar:
                bag.from_sequence(missing, npartitions=len(missing)).map(_write_part).compute(**how)
    except BrokenProcessPool:
        raise InterpartyError(
            "A process was ended from outside, perhaps for want of memory: call again with fewer workers."
        ) from None
    return _report(parts, output)


def _dask():
    try:
        return import_module("dask.bag"), import_module("dask.diagnostics")
    except ImportError:
        raise InterpartyError(
            'Folders of any size need the extra scale: type `python -m pip install "dask[bag]" pyarrow`.'
        ) from None


# ---- parts ----------------------------------------------------------------------------------------------------------


def _plan(found: Iterable[Source]) -> list[tuple[str, list[Source]]]:
    """Texts in groups, each with a file name that changes when a text, its date, or the library does."""
    from importlib.metadata import version

    parts: list[tuple[str, list[Source]]] = []
    library = version("party-to-party")
    for number, group in enumerate(_groups(found)):
        said = hashlib.sha256(library.encode())
        for source, size, changed in group:
            said.update(repr((tuple(source), size, changed)).encode())
        parts.append((f"claims-{number:05}-{said.hexdigest()[:12]}.parquet", [source for source, _, _ in group]))
    return parts


def _groups(found: Iterable[Source]) -> Iterator[list[tuple[Source, int, int]]]:
    group: list[tuple[Source, int, int]] = []
    total = 0
    for source in found:
        try:
            facts = Path(source.path).stat()
            size, changed = facts.st_size, (facts.st_mtime_ns, *beside.facts(Path(source.path).parent))
        except OSError:
            size = changed = 0  # reading it will tell what is wrong
        group.append((source, size, changed))
        total += size
        if total >= PART_BYTES or len(group) >= PART_TEXTS:
            yield group
            group, total = [], 0
    if group:
        yield group


def _missing(parts: list[tuple[str, list[Source]]], output: Path) -> list[tuple[str, list[Source]]]:
    """The parts that are still to be made, each with the path of its file."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        present = {file.name for file in output.glob("*.parquet")}
    except OSError as error:
        raise InterpartyError(f"{output} cannot be a folder for the claims ({error.strerror}): choose another place.") from None
    if strange := sorted(present - {name for name, _ in parts}):
        raise InterpartyError(
            f"{output} holds {strange[0]}, which is not of this run (a text, a date or the library has changed): "
            "name an empty folder."
        )
    return [(str(output / name), group) for name, group in parts if name not in present]


def _write_part(part: tuple[str, list[Source]]) -> None:
    path, group = part
    failures: list[list[str]] = []
    count = 0
    with storing.whole_file(path) as place, storing.import_parquet().ParquetWriter(place, storing.arrow_schema()) as writer:
        for table in _tables(group, failures):
            count += len(table)
            writer.write_table(storing.to_arrow(table))
        facts = {"texts": len(group) - len(failures), "claims": count, "failures": failures}
        writer.add_key_value_metadata({_FACTS: json.dumps(facts).encode()})


def _tables(group: list[Source], failures: list[list[str]]) -> Iterator[pd.DataFrame]:
    """The claims of a group, a table for some texts at a time; texts that fail are added to ``failures``."""
    for begin in range(0, len(group), _BATCH):
        batch = group[begin : begin + _BATCH]
        unread: list[list[str]] = []
        try:
            table = claims(_opened(batch, unread))
        except Exception:  # one text must not cost the others their claims
            yield from _one_by_one(batch, failures)
        else:
            failures += unread
            yield table


def _opened(batch: list[Source], unread: list[list[str]]) -> Iterator[Document]:
    for source in batch:
        try:
            document = read(source)
        except InterpartyError as error:
            unread.append([source.path, str(error)])
        else:
            yield document


def _one_by_one(batch: list[Source], failures: list[list[str]]) -> Iterator[pd.DataFrame]:
    for source in batch:
        try:
            table = claims(read(source))
        except InterpartyError as error:
            failures.append([source.path, str(error)])
        except Exception as error:
            failures.append([source.path, f"It could not be worked through ({type(error).__name__}: {error})."])
        else:
            yield table


def _report(parts: list[tuple[str, list[Source]]], output: Path) -> FolderReport:
    parquet = storing.import_parquet()
    facts = [json.loads(parquet.read_metadata(output / name).metadata[_FACTS]) for name, _ in parts]
    failures = pd.DataFrame([one for part in facts for one in part["failures"]], columns=["file", "problem"])
    # readers of whole folders pass over names that begin with an underscore
    with storing.whole_file(output / "_failures.csv") as place:
        failures.to_csv(place, index=False, encoding="utf-8", lineterminator="\n")
    return FolderReport(sum(part["texts"] for part in facts), sum(part["claims"] for part in facts), failures, output)
