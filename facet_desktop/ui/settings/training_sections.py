"""Sections of the settings page that change how sessions run and how pain is judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QSpinBox

from facet_desktop.domain.pain import Thresholds
from facet_desktop.domain.plan_advice import PlanAdvice
from facet_desktop.domain.timeline import Pacing
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
from facet_desktop.ui.widgets.segmented import SegmentedControl

MOST_S = 120
DELTAS_S = (-1, 0, 1)


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
        self._count = QCheckBox(self.tr("I count myself"), self)
        self._count.setObjectName("count_by_hand")
        self._count.setAccessibleName(self.tr("I count repetitions myself"))
        self._count.clicked.connect(lambda on: self._change(pacing=self._with(count_by_hand=on)))
        hint = self.tr("Press Space, or a key of the remote, after each one. The tempo is only shown.")
        self.body.addWidget(SettingRow(self.tr("Repetitions"), hint, self._count, self))

    def present(self, settings: Settings) -> None:
        """Show the present times."""
        self._settings = settings
        self._count.setChecked(settings.pacing.count_by_hand)
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
        self._change(pacing=self._with(**{name: float(value)}))

    def _with(self, **changed: Any) -> Pacing:
        return replace(self._settings.pacing, **changed)


class BreathSection(Card):
    """How breath is led in sessions."""

    def __init__(self, look: Look, change: Change) -> None:
        super().__init__("", title_role=TextRole.SUBTITLE)
        self.set_title(self.tr("Breathing"))
        self.setObjectName("settings_breath")
        self._change = change
        self._settings = Settings()
        self._no_holds = QCheckBox(self.tr("Never hold it"), self)
        self._no_holds.setObjectName("no_breath_holds")
        self._no_holds.setAccessibleName(self.tr("Never hold the breath"))
        self._no_holds.clicked.connect(lambda on: self._take(allow_breath_pauses=not on))
        texts = (self.tr("1 s shorter"), self.tr("As it is"), self.tr("1 s longer"))
        options = tuple((str(delta_s), text) for delta_s, text in zip(DELTAS_S, texts, strict=True))
        self._delta = SegmentedControl(look, options, self.tr("Pace of the breath"), self)
        self._delta.setObjectName("breath_delta")
        self._delta.selected.connect(lambda key: self._take(breath_delta_s=int(key)))
        holds = self.tr("Always so where a condition such as high blood pressure asks for it.")
        self.body.addWidget(SettingRow(self.tr("Pauses of the breath"), holds, self._no_holds, self))
        pace = self.tr(
            "In and out, where the breath does not follow the movement. One breath takes 6 s or more."
        )
        self.body.addWidget(SettingRow(self.tr("Pace"), pace, self._delta, self))

    def present(self, settings: Settings) -> None:
        """Show the present choices."""
        self._settings = settings
        self._no_holds.setChecked(not settings.pacing.allow_breath_pauses)
        self._delta.set_key(str(settings.pacing.breath_delta_s))

    def _take(self, **changed: Any) -> None:
        self._change(pacing=replace(self._settings.pacing, **changed))


class PainSection(Card):
    """From which pain on Facet says watch, ease off and stop. No step leads to limits that contradict."""

    def __init__(self, look: Look, change: Change) -> None:
        super().__init__("", title_role=TextRole.SUBTITLE)
        self.set_title(self.tr("Pain limits"))
        self.setObjectName("settings_pain")
        self._look = look
        self._change = change
        self._settings = Settings()
        self._steppers: dict[str, Stepper] = {}
        why = self.tr(
            "The limits come from studies of knees and Achilles tendons, so for backs they are a guide. "
            "A clinician may set others for you."
        )
        self.body.addWidget(PlainLabel(why, TextRole.MUTED, self, wrap=True))
        for name, title, text in self._rows():
            self._add(name, title, text)
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
        for name, stepper in self._steppers.items():
            can_less, can_more = (self._moved(name, step).is_sound for step in (-1, 1))
            value = str(getattr(settings.thresholds, name))
            stepper.show_value(value, can_less=can_less, can_more=can_more)
        self._meaning.setText(SettingsWords(translate).limits(settings.thresholds))
        self._usual.setEnabled(settings.thresholds != Thresholds())

    def _rows(self) -> tuple[tuple[str, str, str], ...]:
        rise = self.tr("Points above the pain before the session.")
        return (
            ("green_max", self.tr("Comfortable up to"), ""),
            ("amber_max", self.tr("Watch up to"), ""),
            ("stop_from", self.tr("Stop the session from"), self.tr("Always above the watch range.")),
            ("green_rise_max", self.tr("A rise is comfortable up to"), rise),
            ("amber_rise_max", self.tr("A rise means watch up to"), rise),
            (
                "usual_high_from",
                self.tr("Much pain is usual from"),
                self.tr("Whoever usually has as much is judged by the rise alone."),
            ),
        )

    def _add(self, name: str, title: str, text: str) -> None:
        stepper = self._steppers[name] = Stepper(self._look, title, self)
        stepper.setObjectName(name)
        stepper.stepped.connect(lambda step: self._take(name, step))
        self.body.addWidget(SettingRow(title, text, stepper, self))

    def _moved(self, name: str, step: int) -> Thresholds:
        moved: dict[str, Any] = {name: getattr(self._settings.thresholds, name) + step}
        return replace(self._settings.thresholds, **moved)

    def _take(self, name: str, step: int) -> None:
        limits = self._moved(name, step)
        if limits.is_sound:
            self._change(thresholds=limits)


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
