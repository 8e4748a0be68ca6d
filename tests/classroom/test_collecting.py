"""Archives of learning platforms: every file finds its learner, or is named; none leads out of the folder."""

import stat
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
