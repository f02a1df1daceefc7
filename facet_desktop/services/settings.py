"""Settings of this computer: who it is for, how it looks and sounds. Health data never lives here."""

from __future__ import annotations

from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from facet_desktop.domain.pain import Thresholds
from facet_desktop.domain.timeline import Pacing
from facet_desktop.domain.values import frozen
from facet_desktop.services.events import SettingsChanged

if TYPE_CHECKING:
    from facet_desktop.services.bus import EventBus


MOST_KEPT_UP = 20
"""The highest number of exercises a session above which the editor can be asked to speak up."""


class Role(StrEnum):
    """Whom this computer is for."""

    HOME = "home"
    CLINIC = "clinic"


class ThemeChoice(StrEnum):
    """The look."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@frozen
class Settings:
    """All settings with careful defaults. `text_scale` is 0.8 to 2.0, `volume` 0 to 1."""

    role: Role | None = None
    theme: ThemeChoice = ThemeChoice.LIGHT
    text_scale: float = 1.0
    reduced_motion: bool = False
    language: str | None = None
    current_patient: str | None = None
    pacing: Pacing = field(default_factory=Pacing)
    thresholds: Thresholds = field(default_factory=Thresholds)
    volume: float = 0.7
    muted_cues: frozenset[str] = frozenset()
    voice: bool = False
    room_view: bool = True
    """In full screen a session shows a few words only, to be read across a room."""
    clinic: str = ""
    """Name of the clinic, as it stands on paper."""
    kept_up_exercises: int | None = None
    """Exercises a session above which the editor speaks up; None takes the library's number."""


class SettingsStore(Protocol):
    """Where settings are kept."""

    def load(self) -> Settings:
        """The stored settings; defaults where nothing, or nothing sound, is stored."""
        ...

    def save(self, settings: Settings) -> None:
        """Stores the settings durably."""
        ...


class SettingsService:
    """Reads and changes the settings."""

    def __init__(self, store: SettingsStore, bus: EventBus) -> None:
        self._store = store
        self._bus = bus
        self._present = store.load()

    @property
    def present(self) -> Settings:
        """The settings as they stand."""
        return self._present

    def change(self, **fields: Any) -> Settings:
        """Changes some fields, stores them and tells the screens. Unknown names raise TypeError."""
        changed = replace(self._present, **fields)
        if changed != self._present:
            self._store.save(changed)
            self._present = changed
            self._bus.publish(SettingsChanged())
        return changed
