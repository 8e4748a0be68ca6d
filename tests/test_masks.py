"""Numbers that count nothing: asking for words first must never change the answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gold import score as gold
from interparty import masks
from interparty.hotspots import hot_spots
from interparty.lexicon import table
from interparty.text import fold


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (r"\b(?:gang|band) of ", {"gang", "band"}),
        (r"\bworth (?:an? )?", {"worth"}),
        (r"(?<!\bin )\b(?:may|age of) (?:\d+(?: to)?)?", {"may", "age"}),
        ("(?:the )?two ", set()),  # the first word need not stand
        ("no? ", set()),
        ("gang |band ", set()),  # a second choice, with other words
        ("(?:the|) two ", set()),
        (r"\(", set()),
    ],
)
def test_first_words(left, words):
    assert masks.first_words(left) == words


def slowly(folded: str, text: str, start: int, sentence_start: int) -> bool:
    """The same question, asked of every row."""
    left = masks._left(folded, start, sentence_start)
    rows = (not before or before.search(left) for before, right, _ in masks._reasons() if right.match(folded, start))
    return any(rows) or masks._is_title(text, start, sentence_start)


def test_every_number_of_the_gold_texts():
    asked = 0
    for record in [*gold.seeds(), *gold.texts("passages"), *gold.texts("second"), *gold.genre()]:
        folded = fold(record.text)
        for start in hot_spots(folded):
            begins = max(folded.rfind(". ", 0, start) + 2, 0) if ". " in folded[:start] else 0
            assert masks.is_no_claim(folded, record.text, start, begins) == slowly(folded, record.text, start, begins)
            asked += 1
    assert asked > 1500


_LEFT = sorted({word for row in table("non_claims") for word in masks.first_words(row["left"])})
_NUMBERS = ["one", "two", "five", "77", "4", "1978", "12)", "three children", "ten years", "one,", "two parties", "86 10"]


@given(
    st.lists(st.sampled_from([*_LEFT, "of", "the", "to", "and", "in", "(", "tel:", "pp.", "a"]), max_size=5),
    st.sampled_from(_NUMBERS),
)
def test_any_words_before_a_number(words, number):
    text = " ".join([*words, number, "guests came"])
    start = len(text) - len(number) - len(" guests came")
    assert masks.is_no_claim(text, text, start, 0) == slowly(text, text, start, 0)
