"""Scoring: how much of the gold made by reading a tool finds, and how well it reads what it finds.

A tool is any function that takes a :class:`Reading` and gives dictionaries with ``start`` and ``end`` (offsets into the
text) and whatever fields it can fill. Gold and found spans are matched one to one by overlap, the best overlap first; only
then are the fields compared, over the matched pairs. So precision and recall say whether the numbers that count something
were found, and the fields say whether they were understood.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import interparty as ip

HERE = Path(__file__).resolve().parent
NUMBERS = ("value", "low", "high")
FIELDS = (
    *("quote", *NUMBERS, "hedge", "unit", "measure", "direction", "kind"),
    *("period_start", "period_end", "period_text", "subset_of_quote"),
)


@dataclass(frozen=True)
class Reading:
    """A text with its date and the gold rows of its claims, each with ``start`` and ``end``."""

    id: str
    text: str
    date: str
    gold: list[dict]


def _rows(path: Path) -> list[dict]:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, strict=True))
    if not rows:
        raise ValueError(f"{path} is empty")
    return rows


def seeds() -> list[Reading]:
    """The five texts with claims.csv."""
    rows = _rows(HERE / "claims.csv")
    return [Reading(doc.id, doc.text, doc.date, [row for row in rows if row["doc"] == doc.id]) for doc in ip.load_corpus()]


def genre() -> list[Reading]:
    """The sentences of genre.csv, on which the engine was built; a sentence without claims has no gold row."""
    sentences: dict[str, Reading] = {}
    for row in _rows(HERE / "genre.csv"):
        reading = sentences.setdefault(row["sid"], Reading(row["sid"], row["sentence"], row["text_date"], []))
        if row["quote"]:
            start = row["sentence"].index(row["quote"])
            reading.gold.append(row | {"start": start, "end": start + len(row["quote"])})
    return list(sentences.values())


def texts(folder: str) -> list[Reading]:
    """The texts of ``passages`` or ``second`` (development sets), or of ``heldout`` (which nobody tunes on)."""
    rows = _rows(HERE / folder / "claims.csv")
    readings = []
    for doc in sorted({row["doc"] for row in rows}):
        gold = [row for row in rows if row["doc"] == doc]
        text = (HERE / folder / f"{doc}.txt").read_bytes().decode("utf-8")
        readings.append(Reading(doc, text, gold[0]["date"], gold))
    return readings


def engine(reading: Reading) -> list[dict]:
    """The claims of this library, with ``subset_of_quote`` as in the gold."""
    table = ip.claims(ip.read_text(reading.text, id=reading.id, date=reading.date))
    quotes = dict(zip(table["claim_id"], table["quote"], strict=True))
    return [row | {"subset_of_quote": quotes.get(row["subset_of"])} for row in table.to_dict("records")]


@dataclass
class Score:
    """Counts over some texts: claims matched, missed and extra, and for each field how often it was asked and right."""

    matched: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    asked: Counter = field(default_factory=Counter)
    right: Counter = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was found that is in the gold."""
        return self.matched / max(1, self.matched + len(self.extra))

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.matched / max(1, self.matched + len(self.missed))

    def accuracy(self, name: str) -> float:
        """The share of the matched claims whose field is right; not a number where the gold does not have the field."""
        return self.right[name] / self.asked[name] if self.asked[name] else math.nan

    def figures(self) -> dict[str, float]:
        """Precision, recall and the accuracy of each field, in this order."""
        fields = {name: self.accuracy(name) for name in FIELDS if self.asked[name]}
        return {"precision": self.precision, "recall": self.recall, **fields}


