"""The lower part of the inspector: progression in words, and precautions with a swap."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.view_model import RuleView, Step, WarningView
from facet_desktop.ui.metrics import SEMIBOLD, SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.banner import Banner
from facet_desktop.ui.widgets.buttons import ButtonKind, ButtonMetrics, ThemedButton
from facet_desktop.ui.widgets.labels import PlainLabel, Separator
from facet_desktop.ui.widgets.stored_text import button_text, tip_text

_LINK = ButtonMetrics(text_px=15, icon_px=15, sides_px=4, height_px=30, gap_px=6)
_SMALL = ButtonMetrics(text_px=14, height_px=36, sides_px=12)


_ROOM_PX = 232
"""Width of the column without its edges; a longer name ends in an ellipsis, and its tooltip is whole."""


def _fitting(look: Look, text: str, metrics: ButtonMetrics) -> str:
    """As much of a text as a button with an icon can show in the column."""
    room = _ROOM_PX - 2 * metrics.sides_px - metrics.icon_px - metrics.gap_px
    font = QFontMetrics(look.font(metrics.text_px, SEMIBOLD))
    return font.elidedText(text, Qt.TextElideMode.ElideRight, look.px(room) - 2)


class RuleNote(QWidget):
    """“Progress when” and “Step back when”, each with the exercise that would take its place."""

    swap_wanted = Signal(str)
    change_wanted = Signal()

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = context.theme
        self._steps: dict[str, Step | None] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(Separator(self))
        column.addSpacing(SPACE_XS)
        self._progress = self._part(context, column, self.tr("Progress when"), "harder")
        self._back = self._part(context, column, self.tr("Step back when"), "easier")
        self._change = ThemedButton(
            context.theme, self.tr("Change the rule"), "pencil", self, kind=ButtonKind.QUIET, metrics=_LINK
        )
        self._change.setObjectName("editor_rule")
        self._change.clicked.connect(self.change_wanted)
        column.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)

    def present(self, view: RuleView | None) -> None:
        """Shows a rule, or nothing."""
        self.setVisible(view is not None)
        if view is None:
            return
        for part, text, step in (
            (self._progress, view.progress, view.harder),
            (self._back, view.step_back, view.easier),
        ):
            part[0].setText(text)
            self._steps[part[1].objectName()] = step
            part[1].setVisible(step is not None)
            if step is not None:
                part[1].setText(button_text(_fitting(self._look, step.text, _LINK)))
                part[1].setAccessibleName(self.tr("Put {name} in its place").format(name=step.text))
                part[1].setToolTip(tip_text(part[1].accessibleName()))

    def _part(
        self, context: UiContext, column: QVBoxLayout, title: str, key: str
    ) -> tuple[PlainLabel, ThemedButton]:
        column.addWidget(PlainLabel(title, TextRole.SECTION, self))
        words = PlainLabel("", TextRole.BODY, self, wrap=True)
        column.addWidget(words)
        link = ThemedButton(context.theme, "", "arrow-right", self, kind=ButtonKind.QUIET, metrics=_LINK)
        link.setObjectName(f"editor_step_{key}")
        link.clicked.connect(lambda: self._take(link.objectName()))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return words, link

    def _take(self, key: str) -> None:
        step = self._steps.get(key)
        if step is not None:
            self.swap_wanted.emit(step.slug)


class WarningNote(QFrame):
    """Why an exercise needs thought for this patient, with one click to something that suits."""

    swap_wanted = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = context.theme
        self._swap: Step | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        self._banner = Banner(context.theme, "", Tone.CAUTION, self, closable=False)
        self._banner.setObjectName("editor_precaution")
        column.addWidget(self._banner)
        self._button = ThemedButton(context.theme, "", "replace", self, metrics=_SMALL)
        self._button.setObjectName("editor_swap")
        self._button.clicked.connect(self._take)
        column.addWidget(self._button)

    def present(self, view: WarningView | None) -> None:
        """Shows the reasons, or nothing."""
        self.setVisible(view is not None)
        self._swap = view.swap if view is not None else None
        if view is not None:
            self._banner.show_text("\n".join(view.reasons))
            self._banner.setToolTip("\n".join(view.advice))
            self._banner.setAccessibleDescription(" ".join(view.advice))
        self._button.setVisible(self._swap is not None)
        if self._swap is not None:
            text = self.tr("Use {name}").format(name=self._swap.text)
            self._button.setText(button_text(_fitting(self._look, text, _SMALL)))
            self._button.setToolTip(tip_text(text))
            self._button.setAccessibleName(self.tr("Put {name} in its place").format(name=self._swap.text))

    def _take(self) -> None:
        if self._swap is not None:
            self.swap_wanted.emit(self._swap.slug)
