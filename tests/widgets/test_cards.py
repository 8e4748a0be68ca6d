"""The cards of reason, decision and effect without a browser: judged by the tables, never told before the learner commits."""

import json

import pytest

import interparty as ip
from interparty.our_readings import readings
from interparty.widgets import cause_cards
from interparty.widgets.lanes import (
    LANES,
    MINISTRIES,
    MISPLACED,
    NO_WORD,
    PARTY_ARCHIVE,
    archive_told,
    lane_told,
    out_of_time,
    sentence_told,
    word_told,
)

CARDS = {row["reading_id"]: row for row in readings("leaning-cards").to_dict("records")}


@pytest.fixture
def cards(corpus, tmp_path):
    return cause_cards(corpus=corpus, folder=tmp_path)


def place(widget, card, lane=None, word=None):
    widget.receive(
        {"do": "place", "card": card, "lane": lane or CARDS[card]["lane"], "word": word or CARDS[card]["told_by"] or NO_WORD}
    )
    return widget.view["said"]


def place_all(widget, **lanes):
    for card in CARDS:
        place(widget, card, lanes.get(card))


def test_nothing_is_given_away_before_the_learner_commits(cards):
    assert len(cards.view["cards"]) == 11 and cards.view["dates"] is None
    for one in cards.view["cards"]:
        assert not {"lane", "lane_text", "told_by", "why", "not_before", "outside", "outside_note"} & set(one)
        assert NO_WORD in one["words"] and len(one["words"]) >= 4
        assert one["before"] + one["quote"] + one["after"]


@pytest.mark.parametrize("card", CARDS)
def test_every_lane_and_every_word_of_a_card_is_answered_in_words(card):
    row = CARDS[card]
    assert [lane for lane in LANES if lane_told(row, lane)[0]] == [row["lane"]]
    assert len({lane_told(row, lane)[1] for lane in LANES}) == 3
    words = [*filter(None, [row["told_by"], *row["other_words"].split("|")]), NO_WORD]
    assert [word for word in words if word_told(row, word)[0]] == [row["told_by"] or NO_WORD]
    assert all(word_told(row, word)[1].endswith(row["why"]) for word in words)
    assert set(MISPLACED) == {(a, b) for a in LANES for b in LANES if a != b}


def test_the_first_answer_stands(cards):
    assert place(cards, "guests", "reason").startswith("The text tells this after its decisions")
    place(cards, "guests", "effect")
    shown = next(one for one in cards.view["cards"] if one["id"] == "guests")
    assert (shown["lane"], shown["lane_text"], shown["lane_right"], shown["word_right"]) == ("reason", "effect", False, True)
    assert (cards.view["lanes_right"], cards.view["words_right"], cards.view["placed"]) == (0, 1, 1)


def test_the_dates_come_last_and_show_whose_order_breaks(cards):
    place(cards, "aim")
    cards.receive({"do": "date"})
    assert cards.view["said"].startswith("10 cards are still to be placed") and cards.view["dates"] is None
    place_all(cards)
    cards.receive({"do": "date"})
    assert cards.view["said"] == "Cards out of time by the dates of the texts: 0. By dates from outside: 2 more."
    faults = {row["short"]: row["outside_fault"] for row in cards.view["dates"] if row["outside_fault"]}
    assert len(faults) == 2
    for said in faults.values():
        assert "(30 June 1949)" in said and "You followed the text" in said


def test_a_learners_own_lane_can_break(cards):
    place_all(cards, guests="reason")
    cards.receive({"do": "date"})
    (row,) = [row for row in cards.view["dates"] if row["inside_fault"]]
    assert "56 countries" in row["short"] or row["short"].startswith("delegations from communist")
    assert "Not before 1956: too young to be a reason for" in row["inside_fault"] and "January 1951" in row["inside_fault"]
    assert "You followed the text" not in row["outside_fault"]


def test_out_of_time_knows_what_has_no_date():
    cards = [row | {"short": row["quote"]} for row in CARDS.values()]
    lanes = dict.fromkeys(CARDS, "reason") | {"department": "decision"}
    assert set(out_of_time(cards, lanes, "not_before")) == {"guests"}
    lanes |= {"blockade": "effect"}
    assert "older than every decision" in out_of_time(cards, lanes, "not_before")["blockade"]
    assert out_of_time(cards, dict.fromkeys(CARDS, "reason"), "not_before") == {}


