"""In the clinic: a line above every page while the sessions of the chosen patient are locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_M, SPACE_XL, SPACE_XS
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from facet_desktop.ui.context import UiContext


class LockNotice(QWidget):
    """Names the patient and leads to what to do. `wanted` asks for the advice page."""

    wanted = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = context.services
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL + SPACE_XS, SPACE_M, SPACE_XL + SPACE_XS, 0)
        self._banner = Banner(context.theme, "", Tone.ALERT, self, closable=False)
        self._banner.setObjectName("lock_notice")
        see = self._banner.add_action(self.tr("What to do"), "lock_notice_open")
        see.clicked.connect(self.wanted)
        column.addWidget(self._banner)
        self.hide()

    def refresh(self) -> None:
        """Read the lock of the present patient."""
        patient = self._services.patients.current()
        is_locked = patient is not None and self._services.safety.lock(patient.id) is not None
        if patient is not None and is_locked:
            text = self.tr("Sessions of {name} are locked because of a warning sign.")
            self._banner.show_text(text.format(name=patient.name))
        self.setVisible(is_locked)
