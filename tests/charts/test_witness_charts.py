"""The charts of notebook 08 say what the texts and the tables say, no more, and change when these change."""

import base64
import io

import pytest
from matplotlib.text import Text

import interparty as ip
from interparty import charts
from interparty.charts.leaders import LEADERS, leaders_named
from interparty.charts.notes import notes_of
from interparty.corpus import Corpus
from interparty.our_readings import readings

DRAWN = {
    "dependence": charts.dependence,
    "lengths": charts.shared_by_length,
    "leaders": charts.leader_clock,
    "agents": lambda corpus: charts.agents_of_events(readings("witness-agents", corpus)),
}


@pytest.fixture(params=DRAWN, scope="module")
def fig(request, corpus):
    return DRAWN[request.param](corpus)


def test_letters_are_large_enough_and_inside_the_picture(fig):
    fig.savefig(io.BytesIO(), format="png")
    texts = [text for text in fig.findobj(Text) if text.get_text().strip() and text.get_visible()]
    assert len(texts) > 5
    for text in texts:
        assert text.get_fontsize() >= 10
        box = text.get_window_extent()
        assert fig.bbox.x0 <= box.x0 and box.x1 <= fig.bbox.x1, text.get_text()
        assert fig.bbox.y0 <= box.y0 and box.y1 <= fig.bbox.y1, text.get_text()


def test_no_two_texts_lie_on_each_other(fig):
    fig.savefig(io.BytesIO(), format="png")
    boxes = [
        (text.get_text(), text.get_window_extent())
        for text in fig.findobj(Text)
        if text.get_text().strip() and text.get_visible()
    ]
    clash = [(a, b) for i, (a, one) in enumerate(boxes) for b, other in boxes[i + 1 :] if one.overlaps(other)]
    assert clash == []


def test_every_row_of_the_data_table_is_a_mark_of_the_picture(fig, corpus):
    shown = ip.show(fig, corpus)
    picture = base64.b64decode(shown.html.split("base64,")[1].split('"')[0]).decode()
    assert len(shown.claim_ids) == len(set(shown.claim_ids)) >= 10
    assert [one for one in shown.claim_ids if f'id="{one}"' not in picture] == []


def test_every_row_has_a_place_and_words_that_stand_there(fig, corpus):
    for row in notes_of(fig).rows():
        assert corpus[row["doc"]].paragraph_at(row["start"]).index == row["par"]
        assert corpus[row["doc"]].text[row["start"] : row["end"]] == row["quote"]


def test_the_network_gives_the_counts_of_the_table(corpus):
    notes = notes_of(charts.dependence(corpus))
    for row in ip.shared_counts(corpus).to_dict("records"):
        assert f"{row['one']} and {row['other']} {row['strings']}" in notes.alt
    assert notes.alt.endswith("dai-2002 and dai-2001 share most, 64; the next, idcpc-2003 and dai-2001, 20.")
    assert "not who took them from whom" in notes.caption


def test_a_longer_string_leaves_pairs_out_and_says_so(corpus):
    notes = notes_of(charts.dependence(corpus, n=10))
    assert len(notes.more) == 2
    assert len(notes.claims) == 2 and "8 pairs share none" in notes.alt


def test_a_network_of_texts_of_ones_own_has_no_dark_office():
    mine = Corpus([ip.read_text(f"we all met in the spirit of peace {n}", id=f"t{n}") for n in range(3)])
    notes = notes_of(charts.dependence(mine))
    assert notes.alt.startswith("Network of 3 texts") and len(notes.claims) == 3
    assert "translations" not in notes.caption


def test_the_order_of_lengths_is_told_by_the_data(corpus):
    notes = notes_of(charts.shared_by_length(corpus, (3, 6)))
    assert "dai-2002 and dai-2001: 242, 64" in notes.alt and notes.alt.endswith("the same pair leads at every length.")
    a, b, c = "p q r s t u v w", "p q x r s y t u z v w q r", "p q r s 1 2"
    mine = Corpus([ip.read_text(text, id=name) for text, name in ((a, "a"), (b, "b"), (c, "c"))])
    assert notes_of(charts.shared_by_length(mine, (2, 4))).alt.endswith("not every length has the same pair in front.")


def test_the_clock_counts_names_as_a_reader_does(corpus):
    rows = leaders_named(corpus)
    for document in corpus:
        for leader in LEADERS:
            found = rows[(rows["doc"] == document.id) & (rows["leader"] == leader)]["times"].sum()
            theory = document.text.count(f"{leader} Theory")
            assert found == document.text.count(leader) - theory, (document.id, leader)
    alt = notes_of(charts.leader_clock(corpus)).alt
    assert "idcpc-2003 (25 September 2003): Mao Zedong 1, Deng Xiaoping 1, Jiang Zemin 1; not named: Hu Jintao" in alt


def test_the_squares_say_who_acts(corpus):
    rows = readings("witness-agents", corpus)
    assert notes_of(charts.agents_of_events(rows)).alt.endswith("17 of 24 successes and of 0 of 8 troubles.")
    guilty = rows.assign(kind=rows["kind"].where(rows["reading_id"] != "left-idcpc", "leaders"))
    assert notes_of(charts.agents_of_events(guilty)).alt.endswith("and of 1 of 8 troubles.")


@pytest.mark.parametrize(
    ("draw", "said"),
    [
        (lambda corpus: charts.dependence(corpus, n=20), "No two of these texts share 20 words in a row"),
        (lambda corpus: charts.dependence(Corpus([ip.read_text("x", id=f"{n}") for n in range(10)])), "take 9 at most"),
        (lambda corpus: charts.shared_by_length(corpus, ()), "Between 1 and 12 lengths"),
        (lambda corpus: charts.shared_by_length(corpus, range(1, 20)), "not 19"),
        (lambda corpus: charts.shared_by_length(corpus, (40,)), "share 40 words in a row"),
        (lambda corpus: charts.agents_of_events(readings("witness-agents")[:0]), "There is no clause to draw"),
        (lambda corpus: charts.agents_of_events(readings("witness-agents").assign(kind="God")), "The kind 'God'"),
    ],
)
def test_bad_input_gets_a_sentence(corpus, draw, said):
    with pytest.raises(ip.InterpartyError) as raised:
        draw(corpus)
    assert said in str(raised.value)
