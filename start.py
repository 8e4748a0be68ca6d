#!/usr/bin/env python3
"""One command from a bare machine to the first notebook.

    python3 start.py                        make the environment if need be, then open JupyterLab
    python3 start.py --no-browser --port N  only print the address; look for a free port from N on
    python3 start.py --anew                 fetch everything once more, when something in .venv is broken
    python3 start.py test [...]             install the test tools too and run pytest on the rest of the line

On Windows type `py` for `python3`.

Everything is installed into the folder .venv and nowhere else. Delete that folder to begin afresh.
Only the standard library is used. Python 3.6 must still be able to read this file, to be told that it is too old:
so no annotations and no newer syntax here.
"""

import argparse
import contextlib
import errno
import hashlib
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "start.json"  # what is installed; not "ready" while an installation is under way
LOCK = VENV / "start.lock"
LOG = VENV / "start.log"
LAB_LOG = VENV / "jupyterlab.log"
RUNNING = VENV / "running.json"  # where the JupyterLab of this folder can be found, as long as it runs
FIRST_PAGE = "lab/tree/notebooks/00-start-here.ipynb"

OLDEST, NEWEST, ADVISED = (3, 11), (3, 14), "3.13"
MEGABYTES = {"lab": 700, "test": 1100}  # on the disk, with room to unpack
AGAIN = "py start.py" if os.name == "nt" else "python3 start.py"

# Letters that change a cell at once if they are typed while no cursor is in a box: a beginner does not know what happened.
# All of it is in the menus, too.
SILENT_KEYS = [("change-cell-to-code", "Y"), ("change-cell-to-markdown", "M"), ("change-cell-to-raw", "R")]
SILENT_KEYS += [("cut-cell", "X"), ("delete-cell", "D D"), ("paste-cell-below", "V")]
SILENT_KEYS += [("insert-cell-above", "A"), ("insert-cell-below", "B")]
SILENT_KEYS += [("change-cell-to-heading-" + number, number) for number in "123456"]


def silenced(command, keys):
    """What JupyterLab is told, so that these keys do nothing. The selector must be its own, letter by letter."""
    cell = ".jp-MarkdownCell:focus" if keys.isdigit() else ":focus"
    selector = ".jp-Notebook.jp-mod-commandMode:not(.jp-mod-readWrite) " + cell
    return {"command": "notebook:" + command, "keys": keys.split(), "selector": selector, "disabled": True}


# A text that a learner writes in a cell is longer than a line: it is broken where the window ends.
WRAPPED = {"lineWrap": True}

# A calm first page: no question about news, no notice of new versions in the middle of a class, little that can get lost.
SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 30},
    "@jupyterlab/notebook-extension:tracker": {"codeCellConfig": WRAPPED},
    "@jupyterlab/shortcuts-extension:shortcuts": {"shortcuts": [silenced(*each) for each in SILENT_KEYS]},
}

# What the output of a failed step tells, most certain first: pattern, what is wrong and what to do.
FAILURES = (
    (
        r"No space left on device|Disk quota exceeded|os error (28|112|122)\b|Errno (28|122)\b|WinError 112",
        "The disk is full. Make room (about {megabytes} MB), then start again.",
    ),
    (
        r"Permission denied|Access is denied|Read-only file system|os error (5|13|30)\b|WinError (5|32)\b",
        "A file cannot be written in {root}. Close JupyterLab if it is open. "
        "If you may not write there at all, copy the project to your home folder. Then start again.",
    ),
    (
        r"File ?name too long|os error (36|206)\b|WinError 206",
        "The path of this folder is too long. Move the folder to a shorter place, for example your home folder.",
    ),
    (
        r"ensurepip\s+is\s+not|No module named '?(ensurepip|venv)",
        "This Python cannot make environments. On Debian or Ubuntu type: sudo apt install python3-venv; "
        "elsewhere install Python " + ADVISED + " from python.org. Then start again.",
    ),
    (
        r"certificate|CERTIFICATE_VERIFY_FAILED|UnknownIssuer",
        "The download was refused because of a certificate, as happens in some school networks. "
        "Try another network, or show the log to the person who looks after this one.",
    ),
    (
        r"[Cc]ould not resolve|name resolution|getaddrinfo|dns error|unreachable|[Cc]onnection refused|timed out|"
        r"[Ff]ailed to establish a new connection|error sending request|[Ff]ailed to fetch|ProxyError|"
        r"[Cc]onnection (error|aborted|reset|broken)|tunnel error|client error|No matching distribution found for uv",
        "The download failed: there is no network, or it does not let the download through. "
        "Check the connection, then start again. Only the first start needs the network.",
    ),
    (
        r"[Aa]ddress already in use|is already in use|WinError 10048",
        "The port was taken by another program a moment ago. Start again.",
    ),
    (
        r"No Python at|did not find executable",
        "The Python that .venv was made with is gone. Delete the folder .venv, then start again.",
    ),
)


