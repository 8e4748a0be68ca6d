"""Shared words: counted against another way of counting, runs that are in both files letter for letter, kinds that are read."""

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interparty as ip
from interparty.corpus import Corpus
from interparty.reuse import KINDS, MOST, TOKENS, UNREAD, kinds, runs, strings_of


def by_hand(one, other, n):
    """The same count by another road: text windows instead of tuples."""
    windows = []
    for text in (one, other):
        words = re.findall(r"[a-z0-9']+", text.lower())
        windows.append({" ".join(words[i : i + n]) for i in range(len(words) - n + 1)})
    return len(windows[0] & windows[1])


def pairs(frame):
    return {frozenset((row["one"], row["other"])): row["strings"] for row in frame.to_dict("records")}


def test_strings_of_six_words_in_the_five_texts(corpus):
    found = pairs(ip.shared_counts(corpus))
    assert len(found) == 10
    known = {
        ("dai-2002", "dai-2001"): 64,
        ("idcpc-2003", "dai-2001"): 20,
        ("idcpc-2003", "dai-2002"): 10,
        ("chen-2007", "dai-2001"): 8,
    }
    for pair, count in known.items():
        assert found.pop(frozenset(pair)) == count
    assert max(found.values()) <= 3


@pytest.mark.parametrize("n", [1, 3, 6, 9, 16])
def test_the_count_by_another_road(corpus, n):
    found = pairs(ip.shared_counts(corpus, n=n))
    for one, other in combinations(corpus, 2):
        assert found[frozenset((one.id, other.id))] == by_hand(one.text, other.text, n)


def test_the_way_of_cutting_words_changes_the_count_and_not_the_order_of_the_first_three(corpus):
    first = [tuple(ip.shared_counts(corpus, tokens=tokens).loc[:2, "one"]) for tokens in TOKENS]
    assert len(set(first)) == 1
    assert len({ip.shared_counts(corpus, tokens=tokens)["strings"].sum() for tokens in TOKENS}) == len(TOKENS)


def test_the_longest_run_is_longer_than_no_count_allows(corpus):
    for row in ip.shared_counts(corpus).to_dict("records"):
        longest = row["longest"]
        assert by_hand(corpus[row["one"]].text, corpus[row["other"]].text, longest) >= 1
        assert by_hand(corpus[row["one"]].text, corpus[row["other"]].text, longest + 1) == 0


@pytest.mark.parametrize(("one", "other"), [("dai-2001", "dai-2002"), ("idcpc-2003", "dai-2001"), ("zhong-2007", "chen-2007")])
def test_a_run_stands_in_both_files_and_can_be_made_no_longer(corpus, one, other):
    frame = ip.shared_strings(one, other, corpus)
    assert len(frame) and list(frame["words"]) == sorted(frame["words"], reverse=True)
    for row in frame.to_dict("records"):
        sides = [("", one), ("other_", other)]
        neighbours = []
        for side, doc in sides:
            text, start, end = corpus[doc].text, row[f"{side}start"], row[f"{side}end"]
            assert text[start:end] == row[f"{side}quote"]
            assert corpus[doc].paragraph_at(start).index == row[f"{side}par"]
            assert len(re.findall(r"[a-z0-9']+", text[start:end].lower())) == row["words"] >= 6
            before = re.findall(r"[a-z0-9']+", text[:start].lower())
            after = re.findall(r"[a-z0-9']+", text[end:].lower())
            neighbours.append((before[-1:], after[:1]))
        (before, after), (other_before, other_after) = neighbours
        assert before != other_before or not before
        assert after != other_after or not after
    assert sorted(ip.shared_strings(other, one, corpus)["string"]) == sorted(frame["string"])


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12), st.integers(1, 4))
def test_every_shared_string_lies_in_a_run(first, second, n):
    one, other = ip.read_text(" ".join(first), id="one"), ip.read_text(" ".join(second), id="other")
    shared = strings_of(one, n) & strings_of(other, n)
    inside = set()
    for words, start, end, other_start, other_end in runs(one, other, n, "words"):
        assert one.text[start:end] == other.text[other_start:other_end]
        run = one.text[start:end].split()
        assert len(run) == words
        inside |= {tuple(run[i : i + n]) for i in range(words - n + 1)}
    assert inside == shared


