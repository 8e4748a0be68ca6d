"""The learner's answers in a small JSON file beside the notebook; two notebooks open at once lose nothing."""

from __future__ import annotations

import json
import os
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path

#: a lock older than this was left behind by a kernel that died
STALE_SECONDS = 5.0


class Store:
    """Answers under stable keys, each with the time it was given; the younger answer to a key wins.

    Parameters
    ----------
    name : str
        Names the file: ``<name>-progress.json``.
    folder : path, optional
        Where the file lies; without it, the folder the notebook runs in.

    Attributes
    ----------
    note : str
        One sentence for the learner when something is wrong with the file, else empty.
    """

    def __init__(self, name: str, folder: str | Path | None = None) -> None:
        self.path = Path(folder if folder is not None else Path.cwd()) / f"{name}-progress.json"
        self.note = ""
        self._answers: dict[str, dict] = {}
        self._emptied = 0.0

    def load(self) -> dict[str, dict]:
        """All answers: those of the file and those of this session."""
        self._merge(*self._read())
        return dict(self._answers)

    def put(self, key: str, answer: dict) -> dict[str, dict]:
        """Keep one answer, give back all of them. The file is read again first, so answers of other notebooks stay."""
        with self._locked():
            self._merge(*self._read())
            self._answers[key] = {**answer, "at": self._now()}
            self._write()
        return dict(self._answers)

    def clear(self) -> dict[str, dict]:
        """Forget every answer, here and in the file."""
        with self._locked():
            self._emptied = self._now()
            self._answers = {}
            self._write()
        return {}

    def _now(self) -> float:
        """The time, later than anything noted so far even when the clock stands still."""
        seen = [self._emptied, *(answer["at"] for answer in self._answers.values())]
        return max(time.time(), max(seen) + 1e-6)

    def _merge(self, emptied: float, answers: dict[str, dict]) -> None:
        self._emptied = max(self._emptied, emptied)
        for key, answer in answers.items():
            if key not in self._answers or answer["at"] > self._answers[key]["at"]:
                self._answers[key] = answer
        self._answers = {key: answer for key, answer in self._answers.items() if answer["at"] > self._emptied}

    def _read(self) -> tuple[float, dict[str, dict]]:
        try:
            held = json.loads(self.path.read_text(encoding="utf-8"))
            answers = held["answers"]
            if not all(isinstance(answer["at"], int | float) for answer in answers.values()):
                raise ValueError("an answer without its time")
            return float(held["emptied"]), answers
        except FileNotFoundError:
            return 0.0, {}
        except OSError:
            self.note = f"Your earlier answers in {self.path.name} cannot be read: check the permissions of that file."
        except (ValueError, TypeError, KeyError, AttributeError):
            self._set_aside()
        return 0.0, {}

    def _set_aside(self) -> None:
        aside = self.path.with_name(f"broken-{time.strftime('%Y%m%d-%H%M%S')}-{self.path.name}")
        with suppress(OSError):
            self.path.replace(aside)
        self.note = f"The file of your earlier answers was damaged; it is kept as {aside.name}, and a new one was begun."

    def _write(self) -> None:
        text = json.dumps({"emptied": self._emptied, "answers": self._answers}, ensure_ascii=False, indent=1)
        try:
            handle, temporary = tempfile.mkstemp(dir=self.path.parent, prefix=".", suffix="-progress.json")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            Path(temporary).replace(self.path)
        except OSError as error:
            reason = error.strerror or "the folder cannot be written to"
            self.note = f"Your answers hold only until the kernel stops: {self.path.name} could not be saved ({reason})."

    @contextmanager
    def _locked(self):
        """One writer at a time among all kernels here. A lock that cannot be had never keeps an answer back."""
        lock, held = self.path.with_name(f".{self.path.name}.lock"), False
        until = time.monotonic() + STALE_SECONDS
        while not held and time.monotonic() < until:
            try:
                os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
                held = True
            except FileExistsError:
                with suppress(OSError):
                    if time.time() - lock.stat().st_mtime > STALE_SECONDS:
                        lock.unlink()
                        continue
                time.sleep(0.01)
            except OSError:  # a folder that cannot be written to: _write says so
                break
        try:
            yield
        finally:
            if held:
                lock.unlink(missing_ok=True)
