"""The table of statistics: every row with its sentence, kinds told apart, the same on paper."""

import pytest

import interparty as ip
from interparty.widgets import statistics


@pytest.fixture(scope="module")
def table(claims, corpus):
    return statistics(claims, corpus)


def test_every_statistic_is_there_with_its_sentence_marked(table, claims):
    rows = table.view["rows"]
    assert sorted(row["id"] for row in rows) == sorted(claims["claim_id"])
    for row in rows:
        assert f'<mark class="ip-quote">{row["quote"]}</mark>' in row["marked"] or "&" in row["quote"]
        assert row["cite"].startswith(f"[{row['doc']} ¶")


def test_filters_offer_what_is_there_and_nothing_else(table, claims):
    offered = {name: [value for value, _ in values] for name, _, values in table.view["filters"]}
    for name in ("measure", "direction", "kind", "doc"):
        assert set(offered[name]) == set(claims[name])
    assert offered["kind"][:3] == ["stock", "flow", "rate"]


def test_time_is_a_moment_a_stretch_an_open_stretch_or_none(table):
    rows = {row["id"]: row for row in table.view["rows"]}
    stock = rows["dai-2002.15.418-parties-and-organizations"]
    flow = rows["dai-2002.15.more-than-800-delegations"]
    rate = rows["idcpc-2003.8.around-200-delegations"]
    none = rows["chen-2007.4.nearly-200-delegations"]
    assert stock["last"] - stock["first"] < 0.1 and 4.9 < flow["last"] - flow["first"] < 6.1
    assert rate["first"] is None and 2003 < rate["last"] < 2004
    assert none["last"] is None and none["when"] == "no time in its words"
    assert rows["dai-2002.6.more-than-40-delegations"]["part_of"] == "nearly 400 delegations"


def test_on_paper_every_sentence_stands(table, corpus, claims):
    page = table._repr_mimebundle_()[0]["text/html"]
    assert page.count("<tr>") == len(claims) + 1
    assert "43 statistics: 11 stocks" in page
    assert "By the end of 2001, 418 parties and organizations in 147 countries and regions had established contacts" in page


def test_nothing_to_show_is_one_sentence(claims):
    with pytest.raises(ip.InterpartyError, match="no statistic"):
        statistics(claims[:0])
