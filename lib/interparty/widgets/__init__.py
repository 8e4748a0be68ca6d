"""Widgets: live in a notebook, and in the same output a static twin for paper and for pages without a kernel."""

from .clamp import DateClamp, date_clamp
from .court import ArrowCourt, arrow_court
from .reader import Reader, reader
from .sandbox import BoundsSandbox, bounds_sandbox

__all__ = [
    "ArrowCourt",
    "BoundsSandbox",
    "DateClamp",
    "Reader",
    "arrow_court",
    "bounds_sandbox",
    "date_clamp",
    "reader",
]
