"""The charts of the rupture: words a year, and loose dates. What they say is counted from the texts."""

import io
from itertools import pairwise

import pytest
from matplotlib.text import Text

import interparty as ip
from interparty import attention as rupture
from interparty.charts.attention import attention
from interparty.charts.intervals import fuzzy_intervals
from interparty.charts.notes import notes_of

ALL = (attention, fuzzy_intervals)


def test_four_sentences_and_144_words_speak_of_the_rupture(corpus):
    told = rupture.sentences_of_eras(corpus)
    alone = told[told["eras"] == "rupture"]
    assert [(row.doc, row.par, row.words) for row in alone.itertuples()] == [
        ("idcpc-2003", 4, 45),
        ("dai-2001", 11, 35),
        ("dai-2001", 11, 33),
        ("dai-2001", 21, 31),
    ]
    era = rupture.words_by_era(corpus).set_index("era").loc["rupture"]
    assert (era["words"], era["years"], era["per_year"]) == (144, 18, 8.0)
    assert sum(len(doc.text.split()) for doc in corpus) == 9881


def test_the_eras_follow_each_other_without_a_gap():
    ends = [(first, last) for _, first, last in rupture.ERAS.values()]
    assert all(last == first for (_, last), (first, _) in pairwise(ends))


def test_the_readings_agree_with_the_layer_of_eras(corpus):
    """In a paragraph that we give to one era alone, the library's own coder sees that era too."""
    told = rupture.sentences_of_eras(corpus)
    coded = ip.eras(corpus).set_index(["doc", "par"])
    seen = 0
    for (doc, par), group in told.groupby(["doc", "par"]):
        if set(group["eras"]) == {"rupture"} or (doc, par) in {("dai-2001", 11), ("dai-2001", 21), ("idcpc-2003", 4)}:
            seen += 1
            assert "rupture" in coded.loc[(doc, par), "eras"].split(";"), (doc, par)
    assert seen == 3


@pytest.mark.parametrize(
    ("words", "years"),
    [("the 1960s", (1960, 1969)), ("the end of the 1950s", (1957, 1959)), ("the beginning of the 1960s", (1960, 1963))],
)
def test_words_of_time_become_years(words, years):
    assert rupture.years_of(words) == years


def test_what_is_no_date_is_refused():
    with pytest.raises(ip.InterpartyError, match="No date can be read in “long ago”"):
        rupture.years_of("long ago")


def test_the_two_dates_of_the_debate_share_four_years(corpus):
    rows = rupture.datings(corpus)
    debate = rows[rows["event"] == "great debate"]
    assert rupture.in_common(debate) == (1960, 1963)
    assert rupture.in_common(debate.assign(first=[1950, 1970], last=[1955, 1979])) is None


def test_ten_years_that_touch_two_decades(corpus):
    row = rupture.datings(corpus).set_index("reading_id").loc["revolution-dai"]
    assert (row["first"], row["last"], row["core_first"], row["core_last"]) == (1961, 1978, 1969, 1970)


def test_the_alternative_texts_say_what_is_drawn(corpus):
    alt = notes_of(attention(corpus)).alt
    assert "It measures the sources, not history" in alt and "Rupture 1960–1978: 8 (144 words in 18 years" in alt
    assert "of words about one era alone, the fewest a year go to Rupture (8), the most to Hu Jintao, to 2007" in alt
    assert "the years 1960–1963 fit both dates of the great debate" in notes_of(fuzzy_intervals(corpus)).alt


def test_the_title_says_what_is_measured(corpus):
    titles = [text.get_text() for text in attention(corpus).findobj(Text)]
    assert any("measures the sources, not history" in title for title in titles)


@pytest.mark.parametrize("chart", ALL)
def test_the_data_table_stands_under_the_chart(chart, corpus):
    shown = ip.show(chart(corpus), corpus)
    assert shown.html.count("<tr>") == len(shown.claim_ids) + 1 > 3
    assert "dai-2001 ¶11" in shown.html


@pytest.mark.parametrize("chart", ALL)
def test_letters_are_large_enough_inside_the_picture_and_apart(chart, corpus):
    fig = chart(corpus)
    fig.savefig(io.BytesIO(), format="png")
    texts = [text for text in fig.findobj(Text) if text.get_text().strip() and text.get_visible()]
    boxes = [text.get_window_extent() for text in texts]
    for text, box in zip(texts, boxes, strict=True):
        assert text.get_fontsize() >= 10
        assert fig.bbox.x0 <= box.x0 and box.x1 <= fig.bbox.x1 and fig.bbox.y0 <= box.y0 and box.y1 <= fig.bbox.y1, text
    pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]]
    assert not any(a.overlaps(b) for a, b in pairs)
