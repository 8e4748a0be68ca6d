"""The network of the Comintern years and its dates: each arrow has its word, each word its place, nothing drawn without."""

import io

import pytest

import interparty as ip
from interparty import charts
from interparty.charts.network import grouped
from interparty.charts.notes import notes_of
from interparty.html import Html

TABLES = ("comintern", "comintern-actors", "comintern-dates")


@pytest.fixture
def arrows(corpus):
    return ip.readings("comintern", corpus)


@pytest.mark.parametrize("name", TABLES)
def test_every_quotation_stands_in_its_paragraph_and_every_id_once(name, corpus):
    rows = ip.readings(name, corpus)
    assert len(rows) > 4 and rows["reading_id"].is_unique
    for row in rows.to_dict("records"):
        assert corpus[row["doc"]].text[row["start"] : row["end"]] == row["quote"]
        assert row["quote"] in corpus[row["doc"]].paragraphs[row["par"]].text
        assert row["reading"].endswith(".")


def test_a_solid_arrow_has_a_word_of_its_clause_and_no_other_has_one(arrows):
    assert set(arrows["line"]) == {"solid", "dashed", "none"}
    for row in arrows.to_dict("records"):
        words = row["word"].split(";") if row["word"] else []
        assert bool(words) == (row["line"] == "solid")
        assert all(word in row["quote"].split() for word in words)
        assert row["label"] in row["quote"] and bool(row["label"]) == (row["line"] != "none")
        assert bool(row["target"]) == (row["line"] != "none")


def test_the_years_of_the_dates_are_in_their_words(corpus):
    for row in ip.readings("comintern-dates", corpus).to_dict("records"):
        assert row["first"] in row["quote"] and row["last"] in row["quote"]


def test_alt_names_every_tie_with_its_word(arrows):
    notes = notes_of(charts.ego_network())
    assert notes.alt.startswith("Directed network of 9 actors.")
    assert "Communist International to CPC (attended, help, assigned)" in notes.alt
    assert "CPC to Communist International (posted)" in notes.alt
    assert "Dashed ties, where no word gives a direction: CPC and Communist International (member)" in notes.alt
    assert "Moscow" not in notes.alt
    assert all(row["label"] in notes.alt for row in arrows.to_dict("records"))
    assert "one actor only are not drawn: 1." in notes.caption


def test_the_department_alone_has_no_arrow(arrows):
    alt = notes_of(charts.ego_network(arrows[arrows["doc"] == "idcpc-2003"])).alt
    assert alt.startswith("Directed network of 2 actors. Dashed ties") and "Solid" not in alt


def test_the_drawing_follows_the_table(arrows):
    turned = arrows.copy()
    turned.loc[turned["reading_id"] == "posted", "line"] = "dashed"
    assert "CPC to Communist International" not in notes_of(charts.ego_network(turned)).alt
    assert len(grouped(arrows[arrows["line"] != "none"])) == 10


def test_the_data_table_has_every_reading_and_its_reason(arrows, corpus):
    shown = ip.show(charts.ego_network(), corpus)
    assert shown.claim_ids == tuple(arrows["reading_id"])
    for row in arrows.to_dict("records"):
        assert row["quote"].replace("&", "&amp;") in Html(shown.html)
    assert "not drawn: only one actor, CPC" in shown.html


def test_every_line_of_the_picture_names_its_readings(arrows):
    written = io.BytesIO()
    charts.ego_network().savefig(written, format="svg")
    for tie in grouped(arrows[arrows["line"] != "none"]):
        assert f'id="{" ".join(tie["ids"])}"' in written.getvalue().decode()


def test_dates_are_points_and_bars():
    alt = notes_of(charts.dated_moments()).alt
    assert alt.startswith("Timeline from 1921 to 1949.")
    assert "1937–1945, the War of Resistance [dai-2001 ¶5]" in alt and alt.endswith(
        "What it shows: between them the passages name no year."
    )


@pytest.mark.parametrize("chart", [charts.ego_network, charts.dated_moments])
def test_nothing_to_draw_is_one_sentence(chart, arrows):
    with pytest.raises(ip.InterpartyError, match="of the Comintern years"):
        chart(arrows.head(0))


def test_an_unknown_actor_is_one_sentence(arrows, corpus):
    actors = ip.readings("comintern-actors", corpus)
    with pytest.raises(ip.InterpartyError, match="'canada', who is not in the table of actors"):
        charts.ego_network(arrows, actors[actors["reading_id"] != "canada"])


@pytest.mark.parametrize("chart", [charts.ego_network, charts.dated_moments])
def test_letters_are_large_enough_and_inside_the_picture(chart):
    import matplotlib.pyplot as plt
    from matplotlib.text import Text

    fig = chart()
    assert plt.get_fignums() == []
    fig.savefig(io.BytesIO(), format="png")
    texts = [text for text in fig.findobj(Text) if text.get_text().strip() and text.get_visible()]
    assert len(texts) > 5
    for text in texts:
        assert text.get_fontsize() >= 10
        box = text.get_window_extent()
        assert fig.bbox.x0 <= box.x0 and box.x1 <= fig.bbox.x1 and fig.bbox.y0 <= box.y0 and box.y1 <= fig.bbox.y1


def test_lines_end_at_their_boxes_at_whatever_size_the_picture_is_saved():
    from matplotlib.patches import FancyArrowPatch

    fig, ends = charts.ego_network(), []
    lines = fig.findobj(FancyArrowPatch)
    assert len(lines) == 10
    for dpi in (100, 72):
        fig.set_dpi(dpi)
        fig.draw_without_rendering()
        ends.append([line.get_path().vertices[:3] for line in lines])
    for large, small in zip(*ends, strict=True):
        assert abs(large - small).max() < 0.05
