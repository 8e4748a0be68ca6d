"""Read a text, or chosen paragraphs, with every counted claim marked in place."""

from __future__ import annotations

import csv
from collections.abc import Iterable

import pandas as pd

from ..corpus import Corpus, Document, seeds_folder
from ..errors import InterpartyError
from ..html import Html, el, join
from ..passage import SIGN
from ..text import Paragraph
from ..wording import citation, in_words
from .base import PageWidget, asset

#: hedge → (sign after the words, underline, ground, what the sign says); letters are black on all of them
MARKS = {
    "exact": ("=", "solid", "#cfe6f5", "exact count"),
    "at_least": ("↑", "dashed", "#ffe2a3", "floor: no upper limit"),
    "odd": ("↑", "dashed", "#ffe2a3", "floor: no upper limit"),
    "nearly": ("↓", "dotted", "#cdeedd", "ceiling: no lower limit"),
    "at_most": ("↓", "dotted", "#cdeedd", "ceiling: no lower limit"),
    "about": ("≈", "wavy", "#f2d8e8", "about: no limits given"),
    "between": ("↔", "double", "#cfe6f5", "between two figures"),
    "vague": ("?", "double", "#e4e4e4", "vague: no figure"),
}
#: paragraphs that a page can show without making the reader wait
MOST = 1000


class Reader(PageWidget):
    """The reading view; made by :func:`reader`."""

    _esm = asset(".js", "reader")
    _css = asset(".css", "reader")

    def __init__(self, paragraphs: list[dict], changes: list[str], printed: list[Html], by_hand: list[str]) -> None:
        super().__init__()
        self._printed = printed
        used = {claim["hedge"] for paragraph in paragraphs for claim in paragraph["claims"]}
        key = {sign: [line, ground, said] for hedge, (sign, line, ground, said) in MARKS.items() if hedge in used}
        self.view = {"paragraphs": paragraphs, "changes": changes, "key": key, "by_hand": by_hand}

    def twin(self) -> Html:
        """The paragraphs with their marks, the claims of each in words beneath it, and what an editor would mend."""
        parts = []
        for paragraph, printed in zip(self.view["paragraphs"], self._printed, strict=True):
            told = [el("li", claim["words"], value=claim["n"]) for claim in paragraph["claims"]]
            parts.append(el("p", printed, style="line-height:1.7;max-width:62em"))
            parts.append(el("ol", told) if told else None)
        changes = self.view["changes"]
        mended = [el("p", "Misprints, left as they are above:"), el("ul", [el("li", line) for line in changes])]
        hands = self.view["by_hand"]
        done = [el("p", f"{SIGN} Put right by hand:"), el("ul", [el("li", line) for line in hands])] if hands else None
        return el("section", parts, mended if changes else None, done, class_="interparty-reader")


def reader(corpus: Corpus, passages=None, claims: pd.DataFrame | None = None) -> Reader:
    """Show texts with their claims marked; a mark tells its claim in words when it is pointed at, focused or pressed.

    Parameters
    ----------
    corpus : Corpus
        The texts.
    passages : str, (str, int) or a list of these, optional
        A text (``"dai-2002"``) or single paragraphs (``[("dai-2002", 15), …]``); without it, every text.
    claims : DataFrame, optional
        The claims to mark; without it, all claims of the corpus.

    Returns
    -------
    Reader
        Live in a notebook; on paper, the paragraphs and a list of their claims.

    Raises
    ------
    InterpartyError
        For a text or a paragraph that does not exist, and for more paragraphs than a page can show.
    """
    chosen = _chosen(corpus, passages)
    if len(chosen) > MOST:
        raise InterpartyError(
            f'These are {len(chosen):,} paragraphs, and a page can show {MOST:,}: name some, as [("{chosen[0][0].id}", 0)].'
        )
    if claims is None:
        from ..extraction import claims as all_claims

        claims = all_claims(corpus)
    slips = _emendations()
    shown, changes, printed, by_hand, n = [], [], [], [], 0
    for document, paragraph in chosen:
        here = claims[(claims["doc"] == document.id) & claims["start"].between(paragraph.start, paragraph.end - 1)]
        records = here.sort_values(["start", "end"]).to_dict("records")
        notes = document.notes
        told = [
            {"n": n + i, "id": c["claim_id"], "hedge": c["hedge"], "words": _told(c, notes)} for i, c in enumerate(records, 1)
        ]
        mended = [slip for slip in slips if _fits(slip, document, paragraph)]
        place = citation({"doc": document.id, "par": paragraph.index})
        cited = join(" ", el("span", place, class_="ip-cite"))
        inner = join(_marked(document.text, paragraph, records, n, mended, notes), cited)
        printed.append(join(_marked(document.text, paragraph, records, n, [], notes), cited))
        shown.append({"doc": document.id, "par": paragraph.index, "html": str(inner), "claims": told})
        changes += [f"{place} “{slip['found']}”: {_read(slip)}. {slip['why']}" for slip in mended]
        here = f"{document.id}.{paragraph.index}."
        by_hand += [f"{name}: {note}." for name, note in notes.items() if name.startswith(here)]
        n += len(records)
    return Reader(shown, changes, printed, by_hand)


