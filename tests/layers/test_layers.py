"""The layers against gold made by reading, and the promises that hold for any text."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import interparty as ip
from interparty.layers.codebook import codebook, forms, principles
from interparty.layers.gazetteer import names
from interparty.layers.periodisation import eras
from interparty.layers.speakers import turns
from interparty.layers.time_phrases import dates
from interparty.layers.years import ERAS, GENERAL

GOLD = Path(__file__).parents[1] / "gold"
LAYERS = [dates, names, forms, principles, turns, eras]
COMPLETE = {"person", "party", "organisation", "congress", "country"}


def gold(name):
    with (GOLD / name).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows, f"{name} is empty"
    return rows


def place(row):
    return f"{row['doc']}-{row['par']}"


@pytest.fixture(scope="module")
def read(corpus):
    """The eras of the five texts, by text and paragraph."""
    return {(row.doc, row.par): row for row in eras(corpus).itertuples()}


@pytest.mark.parametrize("row", gold("eras.csv"), ids=place)
def test_era_of_each_paragraph(read, row):
    found = read[row["doc"], int(row["par"])]
    assert found.eras.split(";")[0] == found.primary == row["primary"]
    assert set(found.eras.split(";")) == set(row["eras"].split(";"))


@pytest.mark.parametrize("row", gold("eras_genre.csv"), ids=lambda row: row["text"][:40])
def test_era_of_other_texts(row):
    assert list(ip.eras(ip.read_text(row["text"], date=row["date"]))["primary"]) == [row["primary"]]


def test_gold_has_every_paragraph(corpus):
    told = [(row["doc"], int(row["par"])) for row in gold("eras.csv")]
    assert told == [(document.id, paragraph.index) for document in corpus for paragraph in document.paragraphs]
    assert len(told) == 98


def test_words_by_era(read):
    """The attention that the five texts pay to each era, in words."""
    words = dict.fromkeys([*ERAS, GENERAL], 0)
    for row in read.values():
        words[row.primary] += row.words
    assert words == {
        "comintern": 378, "leaning": 739, "rupture": 88, "reform": 1549, "jiang": 3925, "hu": 1860, "general": 1342,
    }  # fmt: skip


def test_every_era_has_its_evidence(corpus, read):
    for row in read.values():
        named = {item.era for item in row.evidence}
        assert set(row.eras.split(";")) - {GENERAL} <= named
        for item in row.evidence:
            assert corpus[row.doc].text[item.start : item.end] == item.quote


def test_names_of_the_five_texts(corpus):
    found = names(corpus)
    found = found[found["kind"].isin(COMPLETE)]
    got = set(zip(found["doc"], found["par"], found["name"], found["kind"], strict=True))
    want = {(row["doc"], int(row["par"]), row["name"], row["kind"]) for row in gold("names.csv")}
    assert got == want


def test_nothing_in_the_five_texts_is_out_of_its_time(corpus):
    assert names(corpus)["valid"].all()


@pytest.mark.parametrize(
    ("text", "date", "name", "valid"),
    [
        ("In 1995 he flew to the Soviet Union.", "1999", "Soviet Union", False),
        ("In 1985 he flew to the Soviet Union.", "1999", "Soviet Union", True),
        ("The Soviet Union sends its greetings.", "1999", "Soviet Union", False),
        ("The Soviet Union had sent its greetings.", "1999", "Soviet Union", True),
        ("We thank the former Soviet Union.", "1999", "Soviet Union", True),
        ("The GDR invites us.", "1962", "East Germany", True),
        ("In 1935 guests came from the GDR.", "1962", "East Germany", False),
        ("They study the Three Represents.", "1985", "Three Represents", False),
        ("They study the Three Represents.", "2003", "Three Represents", True),
        ("The CPC greets the Sixteenth National Congress.", "2002-10", "Sixteenth National Congress of the CPC", True),
        ("The CPC greets the Sixteenth National Congress.", "1972-10", "Sixteenth National Congress of the CPC", False),
    ],
)
def test_years_of_validity(text, date, name, valid):
    found = names(ip.read_text(text, date=date))
    assert [(row.name, row.valid) for row in found.itertuples() if row.kind != "party"] == [(name, valid)]


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("greens, east and west, mark and marx, turkey and china cups", "1999", []),
        ("The Greens of Turkey", "1999", ["European Greens", "Turkey"]),
        ("the Russian delegation", "1960", ["Soviet Union"]),
        ("the Russian delegation", "2005", ["Russia"]),
        ("the Central Committee of the Workers' Party of Korea", "1970", ["Workers' Party of Korea"]),
        ("the Sixth National Congress of the Communist Party of Vietnam", "1986", ["Communist Party of Vietnam"]),
        ("THE COMMUNIST PARTY OF CHINA", "1986", ["Communist Party of China"]),
        ("Latin American guests", "1986", ["Latin America"]),
        ("New China, a “People’s Republic”", "1950", ["People's Republic of China"] * 2),
        ("At its Sixth Congress the PCF met. The Central Committee", "1950", ["French Communist Party", "Central Committee"]),
        ("The CPC met. The Central Committee spoke.", "1950", ["Communist Party of China", "CPC Central Committee"]),
        (
            "the International Department of\nthe CPC Central Committee",
            "2001",
            ["International Department of the CPC Central Committee"],
        ),
    ],
)
def test_the_longest_name_wins_and_capitals_matter(text, date, expected):
    assert list(names(ip.read_text(text, date=date))["name"]) == expected


def test_turns_of_the_interview(corpus):
    found = turns(corpus["dai-2001"])
    assert list(found["role"]) == ["lead", *["question", "answer"] * 8]
    assert set(found["speaker"]) == {None, "a Ziguangge Reporter", "Dai Bingguo"}
    # an answer of several paragraphs is one turn
    assert list(zip(found["par"], found["last_par"], strict=True))[-1] == (26, 28)
    assert [len(turns(document)) for document in corpus] == [1, 1, 1, 1, 17]


def test_named_speakers():
    text = "Reporter: What was new?\nWang Jiarui: We met many parties.\nIt was long.\nReporter: And then?\nWang Jiarui: More."
    found = turns(ip.read_text(text))
    assert list(found["role"]) == ["question", "answer"] * 2
    assert list(found["speaker"]) == ["Reporter", "Wang Jiarui"] * 2
    assert list(found["par"]) == [0, 1, 3, 4]


def test_a_colon_makes_no_interview():
    found = turns(ip.read_text("Beijing: the talks began.\nNote: they ended.", author="a reporter"))
    assert list(found["role"]) == ["text"]


@pytest.mark.parametrize(
    ("quote", "doc", "first", "last", "anchored"),
    [
        ("Over the past five years", "dai-2002", "1997", "2002", True),
        ("1980s and 90s", "chen-2007", "1980", "1999", False),
        ("25 September, 2003", "idcpc-2003", "2003-09-25", "2003-09-25", False),
        ("Last January", "dai-2001", "2001-01", "2001-01", True),
        ("2014.11.02", "zhong-2007", "2014-11-02", "2014-11-02", False),
        ("(1937-1945)", "dai-2001", "1937", "1945", False),
        ("After entering the new century", "chen-2007", "2001", "2007~", True),
        ("During the early years of New China", "zhong-2007", "1949", "1956~", False),
        ("At that time", "dai-2001", None, None, False),
    ],
)
def test_dates_of_the_five_texts(corpus, quote, doc, first, last, anchored):
    found = dates(corpus[doc])
    found = found[found["quote"].str.endswith(quote)]
    assert not found.empty
    assert set(zip(found["first"], found["last"], found["anchored"], strict=True)) == {(first, last, anchored)}


def test_a_congress_is_dated_only_where_the_text_tells_whose_it_is():
    ours, theirs = "The CPC met at its Eighth National Congress.", "The SED met at its Eighth National Congress."
    assert list(dates(ip.read_text(ours, date="1960"))["first"]) == ["1956"]
    assert list(dates(ip.read_text(theirs, date="1960"))["first"]) == [None]


def test_lines_that_read_on_are_one_paragraph():
    lines = [
        "In 1983 the two parties resumed their relations after a break of many years and",
        "agreed that the past should rest. Delegations of both sides were to travel every",
        "spring, and the first of them, with nine members, was received with much warmth in",
        "the capital and in three provinces of the south.",
    ]
    found = eras(ip.read_text("\n".join(lines), date="1986"))
    assert list(found["primary"]) == ["reform"] * 4
    assert list(found["words"]) == [len(line.split()) for line in lines]


def test_dates_have_all_years(corpus):
    """Every year in the five texts is inside a phrase of time."""
    for document in corpus:
        found = dates(document)
        inside = [range(row.start, row.end) for row in found.itertuples()]
        for match in re.finditer(r"\b(?:19|20)\d\d", document.text):
            assert any(match.start() in span for span in inside), (document.id, match.group(), match.start())


def test_forms_before_1970_as_zhong_lists_them(corpus):
    found = forms(corpus["zhong-2007"])
    assert set(found[found["par"] == 3]["code"]) == {"dialogue", "visits", "congress", "messages"}
    assert set(found[found["par"] == 21]["code"]) == {"study_trips"}


def test_the_four_principles(corpus):
    found = principles(corpus)
    four = ["independence", "equality", "respect", "non_interference"]
    for doc, par in (("idcpc-2003", 5), ("dai-2002", 4), ("dai-2001", 4), ("dai-2001", 12)):
        here = found[(found["doc"] == doc) & (found["par"] == par)]
        assert [code for code in here["code"] if code in four] == four
    assert set(found[found["doc"] == "chen-2007"]["code"]).isdisjoint(four)
    assert set(found[found["code"] == "transcending"]["class"]) == {"spirit"}


def test_public_names():
    public = [ip.dates, ip.names, ip.eras, ip.forms, ip.principles]
    assert [function.__wrapped__ for function in public] == [dates, names, eras, forms, principles]


def test_codebook_has_no_patterns():
    assert list(codebook("principles").columns) == ["code", "label", "class", "definition", "example", "exclusion", "source"]
    assert codebook("forms")["code"].is_unique


@pytest.mark.parametrize("layer", LAYERS)
def test_what_is_no_text_gets_a_sentence(layer):
    for wrong in (12, "dai-2002", [1, 2]):
        with pytest.raises(ip.InterpartyError, match=f"{layer.__name__} needs a corpus"):
            layer(wrong)


@pytest.mark.parametrize("layer", LAYERS)
def test_an_empty_text_has_an_empty_table(layer):
    found = layer(ip.read_text(""))
    assert found.empty
    assert list(found.columns) == list(layer(ip.read_text("In 1956 guests came.", date="1957")).columns)


WORDS = st.sampled_from(
    "In 1956 the CPC 's Eighth National Congress , since last year Soviet Union Q: A: \n \r\n “Three Represents” visited 90s of "
    "May 31, seminar £¬ Communist Party of ; before 1978 İ political dialogue . 2007.10 Reporter: over past five years".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)),
    st.sampled_from(["", "1957", "2007~", "2002-10-11"]),
)
def test_any_text(text, date):
    document = ip.read_text(text, date=date)
    for layer in (dates, names, forms, principles, turns):
        for row in layer(document).itertuples():
            assert text[row.start : row.end] == row.quote
            assert 0 <= row.par < len(document.paragraphs)
    found = eras(document)
    assert list(found["par"]) == list(range(len(document.paragraphs)))
    assert all(text[item.start : item.end] == item.quote for evidence in found["evidence"] for item in evidence)


@pytest.mark.parametrize(
    "piece", ["9", "In 1956 ", "CPC ", "Communist Party of ", "the past ", "sent a ", '"', "visits ", "in the early ", "A: "]
)
@pytest.mark.parametrize("layer", LAYERS)
def test_no_pattern_explodes(layer, piece):
    """A bad pattern would need minutes or more for such a text, and pytest would never come back: no clock is needed."""
    text = (piece * (32_000 // len(piece) + 1))[:32_000]
    document = ip.read_text(text, date="2003")
    found = layer(document)
    assert set(found["doc"]) <= {document.id}
