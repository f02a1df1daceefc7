"""How an exercise is done, in a small window beside the button that asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.domain.dose import Side
from facet_desktop.domain.figure_names import versioned
from facet_desktop.services.wording.sentence import sentence
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.widgets.buttons import IconButton
from facet_desktop.ui.widgets.labels import PlainLabel, Separator
from facet_desktop.ui.widgets.scroll import PlainScrollArea

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from facet_desktop.domain.exercise import Exercise
    from facet_desktop.domain.program import Prescription
    from facet_desktop.ui.context import UiContext
    from facet_desktop.ui.figure.moving_card import MovingCard

_WIDTH_PX, _MAX_HEIGHT_PX, _FIGURE_PX = 400, 640, 240


class ExercisePopover(QFrame):
    """Dose, cue, steps and common faults of a prescribed exercise. Escape or a click elsewhere closes it."""

    def __init__(self, context: UiContext, item: Prescription, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self.setObjectName("exercise_popover")
        self.setProperty("frame", "card")
        self.setAccessibleName(item.name)
        content = QWidget(self)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, SPACE_L)
        self._column.setSpacing(SPACE_S)
        exercise = context.services.own.prescribed(item.exercise, item.exercise_version)
        self._figure = self._moving(item, exercise, content) if exercise is not None else None
        self._fill(item, exercise)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, SPACE_S, 1, SPACE_S)
        outer.setSpacing(0)
        outer.addLayout(self._head(item))
        self._scroll = PlainScrollArea(content, self)
        outer.addWidget(self._scroll)
        self._content = content

    def show_beside(self, anchor: QWidget) -> None:
        """Open left of `anchor` and below its top edge, wholly on its screen."""
        look = self._context.theme
        width = look.px(_WIDTH_PX)
        needed = self._content.heightForWidth(width) + look.px(72)
        room = anchor.screen().availableGeometry()
        size = (min(width, room.width()), min(needed, look.px(_MAX_HEIGHT_PX), room.height()))
        corner = anchor.mapToGlobal(QPoint(-size[0] - SPACE_XS, -SPACE_M))
        box = QRect(corner.x(), corner.y(), *size)
        box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width())))
        box.moveTop(max(room.top(), min(box.top(), room.bottom() - box.height())))
        self.setGeometry(box)
        self.show()
        if self._figure is None or not self._figure.take_focus():
            self._close.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Space stops the figure or lets it go on, Page Down reads on."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Space and self._figure is not None:
            self._figure.toggle()
        elif not self._scroll.scroll_by(event.key()):
            super().keyPressEvent(event)

    def _moving(self, item: Prescription, exercise: Exercise, parent: QWidget) -> MovingCard:
        """The figure in the tempo that was prescribed for this person."""
        from facet_desktop.ui.figure.moving_card import MovingCard, still_picture

        context, figures = self._context, self._context.services.figures
        card = MovingCard(
            context.theme, context.words.player, context.services.clock, parent, height_px=_FIGURE_PX
        )
        name = versioned(item.exercise, item.exercise_version)
        movement = figures.find(name)
        still = still_picture(figures.still(name)) if movement is None else None
        prescribed = replace(exercise, dose=item.dose, breath=item.breath)
        card.show_exercise(prescribed, movement, still, one_sided=item.dose.side is not Side.BOTH)
        self._column.addWidget(card)
        return card

    def _head(self, item: Prescription) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_L, 0, SPACE_S, 0)
        row.addWidget(PlainLabel(item.name, TextRole.SUBTITLE, self, wrap=True), 1)
        self._close = IconButton(self._context.theme, "x", self.tr("Close (Escape)"), self)
        self._close.setObjectName("popover_close")
        self._close.clicked.connect(self.close)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _fill(self, item: Prescription, exercise: Exercise | None) -> None:
        words = self._context.words
        self._add(words.dose.line(item.dose), TextRole.STRONG)
        if item.note:
            self._section(self.tr("Note for you"), (item.note,))
        if exercise is None:
            self._add(self.tr("This exercise is not in the library any more."), TextRole.MUTED)
            return
        self._add(exercise.purpose, TextRole.MUTED)
        self._column.addWidget(Separator(self))
        steps = tuple(f"{number}. {step}" for number, step in enumerate(exercise.steps, 1))
        self._section(self.tr("Step by step"), steps)
        self._section(self.tr("Watch out for"), tuple(f"\N{EN DASH} {one}" for one in exercise.faults))
        self._section(self.tr("Breathing"), (sentence(words.terms.breath(item.breath)),))
        if item.cue:
            self._section(self.tr("Think of this"), (item.cue,))

    def _section(self, title: str, lines: tuple[str, ...]) -> None:
        self._column.addSpacing(SPACE_XS)
        self._add(title, TextRole.SECTION)
        for line in lines:
            self._add(line, TextRole.BODY)

    def _add(self, text: str, role: TextRole) -> None:
        self._column.addWidget(PlainLabel(text, role, self, wrap=True))
