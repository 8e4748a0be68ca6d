"""From every mark of every chart to its sentence."""

import re
from html.parser import HTMLParser

import pytest
from every_chart import drawn

import interparty as ip
from interparty import charts
from interparty.charts.notes import notes_of
from interparty.charts.spots import SMALLEST, spots
from interparty.corpus import Corpus
from interparty.passage import Passage
from interparty.pointing import SHOWN, sources

#: rows of the data table that are no mark, and the chart says so
NOT_DRAWN = {"ego_network": {"moscow"}}
EVERY = pytest.mark.parametrize("name", charts.__all__)


@pytest.fixture(scope="module")
def figures(claims, corpus):
    """Each chart once."""
    return {name: drawn(name, claims, corpus) for name in charts.__all__}


class Marks(HTMLParser):
    """The buttons and the list of a figure."""

    def __init__(self, html):
        super().__init__()
        self.buttons, self.items, self._in = [], {}, None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "button":
            self.buttons.append({**attributes, "name": ""})
            self._in = "button"
        if tag == "li" and "id" in attributes:
            self._in = attributes["id"]
            assert self._in not in self.items
            self.items[self._in] = ""

    def handle_endtag(self, tag):
        self._in = None if tag in ("li", "button") else self._in

    def handle_data(self, data):
        if self._in == "button":
            self.buttons[-1]["name"] += data
        elif self._in:
            self.items[self._in] += data


@EVERY
def test_every_plotted_row_has_a_mark(name, figures):
    marks, rows = spots(figures[name]), notes_of(figures[name]).ids
    assert marks and rows
    assert {one for mark in marks for one in mark.ids} == set(rows) - NOT_DRAWN.get(name, set())


@EVERY
def test_every_mark_leads_to_a_sentence_of_the_texts(name, figures, corpus):
    notes = notes_of(figures[name])
    for mark in spots(figures[name]):
        found = sources(notes, mark, corpus)
        assert {row[notes.key] for row, _ in found} == set(mark.ids)
        for row, passage in found:
            assert isinstance(passage, Passage), (mark.gid, row)
            assert passage.citation == f"[{row['doc']} ¶{row['par']}]"
            text = corpus[row["doc"]].paragraphs[int(row["par"])].text
            assert passage.quote in text and passage.sentence in text
            assert passage.quote == row.get("sentence", passage.quote)
            assert len(passage.sentence) >= len(passage.quote) > 1


@EVERY
def test_a_mark_is_large_enough_inside_the_picture_and_not_covered(name, figures):
    figure = figures[name]
    marks = spots(figure)
    wide, high = figure.get_size_inches()
    for mark in marks:
        assert mark.left >= 0 and mark.left + mark.width <= 1.0001 and mark.top >= 0 and mark.top + mark.height <= 1.0001
        assert mark.width * wide >= 0.999 * SMALLEST and mark.height * high >= 0.999 * SMALLEST
        above = [other for other in marks if other.area < mark.area]
        steps = [(i + 0.5) / 12 for i in range(12)]
        free = [(x, y) for x in steps for y in steps if not any(_covers(other, mark, x, y) for other in above)]
        assert len(free) >= 24, f"{mark.gid} is covered by other marks"


def _covers(other, mark, x, y):
    x, y = mark.left + x * mark.width, mark.top + y * mark.height
    return other.left <= x <= other.left + other.width and other.top <= y <= other.top + other.height


@EVERY
def test_the_page_holds_a_named_button_and_a_list_item_for_each_mark(name, figures, corpus):
    marks = spots(figures[name])
    page = Marks(ip.show(figures[name], corpus).html)
    assert len(page.buttons) == len(page.items) == len(marks)
    notes = notes_of(figures[name])
    for button, mark in zip(page.buttons, marks, strict=True):
        assert re.search(r"“.+” \[[\w-]+ ¶\d+\]", button["name"])
        said = page.items[button["aria-describedby"]]
        for row, passage in sources(notes, mark, corpus)[:SHOWN]:
            assert passage.sentence in said and passage.citation in said and row[notes.key] in said


def test_the_right_sentence_lies_behind_the_mark(claims, corpus):
    page = Marks(ip.show(charts.stock_bounds(claims), corpus).html)
    (button,) = [button for button in page.buttons if "418" in button["name"]]
    assert button["name"] == "“418 parties and organizations” [dai-2002 ¶15]"
    said = page.items[button["aria-describedby"]]
    assert said.startswith("“By the end of 2001, 418 parties") and "dai-2002.15.418-parties-and-organizations" in said


def test_what_is_computed_stands_beside_the_sentence(claims, corpus):
    page = Marks(ip.show(charts.claim_against_number(claims), corpus).html)
    (button,) = [button for button in page.buttons if "group every day" in button["name"]]
    assert "1 × 365 = 365 a year" in page.items[button["aria-describedby"]]


def test_a_mark_of_many_sentences_shows_some_and_says_how_many(corpus, figures):
    page = Marks(ip.show(figures["attention"], corpus).html)
    many = [said for said in page.items.values() if "more sentences" in said]
    assert many
    for said in many:
        shown, rest = re.match(r"(\d+) sentences", said), re.search(r"and (\d+) more", said)
        assert int(shown[1]) == int(rest[1]) + SHOWN


def test_a_text_that_is_not_in_the_corpus_shows_its_words(claims):
    other = Corpus([ip.read_text("The party received 12 delegations in 1999.", id="x", date="2000")])
    page = Marks(ip.show(charts.stock_bounds(claims), other).html)
    assert any(said.startswith("“418 parties and organizations” [dai-2002 ¶15]") for said in page.items.values())


def test_a_mark_of_nothing_is_one_sentence(claims, corpus):
    fig = charts.stock_bounds(claims)
    fig.axes[0].plot([0], [400], "o", gid="nowhere.1.x")
    with pytest.raises(ip.InterpartyError, match=r"'nowhere\.1\.x', which is not among the rows"):
        ip.show(fig, corpus)


@EVERY
def test_paper_shows_each_sentence_of_a_list_once_and_none_that_is_in_the_table(name, figures, corpus):
    html, marks, notes = ip.show(figures[name], corpus).html, spots(figures[name]), notes_of(figures[name])
    table = Marks(re.sub(r"<summary.*", "", html, flags=re.DOTALL))
    again = dict(re.findall(r'<li id="([^"]+)"( class="ip-again")?', html))
    told, seen = [], set()
    for mark, item in zip(marks, table.items, strict=True):
        names = {row[notes.key] for row, _ in sources(notes, mark, corpus)[:SHOWN]}
        assert bool(again[item]) == (names <= seen), "left out on paper is what stood there before, and nothing else"
        told, seen = [*told, item], seen | names
    assert ("ip-in-table" in html.replace("@media print { .ip-in-table", "")) is not bool(notes.heads)
