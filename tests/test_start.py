"""start.py: readable by an old Python, a clear sentence for whatever goes wrong, and the real thing in a fresh folder."""

import ast
import contextlib
import errno
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
import start

NOBODY_LISTENS = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), "http://127.0.0.1:9")


def test_an_old_python_can_read_it(root):
    source = (root / "start.py").read_text(encoding="utf-8")
    assert source.isascii(), "an old Windows terminal cannot show it"
    tree = ast.parse(source, feature_version=(3, 6))
    imported = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    imported += [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert len(imported) > 10
    assert [name for name in imported if name.split(".")[0] not in sys.stdlib_module_names] == []


steps = []  # the commands that start.py would have run


@pytest.fixture
def place(root, tmp_path, monkeypatch):
    """A project folder of its own for start.py, in which no command is run: the steps are only noted."""
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(root / name, tmp_path)
    for name in ("lib", "notebooks"):
        (tmp_path / name).mkdir()
    venv = tmp_path / ".venv"
    python = venv / start.PYTHON.relative_to(start.VENV)
    places = {"ROOT": tmp_path, "VENV": venv, "PYTHON": python}
    places |= {name: venv / getattr(start, name).name for name in ("STAMP", "LOCK", "LOG", "LAB_LOG", "RUNNING")}
    for name, path in places.items():
        monkeypatch.setattr(start, name, path)
    steps.clear()

    def note(title, command, megabytes):
        steps.append(command)
        if "venv" in command:
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()

    monkeypatch.setattr(start, "run_step", note)
    return tmp_path


def steps_of(extras):
    """What `prepare` runs: the number of commands, and whether a new environment was among them."""
    steps.clear()
    start.prepare(extras)
    return len(steps), any("venv" in command for command in steps)


def test_the_first_start_installs_and_the_second_does_nothing(place):
    assert steps_of({"lab"}) == (4, True)
    assert any(".[lab]" in command for command in steps)
    assert steps_of({"lab"}) == (0, False)


def test_the_test_tools_are_added_and_kept(place):
    start.prepare({"lab"})
    assert steps_of({"lab", "test"}) == (3, False)
    assert any(".[lab,test]" in command for command in steps)
    assert steps_of({"lab"}) == (0, False)


def test_new_dependencies_are_installed_into_the_old_environment(place):
    start.prepare({"lab", "test"})
    with (place / "constraints.txt").open("a") as file:
        file.write("# changed\n")
    assert steps_of({"lab"}) == (3, False)
    assert any(".[lab,test]" in command for command in steps)


@pytest.mark.parametrize("stamp", ["{}", "", "not json", "[]"])
def test_an_unfinished_environment_is_made_anew(place, stamp):
    start.prepare({"lab"})
    (start.VENV / "left over").touch()
    start.STAMP.write_text(stamp)
    assert steps_of({"lab"}) == (4, True)
    assert not (start.VENV / "left over").exists()


@pytest.mark.parametrize("key", ["python", "folder"])
def test_an_environment_of_another_python_or_folder_is_made_anew(place, key):
    start.prepare({"lab"})
    stamp = json.loads(start.STAMP.read_text())
    stamp["ready"][key] = "other"
    start.STAMP.write_text(json.dumps(stamp))
    assert steps_of({"lab"}) == (4, True)


def test_a_start_that_fails_in_the_middle_leaves_an_unfinished_environment(place, monkeypatch):
    def fail(title, command, megabytes):
        raise start.Stop("no network")

    with monkeypatch.context() as patch:
        patch.setattr(start, "run_step", fail)
        with pytest.raises(start.Stop):
            start.prepare({"lab"})
    assert steps_of({"lab"}) == (4, True)


def test_an_environment_made_by_hand_is_kept_if_it_runs(place, monkeypatch):
    start.PYTHON.parent.mkdir(parents=True)
    start.PYTHON.touch()
    monkeypatch.setattr(subprocess, "call", lambda *command, **options: 0)
    assert steps_of({"lab"}) == (3, False)
    start.STAMP.unlink()
    monkeypatch.setattr(subprocess, "call", lambda *command, **options: 1)
    assert steps_of({"lab"}) == (4, True)


@pytest.mark.skipif(os.name == "nt", reason="another lock there")
def test_only_one_start_installs_at_a_time(place):
    import fcntl

    start.VENV.mkdir()
    with start.LOCK.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(start.Stop, match=r"Another start\.py is installing"):
            start.prepare({"lab"})


def test_anew_fetches_everything_once_more(place, monkeypatch):
    monkeypatch.setattr(start, "run_lab", lambda port, browser: 0)
    assert start.main([]) == 0 and len(steps) == 4
    steps.clear()
    assert start.main([]) == 0 and steps == []
    old = start.VENV / "broken.py"
    old.touch()
    assert start.main(["--anew"]) == 0 and len(steps) == 4
    assert not old.exists() and start.ready(start.read_stamp(), {"lab"})
    monkeypatch.setattr(start, "at_work", lambda: "http://127.0.0.1:8888/")
    with pytest.raises(start.Stop, match="Stop it there first"):
        start.main(["--anew"])
    assert len(steps) == 4


def test_calm_settings_are_written(place):
    start.settle()
    overrides = start.VENV / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    assert json.loads(overrides.read_text())["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"


def schema_of(extension, plugin):
    (schema,) = Path(sys.prefix).glob(f"share/jupyter/lab/schemas/@jupyterlab/{extension}/{plugin}.json")
    return json.loads(schema.read_text(encoding="utf-8"))


def test_every_setting_is_one_of_jupyterlab():
    for plugin, settings in start.SETTINGS.items():
        known = schema_of(*plugin.removeprefix("@jupyterlab/").split(":"))["properties"]
        assert set(settings) <= set(known), plugin


def test_the_silent_keys_are_those_of_jupyterlab():
    known = schema_of("notebook-extension", "tracker")["jupyter.lab.shortcuts"]
    known = [(each["command"], each["keys"], each["selector"]) for each in known]
    silenced = start.SETTINGS["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    assert len(silenced) == 14
    assert [each for each in silenced if (each["command"], each["keys"], each["selector"]) not in known] == []
    assert all(each["disabled"] for each in silenced)


def test_a_second_start_shows_the_first_one(place, monkeypatch, capsys):
    start.VENV.mkdir()
    asked, shown = [], []
    monkeypatch.setattr(start, "show", lambda url, browser: shown.append((url, browser)))
    monkeypatch.setattr(start, "answers", lambda url: asked.append(url) or True)
    start.remember("http://127.0.0.1:8888/", "secret")
    assert start.run_lab(8888, True) == 0
    assert asked == ["http://127.0.0.1:8888/api/status?token=secret"]
    assert shown == [(f"http://127.0.0.1:8888/{start.FIRST_PAGE}?token=secret", True)]
    assert "already, in another window" in capsys.readouterr().out
    start.forget("another")
    assert start.RUNNING.exists()
    if os.name != "nt":
        assert start.RUNNING.stat().st_mode & 0o077 == 0, "the token is nobody else's business"
    start.forget("secret")
    assert not start.RUNNING.exists()


@pytest.mark.parametrize("note", [None, "", "[]", "{}", '{"address": "http://127.0.0.1:9/", "token": "gone"}'])
def test_a_note_of_one_that_is_gone_is_passed_over(place, note):
    start.VENV.mkdir()
    if note is not None:
        start.RUNNING.write_text(note)
    assert start.at_work() is None


@pytest.mark.parametrize(
    ("system", "variables", "stays"),
    [("nt", {}, True), ("nt", {"PROMPT": "$P$G"}, False), ("posix", {}, False)],
)
def test_a_window_opened_by_a_double_click_waits(system, variables, stays):
    assert start.double_clicked(system, variables) is stays


def test_a_full_disk_is_noticed_before_anything_is_written(place, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(10**9, 10**9, 50 * 2**20))
    with pytest.raises(start.Stop, match=r"50 of 700 MB"):
        start.prepare({"lab"})


@pytest.mark.parametrize(
    ("version", "words"),
    [((3, 8, 10), "This is Python 3.8.10, and Python 3.11 or newer is needed"), ((2, 7, 18), "Python 2.7.18")],
)
def test_an_old_python_is_told_what_to_install(version, words, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", version)
    assert start.guarded([]) == 1
    said = capsys.readouterr().err
    assert words in said and "https://www.python.org/downloads/" in said and "start.py" in said


def test_a_newer_python_gets_a_note_only(place, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 15, 0))
    monkeypatch.setattr(start, "run_lab", lambda port, browser: 0)
    assert start.guarded([]) == 0
    assert "Python 3.15.0 is newer than what was tested (3.11 to 3.14)" in capsys.readouterr().out


def test_the_pythons_tested_are_those_declared(root):
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    assert f'requires-python = ">={start.dotted(start.OLDEST)}"' in text
    assert f"Python :: {start.dotted(start.NEWEST)}" in text
    assert f"Python :: 3.{start.NEWEST[1] + 1}" not in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--prot", "9000"], "Unrecognized arguments: --prot 9000"),
        (["nonsense"], "Unrecognized arguments: nonsense"),
        (["--port", "many"], "many"),
        (["--port", "70000"], "--port must be a number from 1 to 65535, not 70000"),
    ],
)
def test_an_unknown_argument_is_one_sentence(place, arguments, words, capsys):
    assert start.guarded(arguments) == 1
    said = capsys.readouterr().err
    assert words in said and "--help" in said and "Traceback" not in said
    assert steps == []


def test_a_lonely_start_py_says_what_is_missing(place, capsys):
    (place / "constraints.txt").unlink()
    assert start.guarded([]) == 1
    said = capsys.readouterr().err
    assert "constraints.txt is missing" in said and "inside the zip file" in said


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        (PermissionError(errno.EACCES, "Permission denied"), "cannot be written"),
        (OSError(errno.EROFS, "Read-only file system"), "cannot be written"),
        (OSError(errno.EIO, "Input/output error"), "The system refused something"),
    ],
)
def test_no_traceback_reaches_the_learner(error, words, monkeypatch, capsys):
    def fail(arguments):
        raise error

    monkeypatch.setattr(start, "main", fail)
    assert start.guarded([]) == 1
    said = capsys.readouterr().err
    assert words in said and "Traceback" not in said