class Stop(Exception):
    """Ends the program; the message is what the learner reads."""


def main(arguments):
    if sys.version_info < OLDEST:
        newer = ("py -" if os.name == "nt" else "python") + ADVISED
        raise Stop(
            f"This is Python {version()}, and Python {dotted(OLDEST)} or newer is needed. Install Python {ADVISED} "
            f"from https://www.python.org/downloads/, then type: {newer} start.py"
        )
    if sys.maxsize < 2**32:
        raise Stop(f"This is a 32-bit Python. Install the 64-bit Python {ADVISED} from python.org, then start again.")
    if sys.version_info[:2] > NEWEST:
        say(f"Note: Python {version()} is newer than what was tested ({dotted(OLDEST)} to {dotted(NEWEST)}).")
    for name in ("pyproject.toml", "constraints.txt", "lib", "notebooks"):
        if not (ROOT / name).exists():
            raise Stop(
                f"{name} is missing beside start.py. Was it opened from inside the zip file? Unpack the whole zip file "
                "(Windows: right-click it, Extract All; Mac: double-click it), then run start.py in the new folder."
            )
    if arguments[:1] == ["test"]:
        prepare({"lab", "test"})
        return run_tests(arguments[1:])
    options = read_arguments(arguments)
    if options.anew and at_work():
        raise Stop("JupyterLab is running for this folder, in another window. Stop it there first (Ctrl+C).")
    if options.anew and VENV.is_dir():
        STAMP.write_text("{}", encoding="utf-8")  # as if an installation had been broken off: it is made afresh
    prepare({"lab"})
    return run_lab(options.port, options.browser)


def read_arguments(arguments):
    as_written = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="start.py", description=__doc__, formatter_class=as_written)
    parser.add_argument("--port", type=int, default=8888, help="the first port to try (8888)")
    parser.add_argument("--anew", action="store_true", help="fetch everything once more, when something is broken")
    parser.add_argument("--no-browser", dest="browser", action="store_false", help="only print the address")

    def refuse(problem):
        raise Stop(f"{problem[:1].upper()}{problem[1:]}. Type {AGAIN} --help to see what start.py understands.")

    parser.error = refuse
    options = parser.parse_args(arguments)
    if not 1 <= options.port <= 65535:
        refuse(f"--port must be a number from 1 to 65535, not {options.port}")
    return options


# ---- The environment ------------------------------------------------------------------------------------------------


def prepare(extras):
    """See that .venv holds the project with these extras; do nothing if the stamp says so."""
    if ready(read_stamp(), extras):
        return
    VENV.mkdir(exist_ok=True)
    with LOCK.open("a") as lock:
        take(lock)
        stamp = read_stamp()  # again: another start may have finished meanwhile
        if not ready(stamp, extras):
            install(stamp, extras)


def ready(stamp, extras):
    return PYTHON.exists() and stamp.get("ready") == fingerprint() and extras <= set(stamp["extras"])


