"""From a mark of a chart to its sentence: point at the mark or focus it, and the sentence stands under the picture.

Plain HTML and style, no script is needed: a button lies over each mark, and the sentences lie under the picture, all in one
place, of which one is seen at a time. On paper, and where a page strips styles (a notebook that JupyterLab does not trust), the
same sentences are a list. Nothing is covered and nothing moves, and the last sentence stays, so that it can be read and copied.
"""

from __future__ import annotations

from hashlib import sha256

from matplotlib.figure import Figure

from .charts.notes import ChartNotes, notes_of
from .charts.spots import Spot, spots
from .errors import InterpartyError
from .html import Html, el, join
from .passage import SIGN, Passage
from .wording import citation

#: inches: above this height mark and sentence may not fit on one screen, so that the sentence stands beside the mark as well
TALL = 6.5
#: characters of HTML: a sentence with more may scroll, and then a keyboard must be able to reach it
_LONG = 350
#: of a mark that rests on more sentences than these, the rest is in the data table
SHOWN = 3
HINT = "Point at a mark, or press Tab and the arrow keys to walk from mark to mark: the sentence it rests on stands here."

_QUOTE = "background:#ffd966;color:#000;font-weight:bold;text-decoration:underline"
_UNSEEN = "position:absolute;width:1px;height:1px;overflow:hidden;white-space:nowrap"
_BARE = "position:absolute;background:transparent;border:none;padding:0;margin:0;cursor:pointer;border-radius:3px"

# Arrow keys walk from mark to mark; like Enter and Space they are kept from the notebook, which would leave the cell.
_KEYS = (
    "if(event.ctrlKey||event.metaKey||event.altKey||event.shiftKey)return;"
    "var s={ArrowRight:1,ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[event.key];"
    "if(s){var a=[...this.querySelectorAll('button')],b=a[a.indexOf(event.target)+s];if(b)b.focus();event.preventDefault()}"
    "if(s||event.key==='Enter'||event.key===' ')event.stopPropagation()"
)

# One cell of a grid holds all sentences, so the place is as high as the longest of them, but not higher than a few lines: what
# is longer scrolls. What was seen last stays: its disappearing is put off for longer than anybody reads, until another comes.
_STYLE = """
.ip-chart .ip-spot:hover { outline: 2px dashed #000; outline-offset: 1px; }
.ip-chart .ip-spot:focus-visible { outline: 3px solid #d55e00; outline-offset: 1px; }
@media screen { @supports selector(:has(a)) {
  .ip-tall > .ip-spot:is(:hover, :focus) { z-index: 1000 !important; }
  .ip-tall > .ip-spot:is(:hover, :focus)::after {
    content: attr(data-said); content: attr(data-said) / ""; position: absolute; top: calc(100%% + 6px); left: 0; width: 26em;
    padding: 6px 10px; background: #fff; color: #000; border: 1px solid #000; border-radius: 4px;
    text-align: left; font: 13px/1.45 sans-serif; pointer-events: none; }
  .ip-tall > .ip-spot.ip-left::after { left: auto; right: 0; }
  .ip-tall > .ip-spot.ip-up::after { top: auto; bottom: calc(100%% + 6px); }
  .ip-sources { display: grid; border: 1px solid #8a8a8a; border-left: 5px solid #0072b2; border-radius: 4px; }
  .ip-sources > li { grid-area: 1 / 1; list-style: none; visibility: hidden; transition: visibility 0s 1000000s;
    max-height: 8.7em; overflow-y: auto; }
  .ip-sources > li.ip-hint { visibility: visible; }
  .ip-chart:has(> .ip-spot:is(:hover, :focus)) + .ip-sources > li { visibility: hidden; transition: none; }
  %(focused)s { visibility: visible; }
  .ip-chart:has(> .ip-spot:hover) + .ip-sources > li:not(.ip-hint) { visibility: hidden; }
  %(pointed)s { visibility: visible; }
} }
@media print { .ip-in-table, .ip-sources > :is(.ip-hint, .ip-again) { display: none; } }
"""


def pointable(fig: Figure, corpus, picture: Html) -> Html:
    """The picture of a chart with its marks to point at, and the sentences that they show.

    Parameters
    ----------
    fig : Figure
        From one of the functions of ``interparty.charts``.
    corpus : Corpus
        Where the sentences are.
    picture : Html
        The ``img`` element, as wide as its container.

    Returns
    -------
    Html
        Container with picture and buttons, list of sentences; what ``show`` puts into its figure.

    Raises
    ------
    InterpartyError
        When a mark stands for a claim or reading that is not among the rows of the chart.
    """
    notes = notes_of(fig)
    marks = [(spot, sources(notes, spot, corpus)) for spot in spots(fig)]
    if not marks:
        return el("div", picture, class_="ip-chart")
    said = [_said(spot, found, notes) for spot, found in marks]
    stem = "ip-" + sha256("".join([notes.alt, *said]).encode()).hexdigest()[:10]
    group = {"role": "group", "aria_label": "Marks of the chart", "onkeydown": _KEYS}
    wide = f"position:relative;width:{fig.get_figwidth() * 100:.0f}px;max-width:100%"
    names = [f"{stem}-{n}" for n in range(1, len(marks) + 1)]
    tall = fig.get_figheight() > TALL
    buttons = [_button(spot, found, name, marks, tall) for (spot, found), name in zip(marks, names, strict=True)]
    again = _again([found for _, found in marks], notes.key)
    items = [
        el(
            "li",
            words,
            id=name,
            class_="ip-again" if told else None,
            style="margin:0 0 0.4em",
            tabindex="0" if len(words) > _LONG else None,
        )
        for words, name, told in zip(said, names, again, strict=True)
    ]
    return join(
        el("style", Html(_STYLE % _rules(names))),
        el("div", picture, buttons, class_="ip-chart ip-tall" if tall else "ip-chart", style=wide, **group),
        el(
            "ul",
            el("li", HINT, class_="ip-hint"),
            items,
            # the data table of claims has every sentence: paper shows it once
            class_="ip-sources" if notes.heads else "ip-sources ip-in-table",
            style="max-width:62em;margin:0.6em 0;padding:0.3em 1em 0.1em;line-height:1.45",
        ),
    )


