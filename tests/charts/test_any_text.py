"""The sheets that any text allows: every figure with its hedge, every time, and nothing that the words do not tell."""

import pandas as pd
import pytest

import interparty as ip

TEXT = (
    "In 1996 the Party received more than 30 delegations. Since 1990 it has sent nearly 12 groups. "
    "It has contacts with between 20 and 40 parties. About 300 guests came in May 1995. "
    "Hundreds of visitors came before 1980.\n\n"
    "We met 4 friends."
)


@pytest.fixture(scope="module")
def own():
    return ip.read_text(TEXT, id="own", date="1997")


@pytest.fixture(scope="module")
def found(own):
    return ip.claims(own)


def marked(fig):
    return {artist.get_gid() for artist in fig.findobj(lambda artist: bool(artist.get_gid()))}


def test_every_figure_has_its_mark(found):
    assert set(found["hedge"]) >= {"at_least", "nearly", "exact", "between", "about", "vague"}
    fig = ip.charts.figures_sheet(found)
    assert marked(fig) == set(found["claim_id"])
    labels = [label.get_text() for label in fig.axes[0].get_yticklabels()]
    assert labels[0] == "“more than 30 delegations” ¶0, in", "the direction is said in a word, not by colour alone"


def test_the_sheet_of_times_draws_the_time_that_is_told(found):
    fig = ip.charts.times_sheet(found)
    timed = found[found["period_start"].notna() | found["period_end"].notna()]
    assert marked(fig) == set(timed["claim_id"]) and 0 < len(timed) < len(found)
    (bar,) = [patch for patch in fig.axes[0].patches if patch.get_gid() == "own.0.more-than-30-delegations"]
    assert (bar.get_x(), bar.get_width()) == (1996, 1)
    assert f"{len(found) - len(timed)} more figure" in fig.interparty_notes.alt
    about = ip.claims(ip.read_text(TEXT, id="own", date="1997~"))
    edges = {patch.get_gid(): patch.get_linestyle() for patch in ip.charts.times_sheet(about).axes[0].patches}
    assert edges["own.0.more-than-30-delegations"] == "solid" != edges["own.0.nearly-12-groups"], "an inferred date shows"


@pytest.mark.parametrize("chart", [ip.charts.figures_sheet, ip.charts.times_sheet])
def test_the_chart_is_told_in_words_and_leads_to_its_sentences(chart, own, found):
    shown = ip.show(chart(found), ip.corpus.Corpus([own]))
    assert "more than 30 delegations" in shown.html and "In 1996 the Party received" in shown.html
    assert "[own ¶0]" in shown.alt and "What it shows" in shown.alt


def test_it_works_for_the_five_texts_and_for_two_texts_names_each(claims):
    two = claims[claims["doc"].isin(["dai-2001", "dai-2002"])]
    labels = [label.get_text() for label in ip.charts.figures_sheet(two).axes[0].get_yticklabels()]
    assert any("dai-2002 ¶15" in label for label in labels) and any("dai-2001" in label for label in labels)
    assert ip.charts.times_sheet(claims)


def test_no_figure_and_too_many(found):
    nothing = ip.claims(ip.read_text("No.", id="x"))
    for chart in (ip.charts.figures_sheet, ip.charts.times_sheet):
        with pytest.raises(ip.InterpartyError, match="holds no figure"):
            chart(nothing)
        with pytest.raises(ip.InterpartyError, match="a page can show 80: choose some"):
            chart(pd.concat([found] * 30))


@pytest.mark.parametrize("name", ["own", "a-report-of-the-office-for-outside-links-of-the-harbour-party"])
@pytest.mark.parametrize("chart", [ip.charts.figures_sheet, ip.charts.times_sheet])
def test_the_longest_label_is_inside_the_picture_and_a_short_one_leaves_room(chart, name):
    texts = [
        ip.read_text(TEXT.replace("4 friends", "4,000,000 friendly organizations"), id=each, date="1997") for each in (name, "b")
    ]
    fig = chart(ip.claims(texts))
    labels = [label.get_window_extent() for label in fig.axes[0].get_yticklabels()]
    assert min(box.x0 for box in labels) >= 0
    assert max(box.x1 for box in labels) <= fig.bbox.width * 0.56
    assert min(box.x0 for box in labels) < fig.bbox.width * 0.08, "the place of the marks is not given away"
