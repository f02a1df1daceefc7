"""Words of the settings page."""

from __future__ import annotations

from facet_desktop.domain.cues import CueKind
from facet_desktop.domain.pain import Thresholds
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

    def limits(self, limits: Thresholds) -> str:
        """What the present limits mean."""
        level = self.tr("0 to %1 is comfortable, %2 to %3 means watch, %4 and above means ease off.")
        green, amber, stop = limits.green_max, limits.amber_max, limits.stop_from
        rise = self.tr("A rise of %1 is comfortable, of %2 means watch, of %3 means ease off.")
        low, high = limits.green_rise_max, limits.amber_rise_max
        return " ".join(
            (
                self._filled(level, green, green + 1, amber, amber + 1),
                self._filled(self.tr("From %1 on the session stops."), stop),
                self._filled(rise, low, high, high + 1),
            )
        )

    def _filled(self, text: str, *numbers: int) -> str:
        for place, number in enumerate(numbers, 1):
            text = text.replace(f"%{place}", str(number))
        return text
