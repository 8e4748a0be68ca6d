"""A class of hostile and clumsy people, and a few careful ones: what each of them hands in for exercise 05.

Each maker gets the careful answers as a notebook (plain JSON), the folder to hand in and the course, and writes what it likes.
Beside it stands what it earns where that is not everything: question → points, or None where a person must look.
"""

import copy
import json

ASSIGNMENT = "05-jiang-zemin"
NAME = f"{ASSIGNMENT}.ipynb"
AUTOMATIC = ("J1", "J2", "J3", "J4", "J5", "J6", "J7")
NOTHING = dict.fromkeys(AUTOMATIC, 0)
NOT_MARKED = dict.fromkeys((*AUTOMATIC, "J8"), None)

#: name → (maker, what it earns where that is not everything)
CLASS = {}


def enter(name, make, **earns):
    CLASS[name] = (make, earns)


def hands_in(**earns):
    def of(make):
        enter(make.__name__, make, **earns)
        return make

    return of


def cell(book, name):
    return next(each for each in book["cells"] if each.get("id") == name)


def code(source, **more):
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], "execution_count": None, **more}


def put(book, folder, name=NAME):
    folder.mkdir(parents=True)
    (folder / name).write_text(json.dumps(book), encoding="utf-8")


def with_answer(question, source, after=""):
    """A maker's body: one answer cell holds this, all others are careful; ``after`` stands in a cell of its own behind it."""

    def make(book, folder, course):
        cell(book, f"{question.lower()}-answer")["source"] = source
        if after:
            place = book["cells"].index(cell(book, f"{question.lower()}-answer"))
            book["cells"].insert(place + 1, code(after))
        put(book, folder)

    return make


# ---- careful --------------------------------------------------------------------------------------------------------


@hands_in()
def careful(book, folder, course):
    put(book, folder)


# ---- clumsy: nobody who answered right loses a point -----------------------------------------------------------------


@hands_in()
def edited_checks(book, folder, course):
    for each in book["cells"]:
        if each.get("id", "").endswith("-check"):
            each["source"] = "print('is this right?')\n1 / 0"
    put(book, folder)


@hands_in()
def deleted_checks(book, folder, course):
    book["cells"] = [each for each in book["cells"] if not each.get("id", "").endswith("-check")]
    put(book, folder)


@hands_in()
def copied_cells(book, folder, course):
    first = copy.deepcopy(cell(book, "j1-answer"))
    first["source"], first["id"] = "j1 = 'a first try'", "copy-1"
    again = copy.deepcopy(cell(book, "j2-check")) | {"id": "copy-2"}
    book["cells"] = [first, *book["cells"], again, copy.deepcopy(again)]
    put(book, folder)


@hands_in()
def another_order(book, folder, course):
    book["cells"].reverse()
    put(book, folder)


@hands_in()
def names_stripped(book, folder, course):
    for each in book["cells"]:
        each["metadata"] = {}
        each.pop("id")
    book["metadata"], book["nbformat_minor"] = {}, 4
    put(book, folder)


@hands_in()
def another_file_name(book, folder, course):
    put(book, folder, f"{ASSIGNMENT} (1).ipynb.txt")


@hands_in()
def another_encoding(book, folder, course):
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(json.dumps(book, ensure_ascii=False).encode("utf-16"))


