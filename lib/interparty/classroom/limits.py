"""How much a submission may use before it is stopped."""

from __future__ import annotations

from dataclasses import dataclass

MEGA = 1_000_000


@dataclass(frozen=True)
class Limits:
    """What one submission may use.

    Parameters
    ----------
    cell_seconds : float
        Seconds for one cell: those in which it works or sleeps, not those in which it waits for a processor (see `clock`).
    total_seconds : float
        The same for the whole notebook, restarts included.
    patience : float
        So many times as long it may take on the clock, however busy the machine is.
    start_seconds : float
        Wall-clock seconds until a kernel must answer.
    restarts : int
        How often a kernel is started again after a crash or a hang.
    memory_mb, processes, file_mb, scratch_mb : int
        Memory and number of processes and threads of all processes together; largest file; all files together.
    output_kb, outputs_kb : int
        Output that is kept of one cell, and of all cells together; the rest is cut off.
    message_mb : int
        Largest message that is taken from a kernel.
    """

    cell_seconds: float = 20
    total_seconds: float = 240
    patience: float = 6
    start_seconds: float = 120
    restarts: int = 8
    memory_mb: int = 1500
    processes: int = 64
    file_mb: int = 16
    scratch_mb: int = 64
    output_kb: int = 300
    outputs_kb: int = 3000
    message_mb: int = 8
