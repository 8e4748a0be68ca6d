"""The HTML figure: picture, alt text, caption, table with claim ids and sentences."""

import base64
from html.parser import HTMLParser

import pytest
from matplotlib.figure import Figure

import interparty as ip
from interparty import charts
from interparty.html import el


class Outline(HTMLParser):
    """Tags, attributes and text of a piece of HTML; fails on a tag that is not closed."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text, self.open = [], [], []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("img", "br", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


@pytest.fixture
def shown(claims, corpus):
    return ip.show(charts.stock_bounds(claims), corpus)


def test_one_figure_with_picture_alt_and_caption(shown):
    bundle = shown._repr_mimebundle_()
    assert set(bundle) == {"text/html", "text/plain"}
    tags = Outline(bundle["text/html"]).tags
    names = [name for name, _ in tags]
    assert names.count("figure") == names.count("img") == names.count("figcaption") == names.count("details") == 1
    image = next(attributes for name, attributes in tags if name == "img")
    assert image["alt"] == bundle["text/plain"] == shown.alt
    head, _, data = image["src"].partition(",")
    assert head == "data:image/svg+xml;base64"
    assert b"<svg" in base64.b64decode(data)[:1000]


def test_the_table_names_each_claim_and_its_sentence(shown, corpus):
    outline = Outline(shown.html)
    assert [a["scope"] for name, a in outline.tags if name == "th"].count("row") == len(shown.claim_ids) == 10
    assert [a["scope"] for name, a in outline.tags if name == "th"].count("col") == 5
    text = "".join(outline.text)
    for claim_id in shown.claim_ids:
        assert claim_id in text
    assert "By the end of 2001, 418 parties and organizations in 147 countries and regions had established contacts" in text
    assert "more than 400: a floor, with no upper limit" in text


def test_the_same_data_give_the_same_bytes(claims, corpus, shown):
    assert ip.show(charts.stock_bounds(claims), corpus).html == shown.html


def test_every_mark_of_the_picture_carries_its_claim_id(shown):
    picture = base64.b64decode(shown.html.split("base64,")[1].split('"')[0]).decode()
    for claim_id in shown.claim_ids:
        assert f'id="{claim_id}"' in picture


@pytest.mark.parametrize("other", [Figure(), None, "chart"])
def test_a_figure_of_someone_else_is_one_sentence(other):
    with pytest.raises(ip.InterpartyError, match=r"show\(\) takes a chart made by interparty\.charts"):
        ip.show(other)


def test_text_never_becomes_markup():
    assert el("p", "<b>&", title='"x" <y>') == '<p title="&quot;x&quot; &lt;y&gt;">&lt;b&gt;&amp;</p>'
