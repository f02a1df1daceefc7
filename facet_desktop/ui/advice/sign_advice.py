"""Signs that were answered with yes, each with what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facet_desktop.domain.red_flags import RedFlag
from facet_desktop.ui.metrics import SPACE_M, TextRole
from facet_desktop.ui.widgets.labels import PlainLabel, Separator


class SignAdvice(QWidget):
    """The advice in strong words, the question in small ones. Rebuilt with each `show_signs`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_M)

    def show_signs(self, raised: Sequence[RedFlag], *, with_concern: bool = False) -> None:
        """Show these signs; `with_concern` names what each may stand for, for clinicians."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, flag in enumerate(raised):
            if number:
                self._column.addWidget(Separator(self))
            self._column.addWidget(self._sign(flag, with_concern=with_concern))
        self._column.addStretch(1)

    def _sign(self, flag: RedFlag, *, with_concern: bool) -> QWidget:
        box = QWidget(self)
        box.setObjectName(f"advice_{flag.slug}")
        box.setAccessibleName(f"{flag.advice} {flag.question}")
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(PlainLabel(flag.advice, TextRole.STRONG, box, wrap=True))
        column.addWidget(PlainLabel(flag.question, TextRole.MUTED, box, wrap=True))
        if with_concern:
            concern = self.tr("May stand for: {concern}").format(concern=flag.concern)
            column.addWidget(PlainLabel(concern, TextRole.SMALL, box, wrap=True))
        return box
