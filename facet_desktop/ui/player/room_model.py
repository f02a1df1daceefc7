"""What is shown across a room: four things to read and one to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.ui.player.models import FigureModel


@frozen
class CountWords:
    """Such as "Set", "2" and "of 3"; only the number is written large."""

    before: str
    number: str
    after: str


@frozen
class RoomModel:
    """Name, count, time and cue; `count` is None where there is nothing to count."""

    title: str
    count: CountWords | None
    time: str
    cue: str
    figure: FigureModel | None
