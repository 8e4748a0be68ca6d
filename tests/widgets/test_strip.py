"""The blank strip without a browser: what it judges, what it keeps, what it never gives away."""

from itertools import pairwise

import pytest

from interparty.attention import years_of
from interparty.our_readings import readings
from interparty.widgets import blank_strip
from interparty.widgets.strip_rules import BLOCKS, LABELS, Card, first_label, laid, new_label

BEFORE, AFTER = "zhong-met", "zhong-change"


@pytest.fixture
def strip(corpus, tmp_path):
    return blank_strip(corpus, folder=tmp_path)


@pytest.fixture
def cards(corpus):
    return {row["reading_id"]: Card.of(row) for row in readings("rupture-strip", corpus).to_dict("records")}


def lay_all(strip):
    for card in strip._book:
        strip.receive({"do": "lay", "card": card.id, "first": str(card.first or "open"), "last": str(card.last or "open")})


def label_all(strip, label="generally"):
    lay_all(strip)
    strip.receive({"do": "label", "labels": {str(block[0]): label for block in BLOCKS}})


def test_it_takes_every_sentence_of_the_two_paragraphs(strip, corpus):
    sentences = [one.text for one in corpus["zhong-2007"].sentences if one.par in (6, 7)]
    assert [card.text for card in strip._book] == [" ".join(text.split()) for text in sentences]
    assert {card.cite.split(" ")[0] for card in strip._others} == {"[idcpc-2003", "[dai-2001"}


def test_the_readings_hold_whole_sentences_and_years_that_fit_their_words(corpus, cards):
    for row in readings("rupture-strip", corpus).to_dict("records"):
        assert row["quote"] in {one.text for one in corpus[row["doc"]].sentences}
        assert row["speaks"] in ("generally", "specifically")
    assert (cards["dai-debate"].first, cards["dai-debate"].last) == (
        years_of("the end of the 1950s")[0],
        years_of("the beginning of the 1960s")[1],
    )
    assert (cards["dai-early-1980s"].first, cards["dai-early-1980s"].last) == years_of("the early 1980s")
    assert (cards["dai-mid-1980s"].first, cards["dai-mid-1980s"].last) == years_of("the mid-1980s")
    assert (cards["dai-restoring"].first, cards["dai-restoring"].last) == years_of("the late 1970s")


def test_the_blocks_fill_the_strip():
    assert BLOCKS[0][0] == 1949 and BLOCKS[-1][1] == 1989
    assert all(later[0] == earlier[1] + 1 for earlier, later in pairwise(BLOCKS))


@pytest.mark.parametrize(
    ("card", "first", "last", "fits", "said"),
    [
        (BEFORE, None, 1969, True, "That fits"),
        (BEFORE, 1949, 1969, True, "no beginning"),
        (BEFORE, 1960, 1969, False, "a beginning that the words do not give"),
        (BEFORE, None, 1979, False, "leaves the seventies out"),
        (BEFORE, None, None, False, "close the later end"),
        (AFTER, 1980, None, True, "That fits"),
        (AFTER, 1970, 1989, True, "We accept both"),
        (AFTER, 1980, 1985, False, "leave open"),
        (AFTER, 1978, None, False, "another beginning"),
    ],
)
def test_where_a_sentence_may_lie(cards, card, first, last, fits, said):
    right, told = laid(cards[card], first, last)
    assert right is fits
    assert said in told


@pytest.mark.parametrize(
    ("block", "label", "said"),
    [
        ((1960, 1964), "nothing", "Where did you read it?"),
        ((1960, 1964), "silent", "silence, or general speech?"),
        ((1960, 1964), "specifically", "Which event"),
        ((1960, 1964), "generally", "bear this out"),
        ((1970, 1974), "silent", "word for word"),
        ((1970, 1974), "generally", "Only if"),
        ((1980, 1984), "generally", "bear this out"),
    ],
)
def test_remarks_on_a_first_label(strip, block, label, said):
    assert said in first_label(block, label, strip._book)


@pytest.mark.parametrize(
    ("block", "label", "card", "holds", "said"),
    [
        ((1960, 1964), "specifically", "dai-debate", True, "wider than this block"),
        ((1965, 1969), "specifically", "idcpc-standstill", True, "is changed"),
        ((1955, 1959), "specifically", "dai-1956", True, "names a congress"),
        ((1965, 1969), "specifically", "dai-debate", False, "other years"),
        ((1985, 1989), "specifically", "dai-late-1980s", False, "general speech"),
        ((1965, 1969), "nothing", "idcpc-standstill", False, "no contact"),
        ((1965, 1969), "silent", "idcpc-standstill", False, "cannot show that the sources are silent"),
    ],
)
def test_a_label_changes_only_by_a_sentence_that_carries_it(cards, block, label, card, holds, said):
    changed, told = new_label(block, label, cards[card])
    assert changed is holds
    assert said in told


