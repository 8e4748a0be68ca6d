"""What comes out of a kernel is read as an answer and nothing more; what goes in survives careless and hostile names."""

import json
import shutil
import sys
from pathlib import Path

import pytest

pytest.importorskip("nbgrader")
sys.path.append(str(Path(__file__).parents[1] / "questions"))

from hostile import HOSTILE

from interparty.classroom.kernel import Kernel, KernelLost
from interparty.classroom.limits import Limits
from interparty.classroom.probe import LONGEST_REPLY, Answer, read_reply
from interparty.questions import Unreadable, canonical

LIMITS = Limits(cell_seconds=10)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ('{"state": "value", "value": [1, "a", null, true]}', Answer("value", [1, "a", None, True])),
        ('{"state": "missing"}', Answer("missing")),
        ('{"state": "unreadable", "why": "it is a function"}', Answer("unreadable", why="it is a function")),
        ('{"state": "value", "value": 1, "points": 99, "share": 1}', Answer("value", 1)),
    ],
)
def test_a_reply_is_read(text, answer):
    assert read_reply(text) == answer


@pytest.mark.parametrize(
    "text",
    [
        None,
        5,
        b"{}",
        "",
        "3.0",
        "[" * 100_000,
        '{"state": "value"}',
        '{"state": "value", "value": NaN}',
        '{"state": "value", "value": Infinity}',
        '{"state": "value", "value": 1e999}',
        '{"state": "value", "value": ' + "9" * 5000 + "}",
        '{"state": "value", "value": ' + "[" * 50 + "]" * 50 + "}",
        '{"state": "value", "value": "' + "x" * 30_000 + '"}',
        '{"state": "value", "value": "' + "x" * LONGEST_REPLY + '"}',
        '{"state": "RIGHT", "points": 3}',
        '{"state": "unreadable", "why": ["<b>"]}',
        '{"state": "unreadable", "why": "two\\nlines"}',
    ],
)
def test_anything_else_is_unreadable(text):
    answer = read_reply(text)
    assert (answer.state, answer.value) == ("unreadable", None)


def test_a_long_reason_is_cut():
    assert len(read_reply(json.dumps({"state": "unreadable", "why": "x" * 5000})).why) == 200


@pytest.fixture(scope="module")
def kernel():
    sandboxed = shutil.which("bwrap") is not None
    own = Kernel(LIMITS, sandboxed=sandboxed)
    yield own
    own.close()


def expected(thing):
    try:
        return Answer("value", json.loads(json.dumps(canonical(thing))))
    except Unreadable:
        return None


def test_every_hostile_thing_is_what_the_library_makes_of_it(kernel):
    """One kernel, all things: none of them earns more across the border than it would here, and none breaks the kernel."""
    folder = Path(__file__).parents[1] / "questions"
    source = (folder / "hostile.py").read_text("utf-8")
    assert not kernel.run(source, 10).error
    for name, make in HOSTILE.items():
        assert not kernel.run(f"thing = HOSTILE[{name!r}]()", 10).error, name
        answer, wanted = kernel.ask("thing"), expected(make())
        assert answer == wanted if wanted is not None else answer.state == "unreadable", name


def test_names_of_python_may_be_used(kernel):
    careless = (
        "list = dict = str = type = json = len = isinstance = repr = float = int = 5\n__import__ = None\nj1 = {'a': [1, 2.5]}"
    )
    kernel.run(careless, 10)
    # `__import__` is the one name the question itself needs: whoever hides it loses the answer, nothing else.
    assert kernel.ask("j1").state == "unreadable"
    kernel.run("del __import__", 10)
    assert kernel.ask("j1") == Answer("value", {"a": [1, 2.5]})
    kernel.run("%reset -f\nj1 = 7", 10)
    assert kernel.ask("j1") == Answer("value", 7)
    assert kernel.ask("no_such_name") == Answer("missing")


def test_outputs_are_cut_and_harmless(kernel):
    ran = kernel.run(
        "print('x' * 10**6)\nfrom IPython.display import HTML, display\ndisplay(HTML('<script>act()</script>'))\n3.0", 10
    )
    assert sum(len(str(each)) for each in ran.outputs) < 2 * LIMITS.output_kb * 1000
    assert {each.output_type for each in ran.outputs} <= {"stream", "display_data"}
    assert "<script" not in str(ran.outputs)


def test_a_kernel_that_hangs_or_dies_is_noticed():
    own = Kernel(LIMITS, sandboxed=shutil.which("bwrap") is not None)
    try:
        with pytest.raises(KernelLost, match="within 1 seconds"):
            own.run("import time\nwhile True:\n    try:\n        time.sleep(9)\n    except BaseException:\n        pass", 1)
        with pytest.raises(KernelLost):
            own.ask("x", 1)
    finally:
        own.close()
    own = Kernel(LIMITS, sandboxed=shutil.which("bwrap") is not None)
    try:
        with pytest.raises(KernelLost, match="ended Python"):
            own.run("import os\nos._exit(0)", 10)
    finally:
        own.close()
