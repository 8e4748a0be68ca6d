"""The sheet of delegations: every statistic is on it, each denominator, and the line not to draw is crossed out."""

import io

import pytest
from matplotlib.text import Text

import interparty as ip
from interparty import charts
from interparty.charts.notes import notes_of
from interparty.charts.spots import spots


@pytest.fixture(scope="module")
def fig(claims, corpus):
    return charts.delegation_sheet(claims, corpus)


def test_every_statistic_of_delegations_is_on_it(fig, claims):
    wanted = claims[claims["measure"].str.startswith("delegations_") & claims["kind"].isin(["flow", "rate"])]
    assert {one for spot in spots(fig) for one in spot.ids} == set(wanted["claim_id"])
    assert len(wanted) == 14


def test_each_denominator_has_its_bar_and_keeps_its_hedge(fig):
    alt = notes_of(fig).alt
    for told in (
        "over 4,500 ÷ 20 years (“two decades”) = more than 225 a year",
        "over 4,500 ÷ 25 years (from 1978 to 2003) = more than 180 a year",
        "nearly 400 ÷ 5 years (from 1997 to 2002) = less than 80 a year",
        "1 × 365 = about 365 a year, without ends",
    ):
        assert told in alt
    assert "Without a window or a figure: “nearly 200” [chen-2007 ¶4], “hundreds” [dai-2002 ¶11]" in alt


def test_the_trend_line_is_named_as_what_not_to_conclude(fig):
    texts = [text.get_text() for text in fig.findobj(Text)]
    assert texts.count("What NOT to conclude") == 2
    assert "crossed out" in notes_of(fig).alt and "The figures do not carry it" in notes_of(fig).alt
    assert any("a year,\nevery year" in text for text in texts)


def test_it_changes_with_the_data(claims, corpus):
    mine = claims.copy()
    mine.loc[mine["quote"] == "nearly 400 delegations", ["value", "high"]] = 600.0
    assert "less than 120 a year" in notes_of(charts.delegation_sheet(mine, corpus)).alt
    with pytest.raises(ip.InterpartyError, match="load_corpus"):
        charts.delegation_sheet(claims[claims["doc"] == "zhong-2007"], corpus)


def test_letters_are_large_enough_inside_the_picture_and_apart(fig):
    fig.savefig(io.BytesIO(), format="png")
    texts = [text for text in fig.findobj(Text) if text.get_text().strip() and text.get_visible()]
    boxes = [(text, text.get_window_extent()) for text in texts]
    for text, box in boxes:
        assert text.get_fontsize() >= 10
        assert fig.bbox.x0 <= box.x0 and box.x1 <= fig.bbox.x1 and fig.bbox.y0 <= box.y0 and box.y1 <= fig.bbox.y1, text
    labels = [(text, box) for text, box in boxes if text.get_gid()]
    for n, (text, box) in enumerate(labels):
        for other, over in labels[n + 1 :]:
            assert not box.padded(-1).overlaps(over.padded(-1)), (text.get_text(), other.get_text())


def test_the_summary_says_what_the_windows_allow(fig, claims, corpus):
    assert "What it shows: no change is certain. All windows overlap: none is earlier than another." in notes_of(fig).alt
    assert fig.get_figheight() < 8.6, "a page of print holds it with its words, and a screen nearly"
    mine = claims.copy()
    early = mine["quote"] == "over 4,500 delegations and groups"
    mine.loc[early, ["period_start", "period_end"]] = "1978", "1988"
    mine.loc[early, "period_text"] = "from 1978 to 1988"
    told = notes_of(charts.delegation_sheet(mine, corpus)).alt
    assert "pairs of windows follow one another; in" in told and "no change is certain" not in told