def fingerprint():
    """What the environment depends on. An environment does not survive a move, so the folder is part of it."""
    # the last one is copied into the environment, where a newer copy of the project does not reach it
    files = (ROOT / name for name in ("pyproject.toml", "constraints.txt", "lib/interparty/ipython_config.py"))
    content = b"".join(file.read_bytes().replace(b"\r\n", b"\n") for file in files if file.exists())
    return {"python": dotted(sys.version_info[:2]), "folder": str(ROOT), "files": hashlib.sha256(content).hexdigest()}


def read_stamp():
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        return stamp if isinstance(stamp, dict) else {}
    except (OSError, ValueError):
        return {}


def take(lock):
    """Let only one start.py install at a time; the system frees the lock however the program ends."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
            raise Stop("Another start.py is installing in this folder. Wait until it has finished.") from None


def install(stamp, extras):
    megabytes = MEGABYTES["test" if "test" in extras else "lab"]
    free = shutil.disk_usage(str(ROOT)).free // 2**20
    if free < megabytes:
        raise Stop(f"The disk is nearly full: {free} of {megabytes} MB needed are free. Make room, then start again.")
    keep = worth_keeping(stamp)
    extras = sorted(extras | set(stamp.get("extras", ())) if keep else extras)
    pins = ["--constraint", "constraints.txt"]
    project = ".[" + ",".join(extras) + "]"
    uv_install = ["-m", "uv", "pip", "install", "--python", str(PYTHON), "--build-constraint", "constraints.txt"]
    trial = "import interparty, pandas, matplotlib.font_manager, ipywidgets, anywidget, jupyterlab, ipykernel"
    steps = [
        ("Making a Python environment in the folder .venv", [sys.executable, "-m", "venv", str(VENV)]),
        ("Fetching the installer uv", [str(PYTHON), "-P", "-m", "pip", "install", *pins, "uv"]),
        ("Installing JupyterLab and the library", [str(PYTHON), "-P", *uv_install, *pins, "--editable", project]),
        ("Trying it out", [str(PYTHON), "-P", "-c", trial]),
    ]
    say("This is done once and takes a minute or two. It needs the network.")
    if not keep:
        clear()
    STAMP.write_text("{}", encoding="utf-8")
    for number, (title, command) in enumerate(steps[keep:], 1):
        run_step(f"[{number}/{len(steps[keep:])}] {title}", command, megabytes)
    finished = STAMP.with_suffix(".new")
    finished.write_text(json.dumps({"ready": fingerprint(), "extras": extras}), encoding="utf-8")
    finished.replace(STAMP)


def worth_keeping(stamp):
    """Whether to install into the .venv that is there: finished by this Python here, or made by hand and sound."""
    if not PYTHON.exists():
        return False
    if STAMP.exists():
        was, now = stamp.get("ready", {}), fingerprint()
        return all(was.get(key) == now[key] for key in ("python", "folder"))
    question = f"import sys, pip; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    return subprocess.call([str(PYTHON), "-c", question], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def clear():
    """Empty .venv. A half-finished environment, or one of another Python or folder, cannot be mended."""
    leftovers = [path for path in VENV.iterdir() if path != LOCK]
    if leftovers and Path(sys.prefix).resolve() == VENV:
        raise Stop(f"start.py cannot renew the environment it is running in. Type 'deactivate', then: {AGAIN}")
    if leftovers:
        say("The folder .venv is unfinished or does not fit any more; it is made anew.")
    for path in leftovers:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(str(path))
        else:
            path.unlink()


def run_step(title, command, megabytes):
    """Run one command, showing its title and the seconds; its output goes to the log, to be read only on failure."""
    with LOG.open("ab") as log:
        log.write(f"\n{title}\n{command}\n".encode())
        log.flush()
        begin = log.tell()
        with progress(title) as tick, launched(command, surroundings(), log) as process:
            while process.poll() is None:
                time.sleep(0.1)
                tick()
    if process.returncode:
        raise Stop(explain(LOG, begin, megabytes))


def explain(log, begin, megabytes):
    """Turn what a failed tool has written into its log into a sentence, the last lines and the place of the log."""
    output = log.read_bytes()[begin:].decode("utf-8", "replace")
    sentence = diagnose(output, megabytes) or "This step failed for a reason that start.py does not know."
    last = ["    " + line[:200] for line in output.splitlines() if line.strip()][-5:]
    return "\n".join([sentence, "", f"The log, for your teacher: {log}", "Its last lines:", *last])


def diagnose(output, megabytes):
    for pattern, sentence in FAILURES:
        if re.search(pattern, output):
            return sentence.format(megabytes=megabytes, root=ROOT)
    return None


def surroundings():
    """The environment variables for every program that is started: nothing from another Python, our tools first."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    kept["PATH"] = str(PYTHON.parent) + os.pathsep + kept.get("PATH", "")
    kept["VIRTUAL_ENV"] = str(VENV)
    kept.setdefault("UV_PYTHON_DOWNLOADS", "never")  # the Python that runs this file is the one that is used
    return kept


