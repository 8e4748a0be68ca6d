"""Reading catalogue.toml: what is known of each text, checked entry by entry against the files."""

from __future__ import annotations

import hashlib
import re
import tomllib
from datetime import date as calendar_date
from pathlib import Path

from .errors import InterpartyError
from .own.decoding import decode

#: fields an entry cannot do without; every other field is passed on as it is
REQUIRED = ("id", "file", "date")
_EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?[~?%]?")
NAME = "catalogue.toml"
HOW_TO_DATE = 'write "2002-10-11", "2007-10", "2007", "2007~" (about 2007) or "" (not known).'


def is_edtf(date: object) -> bool:
    """Whether a date is one that the library can read: EDTF level 0 and 1 for a year, month or day, with ``~ ? %``."""
    if not isinstance(date, str) or not _EDTF.fullmatch(date):
        return False
    year, month, day = (int(part) for part in [*date.rstrip("~?%").split("-"), "1", "1"][:3])
    try:
        return bool(calendar_date(year, month, day))
    except ValueError:  # there is no 31 June, and no month 13
        return False


def read_catalogue(folder: Path) -> list[dict]:
    """The entries of ``folder/catalogue.toml``, in their order.

    Raises
    ------
    InterpartyError
        When the file is missing, cannot be read, or an entry lacks a field or has one that does not fit; the message
        names file and field.
    """
    entries, path = listed(folder), folder / NAME
    for number, entry in enumerate(entries, start=1):
        check_entry(path, number, entry)
    ids = [entry["id"] for entry in entries]
    for twice in {one for one in ids if ids.count(one) > 1}:
        raise InterpartyError(f'{path}: the field "id" has {twice!r} twice; give each text an id of its own.')
    return entries


def listed(folder: Path) -> list[dict]:
    """The entries of ``folder/catalogue.toml`` as they stand there, not yet checked one by one.

    Raises
    ------
    InterpartyError
        When the file is missing, cannot be read, or lists no text.
    """
    path = folder / NAME
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise InterpartyError(
            f"The folder {folder} has no {NAME}: put the list of its texts there, or open it with ip.my_texts, which needs none."
        ) from None
    except OSError as error:
        raise InterpartyError(f"{path} cannot be opened ({error.strerror}): check its permissions.") from None
    try:
        entries = tomllib.loads(raw.decode("utf-8-sig")).get("text")
    except UnicodeDecodeError as error:
        raise InterpartyError(f"{path} is not UTF-8 text (byte {error.start}): save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise InterpartyError(f"{path} is not valid TOML: {error}.") from None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries) or not entries:
        raise InterpartyError(f"{path} lists no text: each text needs a [[text]] table.")
    return entries


def check_entry(path: Path, number: int, entry: dict) -> None:
    """Whether one entry can be used; the ``number`` is its place, from 1.

    Raises
    ------
    InterpartyError
        When a field is missing or does not fit; the message names it.
    """
    where = f"{path}, text {number} ({entry.get('id', 'without id')})"
    for field in REQUIRED:
        if not isinstance(entry.get(field), str) or not (entry[field].strip() or field == "date"):
            raise InterpartyError(f'{where}: the field "{field}" is missing or is no text; add {field} = "…".')
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", entry["id"]):
        raise InterpartyError(f'{where}: the field "id" may hold small letters, digits and hyphens only.')
    if entry["date"] and not is_edtf(entry["date"]):
        raise InterpartyError(f'{where}: the field "date" is {entry["date"]!r}; {HOW_TO_DATE}')
    if Path(entry["file"]).name != entry["file"]:
        raise InterpartyError(f'{where}: the field "file" must be the name of a file in the same folder.')


def read_file(folder: Path, entry: dict) -> str:
    """The text of one entry, exactly as on disk.

    Raises
    ------
    InterpartyError
        When the file is missing, altered (its sha256 differs from the catalogue's) or not UTF-8.
    """
    path = folder / entry["file"]
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise InterpartyError(
            f'{path} is missing, though the field "file" of {entry["id"]} in {NAME} names it: put it back or mend the entry.'
        ) from None
    except OSError as error:
        raise InterpartyError(f"{path} cannot be opened ({error.strerror}): check its permissions.") from None
    expected = entry.get("sha256")
    if expected is not None and hashlib.sha256(raw).hexdigest() != expected:
        raise InterpartyError(
            f'{path} has been altered: its checksum is not the one in the field "sha256" of {NAME}; restore the original file.'
        )
    return decode(raw, path)
