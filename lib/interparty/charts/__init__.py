"""Charts drawn from the claims table. Each function returns a matplotlib Figure for ``interparty.show``."""

from .against import claim_against_number
from .attention import attention
from .dates import dated_moments
from .denominators import two_denominators
from .fans import opening_fans
from .intervals import fuzzy_intervals
from .lanes import event_lanes
from .network import ego_network
from .slope import certain_slope
from .stock import stock_bounds
from .subsets import nested_subsets

__all__ = [
    "attention",
    "certain_slope",
    "claim_against_number",
    "dated_moments",
    "ego_network",
    "event_lanes",
    "fuzzy_intervals",
    "nested_subsets",
    "opening_fans",
    "stock_bounds",
    "two_denominators",
]
