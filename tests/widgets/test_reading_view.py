"""The reader without a browser: marks, words, misprints, static twin."""

import re

import pytest

import interparty as ip
from interparty.widgets import reader

PASSAGES = [("dai-2002", 15), ("idcpc-2003", 8), ("idcpc-2003", 11)]


def plain(html):
    """The text of a piece of HTML, without the signs of the marks and without emended readings."""
    html = re.sub(r"<sup.*?</sup>|<ins.*?</ins>|<span class=\"ip-cite\">.*?</span>", "", html)
    return re.sub(r"<[^>]+>", "", html).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def test_the_text_is_there_to_the_letter(corpus, claims):
    view = reader(corpus, claims=claims).view
    count = 0
    for shown in view["paragraphs"]:
        paragraph = corpus[shown["doc"]].paragraphs[shown["par"]]
        assert plain(shown["html"]).rstrip(" ") == paragraph.text.rstrip(" ")
        assert f"[{shown['doc']} ¶{shown['par']}]" in shown["html"]
        count += 1
    assert count == sum(len(document.paragraphs) for document in corpus)


def test_every_claim_has_a_mark_with_its_words(corpus, claims):
    view = reader(corpus, claims=claims).view
    told = [claim for shown in view["paragraphs"] for claim in shown["claims"]]
    assert sorted(claim["id"] for claim in told) == sorted(claims["claim_id"])
    html = "".join(shown["html"] for shown in view["paragraphs"])
    marked = " ".join(re.findall(r'data-n="([\d ]+)"', html)).split()
    assert marked == [str(claim["n"]) for claim in told]


def test_a_mark_tells_value_hedge_direction_and_period(corpus, claims):
    told = reader(corpus, ("dai-2002", 15), claims=claims).view["paragraphs"][0]["claims"]
    assert told[0]["words"] == (
        "“nearly 400 delegations” [dai-2002 ¶15]: not quite 400: a ceiling, with no lower limit. It counts delegations sent; "
        "flow; 1997 to 2002, in the text “Over the past five years”."
    )


def test_hedges_differ_in_sign_and_underline_not_in_colour_alone(corpus, claims):
    html = reader(corpus, ("dai-2002", 15), claims=claims).view["paragraphs"][0]["html"]
    for sign, line in (("↓1", "dotted"), ("↑2", "dashed"), ("=3", "solid")):
        mark = next(piece for piece in re.findall(r"<mark.*?</mark>", html) if sign in piece)
        assert f"underline {line}" in mark and "color:#000" in mark


def test_overlapping_claims_share_a_mark(corpus, claims):
    double = claims[(claims["doc"] == "dai-2002") & (claims["par"] == 15)].iloc[[0, 0]].reset_index(drop=True)
    double.loc[1, "end"] += 5
    shown = reader(corpus, ("dai-2002", 15), claims=double).view["paragraphs"][0]
    assert shown["html"].count("<mark") == 1 and 'data-n="1 2"' in shown["html"]
    assert plain(shown["html"]).rstrip(" ") == corpus["dai-2002"].paragraphs[15].text.rstrip(" ")


def test_misprints_are_shown_in_both_forms_and_listed(corpus, claims):
    view = reader(corpus, ("idcpc-2003", 11), claims=claims).view
    assert '<span class="ip-printed">£¬</span><ins class="ip-emended" hidden>, </ins>' in view["paragraphs"][0]["html"]
    assert any("£¬" in line and "[idcpc-2003 ¶11]" in line for line in view["changes"])


def test_a_text_of_ones_own_has_no_emendations(claims):
    document = ip.read_text("The Party£¬it says, met 5 groups.", id="own")
    own = {"own": document}
    assert reader(own, "own", claims=claims).view["changes"] == []


def test_live_and_static_in_one_output(corpus, claims):
    data, _ = reader(corpus, PASSAGES, claims=claims)._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data
    assert data["text/html"].count("<mark") == data["text/html"].count("<li value") == 8
    assert "£¬the Party's" in data["text/html"] and "<ins" not in data["text/html"]


@pytest.mark.parametrize(
    ("passages", "words"),
    [
        ([("dai-2002", 99)], "dai-2002 has no paragraph 99: its paragraphs are numbered from 0 to 17"),
        ([("dai-2002", -1)], "has no paragraph -1"),
        ("nowhere", "There is no text called 'nowhere'"),
        ([("nowhere", 1)], "There is no text called 'nowhere'"),
        ([3], "3 is no passage"),
        (3, "takes a text such as"),
        ([("dai-2002", "x")], "is no passage"),
    ],
)
def test_a_wrong_passage_is_one_sentence(corpus, claims, passages, words):
    with pytest.raises(ip.InterpartyError, match=re.escape(words)):
        reader(corpus, passages, claims=claims)
