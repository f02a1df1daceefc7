"""Where moving figures come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from facet_desktop.domain.figure.movement import Movement


class FigureSource(Protocol):
    """Movements by the slug of their exercise."""

    def find(self, slug: str) -> Movement | None:
        """The movement, or None where there is none or its file is unsound."""
        ...

    def still(self, slug: str) -> bytes | None:
        """A picture as PNG or JPEG for an exercise without a movement, or None."""
        ...
