"""The charts of the 1950s say what the tables say, no more, and change when the tables change."""

import base64
import io
import re

import pytest
from matplotlib.text import Text

import interparty as ip
from interparty import charts
from interparty.charts.notes import notes_of
from interparty.our_readings import readings

CARDS, LINKS, FORMS = (readings(f"leaning-{name}") for name in ("cards", "links", "forms"))
DRAWN = {
    "forms": lambda claims: charts.forms_by_period(FORMS),
    "causes": lambda claims: charts.reason_decision_effect(CARDS, LINKS),
    "guests": charts.guest_lists,
}


@pytest.fixture(params=DRAWN)
def fig(request, claims):
    return DRAWN[request.param](claims)


def test_letters_are_large_enough_and_inside_the_picture(fig):
    fig.savefig(io.BytesIO(), format="png")
    texts = [text for text in fig.findobj(Text) if text.get_text().strip() and text.get_visible()]
    assert len(texts) > 5
    for text in texts:
        assert text.get_fontsize() >= 10
        box = text.get_window_extent()
        assert fig.bbox.x0 <= box.x0 and box.x1 <= fig.bbox.x1, text.get_text()
        assert fig.bbox.y0 <= box.y0 and box.y1 <= fig.bbox.y1, text.get_text()


def test_every_row_of_the_data_table_is_a_mark_of_the_picture(fig, corpus):
    shown = ip.show(fig, corpus)
    picture = base64.b64decode(shown.html.split("base64,")[1].split('"')[0]).decode()
    assert len(shown.claim_ids) >= 3
    marked = {one for name in re.findall(r'id="([^"]*)"', picture) for one in name.split()}
    assert [one for one in shown.claim_ids if one not in marked] == []


def test_words_of_time_stand_in_the_paragraph_and_all_words_of_a_card_in_its_sentence(corpus):
    assert len(FORMS) > 15 and len(CARDS) == 11
    for row in FORMS.to_dict("records"):
        assert row["words_of_time"] in corpus[row["doc"]].paragraphs[row["par"]].text, row["reading_id"]
    for row in CARDS.to_dict("records"):
        sentence = corpus[row["doc"]].sentence_at(row["start"]).text
        for words in filter(None, [row["told_by"], row["date_words"], *row["other_words"].split("|")]):
            assert words in sentence, (row["reading_id"], words)


def test_the_grid_says_that_it_is_one_book_and_that_empty_is_silent():
    notes = notes_of(charts.forms_by_period(FORMS))
    assert "from zhong-2007 alone" in notes.alt
    assert (
        "telegrams of congratulation: before the 1970s stated (¶3 ¶6), the 1970s no sentence, after the 1970s no sentence"
        in notes.alt
    )
    assert "economic topics: before the 1970s “very rarely” (¶17)" in notes.alt
    assert "study trips: before the 1970s shut out by “limited to” (¶3)" in notes.alt
    assert "6 stated for before the 1970s, 0 stated for the 1970s, 8 stated for after the 1970s" in notes.alt
    assert "one book" in notes.caption and "An empty cell" in notes.caption


def test_the_grid_follows_its_table():
    fewer = FORMS[FORMS["form"] != "study trips"]
    assert "7 stated for after the 1970s" in notes_of(charts.forms_by_period(fewer)).alt
    with pytest.raises(ip.InterpartyError, match="'since'"):
        charts.forms_by_period(FORMS.assign(period="since"))
    with pytest.raises(ip.InterpartyError, match="empty"):
        charts.forms_by_period(FORMS[:0])


def test_the_diagram_tells_ties_of_words_from_ties_of_order():
    notes = notes_of(charts.reason_decision_effect(CARDS, LINKS))
    assert "a word of the text makes the tie (4)" in notes.alt and "suggests it (5)" in notes.alt
    assert "(no date; tied to lean, by “In order to”)" in notes.alt
    assert "(“In January 1951”; tied to relations, by order alone)" in notes.alt
    # The sentence of the policy itself has no date.
    assert "leaning to one side” (no date;" in notes.alt


def test_the_diagram_follows_its_tables():
    turned = LINKS.assign(tie="order")
    assert "makes the tie (0)" in notes_of(charts.reason_decision_effect(CARDS, turned)).alt
    with pytest.raises(ip.InterpartyError, match="'aim'"):
        charts.reason_decision_effect(CARDS[CARDS["reading_id"] != "aim"], LINKS)
    with pytest.raises(ip.InterpartyError, match="'cause'"):
        charts.reason_decision_effect(CARDS.assign(lane="cause"), LINKS)


def test_two_guest_lists_share_no_axis(claims):
    fig = charts.guest_lists(claims)
    alt = notes_of(fig).alt
    assert "1956 [dai-2001 ¶9]: countries: 56; parties: not stated." in alt
    assert "September 2004 [zhong-2007 ¶27]: countries: 35; parties: 81." in alt
    assert [axis.get_xticks().size + axis.get_yticks().size for axis in fig.axes] == [0, 0]
    assert "June 2006" not in alt
    with pytest.raises(ip.InterpartyError, match="load_corpus"):
        charts.guest_lists(claims[claims["doc"] == "dai-2002"])
