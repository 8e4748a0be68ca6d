"""Figures that are set beside those of the sentence before: "Last year *the corresponding figures were* 180 and 80"."""

from __future__ import annotations

import re

from .lexicon import pattern

_OF = (
    r"(?:(?:(?:for|in|during) (?!(?:the )?(?:parties|countries|delegations|members|visits|guests)\b)"
    r"[a-z0-9 ]{2,40}?|of (?:it|the year|(?:1[5-9]|20)\d\d)) )?"
)
# of what was counted before
FIGURE_WAS = re.compile(
    pattern(rf"\b(?:figures?|numbers?) {_OF}(?:was|were|is|are|stood at|had been|had stood at|has been) (?:only )?$")
)
#: in front of the first of several
FIGURES_WERE = re.compile(rf"\b(?:figures|numbers) {_OF}(?:were|are|had been|was|is) (?:only )?$")
#: in front of the second
FIGURES_AND = re.compile(rf"\b(?:figures|numbers) {_OF}(?:was|were|are|stood at|had been) [^ ]+ and $")
