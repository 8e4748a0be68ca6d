"""From the bytes of a file to a text, or to one sentence that says what the file is and what to do about it."""

from __future__ import annotations

from pathlib import Path

from ..errors import InterpartyError

_SAVE = "save it as plain text (.txt, UTF-8)"
#: how a file begins → what it is, and how a text is got out of it
_KINDS = {
    b"%PDF": ("a PDF", f"open it, copy its words into an editor and {_SAVE}"),
    b"PK\x03\x04": ("a Word, LibreOffice or zip file", f"open it in its own program and {_SAVE}"),
    b"\xd0\xcf\x11\xe0": ("a file of an old Word", f"open it in Word and {_SAVE}"),
    b"{\\rtf": ("a file with formatting (RTF)", f"open it in a word processor and {_SAVE}"),
    b"\x89PNG": ("a picture", "type its words or have them read by a text recogniser"),
    b"\xff\xd8\xff": ("a picture", "type its words or have them read by a text recogniser"),
    b"GIF8": ("a picture", "type its words or have them read by a text recogniser"),
    b"<!doctype html": ("a web page", f"open it in a browser, copy its words into an editor and {_SAVE}"),
    b"<html": ("a web page", f"open it in a browser, copy its words into an editor and {_SAVE}"),
}
#: a byte order mark → the encoding; the longer ones first
_MARKS = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
#: the encodings that can be proposed → what they are called
NAMES = {
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "gb18030": "GB18030, an encoding of Chinese",
    "big5": "Big5, an encoding of Chinese",
    "windows-1252": "Windows-1252, an encoding of Western European languages",
}
_SAMPLE = 100_000
_CONTROLS = bytes(range(9)) + bytes(range(14, 32))
#: share of Chinese characters among those that are not plain English letters, from which on a text is Chinese
_MOSTLY = 0.7


def decode(raw: bytes, path: str | Path) -> str:
    """Bytes as text, without touching line ends or a byte order mark: offsets must stay those of the file.

    Parameters
    ----------
    raw : bytes
        The whole file.
    path : path
        Its name, for the message.

    Raises
    ------
    InterpartyError
        When it is no UTF-8 text; the message says what it looks like and what to do.
    """
    head = raw[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for begins, (what, remedy) in _KINDS.items():
        if head.lower().startswith(begins.lower()):
            raise InterpartyError(f"{path} is {what} and no plain text: {remedy}.")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InterpartyError(_no_utf8(raw, path, f"byte {error.start} does not fit")) from None
    if "\0" in text:
        raise InterpartyError(_no_utf8(raw, path, f"byte {raw.index(0)} is zero"))
    return text


def _no_utf8(raw: bytes, path: str | Path, where: str) -> str:
    problem = f"{path} cannot be read as UTF-8 text: {where}; "
    encoding = encoding_of(raw)
    if encoding is None:
        return f"{problem}it looks like no text at all (a program, a picture, damage): put the text itself there, saved as UTF-8."
    text = " ".join(raw[: _SAMPLE - _SAMPLE % 4].decode(encoding, errors="ignore").lstrip("\ufeff").split())
    # a letter that is not English shows best whether the guess is right
    telling = next((place for place, char in enumerate(text) if ord(char) > 126), 0)
    preview = text[max(0, telling - 25) : telling + 35].strip()
    return (
        f"{problem}it looks like {NAMES[encoding]}, and then reads “{preview}”: if these words are right, run "
        f'ip.to_utf8("{Path(path).as_posix()}", "{encoding}"), which keeps the old file beside the new one.'
    )


def encoding_of(raw: bytes) -> str | None:
    """The encoding that bytes which are no UTF-8 look like: a key of ``NAMES``, or None for what looks like no text.

    A guess, to be confirmed by whoever can read the words.
    """
    for mark, encoding in _MARKS.items():
        if raw.startswith(mark):
            return encoding
    sample = raw[: _SAMPLE - _SAMPLE % 4]
    if b"\0" in sample:
        return _wide(sample)
    if len(sample.translate(None, _CONTROLS)) < len(sample) * 0.999:
        return None
    return _chinese(sample) or _western(sample)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: in a Western text every second byte is zero."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else None


def _chinese(sample: bytes) -> str | None:
    for encoding in ("gb18030", "big5"):
        pairs = _pairs(sample)
        if not pairs or _decoded(sample, encoding) is None:
            continue
        # frequent characters stand in the first plane of each standard: the first byte tells
        first, last, trail = (0xA1, 0xD7, 0xA1) if encoding == "gb18030" else (0xA1, 0xC6, 0x40)
        if sum(first <= lead <= last and follows >= trail for lead, follows in pairs) >= _MOSTLY * len(pairs):
            return encoding
    return None


def _pairs(sample: bytes) -> list[tuple[int, int]]:
    """The pairs of bytes that would each be one Chinese character; none if the high bytes do not come in runs."""
    pairs, place = [], 0
    while place + 1 < len(sample):
        if sample[place] >= 0x81:
            pairs.append((sample[place], sample[place + 1]))
            place += 1
        place += 1
    return pairs


def _western(sample: bytes) -> str | None:
    text = _decoded(sample, "windows-1252")
    strange = [char for char in text or "" if ord(char) > 126]
    fits = sum(char.isalpha() or char in "“”‘’–—…€£§°·•«»\u00a0" for char in strange)
    return "windows-1252" if text is not None and fits >= _MOSTLY * len(strange) else None


def _decoded(sample: bytes, encoding: str) -> str | None:
    for cut in range(4):  # the sample may end inside a character
        try:
            return sample[: len(sample) - cut].decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def to_utf8(file: str | Path, encoding: str) -> Path:
    """Save a text file anew as UTF-8. The old file stays beside it, under its name with ``.original`` behind.

    Parameters
    ----------
    file : path
        The text file.
    encoding : str
        What it is now, as the message about the file proposes: ``"utf-16"``, ``"gb18030"``, ``"windows-1252"`` …

    Returns
    -------
    Path
        The file, now UTF-8.

    Raises
    ------
    InterpartyError
        When the file is missing, the encoding is unknown or does not fit, or there is an ``.original`` already.
    """
    from ..storing import whole_file

    path = Path(file)
    kept = path.with_name(f"{path.name}.original")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InterpartyError(f"{path} cannot be opened ({error.strerror}): check its name.") from None
    if kept.exists() and _holds(kept, raw, encoding):
        return path  # done before: a cell that is run twice must not fail
    if kept.exists():
        raise InterpartyError(f"{kept} is there already: {path} was saved anew before; move the old file away first.")
    try:
        text = raw.decode(encoding)
    except LookupError:
        known = ", ".join(dict.fromkeys(NAMES))
        raise InterpartyError(f"There is no encoding called {encoding!r}: use one of {known}.") from None
    except UnicodeDecodeError as error:
        raise InterpartyError(f"{path} is not {encoding}: byte {error.start} does not fit; nothing was changed.") from None
    with whole_file(kept) as place:
        place.write_bytes(raw)
    with whole_file(path) as place:
        place.write_bytes(text.encode("utf-8"))
    return path


def _holds(kept: Path, raw: bytes, encoding: str) -> bool:
    """Whether a file that was kept is the one from which these UTF-8 bytes were made."""
    try:
        return kept.read_bytes().decode(encoding).encode("utf-8") == raw
    except (OSError, LookupError, UnicodeError):
        return False
