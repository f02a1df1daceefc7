"""Puts labels beside vertical lines so that none covers another. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence

from facet_desktop.domain.values import frozen


@frozen
class Placed:
    """A label's left edge in pixels and its row, 0 at the top."""

    left_px: float
    row: int


def place_labels(
    lines_px: Sequence[float], widths_px: Sequence[float], room_px: float, gap_px: float, rows: int
) -> tuple[Placed | None, ...]:
    """A place for the label of each line, in the order given; None where every row is taken.

    A label stands right of its line; left of it where the right edge is too near. Lines come from left to
    right. Labels given later win no place from earlier ones.
    """
    taken: list[list[tuple[float, float]]] = [[] for _ in range(rows)]
    found: list[Placed | None] = []
    for line, width in zip(lines_px, widths_px, strict=True):
        placed = _first_free(taken, _sides(line, width, room_px, gap_px), width, gap_px)
        found.append(placed)
        if placed is not None:
            taken[placed.row].append((placed.left_px, placed.left_px + width))
    return tuple(found)


def _sides(line: float, width: float, room_px: float, gap_px: float) -> list[float]:
    right, left = line + gap_px, line - gap_px - width
    return [edge for edge in (right, left) if edge >= 0 and edge + width <= room_px]


def _first_free(
    taken: list[list[tuple[float, float]]], edges: list[float], width: float, gap_px: float
) -> Placed | None:
    for row, spans in enumerate(taken):
        for edge in edges:
            if all(edge + width + gap_px <= begin or edge >= end + gap_px for begin, end in spans):
                return Placed(edge, row)
    return None
