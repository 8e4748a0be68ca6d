"""What a learner's cell shows, made harmless: a grader opens it in a browser that may change marks.

Only plain text, PNG and JPEG pictures and a small set of HTML tags are kept; scripts, styles that load something, links into
the page of the grader and widgets are dropped. Everything is built anew from its parts: nothing is passed on as it came.
"""

from __future__ import annotations

import base64
import binascii
import re

from bleach.css_sanitizer import CSSSanitizer
from bleach.sanitizer import Cleaner
from nbformat.v4 import new_output

_TAGS = """a abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i
img li mark ol p pre q s small span strong sub summary sup table tbody td tfoot th thead tr u ul var""".split()
_PLAIN_ATTRIBUTES = {"title", "alt", "colspan", "rowspan", "scope", "open", "style", "role", "aria-label", "aria-hidden", "lang"}
_PICTURE = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=\s]*")
_CSS = (
    "color background-color border border-left border-collapse padding margin text-align vertical-align width max-width height "
    "max-height font-weight font-style font-size line-height white-space overflow-x"
).split()
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f]")
CUT = "\n… more output was cut off here.\n"


def _allowed(tag: str, name: str, value: str) -> bool:
    if tag == "img" and name == "src":
        return _PICTURE.fullmatch(value) is not None
    if tag == "a" and name == "href":
        return re.match(r"https?://", value) is not None
    return name in _PLAIN_ATTRIBUTES


_CLEANER = Cleaner(
    tags=set(_TAGS),
    attributes=_allowed,
    protocols={"http", "https", "data"},
    strip=True,
    css_sanitizer=CSSSanitizer(allowed_css_properties=_CSS, allowed_svg_properties=[]),
)


def clean_html(html: str) -> str:
    """HTML without anything that could act."""
    return _CLEANER.clean(html)


def plain(text: object) -> str:
    """Text that can stand in a notebook: no control characters but colours, no half characters."""
    text = text if type(text) is str else ""
    return _CONTROL.sub("", text).encode("utf-8", "replace").decode("utf-8")


def _picture(data: object) -> str | None:
    try:
        return base64.b64encode(base64.b64decode(data, validate=False)).decode() if type(data) is str else None
    except (binascii.Error, ValueError):
        return None


def harmless(kind: str, content: dict, most: int) -> object | None:
    """One output of a kernel as a notebook output.

    Parameters
    ----------
    kind : str
        Type of the message: stream, display_data, execute_result or error; other types give None.
    content : dict
        The message's content, of any shape.
    most : int
        Characters that may be kept of it.

    Returns
    -------
    NotebookNode or None
        None where nothing is left to be shown.
    """
    if kind == "stream":
        text = plain(content.get("text"))
        name = "stderr" if content.get("name") == "stderr" else "stdout"
        return new_output("stream", name=name, text=text if len(text) <= most else text[:most] + CUT) if text else None
    if kind == "error":
        lines = content.get("traceback")
        lines = [plain(line)[:2000] for line in lines[-30:]] if type(lines) is list else []
        named = {name: plain(content.get(name))[:500] for name in ("ename", "evalue")}
        return new_output("error", traceback=lines, **named)
    if kind not in ("display_data", "execute_result"):
        return None
    data = content.get("data")
    kept = _kept(data, most) if type(data) is dict else {}
    # Always display_data: an execute_result is what nbgrader reads points from, and those are not a learner's to write.
    return new_output("display_data", data=kept) if kept else None


def _kept(data: dict, most: int) -> dict[str, str]:
    kept = {}
    for kind in ("image/png", "image/jpeg"):
        picture = _picture(data.get(kind))
        if picture and len(picture) <= most:
            kept[kind] = picture
    html, text = data.get("text/html"), plain(data.get("text/plain"))
    if type(html) is str and len(html) <= most:
        kept["text/html"] = clean_html(plain(html))
    elif type(data.get("text/markdown")) is str and not text:
        text = plain(data["text/markdown"])
    if text:
        kept["text/plain"] = text if len(text) <= most else text[:most] + CUT
    return kept