def _chosen(corpus: Corpus, passages) -> list[tuple[Document, Paragraph]]:
    one = isinstance(passages, str) or (isinstance(passages, tuple) and len(passages) == 2 and isinstance(passages[1], int))
    wanted = [document.id for document in corpus] if passages is None else [passages] if one else passages
    if not isinstance(wanted, Iterable):
        raise InterpartyError('reader() takes a text such as "dai-2002" or a list of paragraphs such as [("dai-2002", 15)].')
    found = []
    for item in wanted:
        if isinstance(item, str):
            found += [(corpus[item], paragraph) for paragraph in corpus[item].paragraphs]
            continue
        try:
            doc, index = item
            paragraphs = corpus[doc].paragraphs
            found.append((corpus[doc], paragraphs[range(len(paragraphs))[index] if index >= 0 else len(paragraphs)]))
        except IndexError:
            last = len(corpus[doc].paragraphs) - 1
            raise InterpartyError(f"{doc} has no paragraph {index}: its paragraphs are numbered from 0 to {last}.") from None
        except (TypeError, ValueError):
            raise InterpartyError(f'{item!r} is no passage: write the text and the paragraph, ("dai-2002", 15).') from None
    return found


def _emendations() -> list[dict]:
    """The list of misprints that comes with the five texts; empty where the texts come without one."""
    path = seeds_folder() / "emendations.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [{**row, "start": int(row["start"]), "end": int(row["end"])} for row in csv.DictReader(file)]


def _fits(slip: dict, document: Document, paragraph: Paragraph) -> bool:
    inside = slip["doc"] == document.id and paragraph.start <= slip["start"] and slip["end"] <= paragraph.end
    return inside and document.text[slip["start"] : slip["end"]] == slip["found"]


def _read(slip: dict) -> str:
    return f"read “{slip['read_as']}”" if slip["read_as"] else "leave out"


def _told(claim: dict, notes: dict[str, str]) -> str:
    note = notes.get(claim["claim_id"])
    return f"{in_words(claim)} {SIGN} {note}." if note else in_words(claim)


def _marked(text: str, paragraph: Paragraph, records: list[dict], before: int, slips: list[dict], notes: dict[str, str]) -> Html:
    """The paragraph with claims and misprints marked; claims that overlap share one mark."""
    pieces, here, i = [], paragraph.start, 0
    while i < len(records):
        start, end, numbers = records[i]["start"], records[i]["end"], []
        hedge, by_hand = records[i]["hedge"], ""
        while i < len(records) and (records[i]["start"] < end or not numbers):
            end = max(end, records[i]["end"])
            numbers.append(before + i + 1)
            by_hand = SIGN if records[i]["claim_id"] in notes else by_hand
            i += 1
        sign, line, ground, _ = MARKS[hedge]
        under = f"text-decoration:underline {line} 2px;text-underline-offset:3px"
        style = f"background:{ground};color:#000;{under};padding:1px 2px"
        label = el("sup", f"{sign}{','.join(map(str, numbers))}{by_hand}", style="text-decoration:none;font-size:0.72em")
        pieces.append(_mended(text, here, start, slips))
        pieces.append(el("mark", _mended(text, start, end, slips), label, data_n=" ".join(map(str, numbers)), style=style))
        here = end
    return join(pieces, _mended(text, here, paragraph.end, slips))


def _mended(text: str, start: int, end: int, slips: list[dict]) -> Html:
    """The characters ``start:end``, each misprint there in both its forms; the page shows one of them."""
    pieces, here = [], start
    for slip in slips:
        # a blank too many is listed under the text, but cannot be seen in it
        if here <= slip["start"] and slip["end"] <= end and (slip["found"] + slip["read_as"]).strip():
            emended = el("ins", slip["read_as"] or "[ ]", class_="ip-emended", hidden=True)
            both = (el("span", slip["found"], class_="ip-printed"), emended)
            pieces += [
                text[here : slip["start"]],
                el("span", both, class_="ip-slip", title=f"{_read(slip)}: {slip['why']}"),
            ]
            here = slip["end"]
    return join(pieces, text[here:end])