# ---- What is run in it ----------------------------------------------------------------------------------------------


def run_tests(arguments):
    # Who has nothing left takes half of what another one has: a few tests take longer than a thousand others.
    command = [str(PYTHON), "-P", "-m", "pytest", "-n", "logical", "--dist", "worksteal", *arguments]
    with launched(command, surroundings()) as process:
        return process.wait()


def run_lab(port, browser):
    there = at_work()
    if there:
        say("JupyterLab is running for this folder already, in another window. Its address is")
        say(f"\n    {there}\n\nTo start anew, stop it there first (Ctrl+C).")
        show(there, browser)
        return 0
    settle()
    chosen = free_port(port)
    if chosen != port:
        say(f"Port {port} is taken by another program; {chosen} is used instead.")
    token = secrets.token_hex(16)
    command = [str(PYTHON), "-P", "-m", "jupyterlab", "--no-browser", f"--ServerApp.root_dir={ROOT}"]
    command += ["--ServerApp.ip=127.0.0.1", f"--ServerApp.port={chosen}", "--ServerApp.port_retries=0"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    # The token goes by the environment: a command line can be read by every user of the machine.
    variables = dict(surroundings(), JUPYTER_TOKEN=token, JUPYTER_PREFER_ENV_PATH="1")
    # The pages that were open: of this folder, not of another JupyterLab of the same person.
    variables.setdefault("JUPYTERLAB_WORKSPACES_DIR", str(VENV / "workspaces"))
    address = f"http://127.0.0.1:{chosen}/"
    try:
        with LAB_LOG.open("wb") as log, launched(command, variables, log) as process:
            with progress("Starting JupyterLab") as tick:
                while process.poll() is None and not answers(address + "api"):
                    time.sleep(0.1)
                    tick()
            if process.poll() is None:
                remember(address, token)
                greet(f"{address}{FIRST_PAGE}?token={token}", browser)
            while process.poll() is None:
                time.sleep(0.2)
    except KeyboardInterrupt:
        say(f"\nJupyterLab has been stopped. What you saved is kept. To go on another day, type here: {AGAIN}")
        return 0
    finally:
        forget(token)
    if process.returncode:
        raise Stop(explain(LAB_LOG, 0, MEGABYTES["lab"]))
    say("JupyterLab has been shut down.")
    return 0


def settle():
    """Write what JupyterLab is told: at each start, so that a newer copy of the project brings its own."""
    settings = VENV / "share" / "jupyter" / "lab" / "settings"
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "overrides.json").write_text(json.dumps(SETTINGS, indent=2), encoding="utf-8")


def greet(url, browser):
    copy = "If no page opens, copy" if browser else "Copy"
    say(f"JupyterLab is running. {copy} this address into your browser:")
    say(f"\n    {url}\n")
    say("Keep this window open while you work. To stop, save your notebook and press Ctrl+C in this window.")
    say("(To copy the address, all of it, use the right mouse button: Ctrl+C would stop the program.)")
    show(url, browser)


