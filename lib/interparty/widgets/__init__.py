"""Widgets: live in a notebook, and in the same output a static twin for paper and for pages without a kernel."""

from .reader import Reader, reader
from .sandbox import BoundsSandbox, bounds_sandbox

__all__ = ["BoundsSandbox", "Reader", "bounds_sandbox", "reader"]
