"""Base of the pages of the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facet_desktop.services.events import DraftSaved, Event
from facet_desktop.ui.metrics import SPACE_S

if TYPE_CHECKING:
    from facet_desktop.services.playing import PlayedSession
    from facet_desktop.ui.theme import Look


_SIDE_PX = 28


def side_px(look: Look) -> int:
    """The margin at both sides of a page; huge text needs the room itself."""
    return SPACE_S if look.is_huge_text else _SIDE_PX


class Page(QWidget):
    """A page that the window shows one at a time.

    A page asks for things by signals and never reaches for the window. It reads its data in `refresh`,
    which is called when the page is shown and when an event concerns it; a hidden page is only marked stale.
    """

    reads_on_open = False
    """Whether the page reads its data each time it is opened, because a new day alone changes it."""

    navigate = Signal(str)
    """Asks for another page by its key."""
    play = Signal(object)
    """Asks to play a PlayedSession."""
    status = Signal(str)
    """A short message for the person, shown for a few seconds."""

    def refresh(self) -> None:
        """Reads again what the page shows."""

    def concerns(self, event: Event) -> bool:
        """Whether this page shows something else after an event; by default after all but saved drafts."""
        return not isinstance(event, DraftSaved)

    def leave(self) -> bool:
        """Called before another page is shown; False keeps this one (something is still open)."""
        return True

    def start_playing(self, session: PlayedSession) -> None:
        """Emits `play`; here so that pages share one spelling."""
        self.play.emit(session)
