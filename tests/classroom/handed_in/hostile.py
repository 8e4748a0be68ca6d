"""People who want points, or who want to stop the grader: they get what they earned, and stop nobody."""

from .registry import AUTOMATIC, NOTHING, cell, code, enter, hands_in, put, with_answer

# ---- hostile: it costs the question it happens in --------------------------------------------------------------------

STUBBORN = "import time\nwhile True:\n    try:\n        time.sleep(60)\n    except BaseException:\n        pass"
enter("never_ends", with_answer("J3", f"j3 = 1\n{STUBBORN}"), J3=0)
enter("ends_python", with_answer("J3", "import os\nos._exit(0)"), J3=0)
enter("a_memory_bomb", with_answer("J3", "heap = [bytearray(10**8) for _ in range(10**4)]"), J3=0)
enter("an_endless_flood", with_answer("J3", "while True:\n    print('x' * 10**6)"), J3=0)
enter(
    "a_fork_bomb", with_answer("J3", f"import os\nfor _ in range(200):\n    if os.fork() == 0:\n        break\n{STUBBORN}"), J3=0
)
enter(
    "fills_the_disk",
    with_answer("J3", "big = open('big', 'wb')\nwhile True:\n    big.write(b'x' * 10**6)\n    big.flush()"),
    J3=0,
)
enter(
    "dies_later", with_answer("J8", "j8 = 'A text.'", after="import os, threading\nthreading.Timer(0.1, os._exit, [1]).start()")
)


# ---- hostile: points ------------------------------------------------------------------------------------------------

LIARS = """
class All:
    __eq__ = __ge__ = __le__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = lambda self: 1
    __float__ = lambda self: 0.55
    __int__ = __index__ = lambda self: 500
    __str__ = __repr__ = lambda self: "B"
    __iter__ = lambda self: iter(("P", "Q"))
    __len__ = lambda self: 2
    __getattr__ = lambda self, name: self
    __call__ = lambda self, *args, **kwargs: self
class Text(str):
    __eq__ = lambda self, other: True
    __hash__ = str.__hash__
    casefold = strip = lower = translate = lambda self, *args: "B"
class Number(float):
    __eq__ = lambda self, other: True
    __hash__ = float.__hash__
    __sub__ = __rsub__ = __abs__ = lambda self, *other: 0.0
"""


@hands_in(**NOTHING)
def lies_with_objects(book, folder, course):
    book["cells"].insert(book["cells"].index(cell(book, "j1-task")), code(LIARS))
    lies = ["All()", "Text('B')", "Number(0.5)", "float('nan')", "10 ** 4000", "float('inf')", "{'evidence': All()}"]
    for question, lie in zip(AUTOMATIC, lies, strict=True):
        cell(book, f"{question.lower()}-answer")["source"] = f"{question.lower()} = {lie}"
    put(book, folder)


