"""Tables for readers: complete, and without a programmer's signs for nothing."""

import pandas as pd
import pytest

import interparty as ip


@pytest.fixture
def frame():
    rows = [
        {"quote": "more than 4,500 delegations and groups from foreign political parties", "low": 4500.0, "high": None},
        {"quote": "a < b & c", "low": None, "high": 0.5},
    ]
    return pd.DataFrame(rows, index=pd.Index(["one", "two"], name="claim_id"))


def test_nothing_is_cut_off_and_nothing_is_nan(frame):
    shown = ip.table(frame)
    assert frame.quote.iloc[0] in shown._repr_html_()
    assert "4,500<" in shown._repr_html_()
    for noise in ("nan", "NaN", "None", "4500.0", "..."):
        assert noise not in shown._repr_html_()
        assert noise not in repr(shown)


def test_text_is_escaped(frame):
    assert "a &lt; b &amp; c" in ip.table(frame)._repr_html_()


def test_columns_are_chosen_and_a_named_index_comes_first(frame):
    assert repr(ip.table(frame, "high")).splitlines() == ["claim_id | high", "one | ", "two | 0.5"]
    assert repr(ip.table(frame, "high", "claim_id")).splitlines()[0] == "claim_id | high"
    assert repr(ip.table(frame.reset_index(drop=True), "low")).split("\n") == ["low", "4,500", ""]


def test_the_caption_says_how_many_rows(frame):
    assert "<caption" in ip.table(frame)._repr_html_()
    assert "2 rows" in ip.table(frame)._repr_html_()
    assert "Two claims" in ip.table(frame, caption="Two claims")._repr_html_()


def test_each_row_and_column_has_a_head(frame):
    page = ip.table(frame, "low", "high")._repr_html_()
    assert page.count('scope="col"') == 3
    assert page.count('scope="row"') == 2


@pytest.mark.parametrize(("wrong", "said"), [("claims", "not str"), (None, "not NoneType")])
def test_what_is_no_table_is_told(wrong, said):
    with pytest.raises(ip.InterpartyError, match=said):
        ip.table(wrong)


def test_a_column_that_is_not_there_is_told(frame):
    with pytest.raises(ip.InterpartyError, match=r"no column 'hi'.*claim_id, quote, low, high"):
        ip.table(frame, "hi")


def test_an_empty_table_is_no_error(frame):
    assert "0 rows" in ip.table(frame[frame.low > 5000])._repr_html_()


def test_words_between_asterisks_are_stressed_and_nothing_else_is_read_as_markup():
    shown = ip.table(pd.DataFrame({"why": ["*Mainly* is not *only*; 2 * 3 <b>"]}))
    assert "<em>Mainly</em> is not <em>only</em>; 2 * 3 &lt;b&gt;" in shown.html
