"""Tells screen readers the phases of a session, never its seconds."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from facet_desktop.ui.player.models import PlayModel


class Announcer(QObject):
    """Says what is new when another step, or a pause, begins; within a step it is silent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said = ""

    def forget(self) -> None:
        """Another session: its first phase is news."""
        self._said = ""

    def tell(self, model: PlayModel, widget: QWidget) -> None:
        """Announce the phase of a model, in the name of the widget that is seen."""
        spoken = self._spoken(model)
        if spoken == self._said:
            return
        self._said = spoken
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, spoken))

    def _spoken(self, model: PlayModel) -> str:
        if model.paused is not None:
            return f"{model.paused.title}. {model.paused.reason}"
        if model.work is not None:
            return model.work.spoken
        following = model.rest.next if model.rest is not None else None
        return self.tr("Rest") + (f". {self.tr('Next')}: {following.name}" if following is not None else "")
