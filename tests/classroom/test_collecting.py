"""Archives of learning platforms: every file finds its learner, or is named; none leads out of the folder."""

import stat
import struct
import unicodedata
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("nbgrader")

from interparty.classroom.collecting import collect_archive, whose
from interparty.classroom.course import Course
from interparty.errors import InterpartyError

ASSIGNMENT = "05-jiang-zemin"


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Mei Wang_12345_assignsubmission_file_/05-jiang-zemin.ipynb", ("Mei-Wang_12345", "05-jiang-zemin.ipynb")),
        ("Mei Wang_12345_assignsubmission_file/05-jiang-zemin.ipynb", ("Mei-Wang_12345", "05-jiang-zemin.ipynb")),
        ("wangmei_4711_99_05-jiang-zemin.ipynb", ("wangmei_4711", "05-jiang-zemin.ipynb")),
        ("wangmei_LATE_4711_99_05-jiang-zemin-1.ipynb", ("wangmei_4711", "05-jiang-zemin-1.ipynb")),
        ("mei/05-jiang-zemin.ipynb", ("mei", "05-jiang-zemin.ipynb")),
        ("submitted/mei/05-jiang-zemin/05-jiang-zemin.ipynb", ("mei", "05-jiang-zemin.ipynb")),
        ("mei.wang_05-jiang-zemin.ipynb", ("mei.wang", "05-jiang-zemin.ipynb")),
        ("Ønskelig Ærø_1_assignsubmission_file_/a b.ipynb", ("Ønskelig-Ærø_1", "a-b.ipynb")),
        ("readme.txt", None),
    ],
)
def test_whose_a_file_is(name, own):
    assert whose(name, ASSIGNMENT) == own


def archive(path, *entries):
    with zipfile.ZipFile(path, "w") as out:
        for name, text, mode in entries:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            out.writestr(info, text)
    return path


def test_nothing_in_an_archive_leads_out(tmp_path):
    place = tmp_path / "course"
    (place / "submitted").mkdir(parents=True)
    file = stat.S_IFREG | 0o644
    odd = collect_archive(
        Course(place),
        ASSIGNMENT,
        archive(
            tmp_path / "in.zip",
            ("../../evil/x.ipynb", "evil", file),
            ("mei/../../../x.ipynb", "evil", file),
            ("/etc/x.ipynb", "evil", file),
            ("mei/05-jiang-zemin.ipynb", "hers", file),
            ("mei/key.txt", "../../../keys/jiang_zemin.py", stat.S_IFLNK | 0o777),
            ("__MACOSX/mei/._x", "junk", file),
            ("notes.txt", "?", file),
        ),
    )
    assert "mei/key.txt" in odd and "notes.txt" in odd
    written = [path for path in tmp_path.rglob("*") if path.is_file() or path.is_symlink()]
    assert all(path.parent.name == ASSIGNMENT or path.name == "in.zip" for path in written)
    assert all((place / "submitted") in path.parents for path in written if path.name != "in.zip")
    assert (place / "submitted" / "mei" / ASSIGNMENT / "05-jiang-zemin.ipynb").read_text() == "hers"
    assert not any(path.is_symlink() for path in written)


def test_what_is_no_archive_is_refused(tmp_path):
    Path(tmp_path, "in.zip").write_text("no archive")
    with pytest.raises(InterpartyError, match="zip archive"):
        collect_archive(Course(tmp_path), ASSIGNMENT, tmp_path / "in.zip")


@pytest.fixture
def course(tmp_path):
    (tmp_path / "course" / "submitted").mkdir(parents=True)
    return Course(tmp_path / "course")


FILE = stat.S_IFREG | 0o644


def submitted(course):
    return {path.relative_to(course.root / "submitted").as_posix() for path in course.root.rglob("*") if path.is_file()}