def score(readings: Iterable[Reading], tool: Callable[[Reading], list[dict]] = engine, durations: bool = True) -> Score:
    """Run a tool over texts and compare what it finds with the gold.

    Parameters
    ----------
    readings : iterable of Reading
        The texts.
    tool : callable
        Reading → dictionaries with ``start``, ``end`` and fields.
    durations : bool
        Whether lengths of time count. Without them, those of the gold need not be found, and what is found there, or is
        said by the tool to be one, is set aside.
    """
    result = Score()
    for reading in readings:
        gold = [row | {"start": int(row["start"]), "end": int(row["end"])} for row in reading.gold]
        found = tool(reading)
        if not durations:
            lengths = [row for row in gold if row["kind"] == "duration"]
            gold = [row for row in gold if row["kind"] != "duration"]
            found = [one for one in found if one.get("kind") != "duration" and not any(overlap(one, row) for row in lengths)]
        pairs = match(gold, found)
        result.matched += len(pairs)
        taken = {other for _, other in pairs}
        matched = {one for one, _ in pairs}
        result.missed += [f"{reading.id}: {row['quote']}" for one, row in enumerate(gold) if one not in matched]
        extra = [one for other, one in enumerate(found) if other not in taken]
        result.extra += [f"{reading.id}: {reading.text[one['start'] : one['end']]}" for one in extra]
        for one, other in pairs:
            _compare(result, reading, gold[one], found[other])
    return result


def overlap(one: dict, other: dict) -> float:
    """The shared characters of two spans, as a share of those of both together."""
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return max(0, shared) / (max(one["end"], other["end"]) - min(one["start"], other["start"]))


def match(gold: list[dict], found: list[dict]) -> list[tuple[int, int]]:
    """Pairs of indices, one gold row to one found span: the best overlap first, the earlier span where two are equal."""
    candidates = [(-overlap(row, one), i, j) for i, row in enumerate(gold) for j, one in enumerate(found) if overlap(row, one)]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(candidates):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())


def _compare(result: Score, reading: Reading, gold: dict, found: dict) -> None:
    for name in FIELDS:
        if name not in gold or not (name in found or name == "quote"):
            continue
        said = reading.text[found["start"] : found["end"]] if name == "quote" else found[name]
        result.asked[name] += 1
        if same(name, gold[name], said):
            result.right[name] += 1
        else:
            result.wrong.append(f"{reading.id}: {gold['quote']}: {name} is {gold[name] or None!r}, read as {said!r}")


def same(name: str, gold: str, said) -> bool:
    """Whether a field says the same as the gold; numbers may differ by rounding (⅓ is 0.3333 in the gold)."""
    said = None if said is None or said == "" or (isinstance(said, float) and math.isnan(said)) else said
    if name in NUMBERS and gold and said is not None:
        return math.isclose(float(gold), said, rel_tol=1e-3)
    return said == (gold or None)


def table(scores: dict[str, Score]) -> str:
    """Scores side by side as a Markdown table: a row a set of texts, in per cent; a dash where a field was not asked for."""
    names = ["precision", "recall", *(name for name in FIELDS if any(one.asked[name] for one in scores.values()))]
    lines = ["| texts | claims | " + " | ".join(name.replace("_", " ") for name in names) + " |", "|---" * (len(names) + 2) + "|"]
    for title, one in scores.items():
        figures = one.figures()
        cells = [f"{100 * figures[name]:.1f}" if name in figures else "–" for name in names]
        lines.append(f"| {title} | {one.matched + len(one.missed)} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


SETS: dict[str, Callable[[], list[Reading]]] = {
    "the five texts": seeds,
    "genre, development": genre,
    "passages, development": lambda: texts("passages"),
    "passages, second series": lambda: texts("second"),
    "held out": lambda: texts("heldout"),
}


def main() -> None:
    """Print the table, and every claim missed, added or misread in the texts that may be looked at.

    ``python tests/gold/score.py``; what is wrong in the held-out texts is not printed, so that nobody tunes on it.
    """
    scores = {title: score(readings()) for title, readings in SETS.items()}
    for title, one in scores.items():
        for sort in ("missed", "extra", "wrong") if title != "held out" else ():
            for line in getattr(one, sort):
                print(f"{title}: {sort}: {line}")
    print(table(scores))


if __name__ == "__main__":
    main()
