"""The set-up check speaks in sentences and never raises, whatever is broken."""

import errno
import os
import sys
from importlib import metadata
from pathlib import Path

import matplotlib
import pytest

from interparty import InterpartyError, check_setup, corpus, setup_check

CHECKED = ["Python", "Helper packages", "Toolbox", "The texts", "Charts", "Widgets", "Your folder"]


def line(report, what):
    """The one line of a report on this thing."""
    (found,) = [line for line in report.lines if line.what == what]
    return found


def test_everything_is_in_place_here(tmp_path):
    report = check_setup(tmp_path)
    assert [line.what for line in report.lines] == CHECKED
    assert report.ok, repr(report)
    assert report.summary.startswith("Everything is in place")
    assert list(tmp_path.iterdir()) == [], "the trial file was left behind"


def test_versions_come_from_the_installed_package():
    required = setup_check._required()
    assert {"pandas", "matplotlib", "ipywidgets", "anywidget"} <= set(required)
    assert "jupyterlab" not in required, "an optional package is no reason to alarm anybody"
    assert f"pandas {metadata.version('pandas')}" in line(check_setup(), "Helper packages").sentence


def test_an_old_package_says_what_to_type(monkeypatch):
    real = metadata.version
    monkeypatch.setattr(setup_check.metadata, "version", lambda name: "1.9.3" if name == "pandas" else real(name))
    found = line(check_setup(), "Helper packages")
    assert not found.ok
    assert "pandas (1.9.3)" in found.sentence
    assert found.sentence.endswith(f'%pip install "pandas>={setup_check._required()["pandas"]}"')


def test_a_version_is_no_decimal_number():
    assert setup_check._numbers("3.9") < setup_check._numbers("3.11.2")


@pytest.mark.parametrize("name", ["ipywidgets", "anywidget", "jupyterlab_widgets"])
def test_a_missing_widget_package_is_named(monkeypatch, name):
    real = metadata.version

    def version(asked):
        if asked == name:
            raise metadata.PackageNotFoundError(asked)
        return real(asked)

    monkeypatch.setattr(setup_check.metadata, "version", version)
    found = line(check_setup(), "Widgets")
    assert not found.ok
    assert found.sentence.endswith(f"%pip install {name}")


def test_an_old_python_is_told(monkeypatch):
    monkeypatch.setattr(setup_check.sys, "version_info", (3, 9, 1, "final", 0))
    found = line(check_setup(), "Python")
    assert not found.ok
    assert "3.9.1" in found.sentence
    assert "python.org" in found.sentence


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (InterpartyError("dai-2002.txt is not the file that was received: copy it again."), "copy it again"),
        (ZeroDivisionError("nobody thought of this"), "nobody thought of this"),
    ],
)
def test_trouble_with_the_texts_is_a_sentence(monkeypatch, error, said):
    def load_corpus():
        raise error

    monkeypatch.setattr(corpus, "load_corpus", load_corpus)
    report = check_setup()
    assert [line.what for line in report.lines] == CHECKED, "one failure must not hide the other lines"
    assert not line(report, "The texts").ok
    assert said in line(report, "The texts").sentence
    assert "Look at: The texts." in report.summary


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    found = line(check_setup(tmp_path / "nowhere"), "Your folder")
    assert not found.ok
    assert "Nothing can be saved" in found.sentence


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "Copy the whole project into your home folder"),
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full. Delete something"),
    ],
)
def test_a_locked_folder_and_a_full_disk_are_told_apart(monkeypatch, tmp_path, error, said):
    def refuse(**options):
        raise error

    monkeypatch.setattr(setup_check.tempfile, "TemporaryFile", refuse)
    found = line(check_setup(tmp_path), "Your folder")
    assert not found.ok
    assert said in found.sentence


def test_a_changed_text_is_named_with_what_to_do(monkeypatch, tmp_path, root):
    for file in (root / "seeds").iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    (changed,) = [file for file in tmp_path.glob("*.txt") if b"more than 800 delegations" in file.read_bytes()]
    changed.write_bytes(changed.read_bytes().replace(b"more than 800", b"more than 900"))
    real = corpus.load_corpus
    monkeypatch.setattr(corpus, "load_corpus", lambda: real(tmp_path))
    found = line(check_setup(), "The texts")
    assert not found.ok
    assert changed.name in found.sentence and "copy its folder seeds over this one" in found.sentence


def test_a_font_without_our_signs_is_told():
    with matplotlib.rc_context({"font.family": "cmr10", "axes.formatter.use_mathtext": True}):
        found = line(check_setup(), "Charts")
    assert not found.ok
    assert "empty boxes" in found.sentence and "≥" in found.sentence and matplotlib.matplotlib_fname() in found.sentence


def test_a_kernel_of_another_copy_is_told(tmp_path, root):
    assert line(check_setup(root / "notebooks"), "Toolbox").ok
    (tmp_path / "lib" / "interparty").mkdir(parents=True)
    (tmp_path / "start.py").touch()
    (tmp_path / "notebooks").mkdir()
    found = line(check_setup(tmp_path / "notebooks"), "Toolbox")
    assert not found.ok
    assert str(tmp_path) in found.sentence and str(Path(setup_check.__file__).parent) in found.sentence
    assert "Kernel → Change Kernel" in found.sentence and setup_check._START in found.sentence


@pytest.mark.parametrize(("system", "typed"), [("nt", "py start.py"), ("posix", "python3 start.py")])
def test_what_to_type_fits_the_system(system, typed):
    assert setup_check.to_type(system) == typed


def test_both_faces_of_the_report_say_the_same():
    report = check_setup("<no such folder>")
    page = report._repr_html_()
    assert page.count('scope="row"') == len(CHECKED)
    assert "Traceback" not in repr(report)
    for found in report.lines:
        assert found.sentence in repr(report)
        assert found.word in page


@pytest.mark.parametrize("name", ["pandas", "random"])
def test_a_file_that_hides_a_part_of_python_is_named(tmp_path, name):
    (tmp_path / f"{name}.py").write_text("x = 1\n")
    found = line(check_setup(tmp_path), "Helper packages")
    assert not found.ok and f"The file {name}.py beside this notebook" in found.sentence and "another name" in found.sentence


@pytest.mark.parametrize(("name", "what"), [("pandas", "Helper packages"), ("anywidget", "Widgets")])
def test_a_package_that_is_there_by_name_only_is_fetched_anew(monkeypatch, tmp_path, name, what):
    monkeypatch.setitem(sys.modules, name, None)  # what Python takes for a package that cannot be imported
    found = line(check_setup(tmp_path), what)
    assert not found.ok and name in found.sentence
    assert f"{setup_check.to_type(os.name)} --anew" in found.sentence and "your work stays" in found.sentence
