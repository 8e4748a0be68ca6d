"""Whatever a public function is given, a learner reads a sentence of ours: never a traceback."""

import pandas as pd
import pytest

import interparty as ip
from interparty.given import explained

CORPUS = ip.load_corpus()
CLAIMS = ip.claims(CORPUS)
JUNK = {
    "a number": 3,
    "words": "zz",
    "None": None,
    "no rows": CLAIMS.head(0),
    "another table": pd.DataFrame({"a": [1]}),
    "the corpus": CORPUS,
    "a row": CLAIMS.iloc[0],
    "claims": CLAIMS,
    "a list": [1, "b"],
}
PUBLIC = {
    f"{home.__name__}.{name}": getattr(home, name)
    for home in (ip, ip.charts, ip.widgets)
    for name in home.__all__
    if callable(getattr(home, name)) and not isinstance(getattr(home, name), type)
}


def test_there_is_something_to_try():
    assert len(PUBLIC) > 60


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK)
@pytest.mark.parametrize("function", PUBLIC.values(), ids=PUBLIC)
def test_junk_gets_a_sentence_or_does_no_harm(function, junk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    try:
        function(junk)
    except ip.InterpartyError as error:
        assert str(error).endswith((".", "?")) and "\n" not in str(error)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: ip.charts.stock_bounds(CORPUS), "needs a table of claims, not a corpus: try stock_bounds(ip.claims(corpus))."),
        (lambda: ip.charts.stock_bounds(CLAIMS[["doc"]]), "not a table without the column 'claim_id'"),
        (lambda: ip.charts.ego_network(CLAIMS), "this table has no column 'line': try ego_network(ip.readings(\"comintern\"))."),
        (
            lambda: ip.bounds(CLAIMS),
            "one row of the claims table, not a whole table of claims: try bounds(claims.iloc[0]).",
        ),
        (lambda: ip.widgets.denominator_dial(CLAIMS, corpus=CLAIMS), "needs the texts, not a whole table of claims"),
        (lambda: ip.correct(CORPUS), "write correct(corpus, claim_id, who=…, why=…)."),
        (lambda: ip.progress(3), "write progress()."),
    ],
)
def test_the_sentence_says_what_to_write(call, sentence):
    with pytest.raises(ip.InterpartyError) as told:
        call()
    assert sentence in str(told.value)


def test_a_mistake_of_ours_is_not_explained_away():
    @explained
    def ours(claims):
        return {}["nowhere"] if len(claims) else claims

    with pytest.raises(KeyError):
        ours(CLAIMS.rename(columns={"unit": "nowhere"}))
    assert len(ours(CLAIMS.head(0))) == 0


def test_name_and_documentation_stay():
    assert ip.charts.stock_bounds.__name__ == "stock_bounds"
    assert "Parameters" in ip.charts.stock_bounds.__doc__
