"""R1 to R7: right answers, other ways to write them, each misconception with its own feedback, and nothing at all."""

import json

import pytest
from masters import KEYS, MASTERS, changed, right_answers

import interparty as ip
from interparty.questions import AnyOf, Outcome, canonical, load_keys, mark

QUESTIONS = {name: question for name, question in load_keys(KEYS).items() if question.module == "rupture"}
RIGHT = right_answers(next(path for path in MASTERS if path.stem == "03-rupture"))
MARKED = [name for name in QUESTIONS if name != "R7"]


def test_there_are_seven_questions():
    assert list(QUESTIONS) == [f"R{n}" for n in range(1, 8)]
    assert set(RIGHT) == set(QUESTIONS)
    assert sum(question.points for question in QUESTIONS.values()) == 26
    assert len({question.skill for question in QUESTIONS.values()}) >= 4


@pytest.mark.parametrize("name", MARKED)
def test_the_masters_answer_is_right(name):
    score = mark(QUESTIONS[name], RIGHT[name])
    assert (float(score), score.outcome, score.misconceptions) == (QUESTIONS[name].points, Outcome.RIGHT, ())


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("R1", {"sentences": "g, a, c and e", "words": "144 words", "share": "1.5 %"}),
        ("R1", {"sentences": {"A", "C", "E", "G"}, "share": 0.0146}),
        ("R1", {"share": "1.46%"}),
        ("R1", {"share": 1.5}),
        ("R1", {"share": "144/9881"}),
        ("R2", {"idcpc-2003": "1960-69", "dai-2001": (1957, 1964), "fits both": "1960–1963"}),
        ("R2", {"dai-2001": (1958, 1962), "fits both": (1960, 1962), "verdict": "b)"}),
        ("R3", {"order": "idcpc-2003 > dai-2001 > zhong-2007", "standstill": "No."}),
        ("R4", {"table": {"there was a great debate": {"agent": "no one", "Mao named": "NO"}}}),
        ("R4", {"table": {"endured": {"agent": "country"}, "interference and attacks": {"agent": "ideology"}}}),
        ("R5", {"carried": ["Q", "P"], "who suspended": "Not said."}),
        ("R5", {"words in dai-2001": "“long-suspended relations”", "words in idcpc-2003": "resume normal party-to-party links"}),
        ("R6", {"evidence": "Political dialogues were still a major part of the contacts."}),
        ("R6", {"evidence": ["Many delegations from the CPC visited foreign parties"], "how": "b"}),
    ],
)
def test_other_ways_to_write_the_right_answer(name, wrong):
    score = mark(QUESTIONS[name], changed(RIGHT[name], wrong))
    assert (float(score), score.outcome) == (QUESTIONS[name].points, Outcome.RIGHT), score.text


@pytest.mark.parametrize(
    ("name", "wrong", "misconception", "said"),
    [
        ("R1", {"sentences": ["A", "C", "D", "E", "G"]}, "a longer time taken for these years", "before 1970s"),
        ("R1", {"share": "5.8 %"}, "whole paragraphs counted", "Count the sentences only"),
        ("R1", {"words": 0, "share": 0}, "little taken for nothing", "Little is not nothing"),
        ("R2", {"fits both": (1957, 1969)}, "all years for the shared ones", "lie over each other"),
        ("R2", {"verdict": "A"}, "overlap taken for a contradiction", "no year fits both"),
        ("R2", {"fits both": "1966-76"}, "another event", "outside the texts"),
        ("R3", {"zhong-2007": "A"}, "silence read as denial", "A silence is not a denial"),
        ("R3", {"order": ["dai-2001", "idcpc-2003", "zhong-2007"]}, "reduction ranked above standstill", "hundred visits"),
        ("R4", {"sentence": "A"}, "Mao supplied from outside", "what you know and what the text says"),
        ("R4", {"sentence": "D"}, "one night taken for ten years", "One night in one office"),
        ("R5", {"carried": ["P", "Q", "R"]}, "a name supplied", "No party is named"),
        ("R5", {"who suspended": "the CPC"}, "a culprit supplied", "hide its agent"),
        ("R6", {"text": "chen-2007"}, "not speaking taken for misleading", "does not claim to cover"),
        ("R6", {"could each sentence be true": "no"}, "misleading taken for false", "one by one"),
    ],
)
def test_what_weak_answers_get_told(name, wrong, misconception, said):
    score = mark(QUESTIONS[name], changed(RIGHT[name], wrong))
    assert misconception in score.misconceptions
    assert said in score.text
    assert float(score) < QUESTIONS[name].points