@pytest.mark.parametrize("ministry", MINISTRIES)
def test_a_ministrys_papers_are_in_one_archive(ministry):
    places = [*(place for _, place, _ in MINISTRIES.values()), PARTY_ARCHIVE]
    assert [place for place in places if archive_told(ministry, place)[0]] == [MINISTRIES[ministry][1]]
    assert "not of a ministry" in archive_told(ministry, PARTY_ARCHIVE)[1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Because of Korea in 1956 they leaned.", "cannot know of 1956"),
        ("Since we tried to strangle them, they leaned.", "“strangle”"),
        ("They leaned.", "no word for the cause"),
        ("They lean to Moscow because they fear us, as of March 1950.", "stays within 1950"),
    ],
)
def test_what_can_be_said_about_a_sentence(text, said):
    assert said in " ".join(sentence_told(text))


def test_the_sentence_waits_for_the_dates_and_is_found_again(cards, corpus, tmp_path):
    wanted = {"do": "write", "ministry": "uk", "archive": MINISTRIES["uk"][1], "text": "They lean because <they> must."}
    cards.receive(wanted)
    assert cards.view["said"] == "Place the cards and see the dates first." and cards.view["written"] is None
    place_all(cards)
    cards.receive({"do": "date"})
    cards.receive({**wanted, "text": " "})
    assert cards.view["said"] == "Write your sentence first."
    cards.receive(wanted)
    assert cards.view["said"].startswith("Your sentence is saved. Yes, its papers are there")
    again = cause_cards(corpus=corpus, folder=tmp_path)
    assert again.view["written"]["text"] == "They lean because <they> must." and again.view["placed"] == 11
    assert again.view["dates"]
    again.receive({"do": "reset"})
    assert cause_cards(corpus=corpus, folder=tmp_path).view["placed"] == 0


@pytest.mark.parametrize(
    "message",
    [
        None,
        {},
        {"do": "fly"},
        {"do": "place"},
        {"do": "place", "card": "nowhere", "lane": "reason", "word": NO_WORD},
        {"do": "place", "card": "aim", "lane": "cause", "word": NO_WORD},
        {"do": "place", "card": "aim", "lane": "reason", "word": "because"},
        {"do": "place", "card": ["aim"], "lane": {}, "word": 3},
        {"do": "__init__"},
    ],
)
def test_a_message_without_sense_is_answered_with_a_sentence(cards, message):
    cards.receive(message)
    assert cards.view["said"].endswith(".") and cards.answers == {}


def test_unknown_choices_of_the_last_step_change_nothing(cards):
    place_all(cards)
    cards.receive({"do": "date"})
    for odd in ({"ministry": "mars", "archive": PARTY_ARCHIVE}, {"ministry": "uk", "archive": "attic"}):
        cards.receive({"do": "write", "text": "x", **odd})
        assert cards.view["written"] is None and "sentence" not in cards.answers


def test_answers_that_no_longer_fit_are_left_alone(corpus, tmp_path):
    held = {"card:aim": {"lane": "cause", "word": "?", "at": 1.0}, "card:gone": {"lane": "reason", "word": "x", "at": 1.0}}
    held["sentence"] = {"ministry": "mars", "archive": "attic", "text": "x", "at": 1.0}
    (tmp_path / "cause-cards-progress.json").write_text(json.dumps({"emptied": 0, "answers": held}))
    widget = cause_cards(corpus=corpus, folder=tmp_path)
    assert (widget.view["placed"], widget.view["written"]) == (0, None)


def test_cards_of_ones_own(corpus, tmp_path):
    mine = readings("leaning-cards")
    assert len(cause_cards(mine[:3], corpus, folder=tmp_path).view["cards"]) == 3
    for odd, said in ((mine[:0], "no card"), (mine.assign(lane="cause"), "'cause'")):
        with pytest.raises(ip.InterpartyError, match=said):
            cause_cards(odd, corpus, folder=tmp_path)


def test_live_and_static_in_one_output(cards):
    data, _ = cards._repr_mimebundle_()
    assert {"text/html", "application/vnd.jupyter.widget-view+json"} <= set(data)
    assert data["text/html"].count("<summary>Answer</summary>") == 11
    assert "30 June 1949" in data["text/html"] and "FO 371" in data["text/html"]
    assert cards._esm.count("export default") == 1 and "import " not in cards._esm