def test_ctrl_c_ends_politely(monkeypatch, capsys):
    def interrupt(arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "main", interrupt)
    assert start.guarded([]) == 130
    assert capsys.readouterr().out.strip() == "Stopped."


# What pip, uv, venv and JupyterLab really print.
@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("Caused by: failed to copy file: No space left on device (os error 28)", "disk is full"),
        ("error: failed to create directory: Access is denied. (os error 5)", "cannot be written"),
        ("Failed to establish a new connection: [Errno -3] Temporary failure in name resolution", "download failed"),
        ("Caused by: dns error: failed to lookup address information", "download failed"),
        ("error: Failed to fetch\n  cause: tcp connect error\n  cause: Connection refused (os error 111)", "download failed"),
        ("ERROR: No matching distribution found for uv", "download failed"),
        ("error sending request: invalid peer certificate: UnknownIssuer", "certificate"),
        ("The virtual environment was not created successfully because ensurepip is not\navailable.", "python3-venv"),
        ("No Python at '\"C:\\Python311\\python.exe'", "The Python that .venv was made with is gone"),
        ("OSError: [Errno 98] Address already in use", "port was taken"),
    ],
)
def test_failures_are_explained(output, words):
    assert words in start.diagnose(output, 700)
    assert "{" not in start.diagnose(output, 700)


