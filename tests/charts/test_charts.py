"""What a chart says in words, and that it says it from the frame."""

import io

import pytest

import interparty as ip
from interparty import charts
from interparty.charts.marks import INK
from interparty.charts.notes import notes_of

ALL = (charts.stock_bounds, charts.nested_subsets, charts.claim_against_number)


@pytest.fixture
def mine(claims):
    """A copy that a test may change."""
    return claims.copy()


def row_of(claims, **wanted):
    """The index of the one claim with these columns."""
    found = claims
    for column, value in wanted.items():
        found = found[found[column] == value]
    assert len(found) == 1, f"{len(found)} claims with {wanted}"
    return found.index[0]


@pytest.mark.parametrize("chart", ALL)
def test_a_chart_keeps_out_of_pyplot(chart, claims):
    import matplotlib.pyplot as plt

    before = plt.get_fignums()
    chart(claims)
    assert plt.get_fignums() == before


@pytest.mark.parametrize("chart", ALL)
def test_alt_names_the_kind_of_chart_and_what_it_shows(chart, claims):
    notes = notes_of(chart(claims))
    assert notes.alt.split(".")[0].startswith(("Bounds plot", "Nested boxes", "Bar chart"))
    for claim in notes.claims.to_dict("records"):
        assert claim["claim_id"] in set(claims["claim_id"])
        if claim["value"] == claim["value"]:
            assert f"{claim['value']:,.0f}" in notes.alt


def test_the_stock_says_what_its_figures_allow(claims):
    alt = notes_of(charts.stock_bounds(claims)).alt
    assert "no change at all; 418 fits them all, if “about 400” may reach so far" in alt
    assert "one change is certain: from 147 (December 2001) to more than 160 (c.\u00a02007), a rise of more than 13" in alt
    assert "c.\u00a02007 (date inferred)" in alt


def test_the_statement_changes_with_the_data(mine):
    exact = row_of(mine, doc="dai-2002", measure="parties_in_contact", hedge="exact")
    later = row_of(mine, doc="chen-2007", measure="parties_in_contact")
    mine.loc[exact, ["value", "low", "high"]] = 390.0
    assert "for parties and organizations: one change is certain" not in notes_of(charts.stock_bounds(mine)).alt
    mine.loc[later, ["value", "low"]] = 395.0
    assert "from 390 (December 2001) to more than 395" in notes_of(charts.stock_bounds(mine)).alt


def test_one_measure_alone(claims):
    notes = notes_of(charts.stock_bounds(claims, "countries_in_contact"))
    assert set(notes.claims["measure"]) == {"countries_in_contact"}
    assert list(notes.claims["period_start"]) == sorted(notes.claims["period_start"])


def test_parts_lie_inside_and_what_is_not_said_to_be_a_part_does_not(mine):
    alt = notes_of(charts.nested_subsets(mine)).alt
    assert "“nearly 400” in all, containing “more than 40”, “nearly 30”, which may overlap one another" in alt
    assert "“more than 800” in all, and “nearly 50”, “hundreds”, which may lie partly outside" in alt
    total = row_of(mine, doc="dai-2002", measure="delegations_received", hedge="at_least")
    part = row_of(mine, doc="dai-2002", measure="delegations_received", hedge="nearly")
    mine.loc[part, "subset_of"] = mine.loc[total, "claim_id"]
    assert "“more than 800” in all, containing “nearly 50”, and “hundreds”" in notes_of(charts.nested_subsets(mine)).alt


def test_every_day_is_reckoned_against_the_printed_figures(mine):
    notes = notes_of(charts.claim_against_number(mine))
    assert notes.alt.count("1 × 365 = 365 a year") == 2
    assert "received, 365 is 1.82 times 200" in notes.alt
    assert "sent abroad, 365 is 3.65 times 100" in notes.alt
    assert len(notes.computed) == 2
    mine.loc[row_of(mine, doc="idcpc-2003", quote="around 200 delegations"), "value"] = 365.0
    assert "received" not in notes_of(charts.claim_against_number(mine)).alt.split("What it shows")[1]


@pytest.mark.parametrize("chart", ALL)
def test_nothing_to_draw_is_one_sentence(chart, claims):
    with pytest.raises(ip.InterpartyError, match="load_corpus"):
        chart(claims[claims["doc"] == "zhong-2007"])


@pytest.mark.parametrize("chart", ALL)
def test_letters_are_large_enough_and_inside_the_picture(chart, claims):
    """At 100 dots an inch the picture is as wide as the output column, so points are points on the page."""
    from matplotlib.text import Text

    fig = chart(claims)
    fig.savefig(io.BytesIO(), format="png")
    frame = fig.bbox
    texts = [text for text in fig.findobj(Text) if text.get_text().strip() and text.get_visible()]
    assert len(texts) > 5
    for text in texts:
        assert text.get_fontsize() >= 10
        box = text.get_window_extent()
        assert frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 <= box.y0 and box.y1 <= frame.y1, text.get_text()


def test_colours_stand_out_against_white():
    from matplotlib.colors import to_rgb

    def luminance(colour):
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    assert len(INK) == 4
    for colour in INK.values():
        assert 1.05 / (luminance(colour) + 0.05) >= 3
