"""Questions and feedback: ``check``, ``hint``, ``solution`` for learners; question and answer types for key writers.

A question is written in a keys module (``exercises/keys/<era>.py``: ``questions(corpus, claims) -> list[Question]``),
its key computed from the corpus. The public half of every question travels with the library in ``shapes.json``.
"""

from .answers import Answer, BoundsAnswer, Line, Mark, Value, Years
from .bank import find_question, keys_folder, load_keys, load_pools, shapes, shapes_json
from .canonical import Unreadable, canonical
from .choosing import Choice, Choices, Order
from .compound import Parts, Table
from .desk import check, hint, mark, solution
from .evidence import Evidence
from .for_keys import either, ends, find_claim, ids, passages, printed, quoted, sentence_of
from .freetext import Criterion, FreeText
from .journal import progress
from .pools import Variant, choose
from .question import SKILLS, AnyOf, Misconception, Question
from .score import Outcome, Score
from .sheet import Sheet

__all__ = [
    "SKILLS",
    "Answer",
    "AnyOf",
    "BoundsAnswer",
    "Choice",
    "Choices",
    "Criterion",
    "Evidence",
    "FreeText",
    "Line",
    "Mark",
    "Misconception",
    "Order",
    "Outcome",
    "Parts",
    "Question",
    "Score",
    "Sheet",
    "Table",
    "Unreadable",
    "Value",
    "Variant",
    "Years",
    "canonical",
    "check",
    "choose",
    "either",
    "ends",
    "find_claim",
    "find_question",
    "hint",
    "ids",
    "keys_folder",
    "load_keys",
    "load_pools",
    "mark",
    "passages",
    "printed",
    "progress",
    "quoted",
    "sentence_of",
    "shapes",
    "shapes_json",
    "solution",
]
