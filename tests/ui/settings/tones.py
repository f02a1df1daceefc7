"""Tones for the settings that ask no sound device."""

from __future__ import annotations

from facet_desktop.domain.cues import CueKind

NO_DEVICE = "No loudspeaker or headphones were found"


class FakeTones:
    """Remembers what was tried, and how often somebody looked for a loudspeaker."""

    def __init__(self) -> None:
        self.tried: list[CueKind] = []
        self.looks = 0

    def try_out(self, kind: CueKind) -> None:
        """Remember it."""
        self.tried.append(kind)

    def state(self) -> str:
        """As on a computer without sound."""
        self.looks += 1
        return NO_DEVICE