def test_no_sentence_ever_carries_nothing_happened(cards):
    assert not any(new_label(block, "nothing", card)[0] for block in BLOCKS for card in cards.values())


def test_nothing_is_given_away_before_the_learner_commits(strip):
    assert all(set(card) == {"id", "text", "cite", "done"} for card in strip.view["cards"])
    assert strip.view["others"] == [] and not strip.view["labelled"]
    strip.receive({"do": "label", "labels": {str(block[0]): "silent" for block in BLOCKS}})
    assert strip.view["said"] == "Lay all the sentences first." and strip.answers == {}
    strip.receive({"do": "change", "block": "1960", "label": "generally", "card": "dai-debate"})
    assert strip.view["said"] == "Label the blocks first." and strip.answers == {}


def test_from_the_first_sentence_to_a_changed_label_and_found_again(strip, corpus, tmp_path):
    label_all(strip, "silent")
    assert strip.view["labelled"] and len(strip.view["others"]) == len(strip._others)
    strip.receive({"do": "change", "block": "1960", "label": "specifically", "card": "dai-debate"})
    assert "is changed" in strip.view["said"]
    strip.receive({"do": "write", "text": "The sixties: <Dai> names a debate."})
    again = blank_strip(corpus, folder=tmp_path)
    block = next(one for one in again.view["blocks"] if one["id"] == "1960")
    assert (block["given"], block["label"], block["told"]) == ("silent", "specifically", "Changed by [dai-2001 ¶11].")
    assert again.view["sentence"] == "The sixties: <Dai> names a debate."
    again.receive({"do": "reset"})
    assert blank_strip(corpus, folder=tmp_path).view["ready"] is False


def test_the_first_answers_stand(strip):
    strip.receive({"do": "lay", "card": BEFORE, "first": "1950", "last": "open"})
    strip.receive({"do": "lay", "card": BEFORE, "first": "open", "last": "1969"})
    assert strip.view["cards"][0]["my_first"] == 1950 and strip.view["cards"][0]["right"] is False
    label_all(strip, "silent")
    strip.receive({"do": "label", "labels": {str(block[0]): "nothing" for block in BLOCKS}})
    assert {block["given"] for block in strip.view["blocks"]} == {"silent"}


@pytest.mark.parametrize(
    "message",
    [
        None,
        {},
        {"do": "fly"},
        {"do": "lay"},
        {"do": "lay", "card": "nowhere", "first": "open", "last": "open"},
        {"do": "lay", "card": BEFORE, "first": "soon", "last": "open"},
        {"do": "lay", "card": BEFORE, "first": "1900", "last": "open"},
        {"do": "lay", "card": BEFORE, "first": "1969", "last": "1950"},
        {"do": "lay", "card": "dai-debate", "first": "open", "last": "open"},
        {"do": "label", "labels": {"1949": "silent"}},
        {"do": "write"},
    ],
)
def test_a_message_without_sense_is_answered_with_a_sentence(strip, message):
    strip.receive(message)
    assert strip.view["said"].endswith((".", "two.")) and strip.answers == {}


@pytest.mark.parametrize(
    "fields",
    [
        {"block": "1900", "label": "silent", "card": "dai-debate"},
        {"block": "1960", "label": "perhaps", "card": "dai-debate"},
        {"block": "1960", "label": "generally", "card": "dai-debate"},
        {"block": "1960", "label": "silent", "card": "nowhere"},
    ],
)
def test_changes_without_sense_change_nothing(strip, fields):
    label_all(strip)
    before = dict(strip.answers)
    strip.receive({"do": "change", **fields})
    assert strip.view["said"].endswith(".") and strip.answers == before


def test_live_and_static_in_one_output(strip):
    data, _ = strip._repr_mimebundle_()
    assert {"text/html", "text/plain", "application/vnd.jupyter.widget-view+json"} <= set(data)
    assert data["text/html"].count("<details>") == len(strip._book) + len(strip._others)
    assert all(words in data["text/html"] for words in LABELS.values())
    assert "1965–1969" in data["text/html"]


def test_the_module_is_one_plain_file(strip):
    assert strip._esm.count("export default") == 1
    assert "import " not in strip._esm