@hands_in()
def an_old_format(book, folder, course):
    old = [
        {**{k: v for k, v in each.items() if k not in ("source", "id")}, "input": each["source"]}
        if each["cell_type"] == "code"
        else each
        for each in book["cells"]
    ]
    put({"metadata": {}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": old, "metadata": {}}]}, folder)


@hands_in()
def a_helper_further_down(book, folder, course):
    cell(book, "j1-answer")["source"] = "j1 = made_below()"
    below = code('def made_below():\n    return {"received per day": 200 / 365, "sent per day": 100 / 365, "conclusion": "B"}')
    book["cells"].append(below)
    put(book, folder)


@hands_in()
def names_of_python(book, folder, course):
    careless = "list = json = type = str = dict = len = 5\ncheck = print = None"
    book["cells"].insert(3, code(careless))
    put(book, folder)


@hands_in()
def a_warning(book, folder, course):
    cell(book, "j2-answer")["source"] += "\nimport warnings, sys\nwarnings.warn('careful')\nprint('hm', file=sys.stderr)"
    put(book, folder)


@hands_in()
def answer_in_the_wrong_cell(book, folder, course):
    answer = cell(book, "j6-answer")
    cell(book, "j6-check")["source"] = answer["source"] + '\ncheck("J6")'
    book["cells"].remove(answer)
    put(book, folder)


@hands_in()
def everything_reset(book, folder, course):
    cell(book, "j4-answer")["source"] += "\nkept = j4"
    book["cells"].insert(book["cells"].index(cell(book, "j5-task")), code("%reset -f\nimport interparty as ip"))
    put(book, folder)


@hands_in()
def much_output(book, folder, course):
    cell(book, "j3-answer")["source"] += "\nfor i in range(40_000):\n    print('x' * 80)"
    put(book, folder)


# ---- clumsy: it costs the question it happens in ----------------------------------------------------------------------


enter("a_syntax_error", with_answer("J1", "j1 = ["), J1=0)
enter("a_failing_import", with_answer("J1", "import a_module_that_is_not_there\nj1 = {'conclusion': 'B'}"), J1=0)
enter("waits_for_input", with_answer("J2", "j2 = input('which? ')"), J2=0)


@hands_in(J7=0)
def one_answer_deleted(book, folder, course):
    book["cells"].remove(cell(book, "j7-answer"))
    put(book, folder)


@hands_in(**NOTHING, J8=0)
def untouched(book, folder, course):
    put(json.loads((course / "release" / ASSIGNMENT / NAME).read_text("utf-8")), folder)


# ---- clumsy: a person must look --------------------------------------------------------------------------------------


@hands_in(**dict.fromkeys(("J5", "J6", "J7", "J8")))
def cut_off(book, folder, course):
    text = json.dumps(book)
    folder.mkdir(parents=True)
    (folder / NAME).write_text(text[: text.index('"id": "j5-task"')], encoding="utf-8")


@hands_in(**NOT_MARKED)
def not_a_notebook(book, folder, course):
    folder.mkdir(parents=True)
    (folder / NAME).write_text("<html>Please log in</html>", encoding="utf-8")


@hands_in(**NOT_MARKED)
def an_empty_folder(book, folder, course):
    folder.mkdir(parents=True)


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


# ---- hostile: secrets -----------------------------------------------------------------------------------------------


@hands_in()
def looks_around(book, folder, course):
    look = f"""
import os, socket, subprocess
course = {str(course)!r}
def found(path):
    try:
        return [path, os.listdir(path)] if os.path.isdir(path) else [path, open(path, "rb").read(3000)]
    except OSError:
        return None
places = [course, course + "/keys", course + "/keys/jiang_zemin.py", course + "/gradebook.db", course + "/submitted",
          course + "/source/{ASSIGNMENT}/{NAME}", "/home", "/etc/passwd", "/etc/shadow", "/var", "/run",
          "/sys", "/proc/1/root" + course, "/proc/self/cwd/../../.." + course, "../../../keys"]
seen = [each for each in map(found, places) if each]
seen += [name for name in os.environ if "KEY" in name.removeprefix("INTERPARTY_KEYS") or "TOKEN" in name or "JPY" in name]
processes = [p for p in os.listdir("/proc") if p.isdigit()]
seen += [open(f"/proc/{{p}}/cmdline", "rb").read() for p in processes if int(p) > 3]
seen += [p for p in processes if b"hush-hush" in open(f"/proc/{{p}}/environ", "rb").read()]
print("LOOKED", len(processes))
for each in seen:
    print("SEEN", each)
def reach(*where):
    try:
        with socket.create_connection(where, 0.3):
            print("REACHED", where)
    except OSError:
        pass
reach("127.0.0.1", 22); reach("192.0.2.1", 80)
for command in (["unshare", "-Ur", "id"], ["mount", "-t", "tmpfs", "x", "/mnt"], ["bwrap", "--bind", "/", "/", "id"]):
    try:
        if subprocess.run(command, capture_output=True, timeout=2).returncode == 0:
            print("ROSE", command)
    except (OSError, subprocess.TimeoutExpired):
        pass"""
    book["cells"].insert(book["cells"].index(cell(book, "j1-task")), code(look))
    put(book, folder)


@hands_in()
def writes_outside(book, folder, course):
    write = f"""
import os, glob
course = {str(course)!r}
own = ("gradebook.db", "keys/jiang_zemin.py", "autograded/x", "submitted/careful/x")
for place in (*(course + "/" + name for name in own), "/usr/x", "/etc/x", "/x", "/dev/x", "/var/x", "/tmp/x", "x",
              os.path.expanduser("~/x"), "/proc/sys/kernel/hostname"):
    try:
        with open(place, "w") as out:
            out.write("WRITTEN")
        if not place.startswith("/tmp/") and place != "x" and not place.startswith(os.path.expanduser("~")):
            print("WROTE", place)
    except OSError:
        pass
for folder in glob.glob("/tmp/ip-*/s"):
    try:
        os.symlink("/etc/passwd", folder + "/link")
        open(folder + "/extra", "w").write("x")
    except OSError:
        pass"""
    book["cells"].insert(book["cells"].index(cell(book, "j1-task")), code(write))
    put(book, folder)


@hands_in()
def links_beside_it(book, folder, course):
    cell(book, "j1-answer")["source"] += """
import os
print("FILES", sorted(os.listdir(".")))
for name in os.listdir("."):
    print("SEEN", name, open(name).read()[:300]) if name != "own.txt" else print(open(name).read())"""
    put(book, folder)
    (folder / "own.txt").write_text("a file of my own")
    (folder / "key.txt").symlink_to("../../../keys/jiang_zemin.py")
    (folder / "all").symlink_to("../../..")


@hands_in()
def a_module_of_ones_own(book, folder, course):
    put(book, folder)
    for name in ("interparty", "json", "pandas", "IPython"):
        (folder / f"{name}.py").write_text("raise RuntimeError('mine')")
    (folder / "timestamp.txt").write_text("yesterday, or so")


@hands_in(**NOT_MARKED)
def a_link_as_notebook(book, folder, course):
    folder.mkdir(parents=True)
    (folder / NAME).symlink_to(f"../../careful/{ASSIGNMENT}/{NAME}")


@hands_in(**NOT_MARKED)
def a_link_as_folder(book, folder, course):
    folder.parent.mkdir(parents=True)
    folder.symlink_to(f"../careful/{ASSIGNMENT}")


@hands_in()
def acts_on_the_page(book, folder, course):
    html = "<script>act()</script><img src=x onerror=act()><iframe src='javascript:act()'></iframe><svg onload=act()>"
    show = f"""
from IPython.display import display
bad = {html!r}
for kind in ("text/html", "text/markdown", "text/latex", "image/svg+xml", "application/javascript", "text/plain"):
    display({{kind: bad}}, raw=True)
display({{"image/png": '" onload="act()'}}, raw=True, metadata={{"image/png": {{"width": '1" onload="act()'}}}})
print(bad)
raise ValueError(bad)"""
    book["cells"].insert(book["cells"].index(cell(book, "j1-task")), code(show, metadata={"tags": ['" onload="act()']}))
    book["cells"].append({"cell_type": "markdown", "id": "own", "metadata": {}, "source": html})
    book["cells"].append({"cell_type": "raw", "id": "raw", "metadata": {"format": "text/html"}, "source": html})
    book["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}, "x": html}}
    put(book, folder)
