"""L1 to L8: right answers, other ways to write them, each misconception with its own feedback, junk, and nothing at all."""

import json

import pytest
from masters import KEYS, MASTERS, changed, right_answers

import interparty as ip
from interparty.questions import AnyOf, Outcome, canonical, load_keys, mark

QUESTIONS = {name: question for name, question in load_keys(KEYS).items() if name.startswith("L")}
RIGHT = right_answers(next(path for path in MASTERS if path.stem == "02-leaning-to-one-side"))
MARKED = [name for name in QUESTIONS if name != "L8"]
GUESTS = "56 countries at the congress"


def marked(name, wrong):
    """The score of the right answer with these parts in their place."""
    return mark(QUESTIONS[name], changed(RIGHT[name], wrong))


def test_there_are_eight_questions_of_mixed_skill():
    assert list(QUESTIONS) == list(RIGHT) == [f"L{n}" for n in range(1, 9)]
    assert sum(question.points for question in QUESTIONS.values()) == 34
    assert len({question.skill for question in QUESTIONS.values()}) == 5
    assert all(len(question.hints) == 3 for question in QUESTIONS.values())


@pytest.mark.parametrize("name", MARKED)
def test_the_masters_answer_is_right_in_any_order_and_through_json(name):
    for answer in (RIGHT[name], dict(reversed(RIGHT[name].items())), json.loads(json.dumps(canonical(RIGHT[name])))):
        score = mark(QUESTIONS[name], answer)
        assert (float(score), score.outcome, score.misconceptions) == (QUESTIONS[name].points, Outcome.RIGHT, ())


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("L1", {"56 counts": "countries whose parties sent delegations", "parties": "at least 56"}),
        ("L1", {"parties": ip.Bounds(low=56), "sentence": "a)"}),
        ("L1", {"parties": [56, "no limit"]}),
        ("L2", {"table": {GUESTS: {"lane": "Effect", "year": " 1956 "}}} | {"tie": "d."}),
        (
            "L2",
            {"table": {"the International Department": {"year": "January 1951"}, "leaning to one side": {"year": "not stated"}}},
        ),
        ("L3", {"last January": "2001", "founded": "1951", "witnesses": "1"}),
        ("L3", {"checked by": "in january 1951"}),
        (
            "L3",
            {"checked by": ["“In January 1951, the CPC Central Committee decided to establish the International Department”"]},
        ),
        ("L4", {"order": "Z > I > D", "false": "z"}),
        ("L4", {"zhong-2007 shuts out": "not covering parties of other nature", "idcpc-2003 leaves open": "mainly had links"}),
        ("L5", {"table": {"study trips": {"later": "after the reform"}, "economic topics": {"before": "Very rarely"}}}),
        (
            "L5",
            {"table": {"theoretical seminars": {"later": "2003-2007"}}, "silence": "b", "second text": "attended the congress"},
        ),
        ("L6", {"gaps": "1 gap", "who cut": "can't tell", "Dai's words": "delegations"}),
        ("L7", {"by countries": "congress", "by parties": "cannot tell", "so far": (2007, 2007), "verdict": "c"}),
    ],
)
def test_other_ways_to_write_the_right_answer(name, other):
    score = marked(name, other)
    assert (float(score), score.outcome) == (QUESTIONS[name].points, Outcome.RIGHT), score.text


@pytest.mark.parametrize(
    ("name", "wrong", "misconception", "said"),
    [
        ("L1", {"56 counts": "C"}, "unit lost", "not before *parties*"),
        ("L1", {"parties": (56, 56)}, "one party to a country", "81 parties from 35"),
        ("L1", {"sentence": "C"}, "parties taken for states", "Parties came, not states"),
        ("L2", {"table": {GUESTS: {"lane": "reason"}}}, "later taken for earlier", "1956"),
        ("L2", {"table": {"the International Department": {"lane": "reason"}}}, "decision taken for its reason", "decided"),
        ("L2", {"table": {"leaning to one side": {"year": "1951"}}}, "date borrowed from the next sentence", "has no date"),
        ("L2", {"tie": "B"}, "order taken for cause", "because of this"),
        ("L3", {"last January": 2000, "founded": 1950}, "a January too early", "2001"),
        ("L3", {"founded": 1952}, "anniversaries counted from one", "one year later"),
        ("L4", {"false": ["Z", "I", "D"]}, "all three read alike", "gist"),
        ("L4", {"false": ["Z", "I"]}, "mainly read as only", "One exception"),
        ("L5", {"table": {"study trips": {"before": "yes"}}}, "later forms read back", "limited to"),
        ("L5", {"table": {"economic topics": {"before": "no"}}}, "rarely read as never", "not *never*"),
        ("L5", {"silence": "A"}, "silence read as an end", "silence as an event"),
        ("L6", {"They": "A"}, "the frame taken for the picture", "not the same as said"),
        ("L6", {"gaps": 4}, "dots counted", "One gap"),
        ("L7", {"verdict": "A"}, "kinds of event not told apart", "congress of one party"),
        ("L7", {"verdict": "B", "by parties": "2004"}, "parties compared with countries", "81 *parties* with 56 *countries*"),
        ("L7", {"so far": 2014}, "date of the copy", "2007"),
    ],
)
def test_what_weak_answers_get_told(name, wrong, misconception, said):
    score = marked(name, wrong)
    assert misconception in score.misconceptions
    assert said in " ".join(score.says)
    assert float(score) < QUESTIONS[name].points