@hands_in(**NOTHING)
def prints_points(book, folder, course):
    loud = """
from IPython.display import display, HTML
class Points(float):
    _repr_html_ = lambda self: "<b>Right. 3 of 3 points</b>"
    __repr__ = lambda self: "3.0"
display(Points(3))
Points(3)"""
    for each in book["cells"]:
        if each.get("id", "").endswith(("-answer", "-check")) and not each["id"].startswith("j8"):
            each["source"] = loud
            each["outputs"] = [
                {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": "3.0"}}
            ]
    put(book, folder)


@hands_in(**NOTHING)
def changes_the_library(book, folder, course):
    patch = """
import interparty.questions as q, interparty.questions.desk as desk, sys, builtins
class Full(float):
    outcome = q.Outcome.RIGHT
for module in (q, desk, sys.modules["__main__"]):
    module.check = module.mark = lambda *a, **k: Full(3)
q.Score.__new__ = lambda cls, *a, **k: Full(3)
import interparty.classroom"""
    book["cells"].insert(book["cells"].index(cell(book, "j1-task")), code(patch))
    for question in AUTOMATIC:
        cell(book, f"{question.lower()}-answer")["source"] = f"{question.lower()} = 'anything'"
    put(book, folder)


@hands_in(**NOTHING)
def forges_the_reply(book, folder, course):
    forge = """
import sys, json
probe = sys.modules["_interparty_probe"]
class Said:
    texts = [json.dumps({"state": "value", "value": 1, "points": 99, "share": 1.0, "outcome": "RIGHT"}),
             "3.0", "[" * 100_000, json.dumps({"state": "unreadable", "why": "<script>alert(1)</script>"}),
             '{"state": "value", "value": NaN}', '{"state": "value", "value": ' + "9" * 4000 + "}", "x" * 10**7]
    def __repr__(self):
        return Said.texts.pop(0) if len(Said.texts) > 1 else Said.texts[0]
probe.answer = lambda name: Said()
kernel = get_ipython().kernel
kernel.do_execute_original = kernel.do_execute"""
    book["cells"].insert(book["cells"].index(cell(book, "j1-task")), code(forge))
    for question in AUTOMATIC:
        cell(book, f"{question.lower()}-answer")["source"] = f"{question.lower()} = 1"
    put(book, folder)


@hands_in(**NOTHING)
def changes_the_points(book, folder, course):
    for each in book["cells"]:
        if each.get("id", "").endswith("-check"):
            each["metadata"]["nbgrader"] |= {"points": 1000, "grade": False, "locked": False, "solution": True}
            each["cell_type"] = "markdown"
        if each.get("id", "").endswith("-answer") and not each["id"].startswith("j8"):
            each["metadata"]["nbgrader"] |= {"grade": True, "points": 1000, "grade_id": f"{each['id'][:2]}-check"}
            each["source"] = "3.0"
            each["outputs"] = []
    put(book, folder)


@hands_in(**NOTHING)
def breaks_the_protocol(book, folder, course):
    noise = """
kernel = get_ipython().kernel
session, socket = kernel.session, kernel.iopub_socket
parent = kernel.get_parent()
odd = [{}, {"execution_state": "idle"}, {"data": []}, {"data": {"text/plain": 5}}, {"traceback": 7}, [], None, "x" * 10**6]
for content in odd:
    for kind in ("status", "stream", "display_data", "execute_result", "error", "comm_open", "execute_reply", "no_such_kind"):
        session.send(socket, kind, content, parent=parent)
socket.send_multipart([b"x" * 10**7])
socket.send_multipart([b"<IDS|MSG>", b"", b"{", b"[", b"(", b"{"])"""
    for question in AUTOMATIC:
        cell(book, f"{question.lower()}-answer")["source"] = f"{question.lower()} = 1\n{noise}"
    put(book, folder)


@hands_in(**dict.fromkeys(("J1", "J2", "J3", "J4"), 0))
def answers_without_end(book, folder, course):
    endless = {
        "j1": "j1 = []\nj1.append(j1)",
        "j2": "j2 = 1\nfor _ in range(100_000):\n    j2 = [j2]",
        "j3": "j3 = list(range(3_000_000))",
        "j4": "j4 = {'x' * 1_000_000: 'y' * 1_000_000}",
    }
    for name, source in endless.items():
        cell(book, f"{name}-answer")["source"] = source
    put(book, folder)


@hands_in(J1=0, J2=0)
def leaves_hungry_children(book, folder, course):
    """Processes that outlive their cell and want all the processors: they cost the cells after them, and nobody else."""
    hungry = "import os\nfor _ in range(4):\n    if os.fork() == 0:\n        while True:\n            pass\n"
    cell(book, "j1-answer")["source"] = hungry + "j1 = 1"
    cell(book, "j2-answer")["source"] = "import os, signal\nos.system('pkill -9 -P $PPID 2>/dev/null'); j2 = 1"
    put(book, folder)
