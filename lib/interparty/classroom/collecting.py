"""``collect``: what learners handed in is brought into ``submitted``, from nbgrader's exchange or from a learning platform.

The archive of a platform is read entry by entry. Nothing in it decides where a file goes but a name that fits one of the
forms below; whatever fits none is named, so that nobody's work disappears.
"""

from __future__ import annotations

import argparse
import lzma
import re
import shutil
import stat
import tempfile
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..errors import InterpartyError
from .course import Course, succeed
from .intake import LARGEST_FILE

#: how platforms call a file in their archives, most particular first; ``who`` and ``number`` make the learner's name
FORMS = (
    ("Moodle", r"(?P<who>[^/]+?)_(?P<number>\d+)_assignsubmission_[a-z]+_?/(?:[^/]+/)*(?P<file>[^/]+)"),
    ("Canvas", r"(?P<who>[^/_]+)_(?:LATE_)?(?P<number>\d+)_\d+_(?P<file>[^/]+)"),
    ("a folder for each learner", r"(?:submitted/)?(?P<who>[^/]+)/(?:[^/]+/)*(?P<file>[^/]+)"),
    ("learner_assignment.ipynb", r"(?P<who>[^/]+?)_(?P<file>{assignment}[^/]*)"),
)
MOST_FILES, LARGEST_ARCHIVE = 20_000, 4_000_000_000
#: what machines put into archives; and the time of handing in, which is not a learner's to write
_JUNK = re.compile(r"(^|/)(__MACOSX/|\.(?!\.)|Thumbs\.db$|timestamp\.txt$)")


@dataclass(frozen=True)
class Found:
    """A file in an archive: whose it is, its name, its entry."""

    student: str
    file: str
    entry: zipfile.ZipInfo


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("assignment")
    parser.add_argument("archive", nargs="?", type=Path, help="a .zip from Moodle, Canvas …; without it, from the exchange")


def run(course: Course, options: argparse.Namespace) -> int:
    """Collect; gives back the exit code."""
    course.notebook(options.assignment)
    if options.archive is None:
        odd = collect_exchange(course, options.assignment)
    else:
        odd = [f"Left where it is: {what}" for what in collect_archive(course, options.assignment, options.archive)]
    print(f"{len(course.submitted(options.assignment))} submissions of {options.assignment} are in {course.root / 'submitted'}.")
    for name in odd:
        print(name)
    return 1 if odd else 0


def collect_exchange(course: Course, assignment: str) -> list[str]:
    """Collect from nbgrader's exchange with our collector, whatever the configuration says; gives what was left there."""
    from .exchange import LEFT, SafeCollect

    config = course.configuration()
    config.ExchangeFactory.collect = SafeCollect
    log = succeed(course.api(config).collect(assignment), "Collecting from the exchange").get("log") or ""
    return [line[line.index(LEFT) :] for line in log.splitlines() if LEFT in line]


def whose(name: str, assignment: str) -> tuple[str, str] | None:
    """Learner and file of an entry of an archive, or None where its name fits no form.

    Parameters
    ----------
    name : str
        Path inside the archive.
    assignment : str
        The assignment that was collected.
    """
    for _, form in FORMS:
        if match := re.fullmatch(form.replace("{assignment}", re.escape(assignment)), name):
            parts = match.groupdict()
            student = _safe(parts["who"] + (f"_{parts['number']}" if parts.get("number") else ""))
            file = _safe(parts["file"])
            return (student, file) if student and file else None
    return None


def _safe(name: str) -> str:
    """A name that can be a folder and in which nothing leads anywhere."""
    return re.sub(r"[^\w.@()-]+", "-", unicodedata.normalize("NFC", name)).strip(".-@")[:80]


def read_archive(path: Path, assignment: str) -> tuple[list[Found], list[str]]:
    """The files of an archive with their learners, and the names that fit no form.

    Raises
    ------
    InterpartyError
        When it is no archive, or too large.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [each for each in archive.infolist() if not each.is_dir() and not _JUNK.search(each.filename)]
    except (OSError, zipfile.BadZipFile) as error:
        raise InterpartyError(f"{path} cannot be opened as a zip archive: {error}.") from error
    if len(entries) > MOST_FILES or sum(each.file_size for each in entries) > LARGEST_ARCHIVE:
        raise InterpartyError(f"{path.name} holds more files, or larger ones, than a class hands in; it was not unpacked.")
    found, odd = [], []
    first: dict[str, str] = {}  # learner's folder, as a file system may compare it → the name it stands for
    for entry in entries:
        link = stat.S_ISLNK(entry.external_attr >> 16)
        inside = _inside(entry.filename, entries)
        own = None if link or entry.file_size > LARGEST_FILE else whose(inside, assignment)
        if own is None:
            odd.append(entry.filename)
        elif first.setdefault(own[0].casefold(), _stem(inside, own[1])) != _stem(inside, own[1]):
            # "Mei Li" and "Mei-Li" would share a folder, and the one overwrite the other.
            odd.append(f"{entry.filename} (somebody else's name is the same but for a sign)")
        else:
            found.append(Found(*own, entry))
    return found, odd


def _stem(name: str, file: str) -> str:
    """What a name in an archive says of its learner, letter by letter."""
    head = re.split(r"/|_\d+_", name.removeprefix("submitted/"))[0]
    return unicodedata.normalize("NFC", head.removesuffix(f"_{file}"))


def _inside(name: str, entries: list[zipfile.ZipInfo]) -> str:
    """The name without a folder that the whole archive lies in."""
    tops = {PurePosixPath(each.filename).parts[:1] for each in entries}
    inner = PurePosixPath(name).parts
    return "/".join(inner[1:]) if len(tops) == 1 and len(inner) > 2 and not name.startswith("submitted/") else name


def collect_archive(course: Course, assignment: str, path: Path) -> list[str]:
    """Put the files of an archive into ``submitted``; gives the names that fit no form.

    A learner's folder is replaced as a whole; of two files with one name the later one stays.

    Raises
    ------
    InterpartyError
        As for `read_archive`.
    """
    found, odd = read_archive(path, assignment)
    with zipfile.ZipFile(path) as archive:
        for student in sorted({each.student for each in found}):
            folder = course.root / "submitted" / student / assignment
            own = sorted((one for one in found if one.student == student), key=lambda one: one.entry.date_time)
            with tempfile.TemporaryDirectory(dir=course.root, prefix=".collecting-") as place:
                got = [each for each in own if _unpacked(archive, each, Path(place), odd)]
                if got:
                    _replace(folder, Path(place))
    return odd


def _unpacked(archive: zipfile.ZipFile, each: Found, place: Path, odd: list[str]) -> bool:
    """Unpack one file; False, and its name in the list, where the archive is damaged there, or lies about its size."""
    half = place / each.file
    try:
        with archive.open(each.entry) as stream, half.open("wb") as out:
            left = LARGEST_FILE
            while left > 0 and (block := stream.read(min(left, 2**16))):
                out.write(block)
                left -= len(block)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, RuntimeError, NotImplementedError) as error:
        half.unlink(missing_ok=True)
        odd.append(f"{each.entry.filename} (it cannot be unpacked: {error})")
        return False
    return True


def _replace(folder: Path, place: Path) -> None:
    """Put the files of a place into a learner's folder, which is made anew. No link on the way is followed."""
    for each in (folder.parent, folder):
        if each.is_symlink():
            each.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in place.iterdir():
        path.replace(folder / path.name)