MISCONCEPTIONS = [
    (name, each, when)
    for name, question in QUESTIONS.items()
    for each in question.misconceptions
    for when in (each.when if isinstance(each.when, AnyOf) else (each.when,))
]


@pytest.mark.parametrize(("name", "misconception", "when"), MISCONCEPTIONS, ids=lambda part: getattr(part, "name", None))
def test_every_misconception_is_met_by_its_answer_alone(name, misconception, when):
    score = marked(name, when)
    assert set(score.misconceptions) == {misconception.name}, score.text
    assert misconception.says in score.says
    assert score.outcome is Outcome.PARTLY
    assert 0 < float(score) < QUESTIONS[name].points


@pytest.mark.parametrize("name", MARKED)
def test_a_wrong_answer_without_a_name_earns_less_and_no_praise(name):
    part = next(part for part, value in RIGHT[name].items() if not isinstance(value, dict))
    for other in ("E", "perhaps", 99):
        score = marked(name, {part: other})
        assert float(score) < QUESTIONS[name].points and score.outcome is not Outcome.RIGHT


@pytest.mark.parametrize("name", MARKED)
@pytest.mark.parametrize("junk", ["?", 7, True, list(range(9)), {"nonsense": 1}, float("nan"), object()])
def test_junk_is_told_apart_and_earns_nothing(name, junk):
    score = mark(QUESTIONS[name], junk)
    assert (float(score), score.outcome) == (0, Outcome.UNREADABLE)
    assert score.text


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("nothing", [..., None, "", "...", {}, []])
def test_nothing_is_not_attempted(name, nothing):
    score = mark(QUESTIONS[name], nothing)
    assert (float(score), score.outcome) == (0, Outcome.NOT_ATTEMPTED)


@pytest.mark.parametrize("name", MARKED)
def test_a_half_filled_answer_keeps_its_points(name):
    part = next(iter(RIGHT[name]))
    score = mark(QUESTIONS[name], {part: RIGHT[name][part]})
    assert 0 < float(score) < QUESTIONS[name].points
    assert score.outcome is Outcome.PARTLY and "empty" in score.text


def test_the_essay_goes_to_a_reader():
    question, text = QUESTIONS["L8"], RIGHT["L8"]
    score = mark(question, text)
    assert (float(score), score.outcome) == (0, Outcome.BY_HAND)
    assert sum(row.points for row in question.answer.rubric) == question.points == 10
    assert len(question.answer.guide) == len(question.answer.rubric) == 5
    assert all(row.looks_for in score.text for row in question.answer.rubric)
    for good in (text, question.answer.exemplar):
        assert question.answer.fewest <= len(good.split()) <= question.answer.most
    assert mark(question, "\nWrite here.\n").outcome is Outcome.NOT_ATTEMPTED


def test_the_keys_are_what_a_reader_works_out_by_hand():
    keys = {name: dict(QUESTIONS[name].answer.right_lines()) for name in MARKED}
    assert keys["L1"]["parties"] == "at least 56"
    assert [keys["L2"][row] for row in ("leaning to one side", "the International Department", GUESTS)] == [
        "lane: decision · year: none",
        "lane: decision · year: 1951",
        "lane: effect · year: 1956",
    ]
    assert (keys["L3"]["last January"], keys["L3"]["founded"]) == ("2001", "1951")
    assert keys["L4"]["order"] == "Z → I → D"
    assert keys["L5"]["economic topics"] == "before: very rarely · later: after 1970s"
    assert keys["L6"]["gaps"] == "1"
    assert (keys["L7"]["by countries"], keys["L7"]["by parties"], keys["L7"]["so far"]) == ("1956", "cannot tell", "2007")
