"""What to do about a warning sign, why sessions are locked, and how they open again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.ui.advice.clearance_form import ClearanceForm
from facet_desktop.ui.advice.presenter import AdviceModel, AdvicePresenter
from facet_desktop.ui.advice.sign_advice import SignAdvice
from facet_desktop.ui.advice.words import AdviceWords
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, TextRole
from facet_desktop.ui.page import Page
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.translation import error_line, translate
from facet_desktop.ui.widgets.banner import Banner
from facet_desktop.ui.widgets.buttons import ButtonKind, ThemedButton
from facet_desktop.ui.widgets.cards import Card, PageHeader
from facet_desktop.ui.widgets.empty_state import EmptyState
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scroll import PlainScrollArea

_MARGIN_PX, _SIDE_PX, _STACKED_BELOW_PX = 28, 368, 760
_UNLIMITED_PX = 16_777_215


class AdvicePage(Page):
    """Shown when a sign locks sessions; afterwards it says that they are open."""

    reads_on_open = True

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._presenter = AdvicePresenter(context)
        self._words = AdviceWords(translate)
        self.setObjectName("advice_page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._locked = QWidget(self)
        self._fill(QVBoxLayout(self._locked))
        self._open = EmptyState(
            context.theme,
            "lock-open",
            self.tr("Sessions are open"),
            self.tr(
                "No warning sign keeps you from exercising. Start gently, and stop if something new begins."
            ),
            self,
            action=self.tr("Go back"),
        )
        self._open.setObjectName("advice_open")
        self._open.acted.connect(self._go_back)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = PlainScrollArea(self._locked, self)
        outer.addWidget(self._scroll)
        outer.addWidget(self._open)
        context.theme.changed.connect(self._arrange)

    def refresh(self) -> None:
        """Reads the lock of the current patient."""
        model = self._presenter.model()
        self._scroll.setVisible(model is not None)
        self._open.setVisible(model is None)
        if model is not None:
            self._present(model)

    def leave(self) -> bool:
        """Forgets what was written and not recorded."""
        self._form.clear()
        self._scroll.verticalScrollBar().setValue(0)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the arrangement for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _fill(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(_MARGIN_PX, SPACE_XL, _MARGIN_PX, SPACE_XL)
        column.setSpacing(SPACE_M)
        self._head = PageHeader("", self.tr("Exercise can wait until you have been seen."), self)
        back = ThemedButton(self._context.theme, self.tr("Back"), "arrow-left", self, kind=ButtonKind.QUIET)
        back.setObjectName("advice_back")
        back.clicked.connect(self._go_back)
        self._head.add_action(back)
        column.addWidget(self._head)
        self._emergency = Banner(self._context.theme, "", Tone.ALERT, self, closable=False)
        self._emergency.setObjectName("advice_emergency")
        column.addWidget(self._emergency)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACE_L)
        self._row.addLayout(self._what_to_do(), 1)
        self._row.addWidget(self._lock_card())
        column.addLayout(self._row)
        column.addStretch(1)

    def _what_to_do(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_L)
        card = Card(self.tr("What to do"), self, title_role=TextRole.SUBTITLE)
        card.setObjectName("advice_card")
        self._signs = SignAdvice(card)
        card.body.addWidget(self._signs)
        column.addWidget(card)
        self._tell = tell = Card(self.tr("What to tell them"), self, title_role=TextRole.SUBTITLE)
        tell.setObjectName("tell_card")
        tell.body.setSpacing(SPACE_S)
        tell.body.addWidget(PlainLabel(f"\N{EN DASH} {self._words.answered_yes()}", parent=tell, wrap=True))
        self._answers = QVBoxLayout()
        self._answers.setContentsMargins(SPACE_L, 0, 0, 0)
        tell.body.addLayout(self._answers)
        for line in self._words.to_tell():
            tell.body.addWidget(PlainLabel(f"\N{EN DASH} {line}", parent=tell, wrap=True))
        column.addWidget(tell)
        column.addStretch(1)
        return column

    def _lock_card(self) -> QWidget:
        self._side = QWidget(self)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(self.tr("Sessions are locked"), self._side, title_role=TextRole.SUBTITLE)
        card.setObjectName("lock_card")
        self._why = PlainLabel("", TextRole.BODY, card, wrap=True)
        self._why.setObjectName("lock_why")
        card.body.addWidget(self._why)
        self._form = ClearanceForm(self._context.theme, self._presenter.question, card)
        self._form.confirmed.connect(self._clear)
        card.body.addSpacing(SPACE_S)
        card.body.addWidget(self._form)
        slip = self.tr("Ticked by mistake? Then write your own name, and say so in the note.")
        card.body.addWidget(PlainLabel(slip, TextRole.SMALL, card, wrap=True))
        column.addWidget(card)
        column.addStretch(1)
        return self._side

    def _present(self, model: AdviceModel) -> None:
        self._head.set_title(model.headline)
        self._emergency.show_text(model.emergency)
        self._signs.show_signs(model.raised, with_concern=model.shows_concern)
        while (item := self._answers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for flag in model.raised:
            self._answers.addWidget(PlainLabel(flag.question, TextRole.MUTED, self._tell, wrap=True))
        self._why.setText(model.why)

    def _clear(self, name: str, note: str) -> None:
        try:
            self._presenter.clear(name, note)
        except UserError as error:
            self._form.say(error_line(error))
        except StorageError as error:
            self._form.back_to_fields()
            self._context.report(error)
        else:
            self._form.clear()
            self.refresh()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.status.emit(self.tr("Recorded. Sessions are open again."))

    def _go_back(self) -> None:
        self.navigate.emit(self._presenter.home_page())

    def _arrange(self) -> None:
        look = self._context.theme
        is_wide = self.width() >= look.px(_STACKED_BELOW_PX)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if is_wide else down)
        self._side.setMinimumWidth(look.px(_SIDE_PX) if is_wide else 0)
        self._side.setMaximumWidth(look.px(_SIDE_PX) if is_wide else _UNLIMITED_PX)