def _again(marks: list[list], key: str) -> list[bool]:
    """For each mark, whether marks before it have shown all its sentences."""
    shown: set[str] = set()
    told = []
    for found in marks:
        names = {row[key] for row, _ in found[:SHOWN]}
        told.append(names <= shown)
        shown |= names
    return told


def sources(notes: ChartNotes, spot: Spot, corpus) -> list[tuple[dict, Passage | str]]:
    """The rows that a mark stands for, each with its passage; only the words where the corpus does not hold the text."""
    known = set(spot.ids)
    rows = [row for row in notes.rows() if row[notes.key] in known]
    if lost := known - {row[notes.key] for row in rows}:
        raise InterpartyError(f"The mark {spot.gid!r} stands for {sorted(lost)[0]!r}, which is not among the rows of its chart.")
    return [(row, _passage(corpus, row)) for row in rows]


def _passage(corpus, row: dict) -> Passage | str:
    """Where the words of a claim or reading stand. A reading is found by its words, as its table has been checked by them."""
    quote = (row.get("sentence") or row["quote"]).strip("“”")
    if row["doc"] not in corpus:
        return quote
    document = corpus[row["doc"]]
    if "claim_id" in row:
        return Passage.around(document, row["start"], row["end"], document.notes.get(row["claim_id"], ""))
    paragraph = document.paragraphs[int(row["par"])]
    at = paragraph.text.find(quote)
    return quote if at < 0 else Passage.around(document, paragraph.start + at, paragraph.start + at + len(quote))


def _said(spot: Spot, found: list[tuple[dict, Passage | str]], notes: ChartNotes) -> Html:
    """The sentences of one mark, with their places, ids and what was computed from them."""
    parts = [_sentence(row, passage, notes, spot) for row, passage in found[:SHOWN]]
    rest = len(found) - SHOWN
    more = el("div", f"… and {rest} more sentences: all are in the data behind this chart.") if rest > 0 else None
    head = el("div", f"{len(found)} sentences. The first of them:") if rest > 0 else None
    return join(head, parts, more)


def _sentence(row: dict, passage: Passage | str, notes: ChartNotes, spot: Spot) -> Html:
    whole = isinstance(passage, Passage)
    words = (passage.lead, el("mark", passage.quote, style=_QUOTE), passage.tail) if whole else (passage,)
    computed = notes.computed.get(spot.gid) or notes.computed.get(row[notes.key])
    by_hand = f" {SIGN} {passage.note}" if whole and passage.note else None
    return el("div", "“", words, "” ", citation(row), f" {computed}. " if computed else " ", el("code", row[notes.key]), by_hand)


def _button(spot: Spot, found: list, name: str, marks: list, tall: bool) -> Html:
    row, passage = found[0]
    beside = (("left", spot.left + spot.width / 2 > 0.55), ("up", spot.top > 0.7)) if tall else ()
    said = " ".join(f"“{passage.sentence if isinstance(passage, Passage) else passage}” {citation(row)}".split())
    words = passage.quote if isinstance(passage, Passage) else passage
    words = words if len(words) <= 80 else f"{words[:78].rsplit(' ', 1)[0]} …"
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    above = sum(other.area > spot.area for other, _ in marks)
    place = ";".join(f"{side}:{100 * getattr(spot, side):.2f}%" for side in ("left", "top", "width", "height"))
    return el(
        "button",
        el("span", f"“{words}” {citation(row)}{more}", style=_UNSEEN),
        type="button",
        class_=" ".join(["ip-spot", *(f"ip-{side}" for side, there in beside if there)]),
        style=f"{_BARE};{place};z-index:{above + 1}",
        data_ids=" ".join(spot.ids) if len(spot.ids) <= SHOWN else spot.gid,
        data_said=said if tall else None,
        aria_describedby=name,
    )


def _rules(names: list[str]) -> dict[str, str]:
    """For each mark, which sentence is seen when it is focused, and when it is pointed at."""

    def seen(state: str) -> str:
        places = range(1, len(names) + 1)
        return ",\n  ".join(
            f".ip-chart:has(> .ip-spot:nth-of-type({n}):{state}) + .ip-sources > li:nth-child({n + 1})" for n in places
        )

    return {"focused": seen("focus"), "pointed": seen("hover")}
