"""What a change feels like: from the press to the redrawn page, and whether the page jumps meanwhile.

``STEPS`` names one change of each widget that can be made again and again, as a learner makes it. The times are for
``tests/benchmarks/felt.py``; the tests use the heights, which no busy machine changes.
"""

from __future__ import annotations

from dataclasses import dataclass

from lab import NotebookPage

#: a widget that does nothing but ask Python and show the answer: the floor of every change
EMPTY = '''
import anywidget, traitlets

class Empty(anywidget.AnyWidget):
    _esm = """export default { render({ model, el }) {
        const box = document.createElement("div"); box.className = "ip-widget";
        box.innerHTML = "<button type='button'>Count</button><p role='status'>0</p>";
        box.querySelector("button").onclick = () => model.send({});
        model.on("change:count", () => { box.querySelector("p").textContent = model.get("count"); });
        el.append(box);
    } };"""
    count = traitlets.Int(0).tag(sync=True)

def add(widget, content, buffers):
    widget.count += 1

empty = Empty()
empty.on_msg(add)
empty
'''


@dataclass(frozen=True)
class Step:
    """A change of a widget: ``ready`` is done once, ``act`` again and again (``i`` counts), ``watch`` is what is redrawn."""

    act: str
    watch: str = "[role=status]"
    ready: str = ""


_BUTTON = "[...root.querySelectorAll('button')].find(one => one.textContent.trim() === {name!r}).click();"
_CHANGE = "{node}.dispatchEvent(new Event('change', {{bubbles: true}}));"


def _press(name: str) -> str:
    return _BUTTON.format(name=name)


def _choose(nth: int) -> str:
    """Change a drop-down list to and fro."""
    node = f"root.querySelectorAll('select')[{nth}]"
    return f"{node}.selectedIndex = 1 + i % 2; {_CHANGE.format(node=node)}"


#: number of the notebook and cell → the change that is made in it
STEPS = {
    ("01", "arrow-court"): Step(_press("Enter this arrow")),
    ("02", "cause-cards"): Step(_press("Show the dates")),
    ("03", "my-blank-strip"): Step("root.querySelector('textarea').value = `words ${i}`;" + _press("Save my words")),
    ("04", "denominator-dial"): Step("root.querySelector('input').value = -i;" + _press("Commit to this average")),
    ("05", "bounds-sandbox"): Step("root.querySelector('textarea').value = `more than ${i}`;" + _press("Save my sentence")),
    ("06", "my-date-clamp"): Step("root.querySelector('input[type=text]').value = 2000 + i % 9;" + _press("Commit to my date")),
    ("07", "statistics"): Step(_choose(0)),
    ("07", "tension-desk"): Step(_press("Next"), watch="h3"),
    ("08", "my-witness-box"): Step(
        "root.querySelectorAll('textarea')[0].value = `reason ${i}`;" + _press("Commit to my count"),
        ready="root.querySelectorAll('fieldset').forEach(one => one.querySelector('input').click());"
        + _press("Commit to all five"),
    ),
    ("09", "describe-form"): Step(_press("Write it down")),
    ("09", "correct-form"): Step(_choose(0)),
}

_MEASURE = """async ({cell, act, watch, i}) => {
    const root = document.querySelector(cell);
    const area = root.closest('.jp-OutputArea');
    const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
    const heights = [area.offsetHeight];
    const sizes = new ResizeObserver(() => heights.push(area.offsetHeight));
    sizes.observe(area);
    await frame();
    let seen;
    const changed = new Promise(done => { seen = done; });
    const watcher = new MutationObserver(() => seen(true));
    root.querySelectorAll(watch).forEach(one => watcher.observe(one, {childList: true, subtree: true, characterData: true}));
    const late = setTimeout(() => seen(false), 10000);
    const start = performance.now();
    new Function('root', 'i', act)(root, i);
    const answered = await changed;
    await frame();
    const took = performance.now() - start;
    clearTimeout(late);
    watcher.disconnect();
    await frame(); await frame();
    sizes.disconnect();
    return {answered, took, heights: [...heights, area.offsetHeight]};
}"""


def changes(notebook: NotebookPage, step: Step, times: int) -> tuple[list[float], list[list[int]]]:
    """Make a change so many times in the one widget of the page.

    Returns
    -------
    list of float, list of list of int
        For each change the milliseconds to the redrawn page, and the heights of the output from before to after, in pixels.
    """
    page, cell = notebook.page, ".jp-OutputArea .ip-widget"
    page.wait_for_selector(cell)
    if step.ready:
        page.evaluate("([cell, ready]) => new Function('root', ready)(document.querySelector(cell))", [cell, step.ready])
        page.wait_for_timeout(500)
    told = [page.evaluate(_MEASURE, {"cell": cell, "act": step.act, "watch": step.watch, "i": number}) for number in range(times)]
    assert all(one["answered"] for one in told), "the widget did not answer"
    return [one["took"] for one in told], [one["heights"] for one in told]


def jumps(heights: list[int]) -> bool:
    """Whether a page left the way from its old height to its new one: it shrank and grew again, or the other way round."""
    lowest, highest = sorted((heights[0], heights[-1]))
    return any(not lowest <= height <= highest for height in heights)
