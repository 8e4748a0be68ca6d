"""How well the layers of forms, principles and dates read the five texts, against the gold made by reading.

A form or a principle is found where the layer has at least one place of it in the paragraph. A date is found where a place of
the layer overlaps the words of the gold; then its two ends are compared. ``python tests/gold/layers.py`` prints the table.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import interparty as ip

HERE = Path(__file__).resolve().parent


@dataclass
class LayerScore:
    """What was found of a layer, what was missed, what is more than the gold has, and (for dates) what is misread."""

    found: int
    missed: list[str]
    extra: list[str]
    misread: list[str]

    @property
    def precision(self) -> float:
        """The share of what the layer has that is in the gold."""
        return self.found / max(1, self.found + len(self.extra))

    @property
    def recall(self) -> float:
        """The share of the gold that the layer has."""
        return self.found / max(1, self.found + len(self.missed))

    @property
    def dated(self) -> float:
        """The share of what was found whose dates are right."""
        return 1 - len(self.misread) / max(1, self.found)


def rows(name: str) -> list[dict]:
    """The gold of one layer."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def codes(name: str) -> LayerScore:
    """Forms or principles: (text, paragraph, code)."""
    layer = getattr(ip, name)(ip.load_corpus())
    want = {(row["doc"], int(row["par"]), row["code"]) for row in rows(name)}
    have = set(zip(layer["doc"], layer["par"], layer["code"], strict=True))
    listed = [sorted(" ".join(map(str, one)) for one in ones) for ones in (want - have, have - want)]
    return LayerScore(len(want & have), *listed, [])


def dates() -> LayerScore:
    """Words of time that have a date; those without one (*at that time*, *every year*) are left out on both sides."""
    corpus = ip.load_corpus()
    layer = ip.dates(corpus)
    have = layer[layer["first"].notna() | layer["last"].notna()].to_dict("records")
    taken: set[int] = set()
    missed, misread, found = [], [], 0
    for row in rows("dates"):
        start, end = place(corpus, row)
        near = [
            number
            for number, one in enumerate(have)
            if number not in taken and one["doc"] == row["doc"] and one["start"] < end and start < one["end"]
        ]
        name = f"{row['doc']} {row['par']} {row['quote']}"
        if not near:
            missed.append(name)
            continue
        taken.add(near[0])
        found += 1
        said = tuple(have[near[0]][side] or "" for side in ("first", "last"))
        if said != (row["first"], row["last"]):
            misread.append(f"{name}: {said}")
    extra = [f"{one['doc']} {one['par']} {one['quote']}" for number, one in enumerate(have) if number not in taken]
    return LayerScore(found, missed, extra, misread)


def place(corpus: ip.Corpus, row: dict) -> tuple[int, int]:
    """Where the words of a gold row stand in the file."""
    paragraph = corpus[row["doc"]].paragraphs[int(row["par"])]
    start = paragraph.start + paragraph.text.index(row["quote"])
    return start, start + len(row["quote"])


def scores() -> dict[str, LayerScore]:
    """All three layers."""
    return {"forms": codes("forms"), "principles": codes("principles"), "dates": dates()}


def table(all_scores: dict[str, LayerScore]) -> str:
    """Scores as a Markdown table, in per cent."""
    lines = ["| layer | in the gold | precision | recall | dates right |", "|---|---|---|---|---|"]
    for name, one in all_scores.items():
        dated = f"{100 * one.dated:.1f}" if name == "dates" else "–"
        total = one.found + len(one.missed)
        lines.append(f"| {name} | {total} | {100 * one.precision:.1f} | {100 * one.recall:.1f} | {dated} |")
    return "\n".join(lines)


if __name__ == "__main__":
    every = scores()
    for layer_name, layer_score in every.items():
        for sort in ("missed", "extra", "misread"):
            for line in getattr(layer_score, sort):
                print(f"{layer_name}: {sort}: {line}")
    print(table(every))
