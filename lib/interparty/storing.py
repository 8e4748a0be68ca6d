"""Writing claims to a file, all or nothing: a file that is there is whole."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

import pandas as pd

from .errors import InterpartyError
from .extraction import COLUMNS

_NUMBERS = {"par": "int64", "start": "int64", "end": "int64", "value": "float64", "low": "float64", "high": "float64"}
#: seconds after which the sign of a writer was left behind by a kernel that ended while it wrote
_LEFT_BEHIND = 20


@contextmanager
def whole_file(path: str | Path) -> Iterator[Path]:
    """A place to write to, which takes the name ``path`` when all is written and vanishes when something goes wrong.

    Raises
    ------
    InterpartyError
        When nothing can be written there, or the disk is full.
    """
    path = Path(path)
    # beside its target, where renaming is one step; the full stop keeps readers of whole folders away from it
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        if path.is_dir():
            raise InterpartyError(f"{path} is a folder: give the name of a file.")
        yield unfinished
        unfinished.replace(path)
    except OSError as error:
        raise InterpartyError(f"{path} could not be written ({error.strerror or error}): choose another place.") from None
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def one_writer(path: str | Path, patience: float = 30) -> Iterator[None]:
    """While it lasts, nobody else who asks for it changes ``path``: read what stands there now, then write it anew.

    Two notebooks that are open on one folder would else write over each other's rows.

    Parameters
    ----------
    path : path
        The file that is to be changed; it need not be there yet.
    patience : float
        Seconds to wait for another writer.

    Raises
    ------
    InterpartyError
        When the file stays in use, or nothing can be written beside it.
    """
    path = Path(path)
    # a file that only one can make: it works on every system, and where several machines share a folder
    sign, until = path.with_name(f".{path.name}.in-use"), time.monotonic() + patience
    while True:
        try:
            sign.open("x").close()
            break
        except FileExistsError:
            try:
                age = time.time() - sign.stat().st_mtime
            except FileNotFoundError:
                continue
            if age > _LEFT_BEHIND:
                sign.unlink(missing_ok=True)
            elif time.monotonic() > until:
                raise InterpartyError(f"{path} is being changed by another notebook: try again in a moment.") from None
            else:
                time.sleep(0.02)
        except OSError as error:
            raise InterpartyError(f"{path} could not be written ({error.strerror or error}): choose another place.") from None
    try:
        yield
    finally:
        sign.unlink(missing_ok=True)


def _csv(table: pd.DataFrame, stream: BinaryIO) -> None:
    stream.write(table.to_csv(index=False, lineterminator="\n").encode("utf-8"))


def _json(table: pd.DataFrame, stream: BinaryIO) -> None:
    rows = table.astype(object).where(table.notna(), None).to_dict("records")
    stream.write((json.dumps(rows, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8"))


def _parquet(table: pd.DataFrame, stream: BinaryIO) -> None:
    import_parquet().write_table(to_arrow(table), stream)


#: format → how a claims table is written to a binary stream
FORMATS: dict[str, Callable[[pd.DataFrame, BinaryIO], None]] = {"csv": _csv, "json": _json, "parquet": _parquet}


def import_parquet():
    """The module ``pyarrow.parquet``.

    Raises
    ------
    InterpartyError
        When pyarrow is not installed, or does not go with the other packages.
    """
    try:
        return import_module("pyarrow.parquet")
    except ModuleNotFoundError:
        raise InterpartyError("Parquet needs the package pyarrow: type `python -m pip install pyarrow`.") from None
    except ImportError as failure:  # a pyarrow that wants a newer NumPy
        raise InterpartyError(
            f"The package pyarrow, which Parquet needs, does not start ({failure}): "
            "type `python -m pip install --upgrade pyarrow numpy pandas`."
        ) from None


def to_arrow(table: pd.DataFrame):
    """A claims table as an Arrow table whose columns have the same types whatever is in them."""
    return import_module("pyarrow").Table.from_pandas(table, schema=arrow_schema(), preserve_index=False)


def arrow_schema():
    """The columns of a claims table and their types, for Parquet."""
    arrow = import_module("pyarrow")
    return arrow.schema([(name, getattr(arrow, _NUMBERS.get(name, "string"))()) for name in COLUMNS])
