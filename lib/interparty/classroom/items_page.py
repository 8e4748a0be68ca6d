"""The analysis of the questions as one page for the teacher: two charts, each with its words and its numbers."""

from __future__ import annotations

from matplotlib.figure import Figure
from matplotlib.patches import Patch

from ..charts import marks
from ..display import svg_uri
from ..html import Html, el, table
from .items import FORMULA, STANDS, Analysis

#: stand → fill and hatch; told apart in grey print as well
FILLS = {
    "all points": (marks.INK["blue"], ""),
    "some points": ("#9ecae1", ""),
    "no points": (marks.INK["vermillion"], ""),
    "no answer": ("#ffffff", "////"),
    "not marked yet": ("#ffffff", ""),
}
MOST_MISCONCEPTIONS = 12


def page(analysis: Analysis) -> str:
    """The page as HTML that needs no other file."""
    questions = list(analysis.question_rows())
    misconceptions = list(analysis.misconception_rows())
    body = [
        el("h1", f"How the class did: {analysis.assignment}"),
        el("p", f"{analysis.learners} learners are in the gradebook for this assignment. For teachers: names no learner."),
        el("h2", "Question by question"),
        _figure(stands_chart(analysis), stands_words(analysis), FORMULA, "Each question", questions),
        el("h2", "Misconceptions"),
    ]
    if analysis.shown:
        caption = "Of those whose answer could be read, the share that showed the misconception. An answer may show several."
        body.append(_figure(misconceptions_chart(analysis), misconceptions_words(analysis), caption, "Each one", misconceptions))
    else:
        body.append(el("p", "None was found in the answers."))
    style = "body{font:16px/1.5 sans-serif;max-width:62em;margin:1em auto;padding:0 1em}td,th{border-bottom:1px solid #ccc}"
    head = el("head", Html('<meta charset="utf-8">'), el("title", f"{analysis.assignment}: questions"), el("style", Html(style)))
    return "<!doctype html>\n" + el("html", head, el("body", el("main", *body)), lang="en")


def _figure(fig: Figure, alt: str, caption: str, name: str, rows: list[tuple]) -> Html:
    heads, *data = rows
    shown = [["–" if cell is None else cell if isinstance(cell, str) else f"{cell:g}" for cell in row] for row in data]
    numbers = el("div", table(f"{name}, in numbers.", heads, shown), style="overflow-x:auto", tabindex="0")
    return el(
        "figure",
        el("img", src=svg_uri(fig), alt=alt, style="width:100%;height:auto;background:#fff;display:block"),
        el("figcaption", caption),
        el("details", el("summary", "Data behind this chart", style="cursor:pointer;padding:4px 0"), numbers),
        style="margin:0.5em 0",
    )


def stands_chart(analysis: Analysis) -> Figure:
    """A bar for each question, cut by how learners stand on it; at its right end the discrimination."""
    items = analysis.items
    fig = marks.new_figure(marks.WIDTH, 1.9 + 0.42 * len(items))
    high = fig.get_figheight()
    ax = fig.add_axes((0.08, 0.55 / high, 0.74, 1 - 1.85 / high))
    for y, item in enumerate(items):
        done = 0
        for stand in STANDS:
            count, (fill, hatch) = item.stands[stand], FILLS[stand]
            if not count:
                continue
            share = count / max(1, sum(item.stands.values()))
            ax.barh(y, share, left=done, height=0.74, color=fill, hatch=hatch, edgecolor="black", lw=0.8)
            if share > 0.05:
                dark = stand in ("all points", "no points")
                box = None if dark or not hatch else {"facecolor": "white", "edgecolor": "none", "pad": 1}
                ink = "white" if dark else "black"
                ax.text(done + share / 2, y, f"{count}", ha="center", va="center", fontsize=marks.BODY, color=ink, bbox=box)
            done += share
        told = "–" if item.discrimination is None else f"{item.discrimination:.2f}"
        ax.text(1.07, y, told, ha="center", va="center", fontsize=marks.BODY)
    ax.text(1.07, -0.85, "discrimination", ha="center", va="bottom", fontsize=marks.SMALL)
    ax.set_xlim(0, 1)
    ax.set_ylim(len(items) - 0.5, -0.5)
    ax.set_yticks(range(len(items)), [item.question for item in items])
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    marks.tidy(ax, keep=("bottom",))
    keys = [Patch(facecolor=fill, hatch=hatch, edgecolor="black", lw=0.8) for fill, hatch in FILLS.values()]
    fig.legend(
        keys, STANDS, loc="upper left", bbox_to_anchor=(0.01, 1 - 0.42 / high), ncols=5, frameon=False, fontsize=marks.SMALL
    )
    fig.text(0.015, 1 - 0.1 / high, "Which questions were hard?", fontsize=marks.TITLE, fontweight="bold", va="top")
    return fig


def stands_words(analysis: Analysis) -> str:
    """The first chart in words."""
    told = []
    for item in analysis.items:
        counts = ", ".join(f"{count} {stand}" for stand, count in item.stands.items() if count) or "nobody"
        apart = "not computed" if item.discrimination is None else f"{item.discrimination:.2f}"
        told.append(f"{item.question}: {counts}; discrimination {apart}")
    means = {item.question: item.mean for item in analysis.items if item.mean is not None}
    hardest = f" Fewest points were earned on {min(means, key=means.get)}." if means else ""
    return f"Stacked bars, one a question, by how many learners stand where. {'. '.join(told)}.{hardest}"


def misconceptions_chart(analysis: Analysis) -> Figure:
    """A bar for each of the most frequent misconceptions."""
    shown = analysis.shown[:MOST_MISCONCEPTIONS]
    fig = marks.new_figure(marks.WIDTH, 1.2 + 0.36 * len(shown))
    high = fig.get_figheight()
    ax = fig.add_axes((0.46, 0.45 / high, 0.49, 1 - 1.05 / high))
    for y, each in enumerate(shown):
        ax.barh(y, each.share, height=0.7, color=marks.INK["vermillion"])
        ax.text(each.share + 0.01, y, f"{each.count} of {each.of}", va="center", fontsize=marks.SMALL)
    ax.set_xlim(0, max(0.25, 1.3 * shown[0].share))
    ax.set_ylim(len(shown) - 0.5, -0.5)
    ax.set_yticks(range(len(shown)), [f"{each.question}  {each.name}" for each in shown])
    ax.xaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    marks.tidy(ax, keep=("left", "bottom"))
    fig.text(0.015, 1 - 0.1 / high, "What to talk about in the next lesson", fontsize=marks.TITLE, fontweight="bold", va="top")
    return fig


def misconceptions_words(analysis: Analysis) -> str:
    """The second chart in words."""
    shown = analysis.shown[:MOST_MISCONCEPTIONS]
    told = "; ".join(f"{each.question}, {each.name}: {each.count} of {each.of}" for each in shown)
    return f"Bars, one for each of the {len(shown)} most frequent misconceptions. {told}."
