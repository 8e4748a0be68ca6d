"""The charts of the Hu Jintao years: dated events in lanes with an open bar, and the one rise that the figures prove."""

import pytest

import interparty as ip
from interparty import charts
from interparty.charts.notes import notes_of
from interparty.events import events


def marks_of(fig):
    (ax,) = fig.axes
    return {artist.get_gid(): artist for artist in (*ax.lines, *ax.patches) if artist.get_gid()}


def test_events_come_in_order_of_time_with_the_dates_of_the_text(corpus):
    rows = events(corpus)
    assert list(rows.start) == ["2003-09", "2004-04", "2004-09", "2006-06", "2007-05", "2003"]
    assert list(rows[rows.span].reading_id) == ["seminars-vietnam"]
    assert rows.time.iloc[-1] == "2003 to 2007, no year for each"
    for row in rows.to_dict("records"):
        assert row["when"] in corpus[row["doc"]].paragraphs[row["par"]].text


def test_a_dated_event_is_a_point_and_the_undated_ones_an_open_bar(corpus):
    drawn, rows = marks_of(charts.event_lanes(corpus)), events(corpus).set_index("reading_id")
    assert set(drawn) == set(rows.index)
    bar = drawn["seminars-vietnam"]
    assert (bar.get_x(), bar.get_x() + bar.get_width()) == (2003, 2008)
    assert not bar.get_fill()
    assert drawn["asian-parties"].get_xdata()[0] == pytest.approx(2004 + 8.5 / 12)


def test_the_lanes_leave_the_years_after_the_texts_empty(corpus):
    fig = charts.event_lanes(corpus)
    assert fig.axes[0].get_xlim()[1] >= 2012
    assert max(artist.get_xdata()[0] for artist in marks_of(fig).values() if hasattr(artist, "get_xdata")) < 2008
    alt = notes_of(fig).alt
    assert alt.startswith("Swimlanes") and "5 events have a month, from September 2003 to May 2007" in alt
    assert "the texts end there" in alt


def test_the_slope_draws_the_certain_rise_and_leaves_it_open(claims):
    fig = charts.certain_slope(claims)
    drawn = marks_of(fig)
    assert set(drawn) == {"dai-2002.15.147-countries-and-regions", "chen-2007.2.over-160-countries-and-regions"}
    assert drawn["dai-2002.15.147-countries-and-regions"].get_ydata()[0] == 147
    alt = notes_of(fig).alt
    assert alt.startswith("Slope") and "a rise of more than 13, with no limit above" in alt
    assert ip.show(fig).claim_ids == ("dai-2002.15.147-countries-and-regions", "chen-2007.2.over-160-countries-and-regions")


def test_what_is_not_proved_gets_no_slope(claims):
    with pytest.raises(ip.InterpartyError, match="prove 0 rises"):
        charts.certain_slope(claims, "parties_in_contact")


def test_both_charts_stand_on_the_page_with_their_data(claims, corpus):
    for fig, words in ((charts.event_lanes(corpus), "[zhong-2007 ¶27]"), (charts.certain_slope(claims), "147 countries")):
        shown = ip.show(fig)
        assert words in shown.html and "<img" in shown.html and "<caption" in shown.html