def show(url, browser):
    """Open the address in the browser, if there is one."""
    # Without a screen, webbrowser would open a text browser in this very window.
    screen = os.name == "nt" or sys.platform == "darwin" or {"DISPLAY", "WAYLAND_DISPLAY", "BROWSER"} & set(os.environ)
    if browser and screen:
        webbrowser.open(url)


def remember(address, token):
    """Note where JupyterLab runs, for nobody but the person who started it: the token opens everything."""
    with contextlib.suppress(OSError):
        RUNNING.unlink()
    descriptor = os.open(str(RUNNING), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump({"address": address, "token": token}, file)


def forget(token):
    """Remove the note, but not the note of another JupyterLab."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        if json.loads(RUNNING.read_text(encoding="utf-8"))["token"] == token:
            RUNNING.unlink()


def at_work():
    """The address of the first page, if a JupyterLab of this folder answers to the token that was noted."""
    try:
        note = json.loads(RUNNING.read_text(encoding="utf-8"))
        address, token = note["address"], note["token"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return f"{address}{FIRST_PAGE}?token={token}" if answers(f"{address}api/status?token={token}") else None


def free_port(first):
    for port in range(first, min(first + 100, 65536)):
        with socket.socket() as probe:
            if os.name != "nt":  # there it would mean sharing the port, here only not waiting for one just given up
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                probe.bind(("127.0.0.1", port))
                return port
    raise Stop(f"No port from {first} on is free. Try another one: {AGAIN} --port 9000")


def answers(url):
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # this machine is not behind its proxy
    try:
        with direct.open(url, timeout=2) as reply:
            return reply.status == 200
    except OSError:
        return False


@contextlib.contextmanager
def launched(command, variables, log=None):
    """Start a program in the project folder, and see that it does not outlive this one.

    With a log it gets no terminal: JupyterLab then ends on Ctrl+C without asking back.
    """
    where = {} if log is None else {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": subprocess.STDOUT}
    process = subprocess.Popen(command, cwd=str(ROOT), env=variables, **where)
    try:
        yield process
    finally:
        if process.poll() is None:
            if os.name != "nt":  # there it would kill at once; Ctrl+C has reached the program already
                process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired, KeyboardInterrupt):
                process.wait(10)
            process.kill()
            process.wait()


@contextlib.contextmanager
def progress(title):
    """Show a title and the seconds that pass; in a terminal they count up, elsewhere they come at the end."""
    begin, alive = time.time(), sys.stdout.isatty()

    def tick():
        if alive:
            print(f"\r{title} ... {time.time() - begin:.0f} s", end="", flush=True)

    tick()
    try:
        yield tick
    finally:
        print(f"{chr(13) if alive else ''}{title} ... {time.time() - begin:.1f} s", flush=True)


def say(text):
    print(text, flush=True)


def dotted(numbers):
    return ".".join(str(number) for number in numbers)


def version():
    return dotted(sys.version_info[:3])


def interrupted(*_):
    raise KeyboardInterrupt


def double_clicked(system, variables):
    """Whether the window was opened by a double click: Windows closes it at the end, before anything can be read."""
    return system == "nt" and "PROMPT" not in variables  # which every command window sets


def guarded(arguments):
    """Run main and let no traceback through."""
    try:
        return main(arguments)
    except Stop as stop:
        problem = str(stop)
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130
    except OSError as error:
        problem = f"{diagnose(str(error), MEGABYTES['test']) or 'The system refused something.'} ({error})"
    sys.stderr.write(f"\n{problem}\n")
    return 1


if __name__ == "__main__":
    for name in ("SIGTERM", "SIGHUP"):  # a closed terminal window must not leave a JupyterLab behind
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), interrupted)
    code = guarded(sys.argv[1:])
    if code and double_clicked(os.name, os.environ) and sys.stdin.isatty():
        with contextlib.suppress(EOFError, KeyboardInterrupt):
            input("\nPress Enter to close this window.")
    sys.exit(code)
