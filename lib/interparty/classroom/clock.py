"""How long something has taken: the time it worked or slept, without the time in which the machine was busy with others.

A cell may take so many seconds. On a machine that grades two hundred others at once, a good cell waits for a processor most
of that time, and must not be cut off for it. Linux counts for each process how long it has waited so; where that is not
known, time of the processor counts, and a cell that only sleeps is stopped some while later.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True)
class Reading:
    """Seconds so far: on the clock; of processors, all processes of a family together; waited for one, None if not known."""

    clock: float
    used: float = 0.0
    waited: float | None = None


def charged(begin: Reading, now: Reading, patience: float) -> float:
    """The seconds that count between two readings.

    Parameters
    ----------
    begin, now : Reading
        Of the same family of processes.
    patience : float
        So many times as long as it may take, it may last on the clock, whatever it was waiting for.
    """
    passed, used = now.clock - begin.clock, max(0.0, now.used - begin.used)
    known = begin.waited is not None and now.waited is not None
    own = passed - max(0.0, now.waited - begin.waited) if known else 0.0
    return max(own, used, passed / patience)


def family(pid: int | None) -> list[psutil.Process]:
    """A process and all that come from it."""
    found: list[psutil.Process] = []
    with suppress(psutil.Error):
        found.append(psutil.Process(pid))
        found += found[0].children(recursive=True)
    return found


def read(processes: list[psutil.Process]) -> Reading:
    """A reading of a family of processes."""
    clock, used, oldest = time.monotonic(), 0.0, None
    for process in processes:
        with suppress(psutil.Error):
            times = process.cpu_times()
            used += times.user + times.system
            # The walls themselves do nothing; the first process within them runs the cells. Later ones may be a learner's,
            # and hungry on purpose.
            if process.name() != "bwrap" and (oldest is None or process.create_time() < oldest.create_time()):
                oldest = process
    return Reading(clock, used, None if oldest is None else waited(oldest.pid))


def waited(pid: int) -> float | None:
    """Seconds that the first thread of a process has been ready to run and was not; None where the system does not say."""
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return None
