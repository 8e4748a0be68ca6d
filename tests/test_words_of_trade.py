"""The glossary: every row honest about its source, found under every form, shown to eyes, screen readers and terminals."""

import re
import subprocess
import sys

import pytest

import interparty as ip
from interparty.words_of_trade import OUTSIDE, Term, entries
from test_notebook_quotes import faults

ENTRIES = entries()
PLACE = re.compile(r"\[(?P<doc>[a-z]+-\d{4}) ¶(?P<par>\d+)\]")


def each_entry(wanted=lambda entry: True):
    chosen = [entry for entry in ENTRIES if wanted(entry)]
    assert chosen
    return pytest.mark.parametrize("entry", chosen, ids=lambda entry: entry.term)


@each_entry()
def test_a_row_is_complete(entry):
    assert entry.term == entry.term.strip() != ""
    assert entry.meaning.endswith((".", ")."))
    assert entry.eras and set(entry.eras) <= {f"{number:02}" for number in range(10)}
    assert bool(entry.chinese) == bool(entry.pinyin)
    assert entry.meaning.count("*") % 2 == 0


@each_entry()
def test_quotations_in_a_meaning_are_exact(entry, corpus):
    assert list(faults(entry.meaning, corpus)) == []


@each_entry(lambda entry: entry.source)
def test_the_texts_use_the_term_where_the_row_says(entry, corpus):
    place = PLACE.fullmatch(entry.source)
    text = corpus[place["doc"]].paragraphs[int(place["par"])].text
    assert any(form in text for form in (entry.term, *entry.aliases)), entry.source


@each_entry(lambda entry: not entry.source)
def test_a_word_without_a_place_is_our_own(entry):
    assert entry.note == "our own word"
    assert not entry.chinese


@each_entry(lambda entry: entry.chinese)
def test_chinese_is_marked_as_outside_the_texts(entry):
    assert entry.note.startswith(OUTSIDE)
    assert re.fullmatch(r"[\u3400-\u9fff“”、]+", entry.chinese)
    assert re.search("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]", entry.pinyin), "pinyin has its tones"


@each_entry()
def test_every_form_finds_its_entry(entry):
    for form in (entry.term, *entry.aliases):
        assert ip.term(form) is ip.term(form.upper()) is entry


def test_words_come_in_the_order_asked_for_and_once():
    assert [entry.term for entry in ip.glossary("flow", "Stock", "flow")] == ["flow", "stock"]
    assert list(ip.glossary()) == list(ENTRIES)


@pytest.mark.parametrize("era", ["05", 5, "5", " 05 "])
def test_the_words_of_an_era(era):
    shown = ip.glossary("denominator", "harmonious world", era=era)
    assert [entry.term for entry in shown][:2] == ["denominator", "harmonious world"]
    assert {entry for entry in ENTRIES if "05" in entry.eras} < set(shown)
    assert len(shown) == len(set(shown))


def test_an_entry_speaks_in_feedback():
    assert str(ip.term("hedge")) == "hedge: A word that loosens a number: nearly, more than, about."
    assert isinstance(ip.term("hedge"), Term)
    assert "<em>nearly</em>" in ip.term("hedge")._repr_html_()


def test_the_table_serves_eyes_and_screen_readers():
    html = ip.glossary("core", "people/movements", "hedge")._repr_html_()
    assert "<caption" in html and 'scope="row"' in html and 'scope="col"' in html and 'tabindex="0"' in html
    assert '<span lang="zh-Hans">核心</span> <i lang="zh-Latn">héxīn</i>' in html
    assert "(probably, for we do not have the Chinese of this text)" in html
    assert "[dai-2002 ¶4]" in html and "our own word" in html


def test_plain_text_says_the_same():
    (line,) = repr(ip.glossary("core")).splitlines()
    assert line.startswith("core 核心 héxīn: The leading person")
    assert line.endswith("[dai-2002 ¶4]")
    assert "(our own word)" in repr(ip.glossary("hedge"))


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: ip.term("hedg"), "The glossary has no 'hedg'. Did you mean 'hedge'"),
        (lambda: ip.glossary("stock", "xyzzy"), "The glossary has no 'xyzzy'. glossary() shows all entries."),
        (lambda: ip.term(5), "The glossary has no 5."),
        (lambda: ip.glossary(era="12"), "No word of the glossary belongs to an era '12': choose among 01, 02"),
    ],
)
def test_an_unknown_word_gets_a_sentence(ask, said):
    with pytest.raises(ip.InterpartyError) as raised:
        ask()
    assert str(raised.value).startswith(said)


def test_asking_for_a_word_loads_no_chart_and_no_widget():
    asked = "ip.glossary(era=5); ip.term('core')"
    code = f"import interparty as ip, sys; {asked}; print({{'matplotlib', 'ipywidgets'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "set()"
