"""Where the marks of a chart stand in its picture, and what each of them rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch
from matplotlib.path import Path
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox

from .notes import ids_of, notes_of

#: inches, at 100 dots an inch: no mark is harder to hit than this (WCAG 2.2 asks for 24 dots)
SMALLEST = 0.26


@dataclass(frozen=True)
class Spot:
    """One mark of a chart.

    Parameters
    ----------
    gid : str
        Its name in the picture.
    ids : tuple of str
        The claims or readings it stands for.
    left, top, width, height : float
        Its place, as shares of the picture counted from the upper left corner.
    """

    gid: str
    ids: tuple[str, ...]
    left: float
    top: float
    width: float
    height: float

    @property
    def area(self) -> float:
        """Share of the picture that it covers."""
        return self.width * self.height


def spots(fig: Figure) -> list[Spot]:
    """The marks of a chart, in the order of its data.

    Artists that carry the same ``gid`` are one mark: a point and its label, the slices of a soft band.

    Parameters
    ----------
    fig : Figure
        From one of the functions of ``interparty.charts``.

    Returns
    -------
    list of Spot
        Without what lies wholly outside the picture.
    """
    notes = notes_of(fig)
    fig.draw_without_rendering()
    boxes: dict[str, list[Bbox]] = {}
    for artist in fig.findobj(lambda artist: bool(artist.get_gid())):
        boxes.setdefault(artist.get_gid(), []).extend(_boxes(artist))
    order = {name: place for place, name in enumerate(dict.fromkeys(notes.ids))}
    found = []
    for gid, parts in boxes.items():
        ids = notes.stands_for[gid] if gid in notes.stands_for else ids_of(gid)
        box = Bbox.intersection(Bbox.union(parts), fig.bbox) if parts else None
        if ids and box is not None:
            found.append(Spot(gid, tuple(ids), *_shares(box, fig)))
    return sorted(found, key=lambda spot: order.get(spot.ids[0], len(order)))


def _boxes(artist: Artist) -> Iterator[Bbox]:
    """What of an artist can be pointed at. Of a slanting arrow only the middle: its frame would cover half the chart."""
    arrow = artist.arrow_patch if isinstance(artist, Annotation) and artist.arrow_patch else artist
    box = arrow.get_window_extent()
    if isinstance(arrow, FancyArrowPatch) and min(box.width, box.height) > SMALLEST * artist.figure.dpi:
        yield _middle(arrow)
    else:
        yield box
    if arrow is not artist and artist.get_text():
        yield Text.get_window_extent(artist)


def _middle(arrow: FancyArrowPatch) -> Bbox:
    """The middle of the shaft, a straight line or a curve with one point of control."""
    path = arrow.get_transform().transform_path(arrow.get_path())
    ends = [place for place, code in enumerate(path.codes) if code == Path.MOVETO] + [len(path.vertices)]
    shaft = path.vertices[: ends[1]]
    middle = (shaft[0] + 2 * shaft[1] + shaft[2]) / 4 if len(shaft) == 3 else shaft.mean(axis=0)
    return Bbox([middle, middle])


def _shares(box: Bbox, fig: Figure) -> tuple[float, float, float, float]:
    """Left, top, width, height of a box in shares of the picture; grown to the smallest size and kept inside."""
    wide, high = fig.bbox.width, fig.bbox.height
    least = SMALLEST * fig.dpi
    width, height = (min(max(side, least), limit) for side, limit in ((box.width, wide), (box.height, high)))
    left = min(max((box.x0 + box.x1 - width) / 2, 0), wide - width)
    top = min(max(high - (box.y0 + box.y1 + height) / 2, 0), high - height)
    return left / wide, top / high, width / wide, height / high
