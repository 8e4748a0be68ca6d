"""People who want to see or change what is not theirs, or to act in the browser of whoever marks them."""

from .registry import ASSIGNMENT, NAME, NOT_MARKED, cell, code, hands_in, put

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
