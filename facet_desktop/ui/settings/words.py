"""Words of the settings page."""

from __future__ import annotations

from facet_desktop.domain.cues import CueKind
from facet_desktop.services.wording.base import Wording
from facet_desktop.ui.voice.client import VoiceState


class SettingsWords(Wording):
    """Names of cues, sizes and limits."""

    def cue(self, kind: CueKind) -> str:
        """When a sound is heard."""
        return {
            CueKind.PREPARE: self.tr("Get ready"),
            CueKind.START: self.tr("Start of a set"),
            CueKind.HALFWAY: self.tr("Half-way through a hold"),
            CueKind.COUNTDOWN: self.tr("Last three seconds"),
            CueKind.SWITCH: self.tr("Change sides"),
            CueKind.REST: self.tr("Rest"),
            CueKind.DONE: self.tr("End of the session"),
            CueKind.BREATHE_IN: self.tr("Breathe in"),
            CueKind.BREATHE_OUT: self.tr("Breathe out"),
        }[kind]

    def voice(self, state: VoiceState) -> str:
        """Whether the voice works; empty while nobody has asked."""
        return {
            VoiceState.OFF: "",
            VoiceState.STARTING: self.tr("Looking for a voice\N{HORIZONTAL ELLIPSIS}"),
            VoiceState.READY: self.tr("A voice was found."),
            VoiceState.NONE: self.tr(
                "No voice was found on this computer. Words and tones lead you as before."
            ),
            VoiceState.STUCK: self.tr(
                "The voice of this computer did not answer in time. Words and tones lead you as before."
            ),
            VoiceState.ENDED: self.tr(
                "The voice of this computer stopped by itself. Words and tones lead you as before."
            ),
        }[state]

    def percent(self, share: float) -> str:
        """Such as "120 %"."""
        return f"{round(share * 100)}\N{NO-BREAK SPACE}%"

    def size(self, size_bytes: int) -> str:
        """Such as "12.4 MB"; a megabyte is a million bytes, as on the label of a disk."""
        if size_bytes < 1_000_000:
            return self.tr("%1 kB").replace("%1", str(max(1, round(size_bytes / 1000))))
        return self.tr("%1 MB").replace("%1", f"{size_bytes / 1_000_000:.1f}")

    def limits(self, green_max: int, amber_max: int) -> str:
        """What the present limits mean."""
        text = self.tr("0 to %1 is comfortable, %2 to %3 means watch, %4 and above means ease off.")
        numbers = (green_max, green_max + 1, amber_max, amber_max + 1)
        for place, number in enumerate(numbers, 1):
            text = text.replace(f"%{place}", str(number))
        return text
