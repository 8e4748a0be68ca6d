"""Charts drawn from the claims table. Each function returns a matplotlib Figure for ``interparty.show``."""

from .against import claim_against_number
from .attention import attention
from .denominators import two_denominators
from .fans import opening_fans
from .intervals import fuzzy_intervals
from .stock import stock_bounds
from .subsets import nested_subsets

__all__ = [
    "attention",
    "claim_against_number",
    "fuzzy_intervals",
    "nested_subsets",
    "opening_fans",
    "stock_bounds",
    "two_denominators",
]
