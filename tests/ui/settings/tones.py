"""Tones for the settings that ask no sound device."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from facet_desktop.domain.cues import CueKind

NO_DEVICE = "No loudspeaker or headphones were found"


class FakeTones(QObject):
    """Remembers what was tried, and how often somebody looked for a loudspeaker."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = NO_DEVICE
        self.tried: list[CueKind] = []
        self.looks = 0

    def try_out(self, kind: CueKind) -> None:
        """Remember it."""
        self.tried.append(kind)

    def prepare(self) -> None:
        """Count it."""
        self.looks += 1

    def state(self) -> str:
        """As on a computer without sound, unless told otherwise."""
        return self.words
