"""The desk of tensions: it asks before it shows, keeps choices, judges none, and is whole on paper."""

import json

import pytest

import interparty as ip
from interparty.widgets import tension_desk
from interparty.widgets.tensions import GUESSES, OPEN, quotes_the_text

WHY = "because “in recent years” may mean only the last two years"


@pytest.fixture
def desk(claims, corpus, tmp_path):
    return tension_desk(claims, corpus=corpus, folder=tmp_path)


def test_nothing_is_shown_before_the_learner_commits(desk):
    case = desk.view["case"]
    assert case["id"] == "T1" and "held" not in case and "ways" not in case
    assert "365" not in json.dumps(desk.view)
    desk.receive({"do": "choose", "case": "T1", "way": OPEN, "why": WHY})
    assert desk.view["said"] == "Say first what you expect." and not desk.answers
    desk.receive({"do": "expect", "case": "T1", "guess": "perhaps"})
    assert "Choose what you expect first" in desk.view["said"] and "held" not in desk.view["case"]
    desk.receive({"do": "expect", "case": "T1", "guess": "both"})
    assert [row["verdict"] for row in desk.view["case"]["held"]] == ["cannot tell"] * 2
    assert desk.view["case"]["ways"][-1][0] == OPEN


@pytest.mark.parametrize(
    ("case", "guess", "said"),
    [
        ("T2", "not both", "do not prove that"),
        ("T4", "both", "do not agree"),
        ("T14", "both", "do not agree"),
        ("T5", "both", "does not speak against you. The stocks are of different days"),
        ("T5", "not both", "a change, and no contradiction"),
        ("T15", "both", "A part that is smaller than its whole contradicts nothing."),
        ("T22", "not both", "contradicts nothing"),
        ("T26", "not both", "Look which end is open."),
        ("T4", "not both", "does not speak against you"),
        ("T14", "apart", "Perhaps."),
    ],
)
def test_the_arithmetic_answers_the_expectation_and_decides_nothing(desk, case, guess, said):
    assert guess in GUESSES
    desk.receive({"do": "expect", "case": case, "guess": guess})
    assert said in desk.view["said"] and desk.view["case"]["id"] == case
    desk.receive({"do": "expect", "case": case, "guess": "both" if guess != "both" else "apart"})
    assert desk.view["case"]["guess"] == guess, "the first expectation stands"


def test_a_choice_needs_a_reason_and_is_kept(desk, claims, corpus, tmp_path):
    desk.receive({"do": "expect", "case": "T4", "guess": "not both"})
    for fields, said in (
        ({"way": "t1-we", "why": WHY}, "Choose one of the ways out"),
        ({"way": "t4-window", "why": "years"}, "6 words at least"),
    ):
        desk.receive({"do": "choose", "case": "T4", **fields})
        assert said in desk.view["said"] and desk.view["case"]["way"] is None
    desk.receive({"do": "choose", "case": "T4", "way": "t4-window", "why": WHY})
    assert desk.view["said"].startswith("Saved.") and "one would need: the number for each single year" in desk.view["said"]
    assert "names no words" not in desk.view["said"]
    assert "Closed: 1 of 12" in desk.view["tally"] and "which years: 1" in desk.view["tally"]
    again = tension_desk(claims, corpus=corpus, folder=tmp_path)
    again.receive({"do": "turn", "case": "T4"})
    assert (again.view["case"]["way"], again.view["case"]["why"]) == ("t4-window", WHY)
    assert dict(again.view["cases"])["T4"].startswith("✓")
    again.receive({"do": "reset"})
    assert again.view["case"]["way"] is None and "held" not in again.view["case"]


def test_a_reason_without_words_of_the_texts_is_told_so(desk):
    desk.receive({"do": "expect", "case": "T7", "guess": "apart"})
    desk.receive({"do": "choose", "case": "T7", "way": OPEN, "why": "I simply cannot know what they had meant"})
    assert "names no words of the passages" in desk.view["said"]
    assert quotes_the_text("since 418 is exact", ["By the end of 2001, 418 parties"])
    assert not quotes_the_text("it is of the kind", ["in the spirit of the times"])


@pytest.mark.parametrize(
    "content", [None, {}, {"do": "turn"}, {"do": "turn", "case": "T99"}, {"do": "x"}, {"do": "choose", "case": "T1"}]
)
def test_a_message_that_makes_no_sense_is_a_sentence(desk, content):
    desk.receive(content)
    assert desk.view["said"].endswith((".", "please.")) and desk.view["case"]["id"]


def test_an_answer_file_of_another_time_does_no_harm(desk, claims, corpus, tmp_path):
    desk.receive({"do": "expect", "case": "T1", "guess": "both"})
    path = tmp_path / "tensions-progress.json"
    held = json.loads(path.read_text("utf-8"))
    held["answers"]["way:T1"] = {"way": "gone", "why": "x", "at": 9e9}
    path.write_text(json.dumps(held), encoding="utf-8")
    again = tension_desk(claims, corpus=corpus, folder=tmp_path)
    assert again.view["case"]["id"] == "T1" and "12" in again.view["tally"]


def test_on_paper_all_of_it_stands(desk):
    page = str(desk.twin())
    assert page.count("<details>") == 12
    for words in ("less than 80 a year", "is 100 a year", "The windows differ", "one would need", "leave it open"):
        assert words.lower() in page.lower()


def test_some_investigations_only_and_names_that_are_not_there(claims, corpus, tmp_path):
    few = tension_desk(claims, ["T6", "T3"], corpus, folder=tmp_path)
    assert [case for case, _ in few.view["cases"]] == ["T6", "T3"]
    for wrong in (["T99"], []):
        with pytest.raises(ip.InterpartyError, match="choose among T1, T2"):
            tension_desk(claims, wrong, corpus, folder=tmp_path)
