"""The cue phrases of lexicon/cues.csv as patterns, and where a clause ends for them."""

from __future__ import annotations

import re

from .lexicon import pattern, table


def compile_cues(side: str):
    rows = [row for row in table("cues") if row["side"] == side]
    cues = "|".join(f"(?P<c{number}>{pattern(row['pattern'])})" for number, row in enumerate(rows))
    return rows, re.compile(rf"(?<![\w-])(?:{cues})(?![\w-])")


LEFT_ROWS, LEFT = compile_cues("left")
RIGHT_ROWS, RIGHT = compile_cues("right")
TURN_ROWS, TURN = compile_cues("turn")

CLAUSE_END = re.compile(pattern(r"[;:]|\.(?= )|\?(?= )"))
SOFT_BOUNDARY = re.compile(pattern(r", (?:and|but|or|while|whereas|although|as|which|who|where)? ?|\b(?:while|whereas|but)\b"))
