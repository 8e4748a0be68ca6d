"""A kernel for one submission: it is started, told to run cells, asked for answers, and killed.

The process behind it belongs to a learner. Whatever it sends may be wrong, endless or missing, so every wait has an end,
every message is read with suspicion, and what grows too large is stopped.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import psutil
import zmq
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager

from . import clock, probe, sandbox
from .limits import MEGA, Limits
from .outputs import harmless

_TICK = 0.2  # seconds between two looks at the process
_LINGER = 1.0  # seconds to wait for what is still on its way: the rest of a cell's output, a reply at the last moment


class KernelLost(Exception):
    """The kernel died, hung or grew too large; the message says which, in words for the feedback."""


@dataclass
class Ran:
    """A cell that came to its end: its outputs; what kind of error it raised, if any."""

    outputs: list = field(default_factory=list)
    error: str = ""


class _Own(KernelSpecManager):
    """Gives one kernelspec, whatever name is asked for: the command of the sandbox."""

    argv: list[str] = []  # noqa: RUF012  (an instance gets its own)

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(argv=self.argv, display_name="sandbox", language="python", env={})


class Kernel:
    """One process that runs a learner's code.

    Parameters
    ----------
    limits : Limits
        What it may use.
    sandboxed : bool
        False runs it as an ordinary process, under the name of whoever grades.
    files : iterable of Path
        Files that lie beside the notebook.
    hide : iterable of Path
        Folders that it must not see.
    """

    def __init__(self, limits: Limits, *, sandboxed: bool = True, files: Iterable[Path] = (), hide: Iterable[Path] = ()) -> None:
        self.limits = limits
        self.spent = 0.0  # seconds that all requests together have been charged for
        # Short, because the path of a socket must be.
        self._folder = Path(tempfile.mkdtemp(prefix="ip-", dir="/tmp" if sys.platform.startswith("linux") else None))
        self._sockets, connection = self._folder / "s", self._folder / "kernel.json"
        self._sockets.mkdir()
        python = [sandbox.python(), "-m", "ipykernel_launcher", "-f", str(connection), "--HistoryManager.enabled=False"]
        specs = _Own()
        if sandboxed:
            specs.argv = sandbox.bubblewrap(
                python, sockets=self._sockets, connection=connection, files=files, hide=hide, limits=limits
            )
            # bubblewrap clears the environment of the kernel, but its own stands in /proc for the kernel to read.
            started: dict = {"env": sandbox.environment()}
        else:
            work, home = self._folder / "work", self._folder / "home"
            work.mkdir()
            home.mkdir()
            for path in files:
                shutil.copyfile(path, work / path.name)
            specs.argv = sandbox.limited(python, limits)
            started = {"cwd": str(work), "env": sandbox.environment(str(home))}
        self._context = zmq.Context()
        for option, value in ((zmq.MAXMSGSIZE, limits.message_mb * MEGA), (zmq.RCVHWM, 100), (zmq.LINGER, 0)):
            self._context.setsockopt(option, value)
        self._manager = KernelManager(
            kernel_spec_manager=specs,
            kernel_name="sandbox",
            context=self._context,
            connection_file=str(connection),
            # Sockets in a folder; Windows, where there is no sandbox, has only those of the network.
            **({} if sys.platform == "win32" else {"transport": "ipc", "ip": str(self._sockets / "k")}),
        )
        self._client = None
        try:
            self._start(started)
        except BaseException:
            self.close()
            raise

    def _start(self, started: dict) -> None:
        # What the process itself writes is not for the grader's screen.
        self._manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **started)
        self._client = self._manager.client()
        self._client.start_channels(stdin=False, hb=False)
        try:
            self._client.wait_for_ready(timeout=self.limits.start_seconds)
        except RuntimeError as error:
            raise KernelLost("Python could not be started") from error
        done = self.run(probe.INSTALL, self.limits.start_seconds)
        if done.error:
            raise KernelLost("Python could not be prepared")

    def close(self) -> None:
        """Kill the process and everything it has started; remove its folder."""
        with suppress(Exception):
            kill_tree(self._manager.provisioner.pid)
        with suppress(Exception):
            if self._client is not None:
                self._client.stop_channels()
        with suppress(Exception):
            self._manager.shutdown_kernel(now=True)
        with suppress(Exception):
            self._manager.cleanup_resources()
        with suppress(Exception):
            self._context.destroy(linger=0)
        shutil.rmtree(self._folder, ignore_errors=True)

    # ---- talking ----------------------------------------------------------------------------------------------------

    def run(self, source: str, seconds: float, room: int | None = None) -> Ran:
        """Run a cell to its end; of its output at most ``room`` characters are kept.

        Raises
        ------
        KernelLost
            When it takes longer, or the kernel dies or grows too large.
        """
        most = self.limits.output_kb * 1000
        ran, left = Ran(), [most if room is None else min(most, room)]

        def show(kind: str, content: dict) -> None:
            shown = harmless(kind, content, left[0]) if left[0] > 0 else None
            if shown is not None:
                left[0] -= len(str(shown))
                ran.outputs.append(shown)

        reply = self._request(seconds, show, code=source, store_history=True, stop_on_error=False)
        if reply.get("status") != "ok":
            ran.error = str(reply.get("ename"))[:100] or "error"
        return ran

    def ask(self, variable: str, seconds: float = 5) -> probe.Answer:
        """The value of a variable, as JSON.

        Raises
        ------
        KernelLost
            As for `run`.
        """
        wanted = {"answer": probe.question_of(variable)}
        reply = self._request(
            seconds, lambda kind, content: None, code="", silent=True, store_history=False, user_expressions=wanted
        )
        said: object = reply
        for step in ("user_expressions", "answer", "data", "text/plain"):
            said = said.get(step) if type(said) is dict else None
        return probe.read_reply(said)

    def _request(self, seconds: float, show: Callable[[str, dict], None], **request: object) -> dict:
        """Send a request; hand its outputs to ``show``; give back the content of its reply."""
        client, pid = self._client, self._manager.provisioner.pid
        begin, until = clock.read(clock.family(pid)), None
        wanted = client.execute(allow_stdin=False, **request)
        poller = zmq.Poller()
        channels = {client.iopub_channel.socket: client.iopub_channel, client.shell_channel.socket: client.shell_channel}
        for socket in channels:
            poller.register(socket, zmq.POLLIN)
        reply, idle, looked = None, False, begin.clock
        try:
            while reply is None or not idle:
                now = time.monotonic()
                if now - looked >= _TICK:
                    processes, looked = clock.family(pid), now
                    self.watch(processes)
                    spent = clock.charged(begin, clock.read(processes), self.limits.patience)
                    if spent >= seconds and until is None:
                        until = now + _LINGER
                if until is not None and now >= until:
                    if reply is not None:
                        break  # the end of its output got lost; the cell itself has ended
                    raise KernelLost(f"it did not end within {seconds:g} seconds")
                for socket, _ in poller.poll(int(1000 * _TICK)):
                    message = self._received(channels[socket], wanted)
                    if message is None:
                        continue
                    kind, content = message
                    if kind == "execute_reply":
                        reply, until = content, time.monotonic() + _LINGER
                    elif kind == "status":
                        idle = content.get("execution_state") == "idle"
                    else:
                        show(kind, content)
        finally:
            self.spent += clock.charged(begin, clock.read(clock.family(pid)), self.limits.patience)
        return reply

    @staticmethod
    def _received(channel: object, wanted: str) -> tuple[str, dict] | None:
        """Type and content of the next message, if it belongs to the request and makes sense."""
        try:
            message = channel.get_msg(timeout=0)
            kind, content = message["header"]["msg_type"], message["content"]
            if message["parent_header"]["msg_id"] == wanted and type(kind) is str and type(content) is dict:
                return kind, content
        except Exception:
            # Nonsense on the wire: not signed, no JSON, of another shape, too deep. It is passed over.
            return None
        return None

    def watch(self, processes: Iterable[psutil.Process]) -> None:
        """Look at the processes from outside.

        Raises
        ------
        KernelLost
            When the kernel is gone, or uses more than it may.
        """
        if not self._manager.is_alive():
            raise KernelLost("it ended Python")
        memory = count = 0
        for process in processes:
            with suppress(psutil.Error):
                count += 1
                memory += process.memory_info().rss
        if memory > 1.5 * self.limits.memory_mb * MEGA:
            raise KernelLost("it used too much memory")
        if count > self.limits.processes:
            raise KernelLost("it started too many processes")
        with os.scandir(self._sockets) as found:
            if any(not stat.S_ISSOCK(each.stat(follow_symlinks=False).st_mode) for each in islice(found, 50)):
                raise KernelLost("it wrote where nothing is to be written")


def kill_tree(pid: int | None) -> None:
    """Kill a process and all that come from it: none of them can hold the others alive."""
    for process in reversed(clock.family(pid)):
        with suppress(psutil.Error):
            process.kill()
