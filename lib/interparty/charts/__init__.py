"""Charts drawn from the claims table. Each function returns a matplotlib Figure for ``interparty.show``."""

from ..given import explained
from .against import claim_against_number
from .agents import agents_of_events
from .any_text import figures_sheet, times_sheet
from .attention import attention
from .causes import reason_decision_effect
from .dates import dated_moments
from .denominators import two_denominators
from .dependence import dependence
from .fans import opening_fans
from .forms import forms_by_period
from .guests import guest_lists
from .intervals import fuzzy_intervals
from .lanes import event_lanes
from .leaders import leader_clock
from .lengths import shared_by_length
from .network import ego_network
from .sheet import delegation_sheet
from .slope import certain_slope
from .stock import stock_bounds
from .subsets import nested_subsets

__all__ = [
    "agents_of_events",
    "attention",
    "certain_slope",
    "claim_against_number",
    "dated_moments",
    "delegation_sheet",
    "dependence",
    "ego_network",
    "event_lanes",
    "figures_sheet",
    "forms_by_period",
    "fuzzy_intervals",
    "guest_lists",
    "leader_clock",
    "nested_subsets",
    "opening_fans",
    "reason_decision_effect",
    "shared_by_length",
    "stock_bounds",
    "times_sheet",
    "two_denominators",
]

# whatever a learner gives them, what is wrong is told in a sentence
globals().update({name: explained(globals()[name]) for name in __all__})
