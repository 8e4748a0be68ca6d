"""The date clamp without a browser: what each clue allows, how far the jaws close, what is kept and never given away."""

import json

import pytest

from interparty.our_readings import readings
from interparty.widgets import date_clamp
from interparty.widgets.clamp import CONFIDENCE, LABELS, MISREADINGS, in_words, jaws, judge


@pytest.fixture
def clamp(corpus, tmp_path):
    return date_clamp(corpus, folder=tmp_path)


@pytest.fixture
def clues(corpus):
    return {row["reading_id"]: row for row in readings("chen-clues", corpus).to_dict("records")}


def label(clamp, clue, choice, confidence="sure"):
    clamp.receive({"do": "label", "clue": clue, "label": choice, "confidence": confidence})
    return clamp.view


def all_right(clamp, clues, *but):
    for name, clue in clues.items():
        if name not in but:
            label(clamp, name, clue["label"], clue["confidence"])


def test_the_clues_are_complete(clues):
    for clue in clues.values():
        assert clue["label"] in LABELS and clue["also"] in ("", *LABELS)
        assert clue["confidence"] in CONFIDENCE and clue["by"] in ("word", "absence")
        years = bool(clue["first_possible"]), bool(clue["last_possible"])
        assert any(years) is (clue["label"] != "no information")
        assert years[0] if clue["label"] == "not before" else years[1] or clue["label"] == "no information"
        assert clue["reading"].endswith(".") and clue["clue"].endswith(".")


def test_each_wrong_label_has_its_own_sentence(clues):
    for clue in clues.values():
        told = {choice: judge(clue, choice, "sure") for choice in LABELS}
        assert told[clue["label"]][0]
        assert len({words for _, words in told.values()}) >= 2
        for choice, (right, words) in told.items():
            assert clue["reading"] in words
            assert right or words.startswith(MISREADINGS[clue["label"], choice])


def test_confidence_is_compared_with_ours(clues):
    said = {confidence: judge(clues["harmonious"], "not before", confidence)[1] for confidence in CONFIDENCE}
    assert said["sure"].endswith("You are surer than we are.")
    assert said["likely"].endswith("Your confidence is ours too.")
    assert said["weak"].endswith("We are surer than you.")


def test_nothing_is_given_away_before_the_learner_commits(clamp):
    assert clamp.view["jaws"] == [] and clamp.view["jaws_in_words"] == "Not before: open. Not after: open."
    for card in clamp.view["cards"]:
        assert not card["done"] and not {"told", "right", "label", "first_possible", "reading"} & set(card)


def test_the_jaws_close_only_by_clues_that_are_labelled(clamp):
    assert label(clamp, "sixteenth", "not before")["jaws_in_words"].startswith("Not before: 2002 (sure).")
    assert label(clamp, "conference", "not before")["jaws_in_words"].startswith("Not before: 2004 (sure).")
    assert label(clamp, "new-century", "not before")["jaws_in_words"].startswith("Not before: 2004 (sure).")
    assert label(clamp, "web-date", "not after")["jaws_in_words"].endswith("Not after: open.")
    assert "another text" in clamp.view["said"]


def test_all_clues_together(clamp, clues):
    all_right(clamp, clues)
    assert clamp.view["jaws_in_words"] == "Not before: 2004 (sure), 2007 (likely). Not after: 2012 (likely), 2007 (an absence)."
    assert clamp.view["fits"] == clamp.view["done"] == len(clues)


def test_an_absence_moves_the_jaw_in_a_style_of_its_own(clues):
    by = {jaw["year"]: jaw["by"] for jaw in jaws(list(clues.values())) if jaw["side"] == "right"}
    assert by == {2012: "word", 2007: "absence"}
    assert in_words([]) == "Not before: open. Not after: open."


def test_the_first_label_stands(clamp):
    label(clamp, "sixteenth", "not after")
    view = label(clamp, "sixteenth", "not before")
    card = next(card for card in view["cards"] if card["id"] == "sixteenth")
    assert (card["label"], card["right"], view["fits"]) == ("not after", False, 0)
    assert "turned the clue round" in card["told"]


@pytest.mark.parametrize(
    ("year", "said"),
    [
        ("2007", "2007 lies between the jaws."),
        ("2003", "speaks against it (sure)"),
        ("2009", "“The Seventeenth Congress is not mentioned anywhere.” speaks against it (an absence)"),
        ("1850", "Write a year between 1990 and 2020."),
        ("soon", "Write a year between 1990 and 2020."),
        (None, "Write a year between 1990 and 2020."),
    ],
)
def test_a_year_is_held_against_the_jaws(clamp, clues, year, said):
    all_right(clamp, clues)
    clamp.receive({"do": "conclude", "year": year, "because": "…", "refuted": "…"})
    assert said in clamp.view["said"]


def test_a_date_needs_a_reason_and_a_way_to_be_wrong(clamp):
    clamp.receive({"do": "conclude", "year": "2007", "because": "", "refuted": " "})
    assert "No jaw is closed yet" in clamp.view["said"]
    assert "Still missing: a reason and what would refute you." in clamp.view["said"]


def test_it_is_found_again_and_can_be_cleared(corpus, tmp_path):
    first = date_clamp(corpus, folder=tmp_path)
    label(first, "conference", "not before")
    first.receive({"do": "conclude", "year": "2007", "because": "<b>five</b> years", "refuted": "a dated print"})
    again = date_clamp(corpus, folder=tmp_path)
    assert again.view["done"] == 1 and again.view["jaws"] == first.view["jaws"]
    assert again.view["conclusion"] == {"year": "2007", "because": "<b>five</b> years", "refuted": "a dated print"}
    again.receive({"do": "reset"})
    assert date_clamp(corpus, folder=tmp_path).view["done"] == 0


@pytest.mark.parametrize(
    "message",
    [
        None,
        {"do": "label"},
        {"do": "label", "clue": "nowhere", "label": "not before", "confidence": "sure"},
        {"do": "label", "clue": "conference", "label": "perhaps", "confidence": "sure"},
        {"do": "label", "clue": "conference", "label": "not before", "confidence": ["sure"]},
        {"do": "jaws"},
    ],
)
def test_a_message_without_sense_changes_nothing(clamp, message):
    clamp.receive(message)
    assert clamp.view["said"].endswith(".") and clamp.answers == {}


def test_answers_about_clues_that_are_gone_are_left_alone(corpus, tmp_path):
    held = {"clue:gone": {"label": "not before", "confidence": "sure", "at": 1.0}, "clue:hu": {"label": "x", "at": 1.0}}
    path = tmp_path / "date-clamp-progress.json"
    path.write_text(json.dumps({"emptied": 0, "answers": held}))
    clamp = date_clamp(corpus, folder=tmp_path)
    assert clamp.view["done"] == 0
    label(clamp, "conference", "not before")
    assert "clue:gone" in json.loads(path.read_text())["answers"]


def test_live_and_static_in_one_output(clamp, clues):
    data, _ = clamp._repr_mimebundle_()
    assert {"text/html", "text/plain", "application/vnd.jupyter.widget-view+json"} <= set(data)
    assert data["text/html"].count("<details>") == len(clues) + 1
    assert "2007 (an absence)" in data["text/html"] and "[chen-2007 ¶5]" in data["text/html"]
    assert clamp._esm.count("export default") == 1 and "import " not in clamp._esm
