"""Widgets on a page without a kernel: nbconvert shows the static twin, not an empty place."""

import nbformat
from nbconvert import HTMLExporter

from interparty.widgets import bounds_sandbox, reader


def test_a_published_page_holds_what_the_widgets_teach(claims, corpus, tmp_path):
    cells = []
    for widget in (reader(corpus, ("dai-2002", 15), claims=claims), bounds_sandbox(claims, corpus=corpus, folder=tmp_path)):
        data, metadata = widget._repr_mimebundle_()
        output = nbformat.v4.new_output("execute_result", data=data, metadata=metadata, execution_count=1)
        cells.append(nbformat.v4.new_code_cell("…", outputs=[output]))
    page, _ = HTMLExporter().from_notebook_node(nbformat.v4.new_notebook(cells=cells))
    assert "418 parties and organizations" in page
    assert "418, without a hedge. It counts parties and organizations" in page
    assert "What does" not in page and "Two floors cannot be ranked" in page
    assert page.count("<summary>Answer</summary>") == 18
