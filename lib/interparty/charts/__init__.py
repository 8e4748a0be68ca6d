"""Charts drawn from the claims table. Each function returns a matplotlib Figure for ``interparty.show``."""

from .against import claim_against_number
from .denominators import two_denominators
from .fans import opening_fans
from .stock import stock_bounds
from .subsets import nested_subsets

__all__ = ["claim_against_number", "nested_subsets", "opening_fans", "stock_bounds", "two_denominators"]
