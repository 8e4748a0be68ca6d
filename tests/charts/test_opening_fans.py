"""Opening fans: dates read from the words by the library, edges as blurred as the words, nothing dated that has no date."""

import io

import pytest

import interparty as ip
from interparty import charts
from interparty.charts.fans import FIRST_YEAR
from interparty.charts.notes import notes_of
from interparty.openings import openings, start_years, years_of
from interparty.our_readings import readings


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("In the late 1970s", (1977, 1979)),
        ("In the mid-1980s", (1984, 1986)),
        ("between the 1980s and 90s", (1980, 1999)),
        ("late 1980s and the early 1990s", (1987, 1993)),
        ("in 1978", (1978, 1978)),
        ("over the past two decades", (1983, 1983)),
        ("gradually", None),
    ],
)
def test_words_of_time_become_years(words, years):
    assert years_of(words, 2003) == years


def test_every_reading_of_the_era_is_in_the_texts_with_its_words_of_time(corpus):
    rows = [*openings(corpus).to_dict("records"), *start_years(corpus).to_dict("records")]
    assert len({row["reading_id"] for row in rows}) == len(rows) == 17
    assert len(readings("reform", corpus)) == len(rows)
    for row in rows:
        assert row["quote"] in corpus[row["doc"]].paragraphs[row["par"]].text
        assert bool(row["when"]) == (row["ground"] != "none") == (row["first"] == row["first"])
        if row["when"]:
            assert row["when"] in corpus[row["when_doc"]].paragraphs[int(row["when_par"])].text
            assert row["first"] <= row["last"]


def test_a_date_is_carried_over_only_by_words_that_do_so(corpus):
    (carried,) = openings(corpus).query("ground == 'carried'").to_dict("records")
    sentence = corpus[carried["doc"]].sentence_at(carried["start"]).text
    assert sentence.startswith("At the same time") and carried["when"] not in sentence


def test_alt_tells_the_order_and_the_doubt(corpus):
    notes = notes_of(charts.opening_fans(corpus))
    assert notes.alt.startswith("Timeline of bars with blurred left edges.")
    order = notes.alt.split("What it shows")[1]
    places = [order.index(kind) for kind in ("communist parties", "ruling parties", "socialist", "centre and right-wing")]
    assert places == sorted(places) and "Soviet" not in order
    assert "idcpc-2003, no date" in notes.alt and "carried over by “At the same time”" in notes.alt


def test_the_data_table_holds_every_lane(corpus):
    shown = ip.show(charts.opening_fans(corpus), corpus)
    assert len(shown.claim_ids) == 13
    for row in openings(corpus).to_dict("records"):
        assert row["reading_id"] in shown.html and f"[{row['doc']} ¶{row['par']}]" in shown.html


def test_bars_begin_within_the_axis_and_letters_inside_the_picture(corpus):
    from matplotlib.text import Text

    fig = charts.opening_fans(corpus)
    assert openings(corpus)["first"].min() > FIRST_YEAR
    fig.savefig(io.BytesIO(), format="png")
    texts = [text for text in fig.findobj(Text) if text.get_text().strip() and text.get_visible()]
    assert len(texts) > 30
    for text in texts:
        box = text.get_window_extent()
        assert text.get_fontsize() >= 10
        assert fig.bbox.x0 <= box.x0 and box.x1 <= fig.bbox.x1 and fig.bbox.y0 <= box.y0 and box.y1 <= fig.bbox.y1, (
            text.get_text()
        )
