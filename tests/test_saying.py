"""Computed sentences: claims quoted with their place, bounds with their hedge, and nothing said without its figure."""

import pytest

import interparty as ip

TOTAL = "idcpc-2003.7.over-4500-delegations-and-groups"


def test_claims_bounds_and_numbers(claims):
    total = ip.bounds(claims.set_index("claim_id").loc[TOTAL], strict=True)
    said = ip.say("{a}: {b}, over {n} years.", claims, a=TOTAL, b=total.per(25), n=25)
    assert str(said) == "“over 4,500 delegations and groups” [idcpc-2003 ¶7]: more than 180 a year, over 25 years."
    page = said._repr_html_()
    assert f'<strong title="{TOTAL}">“over 4,500 delegations and groups” [idcpc-2003 ¶7]</strong>' in page
    assert '<strong title="computed">more than 180 a year</strong>' in page
    assert "&lt;b&gt;" in ip.say("<b> {n}", n=1)._repr_html_()


@pytest.mark.parametrize(
    ("template", "figures", "sentence"),
    [
        ("It grew by {more}.", {}, "'more' stands only in one of them"),
        ("It grew.", {"more": 3}, "'more' stands only in one of them"),
        ("It grew by {more}.", {"more": "dai-2002.15.nothing"}, "There is no claim 'dai-2002.15.nothing'"),
    ],
)
def test_a_sentence_that_does_not_fit_its_figures_is_one_sentence(claims, template, figures, sentence):
    with pytest.raises(ip.InterpartyError, match=sentence):
        ip.say(template, claims, **figures)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\nWrite here.\n", "Nothing is written yet."),
        ("...", "Nothing is written yet."),
        ("Yes.", "1 word"),
        ("So it is.", "3 words"),
    ],
)
def test_words_are_counted_once_there_are_any(text, said):
    assert ip.count_words(text) == said
