"""Sections of the settings page that change how sessions run and how pain is judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QSpinBox

from facet_desktop.domain.pain import NPRS_MAX, NPRS_MIN, Thresholds
from facet_desktop.domain.plan_advice import PlanAdvice
from facet_desktop.services.settings import MOST_KEPT_UP, Role, Settings
from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.settings.rows import Change, SettingRow, Stepper
from facet_desktop.ui.settings.words import SettingsWords
from facet_desktop.ui.theme import Look
from facet_desktop.ui.translation import translate
from facet_desktop.ui.widgets.buttons import SecondaryButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.fields import NumberField
from facet_desktop.ui.widgets.labels import PlainLabel

MOST_S = 120


class PaceSection(Card):
    """Seconds around the exercises."""

    def __init__(self, look: Look, change: Change) -> None:
        super().__init__("", title_role=TextRole.SUBTITLE)
        self.set_title(self.tr("Pace of sessions"))
        self.setObjectName("settings_pace")
        self._look = look
        self._change = change
        self._settings = Settings()
        self._fields: dict[str, QSpinBox] = {}
        self._add("prepare_s", self.tr("Get into position"), self.tr("Before each exercise."))
        self._add("switch_s", self.tr("Change sides"), self.tr("Between the left and the right side."))
        self._add("between_exercises_s", self.tr("Rest between exercises"), "")

    def present(self, settings: Settings) -> None:
        """Show the present times."""
        self._settings = settings
        for name, field in self._fields.items():
            with QSignalBlocker(field):
                field.setValue(round(getattr(settings.pacing, name)))

    def _add(self, name: str, title: str, text: str) -> None:
        field = NumberField(self._look, title, 0, MOST_S, self.tr("s"), self)
        field.setObjectName(name)
        field.setSingleStep(5)
        field.setKeyboardTracking(False)
        field.valueChanged.connect(lambda value: self._take(name, value))
        self._fields[name] = field
        self.body.addWidget(SettingRow(title, text, field, self))

    def _take(self, name: str, value: int) -> None:
        seconds: dict[str, Any] = {name: float(value)}
        self._change(pacing=replace(self._settings.pacing, **seconds))


class PainSection(Card):
    """From which pain on Facet says watch, and from which it says ease off."""

    def __init__(self, look: Look, change: Change) -> None:
        super().__init__("", title_role=TextRole.SUBTITLE)
        self.set_title(self.tr("Pain limits"))
        self.setObjectName("settings_pain")
        self._change = change
        self._settings = Settings()
        self._green = Stepper(look, self.tr("Comfortable up to"), self)
        self._green.setObjectName("green_max")
        self._green.stepped.connect(lambda step: self._take(step, 0))
        self._amber = Stepper(look, self.tr("Watch up to"), self)
        self._amber.setObjectName("amber_max")
        self._amber.stepped.connect(lambda step: self._take(0, step))
        why = self.tr(
            "The limits come from studies of knees and Achilles tendons, so for backs they are a guide. "
            "A clinician may set others for you."
        )
        self.body.addWidget(PlainLabel(why, TextRole.MUTED, self, wrap=True))
        self.body.addWidget(SettingRow(self.tr("Comfortable up to"), "", self._green, self))
        self.body.addWidget(SettingRow(self.tr("Watch up to"), "", self._amber, self))
        self._meaning = PlainLabel("", TextRole.BODY, self, wrap=True)
        self._meaning.setObjectName("limits_meaning")
        self.body.addWidget(self._meaning)
        self._usual = SecondaryButton(look, self.tr("Use the usual limits"), parent=self)
        self._usual.setObjectName("usual_limits")
        self._usual.clicked.connect(lambda: change(thresholds=Thresholds()))
        self.body.addWidget(self._usual, 0, Qt.AlignmentFlag.AlignLeft)

    def present(self, settings: Settings) -> None:
        """Show the present limits."""
        self._settings = settings
        green, amber = settings.thresholds.green_max, settings.thresholds.amber_max
        self._green.show_value(str(green), can_less=green > NPRS_MIN, can_more=green < amber - 1)
        self._amber.show_value(str(amber), can_less=amber > green + 1, can_more=amber < NPRS_MAX - 1)
        self._meaning.setText(SettingsWords(translate).limits(green, amber))
        self._usual.setEnabled(settings.thresholds != Thresholds())

    def _take(self, green_step: int, amber_step: int) -> None:
        limits = self._settings.thresholds
        self._change(thresholds=Thresholds(limits.green_max + green_step, limits.amber_max + amber_step))


class EditorSection(Card):
    """From how many exercises a session on the program editor speaks up."""

    def __init__(self, look: Look, change: Change, advice: Callable[[], PlanAdvice | None]) -> None:
        super().__init__("", title_role=TextRole.SUBTITLE)
        self.set_title(self.tr("Program editor"))
        self.setObjectName("settings_editor")
        self._change = change
        self._advice = advice
        self._limit = 1
        self._step = Stepper(look, self.tr("Exercises a session"), self)
        self._step.setObjectName("kept_up_exercises")
        self._step.stepped.connect(lambda step: change(kept_up_exercises=self._limit + step))
        text = self.tr("Above this number the editor says that people may not keep it up.")
        self.body.addWidget(SettingRow(self.tr("Exercises a session"), text, self._step, self))
        self._why = PlainLabel("", TextRole.SMALL, self, wrap=True)
        self._why.setObjectName("kept_up_reason")
        self.body.addWidget(self._why)
        self._usual = SecondaryButton(look, self.tr("Use the usual number"), parent=self)
        self._usual.setObjectName("usual_kept_up")
        self._usual.clicked.connect(lambda: change(kept_up_exercises=None))
        self.body.addWidget(self._usual, 0, Qt.AlignmentFlag.AlignLeft)

    def present(self, settings: Settings) -> None:
        """Show the present number and why there is one."""
        rule = self._advice()
        self.setVisible(rule is not None and settings.role is Role.CLINIC)
        if rule is None:
            return
        self._limit = settings.kept_up_exercises or rule.limit
        self._step.show_value(str(self._limit), can_less=self._limit > 1, can_more=self._limit < MOST_KEPT_UP)
        self._why.setText(f"{rule.reason} {rule.source}")
        self._usual.setEnabled(settings.kept_up_exercises is not None)
