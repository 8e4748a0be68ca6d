"""The bounds sandbox without a browser: what it judges, what it keeps, what it never gives away."""

import json

import pytest

import interparty as ip
from interparty import Bounds
from interparty.widgets import bounds_sandbox
from interparty.widgets.judge import CHANGES, FORMS, GUESSES, MISREADINGS, REASONS, changed, form_of, judge, read_phrase

HEDGES = {
    "exact": "400",
    "about": "about 400",
    "at_least": "over 400",
    "odd": "400-odd",
    "nearly": "nearly 400",
    "at_most": "at most 400",
}


@pytest.fixture
def sandbox(claims, corpus, tmp_path):
    return bounds_sandbox(claims, corpus=corpus, folder=tmp_path)


def bar(sandbox, phrase):
    return next(one["id"] for one in sandbox.view["bars"] if one["phrase"] == phrase)


def build(sandbox, *phrases):
    for phrase in phrases:
        form = form_of(sandbox._bars[bar(sandbox, phrase)]["limits"])
        sandbox.receive({"do": "shape", "bar": bar(sandbox, phrase), "form": form})


def ask(sandbox, left, right, guess, left_change="none", right_change="none", against=None):
    sides = {"left": bar(sandbox, left), "right": bar(sandbox, right)}
    changes = {"left_change": left_change, "right_change": right_change}
    sandbox.receive({"do": "compare", **sides, **changes, "against": against, "guess": guess})
    return sandbox.view


def test_it_offers_the_phrases_of_the_era(sandbox):
    phrases = {one["phrase"] for one in sandbox.view["bars"]}
    assert {"nearly 400", "over 4,500", "400-odd", "around 200", "418", "over 160"} <= phrases
    assert len(sandbox._questions) == 8


@pytest.mark.parametrize("hedge", HEDGES)
def test_each_wrong_form_has_a_misconception_of_its_own(hedge):
    limits = ip.bounds_of(400.0, hedge)
    told = {form: read_phrase(HEDGES[hedge], hedge, limits, form) for form in FORMS}
    assert [form for form, (right, _) in told.items() if right] == [form_of(limits)]
    assert len({words for _, words in told.values()}) == len(FORMS)
    assert all(words.endswith(REASONS[hedge].format(value="400")) for _, words in told.values())
    assert {(form_of(limits), form) for form in FORMS if form != form_of(limits)} <= set(MISREADINGS)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (Bounds(low=160), Bounds(low=147, high=147), "certainly larger"),
        (Bounds(high=80), Bounds(low=160), "certainly smaller"),
        (Bounds(low=160), Bounds(low=180), "cannot tell"),
        (Bounds(value=200), Bounds(low=418, high=418), "cannot tell"),
        (Bounds(high=80), Bounds(low=60), "cannot tell"),
    ],
)
def test_wrong_certainty_costs_most_and_needless_doubt_costs_too(left, right, verdict):
    points = {guess: judge(left, right, guess)[1] for guess in GUESSES}
    assert judge(left, right, "cannot tell")[0] == verdict
    assert points.pop(verdict) > 0
    careful = points.pop("cannot tell", None)
    assert all(cost == -3 for cost in points.values())
    assert careful in (None, -1)


def test_bars_that_meet_lie_apart_when_a_phrase_leaves_the_meeting_point_out():
    two = Bounds(low=2, high=2)
    strict = Bounds(low=800, low_open=True) / Bounds(high=400, high_open=True)
    verdict, points, told = judge(strict, two, "certainly larger")
    assert (verdict, points > 0) == ("certainly larger", True) and "meet at 2" in told and "more than 2" in told
    assert judge(strict, two, "cannot tell")[1] < 0
    assert judge(two, strict, "certainly smaller")[0] == "certainly smaller"
    closed = Bounds(low=800) / Bounds(high=400)
    assert judge(closed, two, "cannot tell")[0] == "cannot tell"


@pytest.mark.parametrize(("change", "low"), [("none", 800), ("x5", 4000), ("d5", 160), ("d20", 40), ("d25", 32)])
def test_bars_can_be_multiplied_and_divided(change, low):
    assert changed(Bounds(low=800), change) == Bounds(low=low)
    assert change in CHANGES


def test_nothing_is_given_away_before_the_learner_commits(sandbox):
    for one in sandbox.view["bars"]:
        assert not one["done"] and not {"drawn", "right", "told", "chosen", "hedge", "limits"} & set(one)
    assert sandbox.view["questions"] == [] and sandbox.view["log"] == []


def test_the_first_answer_stands(sandbox):
    nearly = bar(sandbox, "nearly 400")
    sandbox.receive({"do": "shape", "bar": nearly, "form": "floor"})
    assert "took a ceiling for a floor" in sandbox.view["said"]
    sandbox.receive({"do": "shape", "bar": nearly, "form": "ceiling"})
    shown = next(one for one in sandbox.view["bars"] if one["id"] == nearly)
    assert shown["chosen"] == "floor" and shown["right"] is False
    assert shown["drawn"]["form"] == "ceiling"
    assert sandbox.view["score"] == 0