MISCONCEPTIONS = [
    (name, each.name, when)
    for name, question in QUESTIONS.items()
    for each in question.misconceptions
    for when in (each.when if isinstance(each.when, AnyOf) else (each.when,))
]


@pytest.mark.parametrize(("name", "misconception", "when"), MISCONCEPTIONS)
def test_every_misconception_is_met_by_its_answer(name, misconception, when):
    question = QUESTIONS[name]
    score = mark(question, changed(RIGHT[name], when))
    (says,) = (each.says for each in question.misconceptions if each.name == misconception)
    assert set(score.misconceptions) == {misconception}, score.text
    assert says in score.says
    assert score.outcome is Outcome.PARTLY
    assert 0 < float(score) < question.points


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("nothing", [..., None, "", "...", {}, []])
def test_nothing_is_not_attempted(name, nothing):
    score = mark(QUESTIONS[name], nothing)
    assert (float(score), score.outcome) == (0, Outcome.NOT_ATTEMPTED)


@pytest.mark.parametrize("name", MARKED)
@pytest.mark.parametrize("junk", [object(), 17, "yes please", {"x": 1}, [1, 2, 3, 4, 5, 6, 7], float("nan")])
def test_junk_earns_nothing_and_gets_a_sentence(name, junk):
    score = mark(QUESTIONS[name], junk)
    assert float(score) == 0
    assert score.outcome is Outcome.UNREADABLE
    assert score.text.strip()


@pytest.mark.parametrize("name", MARKED)
def test_a_half_filled_answer_keeps_its_points(name):
    part = next(iter(RIGHT[name]))
    score = mark(QUESTIONS[name], {part: RIGHT[name][part]})
    assert 0 < float(score) < QUESTIONS[name].points
    assert score.outcome is Outcome.PARTLY


def test_the_paragraph_goes_to_a_reader():
    question, text = QUESTIONS["R7"], RIGHT["R7"]
    score = mark(question, text)
    assert (float(score), score.outcome) == (0, Outcome.BY_HAND)
    assert sum(row.points for row in question.answer.rubric) == question.points == 8
    assert len(question.answer.guide) == len(question.answer.rubric) == 4
    assert all(row.looks_for in score.text for row in question.answer.rubric)
    for words in (text, question.answer.exemplar):
        assert question.answer.fewest <= len(words.split()) <= question.answer.most
    assert mark(question, "\nWrite here.\n").outcome is Outcome.NOT_ATTEMPTED


def test_the_keys_are_what_a_reader_works_out_by_hand():
    keys = {name: dict(QUESTIONS[name].answer.right_lines()) for name in MARKED}
    assert (keys["R1"]["words"], keys["R1"]["share"]) == ("144", "0.015")
    assert (keys["R2"]["idcpc-2003"], keys["R2"]["dai-2001"], keys["R2"]["fits both"]) == ("1960–1969", "1957–1963", "1960–1963")
    right = QUESTIONS["R1"].answer.parts["sentences"].right
    assert right == ("A", "C", "E", "G")


def test_the_sentences_on_offer_stand_in_the_texts():
    corpus = ip.load_corpus()
    for meaning in QUESTIONS["R1"].answer.parts["sentences"].options.values():
        text, place = meaning.rsplit(" [", 1)
        doc, par = place.split("]")[0].split(" ¶")
        assert text in corpus[doc].paragraphs[int(par)].text
        assert f"({len(text.split())} words)" in place


def test_where_mao_is_named():
    """R4 says that none of the four sentences names him, and that both texts do so for the years before."""
    offered = QUESTIONS["R1"].answer.parts["sentences"]
    assert not any("Mao" in offered.options[letter] for letter in offered.right)
    corpus = ip.load_corpus()
    assert all("Mao Zedong" in corpus[doc].paragraphs[par].text for doc, par in (("idcpc-2003", 4), ("dai-2001", 21)))


def test_answers_survive_the_way_through_json():
    for name in MARKED:
        data = json.loads(json.dumps(canonical(RIGHT[name])))
        assert float(mark(QUESTIONS[name], data)) == QUESTIONS[name].points
