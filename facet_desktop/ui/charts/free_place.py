"""Where words fit between the marks of a chart. Numbers only, in pixels with y downwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facet_desktop.domain.values import frozen


@frozen
class Stroke:
    """A straight piece of a line with its half width; a point has both ends in one place."""

    x1: float
    y1: float
    x2: float
    y2: float
    radius: float

    def covers(self, top: float, bottom: float) -> tuple[float, float] | None:
        """From where to where it crosses a strip; None where it stays outside."""
        top, bottom = top - self.radius, bottom + self.radius
        x1, y1, x2, y2 = self.x1, self.y1, self.x2, self.y2
        if y1 > y2:
            x1, y1, x2, y2 = x2, y2, x1, y1
        if y2 < top or y1 > bottom:
            return None
        slope = (x2 - x1) / (y2 - y1) if y2 > y1 else 0.0
        ends = (x1, x2)
        if y2 > y1:
            ends = (x1 + slope * (max(y1, top) - y1), x1 + slope * (min(y2, bottom) - y1))
        return min(ends) - self.radius, max(ends) + self.radius


@frozen
class Strip:
    """A part of a chart as high as the words."""

    left: float
    right: float
    top: float
    bottom: float

    def first_gap(self, width: float, strokes: Iterable[Stroke]) -> float | None:
        """The left edge of the first gap of that width between the strokes, or None."""
        start = self.left
        for begins, ends in sorted(self._covered(strokes)):
            if begins - start >= width:
                break
            start = max(start, ends)
        return start if self.right - start >= width else None

    def _covered(self, strokes: Iterable[Stroke]) -> Iterator[tuple[float, float]]:
        for stroke in strokes:
            covered = stroke.covers(self.top, self.bottom)
            if covered is not None:
                yield covered
