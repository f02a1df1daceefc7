"""Settings of this computer. Every change acts at once and is stored at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.domain.errors import StorageError
from facet_desktop.domain.plan_advice import MANY_EXERCISES
from facet_desktop.resources import resources_dir
from facet_desktop.services.events import Event, SettingsChanged
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import SPACE_L, SPACE_XL
from facet_desktop.ui.page import Page, side_px
from facet_desktop.ui.player.sounds import CueSounds
from facet_desktop.ui.settings.data_section import DataSection
from facet_desktop.ui.settings.sections import LookSection, RoleSection
from facet_desktop.ui.settings.sound_section import SoundSection, Tones
from facet_desktop.ui.settings.training_sections import BreathSection, EditorSection, PaceSection, PainSection
from facet_desktop.ui.settings.voice_section import VoiceSection
from facet_desktop.ui.voice.client import VoiceClient
from facet_desktop.ui.widgets.cards import PageHeader
from facet_desktop.ui.widgets.scroll import PlainScrollArea

_WIDTH_PX = 760


class SettingsPage(Page):
    """Sections one below the other; each hands its change to the settings service."""

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None = None,
        *,
        make_voice: Callable[[], VoiceClient] = VoiceClient,
        make_tones: Callable[[], Tones] | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        look = context.theme
        self.setObjectName("settings_page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._sections = (
            RoleSection(look, self._change),
            LookSection(look, self._change),
            SoundSection(look, self._change, make_tones or self._tones),
            VoiceSection(look, self._change, make_voice),
            PaceSection(look, self._change),
            BreathSection(look, self._change),
            PainSection(look, self._change),
            EditorSection(
                look,
                self._change,
                lambda: context.services.library.library.plan_advice.get(MANY_EXERCISES),
            ),
        )
        self._data = DataSection(look, context.data_dir)
        self._sheet = QWidget(self)
        self._column = column = QVBoxLayout(self._sheet)
        column.setSpacing(SPACE_L)
        column.addWidget(PageHeader(self.tr("Settings"), self.tr("Changes act at once."), self))
        for section in (*self._sections, self._data):
            column.addWidget(section)
        column.addStretch(1)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sheet, 20)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(PlainScrollArea(holder, self))
        look.changed.connect(self._fit)
        self._fit()

    def concerns(self, event: Event) -> bool:
        """Settings changed, here or by a key."""
        return isinstance(event, SettingsChanged)

    def refresh(self) -> None:
        """Shows the settings as they stand."""
        present = self._context.services.settings.present
        for section in self._sections:
            section.present(present)
        self._data.measure()

    def _change(self, **fields: Any) -> None:
        try:
            self._context.services.settings.change(**fields)
        except StorageError as error:
            self._context.report(error)
            self.refresh()

    def _tones(self) -> Tones:
        settings = self._context.services.settings
        return CueSounds(resources_dir() / "sounds", lambda: settings.present, self)

    def _fit(self) -> None:
        side = side_px(self._context.theme)
        self._column.setContentsMargins(side, SPACE_XL, side, SPACE_XL)
        self._sheet.setMaximumWidth(self._context.theme.px(_WIDTH_PX))
