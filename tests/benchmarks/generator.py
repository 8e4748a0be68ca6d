"""A corpus of any size in the manner of the genre, the same on every machine; it is made when needed and never kept.

Sentences with claims come from the gold tables, with their small figures drawn anew; sentences without any come from the same
texts, and from a grammar of plain words. The mixture has about as many claims as the five texts, one in 1,500 characters.
"""

from __future__ import annotations

import random
import re
import sys
from functools import cache
from pathlib import Path

import interparty as ip

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from gold import score as gold

_FIGURE = re.compile(r"(?<![\d.,])[1-9]\d{1,2}(?![\d.,]*\d)")
_WITH_A_CLAIM = 0.06
_PARTS = [
    "The delegation|The General Secretary|Our host|The committee|A speaker from the youth league|The Department|The two sides",
    "thanked|praised|assured|reminded|told|asked|encouraged",
    "the comrades|the guests|the leadership|the workers of the port|the veterans|the press|its friends abroad",
    "in plain words|with great warmth|after a long silence|in the spirit of independence|before the meeting closed|once more",
    "that friendship rests on respect|that nobody may interfere in another house|to look at the countryside|to write more often|"
    "that the road is long|that experience cannot be copied|not to forget the old days|that peace needs patience",
]
_GRAMMAR = [part.split("|") for part in _PARTS]


@cache
def _pools() -> tuple[list[str], list[str]]:
    """The sentences of the gold texts: those with claims, and those without."""
    with_claim, without = [], []
    for reading in [*gold.seeds(), *gold.genre(), *gold.texts("passages")]:
        document = ip.read_text(reading.text, date=reading.date)
        spans = [(int(row["start"]), int(row["end"])) for row in reading.gold]
        for sentence in document.sentences:
            counts = any(start < sentence.end and end > sentence.start for start, end in spans)
            (with_claim if counts else without).append(" ".join(sentence.text.split()))
    return with_claim, without


def text(size: int, seed: int) -> str:
    """A text of about ``size`` characters: paragraphs of three to eight sentences, a blank line between them."""
    dice = random.Random(seed)
    with_claim, without = _pools()
    paragraphs, length = [], 0
    while length < size:
        sentences = []
        for _ in range(dice.randint(3, 8)):
            if dice.random() < _WITH_A_CLAIM:
                sentences.append(_FIGURE.sub(lambda _: str(dice.randint(2, 999)), dice.choice(with_claim)))
            elif dice.random() < 0.7:
                sentences.append(dice.choice(without))
            else:
                sentences.append(" ".join(dice.choice(part) for part in _GRAMMAR) + ".")
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs) + "\n"


def corpus(folder: Path, size: int) -> int:
    """Write texts of 2,000 to 2,000,000 characters into a folder until they have ``size`` bytes; returns how many.

    Most are short, as in an archive; a thousand share a subfolder.
    """
    dice = random.Random(1921)
    blocks = [text(20_000, seed).encode() for seed in range(100)]  # to write a gigabyte must not take an hour
    count = total = 0
    while total < size:
        length = min(2_000_000, max(2_000, int(dice.lognormvariate(9.5, 1.2))))
        start = dice.randrange(100)
        whole = b"\n".join(blocks[(start + step * 37) % 100] for step in range(length // 20_000 + 1))
        cut = whole.rfind(b"\n\n", 0, length)
        place = folder / f"{count // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        total += (place / f"text-{count:06}.txt").write_bytes(whole[:cut] if cut > 0 else whole)
        count += 1
    return count
