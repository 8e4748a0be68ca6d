"""HTML made without string surgery: every text is escaped unless it is already ``Html``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape


class Html(str):
    """Text that is already HTML and is not escaped again."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


VOID = frozenset({"img", "br", "hr", "input"})


def el(name: str, *children, **attributes) -> Html:
    """One element.

    Parameters
    ----------
    name : str
        The tag.
    *children : str, Html, None or an iterable of these
        Plain text is escaped; None is left out.
    **attributes
        ``class_`` and ``for_`` lose the underscore, other underscores become hyphens; None or False leaves the
        attribute out, True writes it without a value.

    >>> el("th", "a & b", scope="row")
    '<th scope="row">a &amp; b</th>'
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children) -> Html:
    """Several pieces one after the other, escaped as in ``el``."""
    return Html("".join(_child(child) for child in children))


def stressed(text: str) -> Html:
    """Plain text in which words between asterisks become emphasis.

    >>> stressed("*nearly* 400")
    '<em>nearly</em> 400'
    """
    pieces = re.split(r"\*([^*]+)\*", text)
    return join(*(el("em", piece) if place % 2 else piece for place, piece in enumerate(pieces)))


def table(caption: str, heads: Iterable[str], rows: Iterable[Iterable], **attributes) -> Html:
    """A data table with a caption; the first cell of each row names the row (``<th scope="row">``).

    Parameters
    ----------
    caption : str
        What the table holds.
    heads : iterable of str
        Column heads.
    rows : iterable of iterables
        Cells, plain text or Html.
    **attributes
        Of the table, as in ``el``.
    """
    heads, rows = list(heads), [list(row) for row in rows]
    looks = [_cell([head, *(row[column] for row in rows if column < len(row))]) for column, head in enumerate(heads)]
    body = [
        el("tr", [el("td" if n else "th", value, scope=None if n else "row", style=looks[n]) for n, value in enumerate(row)])
        for row in rows
    ]
    return el(
        "table",
        el("caption", caption, style="text-align:left;padding:4px 8px;max-width:74vw"),
        el("thead", el("tr", [el("th", head, scope="col", style=look) for head, look in zip(heads, looks, strict=True)])),
        el("tbody", body),
        **attributes,
    )


#: the longest text of a column, in characters → how narrow it may become, in em: sentences get room, figures take none
_ROOM = {12: 0, 30: 7.5, 80: 11, 100_000: 16}
_TAG = re.compile(r"<[^>]*>")


def _cell(column: list) -> str:
    """The style of the cells of one column."""
    longest = max(len(_TAG.sub("", join(value))) for value in column)
    room = next(room for most, room in _ROOM.items() if longest <= most or most == max(_ROOM))
    return "text-align:left;vertical-align:top;white-space:normal;padding:3px 8px" + (f";min-width:{room}em" if room else "")


def _attribute(key: str, value) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value), quote=True)}"'


def _child(child) -> str:
    if child is None:
        return ""
    if isinstance(child, Html):
        return str(child)
    if isinstance(child, str):
        return escape(child, quote=False)
    if isinstance(child, Iterable):
        return join(*child)
    return escape(str(child), quote=False)
