"""The words for every chart: of what kind it is, what is plotted, what it shows; made from the frame."""

import importlib
import re

import pytest
from every_chart import NEEDS, drawn

from interparty import charts
from interparty.charts.notes import notes_of

KINDS = (
    "Bar chart", "Bounds plot", "Chart of", "Diagram", "Directed network", "Dot plot", "Fuzzy-interval plot", "Grid",
    "Nested boxes", "Network", "Sheet", "Slope", "Squares", "Swimlanes", "Table of numbers", "Timeline",
)  # fmt: skip

#: charts that make their frame themselves → the module, and its function that makes it
FRAMES = {
    "agents_of_events": ("agents", "readings"),
    "attention": ("attention", "words_by_era"),
    "dated_moments": ("dates", "readings"),
    "dependence": ("dependence", "shared_counts"),
    "ego_network": ("network", "readings"),
    "event_lanes": ("lanes", "events"),
    "fuzzy_intervals": ("intervals", "datings"),
    "leader_clock": ("leaders", "leaders_named"),
    "opening_fans": ("fans", "openings"),
    "shared_by_length": ("lengths", "shared_counts"),
}
#: charts that are given tables of readings
GIVEN = {"forms_by_period": "forms", "reason_decision_effect": "links"}
#: charts of claims whose words are those of the quotation: one claim is taken away
QUOTED = ("nested_subsets", "times_sheet")


@pytest.mark.parametrize("name", charts.__all__)
def test_it_says_the_kind_what_is_plotted_and_what_it_shows(name, claims, corpus):
    notes = notes_of(drawn(name, claims, corpus))
    kind = notes.alt.partition(".")[0]
    assert re.match(rf"(?:\d+ guest lists|{'|'.join(KINDS)})\b", kind), kind
    plotted, _, shown = notes.alt.partition("What it shows")
    assert len(plotted) > 80 and re.search(r"\w", shown), notes.alt
    assert notes.alt.endswith(".") and "nan" not in notes.alt.lower().split() and "  " not in notes.alt


def _doubled(frame):
    """The same frame with other numbers, and with other words where it has no numbers."""
    other = frame.copy()
    for column in other.columns:
        if column in ("value", "low", "high", "words", "per_year", "alone", "also", "strings", "times"):
            other[column] = other[column] * 2
    return other


def _shorter(frame):
    return frame.iloc[:-1]


@pytest.mark.parametrize("name", charts.__all__)
def test_it_changes_when_the_data_do(name, claims, corpus, monkeypatch):
    before = notes_of(drawn(name, claims, corpus)).alt
    if name in FRAMES:
        place, maker = FRAMES[name]
        module = importlib.import_module(f"interparty.charts.{place}")
        made = getattr(module, maker)
        change = _doubled if maker in ("words_by_era", "shared_counts") else _shorter
        monkeypatch.setattr(module, maker, lambda *given: change(made(*given)))
        after = drawn(name, claims, corpus)
    elif name in GIVEN:
        whole = NEEDS[GIVEN[name]]()
        monkeypatch.setitem(NEEDS, GIVEN[name], lambda: _shorter(whole))
        after = drawn(name, claims, corpus)
    elif name in QUOTED:
        last = notes_of(drawn(name, claims, corpus)).claims["claim_id"].iloc[-1]
        after = drawn(name, claims[claims["claim_id"] != last], corpus)
    else:
        after = drawn(name, _doubled(claims), corpus)
    assert notes_of(after).alt != before


def test_a_chart_is_changed_in_one_way_only():
    assert not set(FRAMES) & set(GIVEN) and set(FRAMES) | set(GIVEN) | set(QUOTED) <= set(charts.__all__)