def test_questions_open_with_their_bars(sandbox):
    build(sandbox, "nearly 400")
    assert sandbox.view["questions"] == []
    build(sandbox, "more than 800")
    assert len(sandbox.view["questions"]) == 2


def test_the_verdicts_of_the_era(sandbox):
    view = ask(sandbox, "more than 800", "over 4,500", "cannot tell", "d5", "d25")
    assert "more than 160" in view["said"] and "more than 180" in view["said"] and "Two floors" in view["said"]
    view = ask(sandbox, "over 160", "147", "certainly larger")
    assert view["said"].startswith("Right.")
    view = ask(sandbox, "100", "nearly 400", "certainly smaller", "x5")
    assert "wrong way round" in view["said"]
    told = view["log"][view["last"]]
    assert any("different things" in line for line in told["beyond"])
    assert any("two texts" in line for line in told["beyond"])
    assert view["score"] == 2 + 2 - 3


def test_the_same_question_counts_once(sandbox):
    ask(sandbox, "over 160", "147", "cannot tell")
    view = ask(sandbox, "over 160", "147", "certainly larger")
    assert view["said"].startswith("You have answered this question before")
    assert len(view["log"]) == 1 and view["score"] == -1


@pytest.mark.parametrize(
    "message",
    [
        None,
        {},
        {"do": "fly"},
        {"do": "shape"},
        {"do": "shape", "bar": "nowhere", "form": "floor"},
        {"do": "shape", "bar": ["x"], "form": "floor"},
        {"do": "compare", "left": "a"},
        {"do": "write"},
        {"do": "__init__"},
    ],
)
def test_a_message_without_sense_is_answered_with_a_sentence(sandbox, message):
    sandbox.receive(message)
    assert sandbox.view["said"].endswith(".") and sandbox.view["score"] == 0
    assert sandbox.answers == {}


def test_unknown_choices_change_nothing(sandbox):
    sandbox.receive({"do": "shape", "bar": bar(sandbox, "418"), "form": "round"})
    ask(sandbox, "418", "147", "perhaps")
    ask(sandbox, "418", "147", "cannot tell", left_change="d7")
    ask(sandbox, "418", "418", "cannot tell")
    assert sandbox.answers == {}


def test_it_is_found_again_and_can_be_cleared(claims, corpus, tmp_path):
    first = bounds_sandbox(claims, corpus=corpus, folder=tmp_path)
    build(first, "nearly 400", "more than 800")
    ask(first, "more than 800", "nearly 400", "certainly larger")
    first.receive({"do": "write", "text": "More than <twice> as many came as went."})
    again = bounds_sandbox(claims, corpus=corpus, folder=tmp_path)
    assert again.view["score"] == first.view["score"] == 4
    assert again.view["sentence"] == "More than <twice> as many came as went."
    again.receive({"do": "reset"})
    assert bounds_sandbox(claims, corpus=corpus, folder=tmp_path).view["log"] == []


def test_answers_about_bars_that_are_gone_are_left_alone(claims, corpus, tmp_path):
    path = tmp_path / "bounds-sandbox-progress.json"
    held = {"shape:gone": {"form": "floor", "at": 1.0}, "compare:x": {"left": "gone", "guess": "cannot tell", "at": 1.0}}
    path.write_text(json.dumps({"emptied": 0, "answers": held}))
    sandbox = bounds_sandbox(claims, corpus=corpus, folder=tmp_path)
    assert sandbox.view["score"] == 0 and sandbox.view["log"] == []
    build(sandbox, "418")
    assert "shape:gone" in json.loads(path.read_text())["answers"]


def test_bars_of_ones_own(claims, corpus, tmp_path):
    ids = list(claims.loc[claims["measure"] == "parties_in_contact", "claim_id"])
    sandbox = bounds_sandbox(claims, ids, [("Which is larger?", ids[0], "none", ids[1], "none", None)], corpus, folder=tmp_path)
    assert [one["id"] for one in sandbox.view["bars"]] == ids
    with pytest.raises(ip.InterpartyError, match="no claim 'nowhere'"):
        bounds_sandbox(claims, ["nowhere", ids[0]], corpus=corpus, folder=tmp_path)
    vague = claims.loc[claims["hedge"] == "vague", "claim_id"].iloc[0]
    with pytest.raises(ip.InterpartyError, match="no single figure"):
        bounds_sandbox(claims, [vague, ids[0]], corpus=corpus, folder=tmp_path)


def test_live_and_static_in_one_output(sandbox):
    data, _ = sandbox._repr_mimebundle_()
    assert {"text/html", "text/plain", "application/vnd.jupyter.widget-view+json"} <= set(data)
    for one in sandbox.view["bars"]:
        assert one["quote"] in data["text/html"] and one["cite"] in data["text/html"]
    assert data["text/html"].count("<details>") == len(sandbox.view["bars"]) + len(sandbox._questions)
    assert "Two floors cannot be ranked" in data["text/html"]


def test_the_module_is_one_plain_file(sandbox):
    assert sandbox._esm.count("export default") == 1
    assert "import " not in sandbox._esm
    assert "keepKeys" in sandbox._esm