def test_a_damaged_file_costs_nobody_else_anything(tmp_path, course):
    """One entry whose bytes are damaged: it is named, what that learner had stays, the others come in."""
    path = archive(tmp_path / "in.zip", ("an/05-jiang-zemin.ipynb", "an", FILE), ("bo/05-jiang-zemin.ipynb", "BOBOBO", FILE))
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b"BOBOBO", b"BOBOXX"))
    before = course.root / "submitted" / "bo" / ASSIGNMENT / "05-jiang-zemin.ipynb"
    before.parent.mkdir(parents=True)
    before.write_text("what bo had handed in before")
    (odd,) = collect_archive(course, ASSIGNMENT, path)
    assert odd.startswith("bo/05-jiang-zemin.ipynb (it cannot be unpacked")
    assert submitted(course) == {f"an/{ASSIGNMENT}/05-jiang-zemin.ipynb", f"bo/{ASSIGNMENT}/05-jiang-zemin.ipynb"}
    assert before.read_text() == "what bo had handed in before"


def test_a_file_that_lies_about_its_size_does_not_fill_the_disk(tmp_path, course):
    """A bomb: a thousand bytes in the list of the archive, a hundred million when it is unpacked."""
    path = tmp_path / "in.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("mei/05-jiang-zemin.ipynb", b"0" * 100_000_000)
    raw = bytearray(path.read_bytes())
    place = raw.rindex(b"PK\x01\x02")
    raw[place + 24 : place + 28] = struct.pack("<I", 1000)
    path.write_bytes(raw)
    (odd,) = collect_archive(course, ASSIGNMENT, path)
    assert "cannot be unpacked" in odd and submitted(course) == set()


def test_an_archive_with_a_password_or_an_unknown_method_is_named_file_by_file(tmp_path, course):
    path = archive(tmp_path / "in.zip", ("an/05-jiang-zemin.ipynb", "an", FILE), ("bo/05-jiang-zemin.ipynb", "bo", FILE))
    raw = bytearray(path.read_bytes())
    first, second = raw.index(b"PK\x01\x02"), raw.rindex(b"PK\x01\x02")
    raw[first + 8] |= 1  # encrypted
    raw[second + 10 : second + 12] = struct.pack("<H", 97)  # a method that nobody here knows
    path.write_bytes(raw)
    assert len(collect_archive(course, ASSIGNMENT, path)) == 2 and submitted(course) == set()


def test_two_names_that_would_share_a_folder_are_kept_apart(tmp_path, course):
    path = archive(
        tmp_path / "in.zip",
        ("mei li/05-jiang-zemin.ipynb", "first", FILE),
        ("mei-li/05-jiang-zemin.ipynb", "second", FILE),
        ("MEI LI/05-jiang-zemin.ipynb", "third", FILE),
        ("mei li/notes.txt", "first too", FILE),
    )
    odd = collect_archive(course, ASSIGNMENT, path)
    assert len(odd) == 2 and all("somebody else's name" in each for each in odd)
    assert (course.root / "submitted" / "mei-li" / ASSIGNMENT / "05-jiang-zemin.ipynb").read_text() == "first"
    assert f"mei-li/{ASSIGNMENT}/notes.txt" in submitted(course)


def test_one_name_in_two_spellings_of_unicode_is_one_learner(tmp_path, course):
    names = [unicodedata.normalize(form, "Zoë") for form in ("NFC", "NFD")]
    files = [(f"{name}/{n}.ipynb", "x", FILE) for n, name in enumerate(names)]
    assert collect_archive(course, ASSIGNMENT, archive(tmp_path / "in.zip", *files)) == []
    assert submitted(course) == {f"Zoë/{ASSIGNMENT}/0.ipynb", f"Zoë/{ASSIGNMENT}/1.ipynb"}


def test_a_link_in_place_of_a_learner_is_not_followed(tmp_path, course):
    (tmp_path / "elsewhere").mkdir()
    (course.root / "submitted" / "mei").symlink_to(tmp_path / "elsewhere")
    path = archive(tmp_path / "in.zip", ("mei/05-jiang-zemin.ipynb", "hers", FILE))
    assert collect_archive(course, ASSIGNMENT, path) == []
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (course.root / "submitted" / "mei" / ASSIGNMENT / "05-jiang-zemin.ipynb").read_text() == "hers"
