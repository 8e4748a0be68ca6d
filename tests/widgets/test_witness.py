"""The witness box without a browser: nothing told before the learner commits, one author never two, answers found again."""

import json

import pytest

import interparty as ip
from interparty.corpus import Corpus
from interparty.our_readings import readings
from interparty.widgets import witness_box
from interparty.widgets.testimony import MISHEARD, REMARKS, STANDS, WHOLE, counted, heard, rulers

CELLS = readings("witness-cells").to_dict("records")
PENS = {row["doc"]: row for row in readings("witness-pens").to_dict("records")}
STATEMENTS = list(readings("witness-statements")["reading_id"])
DOCS = ("dai-2001", "dai-2002", "idcpc-2003", "chen-2007", "zhong-2007")


@pytest.fixture
def box(corpus, tmp_path):
    return witness_box(corpus, folder=tmp_path)


def ours(statement):
    return {cell["doc"]: cell["stand"] for cell in CELLS if cell["statement"] == statement}


def hear(box, statement, **other):
    box.receive({"do": "hear", "statement": statement, "stands": ours(statement) | other})
    return box.view["said"]


def count(box, statement, same=(), reason="one house"):
    box.receive({"do": "count", "statement": statement, "same": list(same), "reason": reason})
    return box.view["said"]


def shown(box, statement):
    return next(one for one in box.view["statements"] if one["id"] == statement)


def cell(statement, doc):
    return next(one for one in CELLS if (one["statement"], one["doc"]) == (statement, doc))


def test_nothing_is_given_away_before_the_learner_commits(box):
    assert len(box.view["statements"]) == len(STATEMENTS) >= 8
    for one in box.view["statements"]:
        assert [text["doc"] for text in one["texts"]] == sorted(DOCS, key=[t["doc"] for t in one["texts"]].index)
        assert not one["heard"] and one["counted"] is None and one["lesson"] == ""
        for text in one["texts"]:
            assert set(text) == {"doc", "who", "cite"}
            assert box.paragraphs[text["cite"]]
    assert box.view["whole"] is None
    assert not any(row["reading"] in json.dumps(box.view) for row in CELLS)


def test_texts_come_oldest_first(box):
    order = [text["doc"] for text in box.view["statements"][0]["texts"]]
    assert order[:3] == ["dai-2001", "dai-2002", "idcpc-2003"] and set(order) == set(DOCS)


@pytest.mark.parametrize("row", CELLS, ids=lambda row: row["reading_id"])
def test_every_answer_to_every_cell_is_told_in_words(row):
    told = {stand: heard(row, stand) for stand in STANDS}
    assert {stand for stand, (right, _) in told.items() if right} == {row["stand"], row["also"]} - {""}
    for stand, (right, said) in told.items():
        assert row["reading"] in said
        assert right or said.startswith(MISHEARD[row["stand"], stand])


def test_silence_read_as_agreement_and_as_denial_have_their_own_names(box):
    hear(box, "comintern", **{"chen-2007": "states", "idcpc-2003": "against"})
    texts = {text["doc"]: text for text in shown(box, "comintern")["texts"]}
    assert texts["chen-2007"]["told"].startswith("You heard agreement in a silence.")
    assert texts["idcpc-2003"]["told"].startswith("You heard a denial in a silence.")
    assert not texts["chen-2007"]["right"] and texts["dai-2001"]["right"]
    assert texts["dai-2001"]["lead"] + texts["dai-2001"]["quote"] + texts["dai-2001"]["tail"]
    assert box.view["said"].startswith("You hear 3 of 5 as we do")


def test_the_first_answer_stands_and_half_an_answer_is_none(box):
    assert "zhong-2007 still without an answer" in hear(box, "resumed", **{"zhong-2007": None})
    assert not shown(box, "resumed")["heard"]
    hear(box, "resumed", **{"zhong-2007": "states"})
    hear(box, "resumed")
    assert {text["doc"]: text["yours"] for text in shown(box, "resumed")["texts"]}["zhong-2007"] == "states"


def test_the_same_author_counted_twice(box):
    hear(box, "declaration")
    said = count(box, "declaration", reason="they agree")
    assert "You count one author twice: Dai Bingguo speaks in dai-2001 and in dai-2002." in said
    assert "dai-2001 and dai-2002 64" in said
    said = count(box, "declaration", same=["dai-2002"], reason="one man")
    assert "twice" not in said and REMARKS["one"] in said
    assert shown(box, "declaration")["counted"]["number"] == 1 and shown(box, "declaration")["lesson"]


