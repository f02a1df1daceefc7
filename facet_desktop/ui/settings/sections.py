"""Sections of the settings page that change for whom Facet is and how it looks."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from facet_desktop.services.settings import Role, Settings, ThemeChoice
from facet_desktop.ui.metrics import SCALE_MAX, SCALE_MIN, TextRole
from facet_desktop.ui.settings.rows import Change, SettingRow, Stepper
from facet_desktop.ui.settings.words import SettingsWords
from facet_desktop.ui.theme import Look
from facet_desktop.ui.translation import translate
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.segmented import SegmentedControl

TEXT_STEP = 0.1


class RoleSection(Card):
    """Whom this computer is for."""

    def __init__(self, look: Look, change: Change) -> None:
        super().__init__("", title_role=TextRole.SUBTITLE)
        self.set_title(self.tr("This computer"))
        self.setObjectName("settings_role")
        options = ((Role.HOME.value, self.tr("At home")), (Role.CLINIC.value, self.tr("In a clinic")))
        self._role = SegmentedControl(look, options, self.tr("Used"), self)
        self._role.setObjectName("role")
        self._role.selected.connect(lambda key: change(role=Role(key)))
        text = self.tr("Chooses which pages are offered. Plans and results stay as they are.")
        self.body.addWidget(SettingRow(self.tr("Who uses Facet here"), text, self._role, self))

    def present(self, settings: Settings) -> None:
        """Show the present choice."""
        self._role.set_key((settings.role or Role.HOME).value)


class LookSection(Card):
    """Theme, text size and motion."""

    def __init__(self, look: Look, change: Change) -> None:
        super().__init__("", title_role=TextRole.SUBTITLE)
        self.set_title(self.tr("Look"))
        self.setObjectName("settings_look")
        self._change = change
        self._settings = Settings()
        options = (
            (ThemeChoice.LIGHT.value, self.tr("Light")),
            (ThemeChoice.DARK.value, self.tr("Dark")),
            (ThemeChoice.CONTRAST.value, self.tr("High contrast")),
        )
        self._theme = SegmentedControl(look, options, self.tr("Theme"), self)
        self._theme.setObjectName("theme")
        self._theme.selected.connect(lambda key: change(theme=ThemeChoice(key)))
        self._text = Stepper(look, self.tr("Text size"), self)
        self._text.setObjectName("text_size")
        self._text.stepped.connect(self._step_text)
        self._motion = QCheckBox(self.tr("Less motion"), self)
        self._motion.setObjectName("reduced_motion")
        self._motion.setAccessibleName(self.tr("Less motion"))
        self._motion.clicked.connect(lambda on: change(reduced_motion=on))
        self.body.addWidget(SettingRow(self.tr("Theme"), "", self._theme, self))
        hint = self.tr("Also with Ctrl and plus, minus or 0.")
        self.body.addWidget(SettingRow(self.tr("Text size"), hint, self._text, self))
        self._room = self._room_box()
        still = self.tr("Movements are shown in steps instead of flowing.")
        self.body.addWidget(SettingRow(self.tr("Motion"), still, self._motion, self))
        far = self.tr("Name, count, time and what to do, to be read from the mat; nothing else.")
        self.body.addWidget(SettingRow(self.tr("Sessions in full screen"), far, self._room, self))

    def present(self, settings: Settings) -> None:
        """Show the present choices."""
        self._settings = settings
        self._theme.set_key(settings.theme.value)
        self._motion.setChecked(settings.reduced_motion)
        self._room.setChecked(settings.room_view)
        scale = settings.text_scale
        self._text.show_value(
            SettingsWords(translate).percent(scale), can_less=scale > SCALE_MIN, can_more=scale < SCALE_MAX
        )

    def _room_box(self) -> QCheckBox:
        box = QCheckBox(self.tr("Large words"), self)
        box.setObjectName("room_view")
        box.setAccessibleName(box.text())
        box.clicked.connect(lambda on: self._change(room_view=on))
        return box

    def _step_text(self, step: int) -> None:
        scale = self._settings.text_scale + step * TEXT_STEP
        self._change(text_scale=round(min(SCALE_MAX, max(SCALE_MIN, scale)), 2))
