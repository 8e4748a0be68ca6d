"""Where a learner's code runs: a bubblewrap sandbox that holds Python, the library, the learner's own files, nothing else.

Inside there is no network, no file of the teacher, no other process; the system is read-only, what is written goes into a
small memory disk that dies with the kernel. Messages pass through sockets in one folder, the only thing outside that the
sandbox can write to. The grader watches that folder, and the processes, from outside (`kernel.Kernel.watch`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ..corpus import seeds_folder
from ..errors import InterpartyError
from .limits import MEGA, Limits

#: inside the sandbox: where a learner's code starts, and its home; both may be written to
WORK, HOME = "/tmp/work", "/tmp/home"
RISK = (
    "Without a sandbox, the code that learners hand in runs under your name: it can read the keys, change the gradebook, "
    "delete files and use the network."
)
_ETC = ("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "fonts", "localtime")
#: what a kernel sees of the environment: no key, no token, no path of the teacher
_ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "INTERPARTY_KEYS": "none",
    "INTERPARTY_PROGRESS": "off",
    "NBGRADER_EXECUTION": "autograde",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONIOENCODING": "utf-8",
}


class NoSandbox(InterpartyError):
    """Code of learners cannot be locked in on this machine."""


def environment(home: str = HOME) -> dict[str, str]:
    """The whole environment of a learner's kernel."""
    # Without these, which no sandbox has, Python does not start on Windows.
    windows = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH", "TEMP") if name in os.environ}
    return _ENVIRONMENT | {"HOME": home} | (windows if sys.platform == "win32" else {})


def python() -> str:
    """The Python that runs here, by a path without detours: called as ../bin/python, it would lead through a hidden folder."""
    # Links stay: that of a virtual environment says which packages it has.
    return os.path.abspath(sys.executable)  # noqa: PTH100


def visible() -> list[Path]:
    """The folders of Python and the library that a kernel needs, read-only."""
    package = Path(__file__).resolve().parents[1]
    wanted = [Path(os.path.abspath(each)) for each in (sys.prefix, sys.base_prefix, sys.exec_prefix)]  # noqa: PTH100
    wanted += [package, seeds_folder().resolve()]
    wanted += [Path(sys.executable).resolve().parents[1]]
    found = dict.fromkeys(path for path in wanted if path.is_dir() and not path.is_relative_to("/usr"))
    # A folder inside another one that is shown anyway needs no line of its own.
    return [path for path in found if not any(path != other and path.is_relative_to(other) for other in found)]


def limited(command: list[str], limits: Limits) -> list[str]:
    """The command under the limits that the kernel of the system keeps for each process."""
    prlimit = shutil.which("prlimit")
    if prlimit is None:
        return command
    data = limits.memory_mb * MEGA
    rows = {
        "data": data,
        "as": 4 * data,
        "nproc": limits.processes,
        "fsize": limits.file_mb * MEGA,
        "cpu": int(limits.total_seconds) + 30,
        "nofile": 256,
        "core": 0,
    }
    return [prlimit, *(f"--{name}={value}" for name, value in rows.items()), *command]


