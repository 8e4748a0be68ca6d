"""Widgets: live in a notebook, and in the same output a static twin for paper and for pages without a kernel."""

from ..given import explained
from .cards import CauseCards, cause_cards
from .clamp import DateClamp, date_clamp
from .correct import CorrectClaims, correct_claims
from .court import ArrowCourt, arrow_court
from .describe import DescribeTexts, describe_texts
from .dial import DenominatorDial, denominator_dial
from .reader import Reader, reader
from .sandbox import BoundsSandbox, bounds_sandbox
from .statistics import Statistics, statistics
from .strip import BlankStrip, blank_strip
from .tensions import TensionDesk, tension_desk
from .witness import WitnessBox, witness_box

__all__ = [
    "ArrowCourt",
    "BlankStrip",
    "BoundsSandbox",
    "CauseCards",
    "CorrectClaims",
    "DateClamp",
    "DenominatorDial",
    "DescribeTexts",
    "Reader",
    "Statistics",
    "TensionDesk",
    "WitnessBox",
    "arrow_court",
    "blank_strip",
    "bounds_sandbox",
    "cause_cards",
    "correct_claims",
    "date_clamp",
    "denominator_dial",
    "describe_texts",
    "reader",
    "statistics",
    "tension_desk",
    "witness_box",
]

# whatever a learner gives them, what is wrong is told in a sentence
globals().update({name: explained(globals()[name]) for name in __all__})