def test_every_run_of_six_words_in_the_five_texts_is_read(corpus):
    read, met = kinds(corpus), set()
    for one, other in combinations((document.id for document in corpus), 2):
        frame = ip.shared_strings(one, other, corpus)
        assert UNREAD not in set(frame["kind"]), frame[frame["kind"] == UNREAD]["string"].tolist()
        met |= set(frame["string"])
    assert set(read) == met, "a reading of words that are no shared run"
    assert set(read.values()) == set(KINDS)


def test_kinds_add_up_and_the_book_shares_no_wording(corpus):
    frame = ip.kinds_shared(corpus)
    assert (frame[list(KINDS)].sum(axis=1) == frame["all"]).all()
    worded = frame[frame["wording"] > 0]
    first = frame.loc[frame["wording"].idxmax()]
    assert {first["one"], first["other"]} == {"dai-2001", "dai-2002"}
    assert "zhong-2007" not in {*worded["one"], *worded["other"]}
    assert (worded["one"].str.startswith("dai") | worded["other"].str.startswith("dai")).all()


def test_texts_of_ones_own_have_runs_and_no_readings():
    first, second = "we met in the spirit of peace and work today", "In the spirit of peace and work!"
    mine = Corpus([ip.read_text(first, id="a"), ip.read_text(second, id="b")])
    (counted,) = ip.shared_counts(mine, n=4).to_dict("records")
    assert counted == {"one": "a", "other": "b", "strings": 4, "per_thousand": 1000.0, "longest": 7}
    (row,) = ip.shared_strings("a", "b", mine, n=4).to_dict("records")
    assert (row["kind"], row["quote"], row["other_quote"]) == (UNREAD, first[7:38], second[:-1])


def test_a_text_that_is_too_short_shares_nothing():
    mine = Corpus([ip.read_text("", id="a"), ip.read_text("two words", id="b")])
    assert ip.shared_counts(mine).iloc[0]["strings"] == 0
    assert ip.shared_strings("a", "b", mine).empty


def test_side_by_side_marks_the_same_runs_on_both_sides(corpus):
    shown = ip.side_by_side(("dai-2001", 18), ("dai-2002", 4), corpus, n=6)
    html = shown._repr_html_()
    assert html.count("<mark") == 6 and html.count("<li>") == 3
    for number in (1, 2, 3):
        assert html.count(f">{number}</sup></mark>") == 2
    assert "15 words: to develop a new type of party-to-party exchanges" in repr(shown)
    assert "[dai-2001 ¶18]" in html and "[dai-2002 ¶4]" in html


def test_side_by_side_says_so_when_nothing_is_shared(corpus):
    assert repr(ip.side_by_side(("zhong-2007", 8), ("chen-2007", 8), corpus, n=6)).endswith("\nnone")
    assert "No run of 6 words" in ip.side_by_side(("zhong-2007", 8), ("chen-2007", 8), corpus, n=6).html


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda corpus: ip.shared_counts(corpus, n=0), f"from 1 to {MOST}, not 0"),
        (lambda corpus: ip.shared_counts(corpus, n="six"), "not 'six'"),
        (lambda corpus: ip.shared_counts(corpus, n=True), "not True"),
        (lambda corpus: ip.shared_counts(corpus, tokens="syllables"), "'syllables' is no way to cut words"),
        (lambda corpus: ip.shared_counts(Corpus([corpus["dai-2001"]])), "need two texts at least"),
        (lambda corpus: ip.shared_strings("dai-2001", "dai-2001", corpus), "Two different texts are wanted"),
        (lambda corpus: ip.shared_strings("dai-2001", "dai-1999", corpus), "There is no text called 'dai-1999'"),
        (lambda corpus: ip.side_by_side(("dai-2001", 99), ("dai-2002", 4), corpus), "dai-2001 has no paragraph 99"),
        (lambda corpus: ip.side_by_side("dai-2001", ("dai-2002", 4), corpus), "is no paragraph: write the text and the number"),
    ],
)
def test_bad_input_gets_a_sentence(corpus, ask, said):
    with pytest.raises(ip.InterpartyError) as raised:
        ask(corpus)
    assert said in str(raised.value)
