"""A class of hostile and clumsy people, and a few careful ones: what each of them hands in for exercise 05.

Each maker gets the careful answers as a notebook (plain JSON), the folder to hand in and the course, and writes what it likes.
Beside it stands what it earns where that is not everything: question → points, or None where a person must look.
"""

from . import careful_and_clumsy, curious, hostile, odd_files
from .registry import ASSIGNMENT, AUTOMATIC, CLASS, NAME

__all__ = ["ASSIGNMENT", "AUTOMATIC", "CLASS", "NAME", "careful_and_clumsy", "curious", "hostile", "odd_files"]