@pytest.mark.parametrize(
    ("statement", "same", "remark"),
    [
        ("shrank", [], "one office"),
        ("shrank", ["dai-2001"], "one"),
        ("shrank", ["dai-2001", "idcpc-2003"], "nobody"),
        ("asian-conference", [], "one house"),
        ("business", ["dai-2002"], "one house"),
        ("business", [], "one office"),
    ],
)
def test_on_what_a_count_rests(statement, same, remark):
    stating = [row for row in CELLS if row["statement"] == statement and row["stand"] == "states"]
    told = counted(stating, same, PENS)
    assert REMARKS[remark] in told and "twice" not in told
    assert [other for other in REMARKS.values() if other in told] == [REMARKS[remark]]


def test_the_journal_is_a_pen_of_its_own():
    stating = [row for row in CELLS if row["statement"] == "four-hundred" and row["stand"] == "states"]
    assert rulers(stating, PENS) == {"texts": 4, "signatures": 4, "offices": 3, "houses": 1}
    assert "twice" not in counted(stating, [], PENS)


def test_the_last_numbers_are_those_of_the_table_of_pens():
    everyone = [{"doc": doc, "pen": ""} for doc in DOCS]
    assert rulers(everyone, PENS) == {"texts": 5, "signatures": 4, "offices": 3, "houses": 1}
    for number, word in ((5, "texts"), (4, "signatures"), (3, "offices"), (1, "houses")):
        assert WHOLE[number].startswith(f"You count {word}")


def test_the_last_question_opens_after_three_and_is_kept(box, corpus, tmp_path):
    box.receive({"do": "conclude", "number": "1", "reason": "one house"})
    assert box.view["said"] == "Count the witnesses of 3 more statements first."
    for statement in STATEMENTS[:3]:
        assert count(box, statement) == "Hear the texts first: then count."
        hear(box, statement)
        assert count(box, statement, reason=" ").startswith("Write your reason")
        count(box, statement)
    for number, reason, said in (("9", "x", "Choose a number from 0 to 5."), ("1", " ", "Write your reason first.")):
        box.receive({"do": "conclude", "number": number, "reason": reason})
        assert box.view["said"] == said
    box.receive({"do": "conclude", "number": "1", "reason": "one house"})
    assert box.view["said"] == f"Saved. {WHOLE[1]}"
    again = witness_box(corpus, folder=tmp_path)
    assert again.view["whole"] == {**again.view["whole"], "number": 1, "reason": "one house", "told": WHOLE[1]}
    assert again.view["done"] == 3 and shown(again, STATEMENTS[0])["counted"]["reason"] == "one house"
    again.receive({"do": "reset"})
    assert again.view["done"] == 0 and again.view["whole"] is None


@pytest.mark.parametrize(
    "message",
    [
        None,
        {"do": "fly"},
        {"do": "hear"},
        {"do": "hear", "statement": "no such", "stands": {}},
        {"do": "hear", "statement": "shrank", "stands": 5},
        {"do": "count", "statement": "shrank", "same": ["dai-2002"], "reason": "x"},
        {"do": "count", "statement": "shrank", "same": "dai-2001", "reason": "x"},
        {"do": "conclude", "number": [], "reason": "x"},
    ],
)
def test_nonsense_from_the_browser_is_answered_with_a_sentence(box, message):
    hear(box, "shrank")
    before = dict(box.answers)
    box.receive(message)
    assert box.view["said"] and box.answers == before


@pytest.mark.parametrize(
    "held",
    [
        {"hear:shrank": {"stands": {"dai-2001": "states"}, "at": 1}},
        {"hear:shrank": {"stands": "all", "at": 1}, "count:shrank": {"same": [], "reason": "x", "at": 1}},
        {"count:shrank": {"same": ["chen-2007"], "at": 1}},
        {"whole": {"number": 12, "at": 1}},
        {"whole": {"number": [], "at": 1}},
    ],
)
def test_a_file_with_old_or_odd_answers_does_no_harm(corpus, tmp_path, held):
    (tmp_path / "witness-box-progress.json").write_text(json.dumps({"emptied": 0, "answers": held}))
    widget = witness_box(corpus, folder=tmp_path)
    assert (widget.view["done"], widget.view["whole"]) == (0, None)


def test_a_corpus_without_readings_gets_a_sentence(corpus, tmp_path):
    with pytest.raises(ip.InterpartyError, match="no row for comintern and mine"):
        witness_box(Corpus([*corpus, ip.read_text("x", id="mine", date="1999")]), folder=tmp_path)


def test_live_and_static_in_one_output(box):
    data, _ = box._repr_mimebundle_()
    assert {"text/html", "application/vnd.jupyter.widget-view+json"} <= set(data)
    assert data["text/html"].count("<summary>Answer</summary>") == len(CELLS)
    assert data["text/html"].count("<summary>How many witnesses?</summary>") == len(STATEMENTS)
    assert "*" not in data["text/html"] and "<em>Mainly</em>" in data["text/html"]
    assert box._esm.count("export default") == 1 and "import " not in box._esm
