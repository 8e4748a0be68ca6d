"""The denominator dial without a browser: no average before one commits, any year allowed, each asked for a sentence."""

import json

import nbformat
import pytest
from nbconvert import HTMLExporter

import interparty as ip
from interparty.widgets import denominator_dial
from interparty.widgets.dial import FIRST, LAST, OWN, WANTED, remarks


@pytest.fixture
def dial(claims, corpus, tmp_path):
    return denominator_dial(claims, corpus, folder=tmp_path)


def told(dial, **message):
    dial.receive(message)
    return dial.view["said"]


def test_nothing_is_given_away_before_the_learner_commits(dial):
    assert dial.view["averages"] == {} and dial.view["pins"] == [] and dial.view["expected"] is None
    assert "180" not in json.dumps(dial.view) and "225" not in json.dumps(dial.view)
    assert told(dial, do="pin", first=1978, pin="pin-1978").startswith("Write the average that you expect first")
    assert dial.answers == {}


@pytest.mark.parametrize("average", ["", "many", "-3", 0, "nan", "inf", None])
def test_an_average_must_be_a_number(dial, average):
    assert "larger than 0" in told(dial, do="expect", average=average)
    assert dial.answers == {}


def test_the_first_expectation_stands(dial):
    assert told(dial, do="expect", average="1,200") == "You expect 1,200 a year. The dial is open."
    told(dial, do="expect", average=200)
    assert dial.expected == 1200 and len(dial.view["pins"]) == 4
    assert set(dial.view["averages"]) == {str(year) for year in range(1974, 1991)}
    assert dial.view["averages"]["1978"] == {"floor": 180, "words": "more than 180"}
    assert dial.view["averages"]["1983"]["words"] == "more than 225"


def test_a_floor_is_never_rounded_up(dial, claims):
    told(dial, do="expect", average=200)
    for year, average in dial.view["averages"].items():
        printed = float(average["words"].removeprefix("more than "))
        assert printed <= 4500 / (2003 - int(year)) < printed + 0.1


@pytest.mark.parametrize(
    ("first", "pin", "said"),
    [
        (1978, "pin-1978", "it carries 1978"),
        (1983, "pin-two-decades", "it carries 1983"),
        (1977, "pin-late-1970s", "which gives 1977–1979: it carries 1977"),
        (1980, "pin-late-1970s", "lies 1 year after that: this sentence does not carry it"),
        (1974, "pin-1978", "lies 4 years before that"),
        (1990, OWN, "the year is your own"),
    ],
)
def test_every_year_is_accepted_and_asked_for_its_sentence(dial, first, pin, said):
    told(dial, do="expect", average=200)
    assert said in told(dial, do="pin", first=first, pin=pin)
    (one,) = dial.view["log"]
    assert (one["first"], one["pin"]) == (first, pin)
    assert len(one["others"]) == (4 if pin == OWN else 3)
    assert all("A reader who pins" in line and "more than" in line for line in one["others"])


def test_what_another_reader_would_print(dial):
    told(dial, do="expect", average=200)
    told(dial, do="pin", first=1978, pin="pin-1978")
    others = " ".join(dial.view["log"][0]["others"])
    assert "“past two decades” [idcpc-2003 ¶7] counts from 1983 and prints: more than 225 a year." in others
    assert "from 1977–1979 and prints: more than 173 or more than 187.5 a year, as the words leave the year open." in others


def test_the_expectation_is_held_against_the_floor(dial):
    told(dial, do="expect", average=200)
    assert "allow it and do not show it" in told(dial, do="pin", first=1978, pin="pin-1978")
    assert "fewer than these words allow" in told(dial, do="pin", first=1983, pin="pin-two-decades")


@pytest.mark.parametrize(
    "message",
    [
        None,
        {},
        {"do": "fly"},
        {"do": "pin"},
        {"do": "pin", "first": "x", "pin": OWN},
        {"do": "pin", "first": 1900, "pin": OWN},
        {"do": "pin", "first": 1978, "pin": "nowhere"},
        {"do": "pin", "first": 1978, "pin": ["x"]},
        {"do": "expect"},
        {"do": "write"},
    ],
)
def test_a_message_without_sense_is_answered_with_a_sentence(dial, message):
    told(dial, do="expect", average=200)
    dial.receive(message)
    assert dial.view["said"].endswith(".")
    assert list(dial.answers) == ["expect"]


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("From 1978 to 2003 the International Department received, on average, more than 180 groups a year.", 0),
        ("Over two decades the department received more than 225 delegations and groups a year.", 0),
        ("From 1978 to 2003 the department received 180 groups a year.", 1),
        ("The department received more than 180 groups a year.", 1),
        ("From 1978 to 2003 the department received more than 4,500 groups.", 1),
        ("From 1978 to 2003 the party received more than 180 groups a year.", 1),
        ("Every year since 1978 more than 180 groups came to the department, on average.", 1),
        ("180", len(WANTED)),
    ],
)
def test_what_a_sentence_for_print_misses(text, missed):
    said = [line for line in remarks(text) if not line.startswith(("Found", "All four"))]
    assert len(said) == missed, said


def test_it_is_found_again_and_can_be_cleared(claims, corpus, tmp_path):
    first = denominator_dial(claims, corpus, folder=tmp_path)
    told(first, do="expect", average=300)
    told(first, do="pin", first=1983, pin="pin-two-decades")
    told(first, do="write", text="More than <225> a year.")
    again = denominator_dial(claims, corpus, folder=tmp_path)
    assert (again.view["expected"], again.view["text"], len(again.view["log"])) == (300, "More than <225> a year.", 1)
    again.receive({"do": "reset"})
    empty = denominator_dial(claims, corpus, folder=tmp_path).view
    assert (empty["expected"], empty["text"], empty["log"]) == (None, "", [])


def test_answers_about_sentences_that_are_gone_are_left_alone(claims, corpus, tmp_path):
    held = {"expect": {"average": 9.0, "at": 1.0}, "pin:1978:gone": {"first": 1978, "pin": "gone", "at": 2.0}}
    (tmp_path / "denominator-dial-progress.json").write_text(json.dumps({"emptied": 0, "answers": held}))
    view = denominator_dial(claims, corpus, folder=tmp_path).view
    assert (view["expected"], view["log"]) == (9, [])


def test_without_the_total_there_is_one_sentence(claims, corpus):
    with pytest.raises(ip.InterpartyError, match="load_corpus"):
        denominator_dial(claims[claims["doc"] == "dai-2002"], corpus)


def test_on_paper_it_holds_the_substance(dial):
    data, metadata = dial._repr_mimebundle_()
    assert {"text/html", "text/plain", "application/vnd.jupyter.widget-view+json"} <= set(data)
    output = nbformat.v4.new_output("execute_result", data=data, metadata=metadata, execution_count=1)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("…", outputs=[output])])
    page, _ = HTMLExporter().from_notebook_node(notebook)
    assert page.count("<summary>Answer</summary>") == 4
    assert "Before the reform and opening-up in 1978" in page and "more than 225 a year" in page
    assert LAST - FIRST + 1 == 17 and "over 4,500 delegations and groups" in page


def test_the_module_is_one_plain_file(dial):
    assert dial._esm.count("export default") == 1
    assert "import " not in dial._esm and "keepKeys" in dial._esm
