"""What each of the six thinking widgets does: it is found again, can be cleared, and has a twin on paper."""

import json
import re

import pytest

from interparty import widgets

WIDGETS = {
    "arrow court": lambda corpus, claims, folder: widgets.arrow_court(corpus=corpus, folder=folder),
    "cause cards": lambda corpus, claims, folder: widgets.cause_cards(corpus=corpus, folder=folder),
    "blank strip": lambda corpus, claims, folder: widgets.blank_strip(corpus, folder=folder),
    "denominator dial": lambda corpus, claims, folder: widgets.denominator_dial(claims, corpus=corpus, folder=folder),
    "bounds sandbox": lambda corpus, claims, folder: widgets.bounds_sandbox(claims, corpus=corpus, folder=folder),
    "date clamp": lambda corpus, claims, folder: widgets.date_clamp(corpus, folder=folder),
}


@pytest.fixture(params=WIDGETS)
def make(request, corpus, claims, tmp_path):
    """Makes the widget anew, as when the notebook is opened again; its file lies in a folder of the test."""
    return lambda: WIDGETS[request.param](corpus, claims, tmp_path)


def test_answers_are_found_again_and_can_be_cleared(make, tmp_path):
    first = make()
    first.keep("a key of the test", {"text": "kept"})
    assert make().answers["a key of the test"]["text"] == "kept"
    (file,) = tmp_path.glob("*-progress.json")
    assert file.name in first.view["saved"]
    again = make()
    again.receive({"do": "reset"})
    assert "cleared" in again.view["said"] and again.answers == {}
    assert make().answers == {} and json.loads(file.read_text("utf-8"))["answers"] == {}


def test_the_twin_holds_the_substance_without_a_kernel(make):
    data, _ = make()._repr_mimebundle_()
    page = data["text/html"]
    words = re.sub(r"<[^>]+>", " ", page).split()
    assert len(words) > 250
    assert page.count("<details") >= 4, "answers are folded"
    assert re.search(r"\[[a-z]+-\d{4} ¶\d+\]", page), "passages are cited"
    assert "<script" not in page and "<button" not in page
