"""Two denominators: both from the words of the sentence, the hedge kept through the division."""

import io

import pytest

import interparty as ip
from interparty import charts
from interparty.charts.denominators import spans_of
from interparty.charts.notes import notes_of


def total(claims, words):
    (row,) = claims[(claims["doc"] == "idcpc-2003") & claims["quote"].str.contains(words, regex=False)].to_dict("records")
    return row


def test_the_sentence_allows_two_spans(claims):
    assert spans_of(total(claims, "4,500")) == {"from 1978 to 2003": 25, "“two decades”": 20}
    assert spans_of({"period_start": "1997", "period_end": "2002", "period_text": "Over the past five years"}) == {
        "from 1997 to 2002": 5
    }
    assert spans_of({"period_start": None, "period_end": "2002", "period_text": None}) == {}


def test_hedges_survive_the_division(claims):
    notes = notes_of(charts.two_denominators(claims))
    for said in ("more than 180", "more than 225", "more than 60", "more than 75"):
        assert f"= {said} a year" in notes.alt
    assert "1.25 times 180 a year" in notes.alt
    assert notes.alt.startswith("Dot plot")
    assert len(notes.claims) == len(notes.computed) == 2


def test_a_ceiling_stays_a_ceiling(claims):
    mine = claims.copy()
    row = mine.index[mine["claim_id"] == total(claims, "4,500")["claim_id"]][0]
    mine.loc[row, ["low", "high", "hedge", "quote"]] = [float("nan"), 4500.0, "nearly", "nearly 4,500 delegations"]
    assert "less than 180 a year" in notes_of(charts.two_denominators(mine)).alt


def test_nothing_to_draw_is_one_sentence(claims):
    with pytest.raises(ip.InterpartyError, match="load_corpus"):
        charts.two_denominators(claims[claims["doc"] == "dai-2002"])


def test_letters_are_large_enough_and_inside_the_picture(claims):
    from matplotlib.text import Text

    fig = charts.two_denominators(claims)
    fig.savefig(io.BytesIO(), format="png")
    texts = [text for text in fig.findobj(Text) if text.get_text().strip() and text.get_visible()]
    assert len(texts) > 10
    for text in texts:
        box = text.get_window_extent()
        assert text.get_fontsize() >= 10
        assert fig.bbox.x0 <= box.x0 and box.x1 <= fig.bbox.x1 and fig.bbox.y0 <= box.y0 and box.y1 <= fig.bbox.y1, (
            text.get_text()
        )