def bubblewrap(
    command: list[str], *, sockets: Path, connection: Path, files: Iterable[Path], hide: Iterable[Path], limits: Limits
) -> list[str]:
    """The command inside bubblewrap.

    Parameters
    ----------
    command : list of str
        What runs inside.
    sockets : Path
        The one folder that is shared with the outside, for the messages.
    connection : Path
        The kernel's connection file, read-only inside.
    files : iterable of Path
        The learner's own files, laid read-only into the folder where the code starts.
    hide : iterable of Path
        Folders that stay hidden even where they lie inside Python's own, such as the course.
    limits : Limits
        What the submission may use.
    """
    size = ["--size", str(limits.scratch_mb * MEGA)]
    argv = [_bwrap(), "--unshare-all", "--unshare-user", *_no_more_namespaces(), "--uid", "65534", "--gid", "65534"]
    argv += ["--die-with-parent", "--new-session", "--hostname", "classroom", "--clearenv"]
    argv += [
        "--ro-bind",
        "/usr",
        "/usr",
        "--proc",
        "/proc",
        "--dev",
        "/dev",
        *size,
        "--tmpfs",
        "/tmp",
        "--dir",
        WORK,
        "--dir",
        HOME,
    ]
    for name in ("bin", "sbin", "lib", "lib32", "lib64"):
        place = Path("/", name)
        if place.is_symlink():
            argv += ["--symlink", str(place.readlink()), str(place)]
        elif place.is_dir():
            argv += ["--ro-bind", str(place), str(place)]
    for name in _ETC:
        argv += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    shown = visible()
    for path in shown:
        argv += ["--ro-bind", str(path), str(path)]
    for path in hide:
        if any(path.is_relative_to(other) for other in (*shown, Path("/usr"))):
            argv += ["--tmpfs", str(path)]
    argv += ["--bind", str(sockets), str(sockets), "--ro-bind", str(connection), str(connection)]
    for path in files:
        argv += ["--ro-bind", str(path), f"{WORK}/{path.name}"]
    # /proc too: whoever grades as root would otherwise lend a submission the right to write the settings of the system there.
    argv += [*(word for place in ("/", "/dev", "/proc") for word in ("--remount-ro", place)), "--chdir", WORK]
    for name, value in environment().items():
        argv += ["--setenv", name, value]
    return [*argv, "--", *limited(command, limits)]


def _bwrap() -> str:
    found = shutil.which("bwrap")
    if found is None:
        raise NoSandbox("bubblewrap is not installed (Debian, Ubuntu: sudo apt install bubblewrap).")
    return found


@cache
def _no_more_namespaces() -> list[str]:
    """Inside, no further user namespace can be made; bubblewrap before 0.8 cannot say so."""
    known = subprocess.run([_bwrap(), "--help"], capture_output=True, text=True).stdout
    return ["--disable-userns"] if "--disable-userns" in known else []


#: run inside the sandbox before the first submission: what must not be possible
_TRIAL = """
import os, socket, sys
import interparty, ipykernel
def works(attempt):
    try:
        attempt()
    except OSError:
        return False
    return True
escapes = {
    "a file outside can be written": lambda: open("/usr/escape", "w"),
    "a setting of the system can be written": lambda: os.open("/proc/sys/kernel/core_pattern", os.O_WRONLY),
    "the network can be reached": lambda: socket.create_connection(("192.0.2.1", 9), 0.2) or None,
    **{f"{path} can be read": (lambda path=path: os.stat(path)) for path in sys.argv[1:]},
}
found = [what for what, attempt in escapes.items() if works(attempt)]
print("; ".join(found) or "tight")
"""


def try_out(limits: Limits, secrets: Iterable[Path], folder: Path) -> None:
    """Start the sandbox once and look whether it holds.

    Parameters
    ----------
    limits : Limits
        As for a submission.
    secrets : iterable of Path
        What must be out of reach: course, keys, gradebook.
    folder : Path
        An empty folder of one's own.

    Raises
    ------
    NoSandbox
        When there is no bubblewrap, when it cannot start, or when it leaks.
    """
    if not sys.platform.startswith("linux"):
        raise NoSandbox("This system has no bubblewrap; use the container of docs/grading (it holds one).")
    sockets, connection = folder / "s", folder / "kernel.json"
    sockets.mkdir()
    connection.write_text("{}")
    secrets = [Path(secret).resolve() for secret in secrets]
    inside = [python(), "-c", _TRIAL, *map(str, secrets)]
    argv = bubblewrap(inside, sockets=sockets, connection=connection, files=(), hide=secrets[:1], limits=limits)
    try:
        done = subprocess.run(argv, capture_output=True, text=True, timeout=limits.start_seconds, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoSandbox(f"bubblewrap did not start ({type(error).__name__}).") from error
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise NoSandbox(f"bubblewrap did not start: {why:.200}.")
    if done.stdout.strip() != "tight":
        raise NoSandbox(f"The sandbox does not hold: {done.stdout.strip():.300}.")
