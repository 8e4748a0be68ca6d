"""What a cell is charged for: its work and its sleep, not the time in which it waits for a busy machine."""

import os
import shutil
import subprocess
import sys
import time

import pytest

pytest.importorskip("nbgrader")

import psutil

from interparty.classroom import clock
from interparty.classroom.clock import Reading, charged
from interparty.classroom.kernel import Kernel, KernelLost
from interparty.classroom.limits import Limits

START = Reading(100.0, used=5.0, waited=1.0)
SPIN = [sys.executable, "-c", "while True: pass"]


@pytest.mark.parametrize(
    ("now", "seconds"),
    [
        pytest.param(Reading(110.0, used=15.0, waited=1.0), 10, id="works alone"),
        pytest.param(Reading(110.0, used=5.0, waited=1.0), 10, id="sleeps"),
        pytest.param(Reading(130.0, used=8.0, waited=28.0), 5, id="works a little on a busy machine"),
        pytest.param(Reading(110.0, used=45.0, waited=11.0), 40, id="many processes of its own"),
        pytest.param(Reading(160.0, used=6.0, waited=61.0), 10, id="waits for ever: patience has an end"),
        pytest.param(Reading(160.0, used=6.0, waited=None), 10, id="a system that does not say what was waited for"),
        pytest.param(Reading(105.0, used=4.0, waited=0.5), 5, id="a process of the family is gone"),
    ],
)
def test_what_counts(now, seconds):
    assert charged(START, now, patience=6) == pytest.approx(seconds)


@pytest.fixture
def crowd():
    """The tests' process, and what it starts, on one processor; six others that never rest wait for the same one."""
    if not hasattr(os, "sched_setaffinity") or clock.waited(os.getpid()) is None:
        pytest.skip("the system does not say how long a process has waited")
    mine = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(mine)})
    others = [subprocess.Popen(SPIN) for _ in range(6)]
    yield
    for each in others:
        each.kill()
        each.wait()
    os.sched_setaffinity(0, mine)


def test_a_hungry_process_waits_and_a_sleeping_one_does_not(crowd):
    with subprocess.Popen(SPIN) as hungry, subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as asleep:
        try:
            while psutil.Process(asleep.pid).status() != psutil.STATUS_SLEEPING:
                time.sleep(0.05)
            before = clock.waited(hungry.pid), clock.waited(asleep.pid)
            time.sleep(1)
            assert clock.waited(hungry.pid) - before[0] > clock.waited(asleep.pid) - before[1]
        finally:
            hungry.kill()
            asleep.kill()


@pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")
def test_a_good_cell_on_a_busy_machine_is_not_cut_off(crowd):
    """A cell that works for a second needs seven here; it may take two."""
    kernel = Kernel(Limits())
    try:
        assert kernel.run("import time\nwhile time.process_time() < 0.5: pass", 30).error == ""
        begun = time.monotonic()
        ran = kernel.run("end = time.process_time() + 1\nwhile time.process_time() < end: pass", 2)
        assert ran.error == ""
        if time.monotonic() - begun <= 2:
            pytest.skip("the machine was not busy after all")
        with pytest.raises(KernelLost, match="did not end within 1 seconds"):
            kernel.run("while True: pass", 1)
    finally:
        kernel.close()


@pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")
def test_what_requests_took_adds_up():
    kernel = Kernel(Limits())
    try:
        before = kernel.spent
        with pytest.raises(KernelLost, match="did not end within"):
            kernel.run("import time\ntime.sleep(60)", 1)
        assert kernel.spent - before >= 1
    finally:
        kernel.close()
