"""Paragraphs and sentences keep their offsets, whatever the layout of the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interparty as ip
from interparty.text import fold

ODD_CHARACTERS = st.text(st.sampled_from("ab .?!\n\r\t\u00a0\ufeff£¬“”’İß1,()-"), max_size=80)


@given(st.one_of(st.text(max_size=200), ODD_CHARACTERS))
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


@given(st.one_of(st.text(max_size=300), ODD_CHARACTERS))
def test_offsets_give_back_paragraphs_and_sentences(text):
    doc = ip.read_text(text, id="x", date="2000")
    for piece in (*doc.paragraphs, *doc.sentences):
        assert text[piece.start : piece.end] == piece.text
        assert piece.text.strip()
    starts = [sentence.start for sentence in doc.sentences]
    assert starts == sorted(starts)
    assert all(a.end <= b.start for a, b in zip(doc.sentences, doc.sentences[1:], strict=False))


def cut(text):
    return [sentence.text for sentence in ip.read_text(text).sentences]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Led by V. I. Lenin. Dr. Bethune came.", ["Led by V. I. Lenin.", "Dr. Bethune came."]),
        ('He said, "We came." They left.', ['He said, "We came."', "They left."]),
        (
            "An Interview with the Minister of\nthe CPC Central Committee",
            ["An Interview with the Minister of\nthe CPC Central Committee"],
        ),
        ("First title\n\nA sentence. Another one.", ["First title", "A sentence.", "Another one."]),
        ("1. We exploited the role of the Party. 2001 was good.", ["1. We exploited the role of the Party.", "2001 was good."]),
        ("Q: Why was that?\nA: Faced with this.", ["Q: Why was that?", "A: Faced with this."]),
        ("- one thing\n- another thing", ["- one thing", "- another thing"]),
        ("The work .\r\n\r\nNext", ["The work .", "Next"]),
        ("\ufeffIt began.", ["It began."]),
    ],
)
def test_sentences(text, sentences):
    assert cut(text) == sentences


def test_a_hard_wrapped_file_reads_on():
    text = (
        "In the years after the congress the department received delegations\n"
        "from more than sixty parties and sent nearly forty groups of its own to\n"
        "other countries. It also took part in meetings of the international\n"
        "organizations and kept up a correspondence with their secretariats.\n"
    )
    assert len(cut(text)) == 2
    assert len(ip.read_text(text).paragraphs) == 4


@pytest.mark.parametrize(
    ("doc", "paragraphs"), [("idcpc-2003", 12), ("chen-2007", 9), ("zhong-2007", 30), ("dai-2002", 18), ("dai-2001", 29)]
)
def test_paragraphs_of_the_five_texts(corpus, doc, paragraphs):
    assert len(corpus[doc].paragraphs) == paragraphs


def test_a_title_broken_over_lines_is_one_sentence(corpus):
    titles = [sentence.text for sentence in corpus["dai-2002"].sentences[:1]]
    assert titles == [
        "New Characteristics of the Communist Party of China's\nInternational Work Since Its Fifteenth National Congress"
    ]