def test_a_failure_nobody_knows_is_not_explained():
    assert start.diagnose("Segmentation fault", 700) is None


def test_a_failed_step_shows_its_sentence_its_last_lines_and_its_log(place, monkeypatch, capsys):
    monkeypatch.undo()
    monkeypatch.setattr(start, "LOG", place / "start.log")
    code = "import sys; print('line {1}'); sys.exit('No space left on device')"
    with pytest.raises(start.Stop) as stop:
        start.run_step("Trying", [sys.executable, "-c", code], 700)
    said = str(stop.value)
    assert said.startswith("The disk is full. Make room (about 700 MB)") and "line {1}" in said
    assert str(start.LOG) in said
    assert "Trying ..." in capsys.readouterr().out


def test_a_taken_port_is_passed_over():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert start.free_port(port) > port


def test_tests_get_the_arguments_and_give_the_exit_code(place, monkeypatch):
    seen = []

    @contextlib.contextmanager
    def launched(command, variables):
        seen.append(command)
        yield type("Process", (), {"wait": lambda self: 5})()

    monkeypatch.setattr(start, "launched", launched)
    assert start.guarded(["test", "-k", "bounds"]) == 5
    assert seen[0][-2:] == ["-k", "bounds"] and "pytest" in seen[0]


# ---- The real thing -------------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C cannot be sent to one program there")
def test_a_fresh_folder_is_started_twice_the_second_time_without_network(root, tracked, tmp_path):
    folder = tmp_path / "a folder with spaces"
    for file in tracked:
        copy = folder / file.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    port = start.free_port(18700)
    assert "[4/4] Trying it out" in start_and_stop(folder, port, {}, seconds=300)
    again = start_and_stop(folder, port, NOBODY_LISTENS | {"PIP_NO_INDEX": "1", "UV_OFFLINE": "1"}, seconds=60)
    assert "[1/" not in again


def start_and_stop(folder, port, variables, seconds):
    """Start JupyterLab as a learner does, ask for the page whose address is printed, press Ctrl+C; return what was said."""
    command = [sys.executable, "start.py", "--no-browser", "--port", str(port)]
    said_file = folder.parent / "said.txt"
    with said_file.open("w") as out:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **variables}, stdout=out, stderr=out, start_new_session=True
        )
    try:
        end = time.monotonic() + seconds
        while "Keep this window open" not in said_file.read_text() and process.poll() is None:
            assert time.monotonic() < end, said_file.read_text()
            time.sleep(0.2)
        said = said_file.read_text()
        assert process.poll() is None, said
        (address,) = [line.strip() for line in said.splitlines() if line.strip().startswith("http://")]
        assert "/lab/tree/notebooks/00-start-here.ipynb?token=" in address
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(address, timeout=30) as page:
            assert b"jupyter-config-data" in page.read()
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(30) == 0
        said = said_file.read_text()
        assert "JupyterLab has been stopped." in said and "Traceback" not in said
        return said
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
