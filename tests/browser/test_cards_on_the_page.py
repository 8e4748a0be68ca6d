"""The cards of reason, decision and effect in their lesson: to the end by mouse, to the end by keyboard, and found again."""

import json

import pytest
from keys import Keys
from playwright.sync_api import expect

from interparty.our_readings import readings
from interparty.widgets.lanes import LANES, NO_WORD

CARDS = readings("leaning-cards").to_dict("records")

LESSON = ("02", "cause-cards")
WIDGET = "cause-cards"


@pytest.fixture
def cards(lesson, kept):
    return lesson(*LESSON)


def test_by_keyboard_alone_to_the_end(cards):
    page, keys = cards.page, Keys(cards.page)
    first, second, third = (page.get_by_role("group", name=f"Step {n}", exact=True) for n in (1, 2, 3))
    first.get_by_role("radio").first.focus()
    for number, card in enumerate(CARDS, start=1):
        keys.choose(first.get_by_label(LANES[card["lane"]], exact=True))
        keys.choose(first.get_by_label(card["told_by"] or NO_WORD, exact=True))
        keys.push(first.get_by_role("button", name="Commit to lane and word"))
        expect(first).to_contain_text(f"Lanes as in the text: {number} of {number}.")
        if number < len(CARDS):
            keys.push(first.get_by_role("button", name="Next card"))
            expect(first).to_contain_text(f"Card {number + 1} of {len(CARDS)}")
    keys.push(second.get_by_role("button", name="Show the dates"))
    expect(second.get_by_role("status")).to_contain_text("by the dates of the texts: 0. By dates from outside: 2 more.")
    keys.pick(third.get_by_label("A foreign ministry of 1950"), "uk")
    keys.pick(third.get_by_label("The archive"), "The National Archives, Kew, London: FO 371")
    keys.write(third.get_by_label("The sentence"), "They lean on Moscow because nobody else will lend to them.")
    keys.push(third.get_by_role("button", name="Commit and save"))
    expect(third.get_by_role("status").first).to_contain_text("Yes, its papers are there: Britain")


def test_by_mouse_to_the_end_and_found_again(cards, kept, lesson):
    page, press, before = cards.page, cards.page.keyboard.press, cards.cell_count()
    first, second, third = (page.get_by_role("group", name=f"Step {n}", exact=True) for n in (1, 2, 3))

    first.get_by_role("button", name="Commit to lane and word").focus()
    press("Enter")
    expect(first.get_by_role("status")).to_have_text("Choose a lane first.")
    second.get_by_role("button", name="Show the dates").focus()
    press("Enter")
    expect(second.get_by_role("status")).to_contain_text("11 cards are still to be placed")
    expect(third.get_by_label("The sentence")).to_be_hidden()

    # The first card by keyboard alone: lane, word, commit, next.
    first.get_by_role("radio").first.focus()
    press("Space")
    press("Tab")
    press("Space")
    press("ArrowUp")
    expect(first.get_by_label(NO_WORD)).to_be_checked()
    press("Tab")
    press("Enter")
    expect(first.get_by_role("status")).to_contain_text("The lane fits")
    expect(first).to_contain_text("Lanes as in the text: 1 of 1. Words: 1 of 1.")
    press("Enter")
    for card in CARDS[1:]:
        first.get_by_label(LANES["reason" if card["reading_id"] == "guests" else card["lane"]], exact=True).check()
        first.get_by_label(card["told_by"] or NO_WORD, exact=True).check()
        first.get_by_role("button", name="Commit to lane and word").click()
        first.get_by_role("button", name="Next card").click()
    expect(first).to_contain_text("Lanes as in the text: 10 of 11. Words: 11 of 11.")

    second.get_by_role("button", name="Show the dates").click()
    expect(second.get_by_role("status")).to_contain_text("by the dates of the texts: 1.")
    expect(second.locator(".ip-fault")).to_have_count(3)
    expect(second).to_contain_text("You followed the text: here it is the text's own order that breaks.")

    third.get_by_label("A foreign ministry of 1950").select_option("uk")
    third.get_by_label("The archive").select_option("The National Archives, Kew, London: FO 371")
    third.get_by_label("The sentence").fill("They lean on Moscow because nobody else will lend to them.")
    third.get_by_role("button", name="Commit and save").click()
    expect(third.get_by_role("status").first).to_contain_text("Yes, its papers are there: Britain")
    assert len(json.loads(kept.read_text())["answers"]) == 13

    press("b")
    press("x")
    assert cards.cell_count() == before, "keys of the widget reached the notebook"
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        cards.theme(theme)
        assert cards.axe() == []

    lesson(*LESSON)
    expect(third.get_by_label("The sentence")).to_have_value("They lean on Moscow because nobody else will lend to them.")
    expect(second.locator(".ip-fault")).to_have_count(3)
    third.get_by_role("button", name="Clear all answers").click()
    third.get_by_role("button", name="Really clear?").click()
    expect(first).to_contain_text("Card 1 of 11, 0 placed")
    expect(third.get_by_label("The sentence")).to_be_hidden()


def test_targets_are_large_enough(cards):
    sizes = cards.page.locator(".ip-widget :is(button, select, textarea, label.ip-choice):visible").evaluate_all(
        "nodes => nodes.map(node => { const box = node.getBoundingClientRect(); return [box.width, box.height]; })"
    )
    assert len(sizes) > 8
    assert all(width >= 24 and height >= 24 for width, height in sizes)
